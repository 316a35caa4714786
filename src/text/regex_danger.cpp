// What makes a raw expression slow on some text, or opens the engine's back doors: one pass with a stack of open groups.
#include "text/regex_danger.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <vector>

namespace clauselint {
namespace {

constexpr std::size_t kLargest = 2000;  // bytes, as of a phrase

class Reader {
 public:
  explicit Reader(std::string_view regex) : regex_(regex) {}

  std::optional<RegexDanger> find() {
    if (regex_.size() > kLargest)
      return RegexDanger{.what = fmt::format("an expression of more than {} bytes: write two", kLargest), .offset = 0};
    while (at_ < regex_.size() && !danger_) step();
    return danger_;
  }

 private:
  // A group, and whether something in it repeats without a bound.
  struct Group {
    bool repeats = false;
  };

  void step() {
    switch (regex_[at_]) {
      case '\\': return escape();
      case '[': return skip_class();
      case '(': return open();
      case ')': return close();
      default: break;
    }
    ++at_;
    take_quantifier(false);
  }

  void fail(std::string_view what) { danger_ = {.what = std::string(what), .offset = static_cast<std::uint32_t>(at_)}; }

  bool starts(std::string_view words) const { return regex_.substr(at_).starts_with(words); }

  void escape() {
    const char c = at_ + 1 < regex_.size() ? regex_[at_ + 1] : '\0';
    if (starts("\\Q")) {
      const std::size_t end = regex_.find("\\E", at_);
      at_ = end == std::string_view::npos ? regex_.size() : end + 2;
      return;
    }
    if ((c >= '1' && c <= '9') || c == 'g' || c == 'k')
      return fail("a backreference or call: matching may take exponential time, write the words out");
    if (c == 'C') return fail("\\C, which may split a character: write a dot");
    at_ += 2;
    if ((c == 'p' || c == 'P' || c == 'x' || c == 'o' || c == 'N') && at_ < regex_.size() && regex_[at_] == '{') {
      const std::size_t end = regex_.find('}', at_);
      at_ = end == std::string_view::npos ? regex_.size() : end + 1;
    }
    take_quantifier(false);
  }

  void skip_class() {
    std::size_t at = at_ + 1;
    if (at < regex_.size() && regex_[at] == '^') ++at;
    if (at < regex_.size() && regex_[at] == ']') ++at;  // the first one is a character
    while (at < regex_.size() && regex_[at] != ']') {
      const bool named = regex_.substr(at).starts_with("[:");
      const std::size_t end = named ? regex_.find(":]", at) : std::string_view::npos;
      at = end != std::string_view::npos ? end + 2 : at + (regex_[at] == '\\' ? 2 : 1);
    }
    at_ = at + 1;
    take_quantifier(false);
  }

  void open() {
    constexpr std::array<std::string_view, 4> kCalls = {"(?R", "(?&", "(?P>", "(?P="};
    for (const std::string_view call : kCalls) {
      if (starts(call))
        return fail("recursion or a call of another group: matching may take exponential time, write the words out");
    }
    const char kind = starts("(?") && at_ + 2 < regex_.size() ? regex_[at_ + 2] : '\0';
    const char next = at_ + 3 < regex_.size() ? regex_[at_ + 3] : '\0';
    const bool digit = std::isdigit(static_cast<unsigned char>(kind)) != 0 ||
                       ((kind == '+' || kind == '-') && std::isdigit(static_cast<unsigned char>(next)) != 0);
    if (digit)
      return fail("recursion or a call of another group: matching may take exponential time, write the words out");
    if (starts("(*") || kind == 'C') return fail("a verb or callout of the engine: leave it out");
    if (kind == '(') return fail("a condition within the expression: write two patterns");
    if (kind == '#') {
      const std::size_t end = regex_.find(')', at_);
      at_ = end == std::string_view::npos ? regex_.size() : end + 1;
      return;
    }
    open_.emplace_back();
    at_ += 1;
    if (kind != '\0') skip_kind();
  }

  // Past `?:`, `?=`, `?<!`, `?<name>`, `?i:` and the like: their signs are no quantifiers.
  void skip_kind() {
    ++at_;
    if (starts("<=") || starts("<!")) {
      at_ += 2;
    } else if (starts("<") || starts("'") || starts("P<")) {
      const std::size_t end = regex_.find(starts("'") ? '\'' : '>', at_ + 1);
      at_ = end == std::string_view::npos ? regex_.size() : end + 1;
    } else {
      while (at_ < regex_.size() && regex_[at_] != ':' && regex_[at_] != ')' &&
             std::string_view("=!>|").find(regex_[at_]) == std::string_view::npos) {
        ++at_;
      }
      if (at_ < regex_.size() && regex_[at_] != ')') ++at_;
    }
  }

  void close() {
    ++at_;
    if (open_.empty()) return;
    const Group group = open_.back();
    open_.pop_back();
    take_quantifier(group.repeats);
    if (!open_.empty() && group.repeats) open_.back().repeats = true;
  }

  // The quantifier behind what was just read, if there is one; `repeats` says that an unbounded one stands inside.
  void take_quantifier(bool repeats) {
    if (at_ >= regex_.size()) return;
    const std::size_t begin = at_;
    bool unbounded = regex_[at_] == '*' || regex_[at_] == '+';
    if (unbounded || regex_[at_] == '?') {
      ++at_;
    } else if (regex_[at_] == '{') {
      std::size_t at = at_ + 1;
      while (at < regex_.size() && std::isdigit(static_cast<unsigned char>(regex_[at])) != 0) ++at;
      unbounded = at > at_ + 1 && regex_.substr(at).starts_with(",}");
      const std::size_t end = regex_.find('}', at_);
      if (at == at_ + 1 || end == std::string_view::npos) return;  // a plain brace
      at_ = end + 1;
    } else {
      return;
    }
    const bool possessive = at_ < regex_.size() && regex_[at_] == '+';
    if (possessive || (at_ < regex_.size() && regex_[at_] == '?')) ++at_;
    if (!unbounded) return;
    if (repeats && !possessive) {
      at_ = begin;
      return fail("a repetition without a bound inside another: give one a bound, as in {0,20}");
    }
    if (!open_.empty()) open_.back().repeats = true;
  }

  std::string_view regex_;
  std::size_t at_ = 0;
  std::vector<Group> open_;
  std::optional<RegexDanger> danger_;
};

}  // namespace

std::optional<RegexDanger> find_danger(std::string_view regex) { return Reader(regex).find(); }

}  // namespace clauselint
