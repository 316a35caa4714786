// The tree of a phrase pattern, as its author wrote it.
#include "text/phrase_tree.hpp"

#include <fmt/format.h>

#include <utility>

#include "text/folded_text.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  std::optional<PhraseError> parse(PhraseNode& root) {
    root = choice(0);
    if (!error_ && at_ < pattern_.size()) fail("\")\" without \"(\": leave it out, or write \\) for the sign");
    return error_;
  }

 private:
  bool more() const { return at_ < pattern_.size() && !error_; }
  char peek() const { return pattern_[at_]; }
  bool starts(std::string_view what) const { return pattern_.substr(at_).starts_with(what); }

  void fail(std::string message) {
    if (!error_) error_ = {.message = std::move(message), .offset = static_cast<std::uint32_t>(at_)};
  }

  PhraseNode choice(int depth) {
    if (depth > kMaxPhraseNesting)
      fail(fmt::format("more than {} groups within one another: write two patterns", kMaxPhraseNesting));
    PhraseNode alternatives{.kind = PhraseNode::Kind::Choice, .text = {}, .parts = {}, .offset = offset()};
    alternatives.parts.push_back(sequence(depth));
    while (more() && peek() == '|') {
      ++at_;
      alternatives.parts.push_back(sequence(depth));
    }
    return alternatives.parts.size() == 1 ? std::move(alternatives.parts.front()) : std::move(alternatives);
  }

  PhraseNode sequence(int depth) {
    PhraseNode row{.kind = PhraseNode::Kind::Sequence, .text = {}, .parts = {}, .offset = offset()};
    while (more() && peek() != '|' && peek() != ')') element(row, depth);
    return row;
  }

  void element(PhraseNode& row, int depth) {
    const char c = peek();
    if (c == '(') return group(row, depth);
    if (c == '<') return placeholder(row);
    if (starts("....")) return gap(row, PhraseNode::Kind::WideGap, 4);
    if (starts("...")) return gap(row, PhraseNode::Kind::LongGap, 3);
    if (starts("..")) return gap(row, PhraseNode::Kind::ShortGap, 2);
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

  void group(PhraseNode& row, int depth) {
    ++at_;
    PhraseNode inner = choice(depth + 1);
    if (error_) return;
    if (!more() || peek() != ')') return fail("\"(\" without \")\": close it, or write \\( for the sign");
    ++at_;
    // A group keeps its own node even when it holds one alternative, so that "?" takes it whole.
    PhraseNode whole{.kind = PhraseNode::Kind::Choice, .text = {}, .parts = {}, .offset = inner.offset};
    if (inner.kind == PhraseNode::Kind::Choice) {
      whole = std::move(inner);
    } else {
      whole.parts.push_back(std::move(inner));
    }
    row.parts.push_back(std::move(whole));
  }

  void placeholder(PhraseNode& row) {
    const std::uint32_t begin = offset();
    const std::size_t close = pattern_.find('>', at_);
    if (close == std::string_view::npos) return fail("\"<\" without \">\": close it, or write \\< for the sign");
    const std::string_view name = pattern_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const char letter = value_letter(name);
    PhraseNode node{.kind = letter != 0 ? PhraseNode::Kind::Value : PhraseNode::Kind::Term,
                    .text = {},
                    .parts = {},
                    .offset = begin};
    node.text = letter != 0 ? std::string(1, letter) : std::string(name);
    row.parts.push_back(std::move(node));
  }

  void gap(PhraseNode& row, PhraseNode::Kind kind, std::size_t length) {
    row.parts.push_back({.kind = kind, .text = {}, .parts = {}, .offset = offset()});
    at_ += length;
  }

  void separator(PhraseNode& row, std::size_t length) {
    if (row.parts.empty() || row.parts.back().kind != PhraseNode::Kind::Separator) {
      row.parts.push_back({.kind = PhraseNode::Kind::Separator, .text = {}, .parts = {}, .offset = offset()});
    }
    at_ += length;
  }

  void word(PhraseNode& row) {
    const CodePoint c = decode_at(pattern_, at_);
    std::string folded(pattern_.substr(at_, c.size));
    const bool as_it_is = is_ascii_digit(c.value) || (c.value >= U'a' && c.value <= U'z') || is_han(c.value);
    if (!as_it_is) folded = fold_words(folded);
    at_ += c.size;
    if (folded.empty()) return;  // a control or zero-width character: the folded text has none
    if (row.parts.empty() || row.parts.back().kind != PhraseNode::Kind::Words) {
      row.parts.push_back({.kind = PhraseNode::Kind::Words, .text = {}, .parts = {}, .offset = offset()});
    }
    row.parts.back().text += folded;
  }

  // "?" makes the group before it optional, or the one character.
  void optional(PhraseNode& row) {
    if (row.parts.empty()) return fail("\"?\" with nothing before it: write \\? for the sign");
    PhraseNode& before = row.parts.back();
    if (before.kind == PhraseNode::Kind::Words) {
      const CodePoint last = decode_before(before.text, before.text.size());
      PhraseNode character{.kind = PhraseNode::Kind::Words,
                           .text = before.text.substr(before.text.size() - last.size),
                           .parts = {},
                           .offset = offset()};
      before.text.resize(before.text.size() - last.size);
      if (before.text.empty()) row.parts.pop_back();
      PhraseNode maybe{.kind = PhraseNode::Kind::Optional, .text = {}, .parts = {}, .offset = offset()};
      maybe.parts.push_back(std::move(character));
      row.parts.push_back(std::move(maybe));
    } else if (before.kind == PhraseNode::Kind::Choice || before.kind == PhraseNode::Kind::Term ||
               before.kind == PhraseNode::Kind::Value) {
      PhraseNode maybe{.kind = PhraseNode::Kind::Optional, .text = {}, .parts = {}, .offset = before.offset};
      maybe.parts.push_back(std::move(before));
      row.parts.back() = std::move(maybe);
    } else {
      return fail("\"?\" must follow a group or a character: write \\? for the sign");
    }
    ++at_;
  }

  void tail(PhraseNode& row) {
    const bool after_word = !row.parts.empty() && row.parts.back().kind == PhraseNode::Kind::Words &&
                            is_ascii_letter(static_cast<unsigned char>(row.parts.back().text.back()));
    const bool after_group = !row.parts.empty() && row.parts.back().kind == PhraseNode::Kind::Choice;
    if (!after_word && !after_group)
      return fail("\"*\" must follow the beginning of a Latin word: write \\* for the sign");
    row.parts.push_back({.kind = PhraseNode::Kind::Tail, .text = {}, .parts = {}, .offset = offset()});
    ++at_;
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_); }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::optional<PhraseError> error_;
};

}  // namespace

std::optional<PhraseError> parse_phrase(std::string_view pattern, PhraseNode& root) {
  return Parser(pattern).parse(root);
}

}  // namespace clauselint
