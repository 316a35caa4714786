// Phrase patterns as rule authors write them, translated for the matching engine.
#include "text/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "text/phrase_tree.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kMaxPattern = 2000;  // bytes of one phrase as written
constexpr std::size_t kMaxRegex = 60'000;  // bytes after translation, terms filled in

// Not in the middle of a Latin word. The engine looks for the first character of an expression quickly only when no
// choice stands before it, so the plain forms are used wherever the character beside the edge is known.
constexpr std::string_view kEdge = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
constexpr std::string_view kWordBegins = "(?<![a-z0-9])";
constexpr std::string_view kWordEnds = "(?![a-z0-9])";

void append_escaped(std::string& regex, std::string_view words) {
  for (const char c : words) {
    if (std::string_view("\\^$.[]|()?*+{}-#").find(c) != std::string_view::npos) regex.push_back('\\');
    regex.push_back(c);
  }
}

// The letters of the values that a placeholder takes. A blank without a unit may be a duration (`within [●] of receipt`)
// or a percentage; one that tells what it asks for (`[insert period]`, a capital letter) is that alone, and one that asks
// for words (`[name]`, letter n) is only a blank. What was redacted (letter x) is one that nobody has to fill in.
std::string may_be(const std::string& letter) {
  if (letter == "b") return "[bnxDPM]";
  if (letter == "u") return "[bnDPM]";
  if (letter == "d") return "[dDbx]";
  if (letter == "p") return "[pPbx]";
  return letter == "m" ? "[mM]" : letter;
}

ValueBits bits_of(std::string_view letters) {
  ValueBits bits = 0;
  for (const char letter : letters) bits |= value_bit(letter);
  return bits;
}

// What stands at the front or the back of a node.
enum class Rim : std::uint8_t { Latin, Other, Either };

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

Rim rim_of(const PhraseNode& node, bool front) {
  switch (node.kind) {
    case PhraseNode::Kind::Words:
      return is_word_byte(front ? node.text.front() : node.text.back()) ? Rim::Latin : Rim::Other;
    case PhraseNode::Kind::Tail: return Rim::Latin;
    case PhraseNode::Kind::Value:
    case PhraseNode::Kind::Separator:
    case PhraseNode::Kind::Term: return Rim::Other;  // a term minds its own edges
    case PhraseNode::Kind::Optional:
    case PhraseNode::Kind::WideGap:
    case PhraseNode::Kind::LongGap:
    case PhraseNode::Kind::ShortGap: return Rim::Either;
    case PhraseNode::Kind::Sequence:
      return node.parts.empty() ? Rim::Either : rim_of(front ? node.parts.front() : node.parts.back(), front);
    case PhraseNode::Kind::Choice: {
      const Rim first = rim_of(node.parts.front(), front);
      const bool same =
          std::ranges::all_of(node.parts, [&](const PhraseNode& part) { return rim_of(part, front) == first; });
      return same ? first : Rim::Either;
    }
  }
  return Rim::Either;
}

std::string_view edge_before(const PhraseNode& node) {
  const Rim rim = rim_of(node, true);
  return rim == Rim::Latin ? kWordBegins : rim == Rim::Other ? std::string_view() : kEdge;
}

std::string_view edge_after(const PhraseNode& node) {
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
  std::vector<LiteralSet> write(const PhraseNode& node, int depth) {
    switch (node.kind) {
      case PhraseNode::Kind::Words:
        append_escaped(program_.regex, node.text);
        if (node.text.size() < 3) return {};
        return {LiteralSet{node.text}};
      case PhraseNode::Kind::Separator: program_.regex += spaced_ ? "[ -]" : " ?"; return {};
      case PhraseNode::Kind::Sequence: return sequence(node, depth);
      case PhraseNode::Kind::Choice: return choice(node, depth);
      case PhraseNode::Kind::Optional:
        program_.regex += "(?:";
        write(node.parts.front(), depth);
        program_.regex += ")?";
        return {};
      case PhraseNode::Kind::WideGap: return gap("([^\\n]{0,400}?)");
      case PhraseNode::Kind::LongGap: return gap("([^\\n]{0,80}?)");
      case PhraseNode::Kind::ShortGap: return gap("([^\\n,;]{0,20}?)");
      case PhraseNode::Kind::Term: return term(node, depth);
      case PhraseNode::Kind::Value:
        program_.captures.push_back({.kind = PhraseCapture::Kind::Value, .name = {}, .value = node.text.front()});
        program_.regex += "(\\x01" + may_be(node.text) + "[^\\x02]*\\x02)";
        return {};  // shorter than a literal may be
      case PhraseNode::Kind::Tail: program_.regex += "[a-z]*"; return {};
    }
    return {};
  }

  const std::optional<PhraseError>& error() const { return error_; }

 private:
  // Behind a second gap the engine is called back: what grows with the square of a sentence is counted there.
  std::vector<LiteralSet> gap(std::string_view regex) {
    const bool second = std::ranges::any_of(program_.captures,
                                            [](const PhraseCapture& c) { return c.kind == PhraseCapture::Kind::Gap; });
    program_.captures.push_back({.kind = PhraseCapture::Kind::Gap, .name = {}, .value = 0});
    program_.regex += regex;
    if (second) program_.regex += "(?C)";
    return {};
  }

  static bool is_gap(const PhraseNode& node) {
    return node.kind == PhraseNode::Kind::WideGap || node.kind == PhraseNode::Kind::LongGap ||
           node.kind == PhraseNode::Kind::ShortGap;
  }

  std::vector<LiteralSet> sequence(const PhraseNode& row, int depth) {
    std::vector<LiteralSet> needed;
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const PhraseNode& part = row.parts[i];
      const bool beside_gap =
          (i > 0 && is_gap(row.parts[i - 1])) || (i + 1 < row.parts.size() && is_gap(row.parts[i + 1]));
      if (part.kind == PhraseNode::Kind::Separator && beside_gap) continue;  // the gap takes the blank
      if (is_gap(part)) {
        if (const PhraseNode* before = neighbour(row, i, -1)) program_.regex += edge_after(*before);
        write(part, depth);
        if (const PhraseNode* after = neighbour(row, i, 1)) program_.regex += edge_before(*after);
        continue;
      }
      const bool optional_word =
          part.kind == PhraseNode::Kind::Optional && i + 2 < row.parts.size() &&
          row.parts[i + 1].kind == PhraseNode::Kind::Separator && !is_gap(row.parts[i + 2]) &&
          (i == 0 || row.parts[i - 1].kind == PhraseNode::Kind::Separator || is_gap(row.parts[i - 1]));
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
  static const PhraseNode* neighbour(const PhraseNode& row, std::size_t at, int step) {
    for (std::size_t i = at + static_cast<std::size_t>(step); i < row.parts.size();
         i += static_cast<std::size_t>(step)) {
      if (row.parts[i].kind != PhraseNode::Kind::Separator) return &row.parts[i];
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

  std::vector<LiteralSet> choice(const PhraseNode& node, int depth) {
    program_.regex += "(?:";
    Alternatives alternatives;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      if (i > 0) program_.regex += "|";
      alternatives.add(write(node.parts[i], depth));
    }
    program_.regex += ")";
    return std::move(alternatives).needed();
  }

  std::vector<LiteralSet> term(const PhraseNode& node, int depth) {
    if (depth > kMaxPhraseNesting) {
      error_ = {.message = fmt::format("term <{}> leads back to itself: its phrases may not use it", node.text),
                .offset = node.offset};
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
      PhraseNode inner;
      if (const auto error = parse_phrase((*phrases)[i], inner)) {
        error_ = {.message = fmt::format("in term <{}>: {}", node.text, error->message), .offset = node.offset};
        return {};
      }
      if (i > 0) program_.regex += "|";
      program_.regex += edge_before(inner);
      alternatives.add(write(inner, depth + 1));
      program_.regex += edge_after(inner);
      if (program_.regex.size() > kMaxRegex) {
        error_ = {.message = fmt::format("the pattern is too large with term <{}> filled in: write two", node.text),
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
  constexpr std::array<std::pair<std::string_view, char>, 9> kLetters = {{{"duration", 'd'},
                                                                          {"money", 'm'},
                                                                          {"percent", 'p'},
                                                                          {"count", 'c'},
                                                                          {"date", 't'},
                                                                          {"reference", 'r'},
                                                                          {"placeholder", 'b'},
                                                                          {"unfilled", 'u'},
                                                                          {"hours", '@'}}};
  const auto found =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const auto& entry) { return entry.first == name; });
  return found == kLetters.end() ? char{0} : found->second;
}

ValueBits value_bit(char letter) {
  constexpr std::string_view kAll = "dDpPmMctrbnxu@";
  const std::size_t at = kAll.find(letter);
  return at == std::string_view::npos ? 0 : ValueBits{1} << at;
}

std::optional<PhraseError> translate_phrase(std::string_view pattern, bool spaced, const TermLookup& terms,
                                            PhraseProgram& program) {
  if (pattern.empty()) return PhraseError{.message = "an empty pattern: write its words, or leave it out", .offset = 0};
  if (pattern.size() > kMaxPattern) {
    return PhraseError{.message = fmt::format("a pattern of more than {} bytes: write two", kMaxPattern), .offset = 0};
  }
  if (pattern.find('\n') != std::string_view::npos) {
    return PhraseError{.message = "a line feed in a pattern: write it on one line",
                       .offset = static_cast<std::uint32_t>(pattern.find('\n'))};
  }
  PhraseNode root;
  if (auto error = parse_phrase(pattern, root)) return error;
  program = {};
  program.regex += edge_before(root);
  Translator translator(spaced, terms, program);
  program.needed = translator.write(root, 0);
  for (const PhraseNode& part : root.parts) {
    if (part.kind == PhraseNode::Kind::Value) program.values.push_back(bits_of(may_be(part.text)));
  }
  std::ranges::stable_sort(program.needed, std::greater{}, worth);
  if (program.needed.size() > PhraseProgram::kMaxNeeded) program.needed.resize(PhraseProgram::kMaxNeeded);
  program.regex += edge_after(root);
  if (translator.error()) return translator.error();
  if (program.regex.size() > kMaxRegex)
    return PhraseError{.message = "the pattern is too large: write two", .offset = 0};
  return std::nullopt;
}

}  // namespace clauselint
