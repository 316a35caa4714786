// The marks inside a Markdown paragraph: emphasis, code, links, escapes, entities and tags.
#include "readers/markdown_inline.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "readers/markdown_html.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kDeepest = 64;           // open emphasis and brackets; deeper ones are text
constexpr std::size_t kLongestAddress = 1000;  // bytes
constexpr std::size_t kLongestName = 200;

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
  Tokenizer(const InlineSource& source, std::vector<Token>& tokens)
      : text_(source.text), blanked_(source.blanked), names_(source.names), tokens_(tokens) {}

  void read_line(ByteSpan line, std::size_t number);
  std::uint32_t addresses() const { return addresses_; }

 private:
  bool read_mark();
  bool read_escape();
  bool read_code();
  bool read_aside();
  bool read_angle();
  bool read_entity();
  bool read_footnote_mark();
  bool read_bracket();
  bool read_emphasis();
  std::size_t end_of_link(std::string_view words);
  void flush();
  void skip_to(std::uint32_t at);
  void show(std::uint32_t end, std::string shown);
  std::string_view rest() const { return slice(text_, {.begin = at_, .end = line_.end}); }

  std::string_view text_;
  std::string_view blanked_;
  const LinkNames& names_;
  std::vector<Token>& tokens_;
  std::uint32_t addresses_ = 0;
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

// Comments and template logic are no text.
bool Tokenizer::read_aside() {
  const std::size_t size = blanked_[at_] == ' ' ? aside_size(rest()) : 0;
  if (size > 0) skip_to(at_ + static_cast<std::uint32_t>(size));
  return size > 0;
}

// `<br>` and the tags of cells are a space, other known tags are marks, `<https://…>` is its address; `<Party A>` is text.
bool Tokenizer::read_angle() {
  if (read_aside()) return true;
  const std::string_view line = rest();
  const std::size_t close = line.substr(0, kLongestAddress).find('>');
  const bool address = line.starts_with("<http://") || line.starts_with("<https://") || line.starts_with("<mailto:");
  if (address && close != std::string_view::npos) {
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(close) + 1;
    skip_to(at_ + 1);
    at_ = end - 1;
    skip_to(end);
    return true;
  }
  const MarkdownTag tag = read_html_tag(line);
  if (tag.trace == TagTrace::None) return false;
  const std::uint32_t end = at_ + static_cast<std::uint32_t>(tag.size);
  flush();
  const bool inside = at_ > line_.begin && end < line_.end && !tokens_.empty() && tokens_.back().shown != " ";
  if (tag.trace == TagTrace::Block && inside) {
    show(end, " ");
  } else {
    skip_to(end);
  }
  return true;
}

bool Tokenizer::read_entity() {
  MarkdownEntity entity = read_html_entity(rest());
  if (entity.size == 0) return false;
  show(at_ + static_cast<std::uint32_t>(entity.size), std::move(entity.shown));
  return true;
}

// Bytes of the address that `rest` begins with: in angles, or without blanks and with its brackets paired.
std::size_t address_size(std::string_view rest) {
  if (rest.starts_with('<')) {
    const std::size_t close = rest.find('>');
    return close == std::string_view::npos ? 0 : close + 1;
  }
  std::size_t depth = 0;
  std::size_t at = 0;
  for (; at < rest.size() && rest[at] != ' ' && rest[at] != '\t'; ++at) {
    if (rest[at] == '(') ++depth;
    if (rest[at] == ')' && depth-- == 0) break;
  }
  return at;
}

// The end of `](address)` or `](address "title")` at `rest`, 0 if it is none: `[●](the Price)` is text.
std::size_t end_of_address(std::string_view rest) {
  if (!rest.starts_with("](")) return 0;
  rest = rest.substr(0, kLongestAddress);
  const std::size_t size = address_size(rest.substr(2));
  const std::string_view address = rest.substr(2, size);
  if (address.find_first_of("/.:#@") == std::string_view::npos) return 0;
  const std::size_t next = rest.find_first_not_of(" \t", 2 + size);
  if (next == std::string_view::npos) return 0;
  if (rest[next] == ')') return next + 1;
  const char quote = rest[next] == '(' ? ')' : rest[next];
  if (quote != '"' && quote != '\'' && quote != ')') return 0;
  const std::size_t close = rest.find(std::string{quote, ')'}, next + 1);
  return close == std::string_view::npos ? 0 : close + 2;
}

// `[^1]` of a footnote that the file has is a mark.
bool Tokenizer::read_footnote_mark() {
  const std::size_t close = rest().substr(0, kLongestName).find(']');
  if (!rest().starts_with("[^") || close == std::string_view::npos) return false;
  if (!names_.contains(fold_link_name(rest().substr(1, close - 1)))) return false;
  skip_to(at_ + static_cast<std::uint32_t>(close) + 1);
  return true;
}

// The end of what closes a link at `]`: `](address)`, `][name]`, `][]` or `]` behind a name that the file defines.
std::size_t Tokenizer::end_of_link(std::string_view words) {
  if (const std::size_t end = end_of_address(rest())) {
    ++addresses_;
    return end;
  }
  if (names_.empty()) return 0;
  const std::size_t close =
      rest().starts_with("][") ? rest().substr(0, kLongestName).find(']', 2) : std::string_view::npos;
  if (close != std::string_view::npos) {
    const std::string_view name = rest().substr(2, close - 2);
    return names_.contains(fold_link_name(name.empty() ? words : name)) ? close + 1 : 0;
  }
  const bool named = words.size() <= kLongestName && names_.contains(fold_link_name(words));
  return named ? 1 : 0;
}

bool Tokenizer::read_bracket() {
  if (rest()[0] == '[') {
    if (read_footnote_mark()) return true;
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
  const std::size_t end = end_of_link(slice(text_, {.begin = tokens_[open].source.end, .end = at_}));
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
    case '{': return read_aside();
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
  while (!tokens_.empty() && tokens_.back().line == number && tokens_.back().shown == " ") tokens_.pop_back();
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

InlineLines read_inline(const InlineSource& source, std::span<const ByteSpan> lines) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(source, tokens);
  for (std::size_t i = 0; i < lines.size(); ++i) tokenizer.read_line(lines[i], i);
  pair_emphasis(tokens);
  InlineLines read{.pieces = std::vector<std::vector<InlinePiece>>(lines.size()), .addresses = tokenizer.addresses()};
  int bold = 0;
  for (Token& token : tokens) {
    bold += token.bold_change;
    if (token.source.empty()) continue;
    std::vector<InlinePiece>& line = read.pieces[token.line];
    const bool goes_on = !line.empty() && token.shown.empty() && line.back().shown.empty() &&
                         line.back().source.end == token.source.begin && line.back().bold == (bold > 0);
    if (goes_on) {
      line.back().source.end = token.source.end;
    } else {
      line.push_back({.source = token.source, .shown = std::move(token.shown), .bold = bold > 0});
    }
  }
  return read;
}

}  // namespace clauselint
