// Phrase patterns as rule authors write them, translated for the matching engine.
#include "text/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "text/folded_text.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kMaxPattern = 2000;  // bytes of one phrase as written
constexpr int kMaxNesting = 12;            // groups and terms within one another
constexpr std::size_t kMaxRegex = 60'000;  // bytes after translation, terms filled in

// Not in the middle of a Latin word. The engine looks for the first character of an expression quickly only when no
// choice stands before it, so the plain forms are used wherever the character beside the edge is known.
constexpr std::string_view kEdge = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
constexpr std::string_view kWordBegins = "(?<![a-z0-9])";
constexpr std::string_view kWordEnds = "(?![a-z0-9])";

struct Node {
  enum class Kind : std::uint8_t { Words, Separator, Sequence, Choice, Optional, LongGap, ShortGap, Term, Value, Tail };
  Kind kind = Kind::Sequence;
  std::string text;  // Words: folded; Term: name; Value: letter
  std::vector<Node> parts;
  std::uint32_t offset = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  std::optional<PhraseError> parse(Node& root) {
    root = choice(0);
    if (!error_ && at_ < pattern_.size()) fail("\")\" without \"(\"");
    return error_;
  }

 private:
  bool more() const { return at_ < pattern_.size() && !error_; }
  char peek() const { return pattern_[at_]; }
  bool starts(std::string_view what) const { return pattern_.substr(at_).starts_with(what); }

  void fail(std::string message) {
    if (!error_) error_ = {.message = std::move(message), .offset = static_cast<std::uint32_t>(at_)};
  }

  Node choice(int depth) {
    if (depth > kMaxNesting) fail(fmt::format("more than {} groups within one another", kMaxNesting));
    Node alternatives{.kind = Node::Kind::Choice, .text = {}, .parts = {}, .offset = offset()};
    alternatives.parts.push_back(sequence(depth));
    while (more() && peek() == '|') {
      ++at_;
      alternatives.parts.push_back(sequence(depth));
    }
    return alternatives.parts.size() == 1 ? std::move(alternatives.parts.front()) : std::move(alternatives);
  }

  Node sequence(int depth) {
    Node row{.kind = Node::Kind::Sequence, .text = {}, .parts = {}, .offset = offset()};
    while (more() && peek() != '|' && peek() != ')') element(row, depth);
    return row;
  }

  void element(Node& row, int depth) {
    const char c = peek();
    if (c == '(') return group(row, depth);
    if (c == '<') return placeholder(row);
    if (starts("...")) return gap(row, Node::Kind::LongGap, 3);
    if (starts("..")) return gap(row, Node::Kind::ShortGap, 2);
    if (c == '?') return optional(row);
    if (c == '*') return tail(row);
    const CodePoint here = decode_at(pattern_, at_);
    if (is_blank(here.value) || here.value == U'\n') return separator(row, here.size);
    if (c == '\\') {
      ++at_;
      if (!more()) return fail("a backslash at the end: write the character after it");
    }
    word(row);
  }

  void group(Node& row, int depth) {
    ++at_;
    Node inner = choice(depth + 1);
    if (error_) return;
    if (!more() || peek() != ')') return fail("\"(\" without \")\"");
    ++at_;
    // A group keeps its own node even when it holds one alternative, so that "?" takes it whole.
    Node whole{.kind = Node::Kind::Choice, .text = {}, .parts = {}, .offset = inner.offset};
    if (inner.kind == Node::Kind::Choice) {
      whole = std::move(inner);
    } else {
      whole.parts.push_back(std::move(inner));
    }
    row.parts.push_back(std::move(whole));
  }

  void placeholder(Node& row) {
    const std::uint32_t begin = offset();
    const std::size_t close = pattern_.find('>', at_);
    if (close == std::string_view::npos) return fail("\"<\" without \">\"");
    const std::string_view name = pattern_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const char letter = value_letter(name);
    Node node{.kind = letter != 0 ? Node::Kind::Value : Node::Kind::Term, .text = {}, .parts = {}, .offset = begin};
    node.text = letter != 0 ? std::string(1, letter) : std::string(name);
    row.parts.push_back(std::move(node));
  }

  void gap(Node& row, Node::Kind kind, std::size_t length) {
    row.parts.push_back({.kind = kind, .text = {}, .parts = {}, .offset = offset()});
    at_ += length;
  }

  void separator(Node& row, std::size_t length) {
    if (row.parts.empty() || row.parts.back().kind != Node::Kind::Separator) {
      row.parts.push_back({.kind = Node::Kind::Separator, .text = {}, .parts = {}, .offset = offset()});
    }
    at_ += length;
  }

  void word(Node& row) {
    const CodePoint c = decode_at(pattern_, at_);
    std::string folded(pattern_.substr(at_, c.size));
    const bool as_it_is = is_ascii_digit(c.value) || (c.value >= U'a' && c.value <= U'z') || is_han(c.value);
    if (!as_it_is) folded = fold_words(folded);
    if (row.parts.empty() || row.parts.back().kind != Node::Kind::Words) {
      row.parts.push_back({.kind = Node::Kind::Words, .text = {}, .parts = {}, .offset = offset()});
    }
    row.parts.back().text += folded;
    at_ += c.size;
  }

  // "?" makes the group before it optional, or the one character.
  void optional(Node& row) {
    if (row.parts.empty()) return fail("\"?\" with nothing before it");
    Node& before = row.parts.back();
    if (before.kind == Node::Kind::Words) {
      const CodePoint last = decode_before(before.text, before.text.size());
      Node character{.kind = Node::Kind::Words, .text = before.text.substr(before.text.size() - last.size), .parts = {},
                     .offset = offset()};
      before.text.resize(before.text.size() - last.size);
      if (before.text.empty()) row.parts.pop_back();
      Node maybe{.kind = Node::Kind::Optional, .text = {}, .parts = {}, .offset = offset()};
      maybe.parts.push_back(std::move(character));
      row.parts.push_back(std::move(maybe));
    } else if (before.kind == Node::Kind::Choice || before.kind == Node::Kind::Term || before.kind == Node::Kind::Value) {
      Node maybe{.kind = Node::Kind::Optional, .text = {}, .parts = {}, .offset = before.offset};
      maybe.parts.push_back(std::move(before));
      row.parts.back() = std::move(maybe);
    } else {
      return fail("\"?\" must follow a group or a character");
    }
    ++at_;
  }

  void tail(Node& row) {
    const bool after_word = !row.parts.empty() && row.parts.back().kind == Node::Kind::Words &&
                            is_ascii_letter(static_cast<unsigned char>(row.parts.back().text.back()));
    const bool after_group = !row.parts.empty() && row.parts.back().kind == Node::Kind::Choice;
    if (!after_word && !after_group) return fail("\"*\" must follow the beginning of a Latin word");
    row.parts.push_back({.kind = Node::Kind::Tail, .text = {}, .parts = {}, .offset = offset()});
    ++at_;
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_); }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::optional<PhraseError> error_;
};

void append_escaped(std::string& regex, std::string_view words) {
  for (const char c : words) {
    if (std::string_view("\\^$.[]|()?*+{}-#").find(c) != std::string_view::npos) regex.push_back('\\');
    regex.push_back(c);
  }
}

// What stands at the front or the back of a node.
enum class Rim : std::uint8_t { Latin, Other, Either };

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

Rim rim_of(const Node& node, bool front) {
  switch (node.kind) {
    case Node::Kind::Words: return is_word_byte(front ? node.text.front() : node.text.back()) ? Rim::Latin : Rim::Other;
    case Node::Kind::Tail: return Rim::Latin;
    case Node::Kind::Value:
    case Node::Kind::Separator:
    case Node::Kind::Term: return Rim::Other;  // a term minds its own edges
    case Node::Kind::Optional:
    case Node::Kind::LongGap:
    case Node::Kind::ShortGap: return Rim::Either;
    case Node::Kind::Sequence:
      return node.parts.empty() ? Rim::Either : rim_of(front ? node.parts.front() : node.parts.back(), front);
    case Node::Kind::Choice: {
      const Rim first = rim_of(node.parts.front(), front);
      const bool same = std::ranges::all_of(node.parts, [&](const Node& part) { return rim_of(part, front) == first; });
      return same ? first : Rim::Either;
    }
  }
  return Rim::Either;
}

std::string_view edge_before(const Node& node) {
  const Rim rim = rim_of(node, true);
  return rim == Rim::Latin ? kWordBegins : rim == Rim::Other ? std::string_view() : kEdge;
}

std::string_view edge_after(const Node& node) {
  const Rim rim = rim_of(node, false);
  return rim == Rim::Latin ? kWordEnds : rim == Rim::Other ? std::string_view() : kEdge;
}

// The longer the shortest literal, the rarer the candidates.
std::size_t worth(const LiteralSet& literals) {
  std::size_t shortest = std::numeric_limits<std::size_t>::max() / 128;
  for (const std::string& literal : literals) shortest = std::min(shortest, literal.size());
  return shortest * 64 - std::min<std::size_t>(literals.size(), 63);
}

class Translator {
 public:
  Translator(bool spaced, const TermLookup& terms, PhraseProgram& program)
      : spaced_(spaced), terms_(terms), program_(program) {}

  // Writes the expression; returns the literal sets that each match of the node needs.
  std::vector<LiteralSet> write(const Node& node, int depth) {
    switch (node.kind) {
      case Node::Kind::Words:
        append_escaped(program_.regex, node.text);
        if (node.text.size() < 3) return {};
        return {LiteralSet{node.text}};
      case Node::Kind::Separator:
        program_.regex += spaced_ ? "[ -]" : " ?";
        return {};
      case Node::Kind::Sequence:
        return sequence(node, depth);
      case Node::Kind::Choice:
        return choice(node, depth);
      case Node::Kind::Optional:
        program_.regex += "(?:";
        write(node.parts.front(), depth);
        program_.regex += ")?";
        return {};
      case Node::Kind::LongGap:
        return gap("([^\\n]{0,80}?)");
      case Node::Kind::ShortGap:
        return gap("([^\\n,;]{0,20}?)");
      case Node::Kind::Term:
        return term(node, depth);
      case Node::Kind::Value:
        program_.captures.push_back({.kind = PhraseCapture::Kind::Value, .name = {}, .value = node.text.front()});
        program_.regex += "(\\x01" + node.text + "[^\\x02]*\\x02)";
        return {};  // shorter than a literal may be
      case Node::Kind::Tail:
        program_.regex += "[a-z]*";
        return {};
    }
    return {};
  }

  const std::optional<PhraseError>& error() const { return error_; }

 private:
  std::vector<LiteralSet> gap(std::string_view regex) {
    program_.captures.push_back({.kind = PhraseCapture::Kind::Gap, .name = {}, .value = 0});
    program_.regex += regex;
    return {};
  }

  static bool is_gap(const Node& node) {
    return node.kind == Node::Kind::LongGap || node.kind == Node::Kind::ShortGap;
  }

  std::vector<LiteralSet> sequence(const Node& row, int depth) {
    std::vector<LiteralSet> needed;
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const Node& part = row.parts[i];
      const bool beside_gap = (i > 0 && is_gap(row.parts[i - 1])) || (i + 1 < row.parts.size() && is_gap(row.parts[i + 1]));
      if (part.kind == Node::Kind::Separator && beside_gap) continue;  // the gap takes the blank
      if (is_gap(part)) {
        if (const Node* before = neighbour(row, i, -1)) program_.regex += edge_after(*before);
        write(part, depth);
        if (const Node* after = neighbour(row, i, 1)) program_.regex += edge_before(*after);
        continue;
      }
      const bool optional_word = part.kind == Node::Kind::Optional && i + 2 < row.parts.size() &&
                                 row.parts[i + 1].kind == Node::Kind::Separator && !is_gap(row.parts[i + 2]) &&
                                 (i == 0 || row.parts[i - 1].kind == Node::Kind::Separator || is_gap(row.parts[i - 1]));
      if (optional_word) {  // "the (warranty)? period": an absent word takes one blank with it
        program_.regex += "(?:";
        write(part.parts.front(), depth);
        write(row.parts[i + 1], depth);
        program_.regex += ")?";
        ++i;
        continue;
      }
      std::ranges::move(write(part, depth), std::back_inserter(needed));
    }
    return needed;
  }

  // The node beside a gap, blanks passed over; nullptr at the end of the row.
  static const Node* neighbour(const Node& row, std::size_t at, int step) {
    for (std::size_t i = at + static_cast<std::size_t>(step); i < row.parts.size(); i += static_cast<std::size_t>(step)) {
      if (row.parts[i].kind != Node::Kind::Separator) return &row.parts[i];
    }
    return nullptr;
  }

  // One of the alternatives matches: a set for all of them, if each has one.
  class Alternatives {
   public:
    void add(std::vector<LiteralSet> needed) {
      const auto best = std::ranges::max_element(needed, {}, worth);
      if (best == needed.end()) {
        complete_ = false;
      } else {
        std::ranges::move(*best, std::back_inserter(all_));
      }
    }
    std::vector<LiteralSet> needed() && {
      if (!complete_ || all_.empty()) return {};
      return {std::move(all_)};
    }

   private:
    LiteralSet all_;
    bool complete_ = true;
  };

  std::vector<LiteralSet> choice(const Node& node, int depth) {
    program_.regex += "(?:";
    Alternatives alternatives;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      if (i > 0) program_.regex += "|";
      alternatives.add(write(node.parts[i], depth));
    }
    program_.regex += ")";
    return std::move(alternatives).needed();
  }

  std::vector<LiteralSet> term(const Node& node, int depth) {
    if (depth > kMaxNesting) {
      error_ = {.message = fmt::format("term <{}> leads back to itself", node.text), .offset = node.offset};
      return {};
    }
    const std::optional<std::vector<std::string>> phrases = terms_(node.text);
    if (!phrases) {
      error_ = {.message = fmt::format("unknown term <{}>", node.text), .offset = node.offset};
      return {};
    }
    program_.captures.push_back({.kind = PhraseCapture::Kind::Term, .name = node.text, .value = 0});
    program_.regex += "(";
    Alternatives alternatives;
    for (std::size_t i = 0; i < phrases->size() && !error_; ++i) {
      Node inner;
      if (const auto error = Parser((*phrases)[i]).parse(inner)) {
        error_ = {.message = fmt::format("in term <{}>: {}", node.text, error->message), .offset = node.offset};
        return {};
      }
      if (i > 0) program_.regex += "|";
      program_.regex += edge_before(inner);
      alternatives.add(write(inner, depth + 1));
      program_.regex += edge_after(inner);
      if (program_.regex.size() > kMaxRegex) {
        error_ = {.message = fmt::format("the pattern is too large with term <{}> filled in", node.text),
                  .offset = node.offset};
      }
    }
    if (phrases->empty()) program_.regex += "(?!)";  // a term without words in this language matches nothing
    program_.regex += ")";
    return std::move(alternatives).needed();
  }

  bool spaced_;
  const TermLookup& terms_;
  PhraseProgram& program_;
  std::optional<PhraseError> error_;
};

}  // namespace

char value_letter(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 7> kLetters = {{{"duration", 'd'},
                                                                         {"money", 'm'},
                                                                         {"percent", 'p'},
                                                                         {"count", 'c'},
                                                                         {"date", 't'},
                                                                         {"reference", 'r'},
                                                                         {"placeholder", 'b'}}};
  const auto found = std::find_if(kLetters.begin(), kLetters.end(), [&](const auto& entry) { return entry.first == name; });
  return found == kLetters.end() ? char{0} : found->second;
}

std::optional<PhraseError> translate_phrase(std::string_view pattern, bool spaced, const TermLookup& terms,
                                            PhraseProgram& program) {
  if (pattern.empty()) return PhraseError{.message = "an empty pattern", .offset = 0};
  if (pattern.size() > kMaxPattern) {
    return PhraseError{.message = fmt::format("a pattern of more than {} bytes", kMaxPattern), .offset = 0};
  }
  if (pattern.find('\n') != std::string_view::npos) {
    return PhraseError{.message = "a line feed in a pattern", .offset = static_cast<std::uint32_t>(pattern.find('\n'))};
  }
  Node root;
  if (auto error = Parser(pattern).parse(root)) return error;
  program = {};
  program.regex += edge_before(root);
  Translator translator(spaced, terms, program);
  program.needed = translator.write(root, 0);
  std::ranges::stable_sort(program.needed, std::greater{}, worth);
  if (program.needed.size() > PhraseProgram::kMaxNeeded) program.needed.resize(PhraseProgram::kMaxNeeded);
  program.regex += edge_after(root);
  if (translator.error()) return translator.error();
  if (program.regex.size() > kMaxRegex) return PhraseError{.message = "the pattern is too large", .offset = 0};
  return std::nullopt;
}

}  // namespace clauselint
