// The marks inside a Markdown paragraph: emphasis, code, links, escapes, entities and tags.
#include "readers/markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kDeepest = 64;      // open emphasis and brackets; deeper ones are text
constexpr std::size_t kLongestTag = 400;  // bytes
constexpr std::array<std::string_view, 32> kTags = {
    "a",  "abbr",  "b",    "blockquote", "br",  "center", "code",  "dd", "del", "div", "dl",
    "dt", "em",    "font", "hr",         "i",   "img",    "ins",   "li", "ol",  "p",   "pre",
    "s",  "small", "span", "strong",     "sub", "sup",    "table", "td", "tr",  "u"};

struct Entity {
  std::string_view name;
  std::string_view shown;
};
constexpr std::array<Entity, 12> kEntities = {{{"amp", "&"},
                                               {"lt", "<"},
                                               {"gt", ">"},
                                               {"quot", "\""},
                                               {"apos", "'"},
                                               {"nbsp", "\xC2\xA0"},
                                               {"sect", "§"},
                                               {"copy", "©"},
                                               {"mdash", "—"},
                                               {"ndash", "–"},
                                               {"ldquo", "“"},
                                               {"rdquo", "”"}}};

/// A stretch of a line: text, or a run of `*`, `_` or `~` that may open or close emphasis. `source` shrinks as emphasis
/// uses marks up; what is left is text.
struct Token {
  ByteSpan source;
  std::string shown;
  char mark = 0;
  bool opens = false;
  bool closes = false;
  std::size_t line = 0;
  int bold_change = 0;  ///< from this token on
};

bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

bool is_gap(char32_t c) { return c == 0 || is_blank(c) || c == U'\n'; }

bool is_any_punctuation(char32_t c) {
  return (c < 0x80 && is_punctuation(static_cast<char>(c))) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
}

/// Cuts the lines of a paragraph into tokens.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void read_line(ByteSpan line, std::size_t number);

 private:
  bool read_mark();
  bool read_escape();
  bool read_code();
  bool read_angle();
  bool read_entity();
  bool read_bracket();
  bool read_emphasis();
  void flush();
  void skip_to(std::uint32_t at);
  void show(std::uint32_t end, std::string shown);
  std::string_view rest() const { return slice(text_, {.begin = at_, .end = line_.end}); }

  std::string_view text_;
  std::vector<Token>& tokens_;
  ByteSpan line_;
  std::size_t number_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t text_begin_ = 0;
  std::uint32_t no_code_until_ = 0;                     ///< no backtick run closes before this offset
  std::vector<std::pair<std::size_t, bool>> brackets_;  ///< token of an open `[`, and whether a `!` stands before it
};

void Tokenizer::flush() {
  if (text_begin_ == at_) return;
  Token token;
  token.source = {.begin = text_begin_, .end = at_};
  token.line = number_;
  tokens_.push_back(std::move(token));
  text_begin_ = at_;
}

void Tokenizer::skip_to(std::uint32_t at) {
  flush();
  at_ = text_begin_ = at;
}

void Tokenizer::show(std::uint32_t end, std::string shown) {
  flush();
  Token token;
  token.source = {.begin = at_, .end = end};
  token.shown = std::move(shown);
  token.line = number_;
  tokens_.push_back(std::move(token));
  at_ = text_begin_ = end;
}

bool Tokenizer::read_escape() {
  if (rest().size() < 2 || !is_punctuation(rest()[1])) return false;
  skip_to(at_ + 1);
  ++at_;
  return true;
}

bool Tokenizer::read_code() {
  const std::string_view line = rest();
  const std::size_t size = std::min(line.find_first_not_of('`'), line.size());
  if (at_ < no_code_until_) {
    at_ += static_cast<std::uint32_t>(size);
    return true;
  }
  for (std::size_t from = line.find('`', size); from != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_not_of('`', from), line.size());
    if (end - from == size) {
      const std::uint32_t begin = at_;
      skip_to(begin + static_cast<std::uint32_t>(size));
      at_ = begin + static_cast<std::uint32_t>(from);
      skip_to(begin + static_cast<std::uint32_t>(end));
      return true;
    }
    from = line.find('`', end);
  }
  no_code_until_ = line_.end;
  at_ += static_cast<std::uint32_t>(size);
  return true;
}

// `<br>` is a space, other known tags and comments are marks, `<https://…>` is its address; `<Party A>` is text.
bool Tokenizer::read_angle() {
  const std::string_view line = rest();
  if (line.starts_with("<!--")) {
    const std::size_t end = line.find("-->");
    if (end == std::string_view::npos) return false;
    skip_to(at_ + static_cast<std::uint32_t>(end + 3));
    return true;
  }
  const std::size_t close = line.substr(0, kLongestTag).find('>');
  if (close == std::string_view::npos) return false;
  const std::uint32_t end = at_ + static_cast<std::uint32_t>(close) + 1;
  std::string_view inside = line.substr(1, close - 1);
  if (inside.starts_with("http://") || inside.starts_with("https://") || inside.starts_with("mailto:")) {
    skip_to(at_ + 1);
    at_ = end - 1;
    skip_to(end);
    return true;
  }
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string name(inside.substr(0, inside.find_first_of(" /\t")));
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (std::ranges::find(kTags, name) == kTags.end()) return false;
  if (name == "br") {
    show(end, " ");
  } else {
    skip_to(end);
  }
  return true;
}

std::optional<std::string> numeric_entity(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  char32_t value = 0;
  for (const char c : digits) {
    const auto byte = static_cast<unsigned char>(c);
    if (hexadecimal ? std::isxdigit(byte) == 0 : std::isdigit(byte) == 0) return std::nullopt;
    const int digit = std::isdigit(byte) != 0 ? c - '0' : std::tolower(byte) - 'a' + 10;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool allowed = value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  if (digits.empty() || !allowed) return std::nullopt;
  std::string shown;
  append_utf8(shown, value);
  return shown;
}

bool Tokenizer::read_entity() {
  const std::size_t close = rest().substr(0, 10).find(';');
  if (close == std::string_view::npos || close < 2) return false;
  const std::string_view name = rest().substr(1, close - 1);
  const std::uint32_t end = at_ + static_cast<std::uint32_t>(close) + 1;
  if (name.starts_with('#')) {
    auto shown = numeric_entity(name.substr(1));
    if (!shown) return false;
    show(end, std::move(*shown));
    return true;
  }
  const auto known = std::ranges::find(kEntities, name, &Entity::name);
  if (known == kEntities.end()) return false;
  show(end, std::string(known->shown));
  return true;
}

// The end of `](address)` or `](address "title")` at `rest`, 0 if it is none: `[●](the Price)` is text.
std::size_t end_of_address(std::string_view rest) {
  if (!rest.starts_with("](")) return 0;
  const std::size_t close = rest.substr(0, 2048).find(')');
  if (close == std::string_view::npos || close == 2) return 0;
  const std::string_view inside = rest.substr(2, close - 2);
  const std::string_view address = inside.substr(0, inside.find(' '));
  const bool titled = address.size() == inside.size() || inside.ends_with('"') || inside.ends_with('\'');
  const bool an_address = address.find_first_of("/.:#@") != std::string_view::npos;
  return titled && an_address ? close + 1 : 0;
}

bool Tokenizer::read_bracket() {
  if (rest()[0] == '[') {
    const bool image = at_ > line_.begin && text_[at_ - 1] == '!' && text_begin_ < at_;
    flush();
    ++at_;
    flush();
    if (brackets_.size() < kDeepest) brackets_.push_back({tokens_.size() - 1, image});
    return true;
  }
  if (brackets_.empty()) return false;
  const auto [open, image] = brackets_.back();
  brackets_.pop_back();
  const std::size_t end = end_of_address(rest());
  if (end == 0) return false;
  skip_to(at_ + static_cast<std::uint32_t>(end));
  tokens_[open].source.begin = tokens_[open].source.end;
  if (image) --tokens_[open - 1].source.end;
  return true;
}

// CommonMark's rules: what opens has words after it, what closes before it, and `_` does neither inside a word. A run of
// three or more `_` is a blank to fill.
bool Tokenizer::read_emphasis() {
  const char mark = rest()[0];
  const std::size_t size = std::min(rest().find_first_not_of(mark), rest().size());
  const bool text = (mark == '_' && size >= 3) || (mark == '~' && size != 2) || size > 3;
  if (text) {
    at_ += static_cast<std::uint32_t>(size);
    return true;
  }
  const char32_t before = at_ == line_.begin ? 0 : decode_before(text_, at_).value;
  const std::size_t after_at = at_ + size;
  const char32_t after = after_at >= line_.end ? 0 : decode_at(text_, after_at).value;
  const bool left = !is_gap(after) && (!is_any_punctuation(after) || is_gap(before) || is_any_punctuation(before));
  const bool right = !is_gap(before) && (!is_any_punctuation(before) || is_gap(after) || is_any_punctuation(after));
  flush();
  at_ += static_cast<std::uint32_t>(size);
  flush();
  Token& token = tokens_.back();
  token.mark = mark;
  token.opens = mark == '_' ? left && (!right || is_any_punctuation(before)) : left;
  token.closes = mark == '_' ? right && (!left || is_any_punctuation(after)) : right;
  return true;
}

bool Tokenizer::read_mark() {
  switch (text_[at_]) {
    case '\\': return read_escape();
    case '`': return read_code();
    case '<': return read_angle();
    case '&': return read_entity();
    case '[':
    case ']': return read_bracket();
    case '*':
    case '_':
    case '~': return read_emphasis();
    default: return false;
  }
}

void Tokenizer::read_line(ByteSpan line, std::size_t number) {
  line_ = line;
  number_ = number;
  at_ = text_begin_ = line.begin;
  no_code_until_ = line.begin;
  brackets_.clear();
  while (at_ < line_.end) {
    if (!read_mark()) ++at_;
  }
  flush();
}

// Pairs marks, innermost first: `**` makes bold, one mark is emphasis, both are left out of the text.
void pair_emphasis(std::vector<Token>& tokens) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& closer = tokens[i];
    while (closer.closes && !closer.source.empty()) {
      const auto match = std::find_if(open.rbegin(), open.rend(), [&](std::size_t o) {
        return tokens[o].mark == closer.mark && !tokens[o].source.empty();
      });
      if (match == open.rend()) break;
      Token& opener = tokens[*match];
      const std::uint32_t used = std::min({opener.source.size(), closer.source.size(), 2u});
      opener.source.end -= used;
      closer.source.begin += used;
      if (used == 2 && closer.mark != '~') {
        ++opener.bold_change;
        --closer.bold_change;
      }
      open.erase(match.base() - (opener.source.empty() ? 1 : 0), open.end());
    }
    if (!closer.opens || closer.source.empty()) continue;
    if (open.size() == kDeepest) open.erase(open.begin());
    open.push_back(i);
  }
}

}  // namespace

std::vector<std::vector<InlinePiece>> read_inline(std::string_view text, std::span<const ByteSpan> lines) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text, tokens);
  for (std::size_t i = 0; i < lines.size(); ++i) tokenizer.read_line(lines[i], i);
  pair_emphasis(tokens);
  std::vector<std::vector<InlinePiece>> pieces(lines.size());
  int bold = 0;
  for (Token& token : tokens) {
    bold += token.bold_change;
    if (token.source.empty()) continue;
    std::vector<InlinePiece>& line = pieces[token.line];
    const bool goes_on = !line.empty() && token.shown.empty() && line.back().shown.empty() &&
                         line.back().source.end == token.source.begin && line.back().bold == (bold > 0);
    if (goes_on) {
      line.back().source.end = token.source.end;
    } else {
      line.push_back({.source = token.source, .shown = std::move(token.shown), .bold = bold > 0});
    }
  }
  return pieces;
}

}  // namespace clauselint
