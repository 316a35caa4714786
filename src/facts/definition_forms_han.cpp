// Definitions in Chinese: “产品”是指…, 以下简称“产品”, （“产品”）, 产品：指….
#include <array>

#include "facts/cursor.hpp"
#include "facts/definition_forms.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLongestBare = 36;  // bytes of a term without quotation marks

constexpr std::array<std::string_view, 15> kNaming = {"以下简称为", "以下简称", "以下统称为", "以下统称", "以下合称",
                                                      "以下称为",   "以下称",   "下称",       "简称为",   "简称",
                                                      "合称为",     "合称",     "统称为",     "统称",     "下简称"};

// The end of the words at `at` that say what a term means; 0 when there are none. 指 alone does so behind a mark.
std::size_t over_meaning(std::string_view text, std::size_t at, bool quoted) {
  std::size_t next = skip_blanks(text, at);
  for (const std::string_view words : {"一词", "：", ":", "，", ","}) {
    if (stands_at(text, next, words)) {
      next = skip_blanks(text, next + words.size());
      quoted = quoted || words != "一词";
    }
  }
  for (const std::string_view words :
       {"是指", "系指", "指的是", "意指", "意为", "的含义", "的定义", "定义为", "应指", "均指", "特指"}) {
    if (stands_at(text, next, words)) return next + words.size();
  }
  const bool other_word = stands_at(text, next, "指定") || stands_at(text, next, "指示") ||
                          stands_at(text, next, "指令") || stands_at(text, next, "指导") ||
                          stands_at(text, next, "指派");
  return quoted && stands_at(text, next, "指") && !other_word ? next + 3 : 0;
}

// The start of the naming words that end at `at`; `at` when there are none.
std::size_t naming_before(std::string_view text, std::size_t at) {
  at = back_over_blanks(text, at);
  for (const std::string_view mark : {"：", ":"}) {
    if (stands_before(text, at, mark)) at = back_over_blanks(text, at - mark.size());
  }
  for (const std::string_view words : kNaming) {
    if (stands_before(text, at, words)) return at - words.size();
  }
  return at;
}

bool is_named_before(std::string_view text, std::size_t at) {
  const std::size_t end = back_over_blanks(text, at);
  return naming_before(text, end) < end && naming_before(text, at) != end;
}

// （“产品”）, （下称“产品”或“货物”）.
bool stands_in_bracket(std::string_view text, std::size_t at, std::size_t last_taken) {
  at = back_over_blanks(text, at);
  if (at != 0 && opens_bracket(char_before(text, at))) return true;
  for (const std::string_view joining : {"或者", "或", "、", "和", "/", "与", "，"}) {
    if (last_taken != 0 && stands_before(text, at, joining) &&
        back_over_blanks(text, at - joining.size()) == last_taken) {
      return true;
    }
  }
  return false;
}

// 以下简称甲方）: the words up to a bracket, comma or stop.
void read_bare_names(std::string_view text, std::vector<FoundTerm>& out) {
  constexpr std::string_view kCalled = "称";
  for (std::size_t at = text.find(kCalled); at != std::string_view::npos; at = text.find(kCalled, at + 3)) {
    std::size_t begin = at + kCalled.size();
    if (stands_at(text, begin, "为")) begin += 3;
    const bool named = naming_before(text, begin) < begin;
    begin = skip_blanks(text, begin);
    if (stands_at(text, begin, "：") || stands_at(text, begin, ":")) begin += stands_at(text, begin, ":") ? 1 : 3;
    begin = skip_blanks(text, begin);
    if (!named || stands_at(text, begin, "“") || stands_at(text, begin, "\"") || stands_at(text, begin, "”")) continue;
    std::size_t end = begin;
    while (end < text.size() && end - begin <= kLongestBare) {
      const CodePoint c = decode_at(text, end);
      if (!is_han(c.value) && !is_ascii_letter(c.value)) break;
      end += c.size;
    }
    const CodePoint behind = decode_at(text, skip_blanks(text, end));
    const bool closed =
        closes_bracket(behind.value) || behind.value == U'，' || behind.value == U'。' || behind.value == U',';
    const bool clause = text.substr(begin, end - begin).find("的") != std::string_view::npos || end - begin > 24;
    if (end > begin + 3 && !clause && closed && behind.size != 0) {
      out.push_back({.begin = begin, .end = end, .by_reference = false, .inline_form = true});
    }
  }
}

// 质保期：指…, 质保期是指… at the start of a sentence.
void read_bare_meaning(std::string_view text, std::vector<FoundTerm>& out) {
  const std::size_t begin = skip_blanks(text, 0);
  std::size_t end = begin;
  while (end < text.size() && end - begin <= kLongestBare) {
    const CodePoint c = decode_at(text, end);
    const bool verb = stands_at(text, end, "是指") || stands_at(text, end, "系指") || stands_at(text, end, "指的是");
    if (verb || !is_han(c.value)) break;
    end += c.size;
  }
  for (const std::string_view lead : {"本合同所称", "本协议所称", "本条所称", "所称", "前款所称"}) {
    if (!text.substr(begin).starts_with(lead)) continue;
    if (end > begin + lead.size() && over_meaning(text, end, false) != 0) {
      out.push_back({.begin = begin + lead.size(), .end = end, .by_reference = false, .inline_form = false});
    }
    return;
  }
  constexpr std::size_t kLongest = 21;  // bytes; longer words are a sentence
  if (end > begin + 3 && end - begin <= kLongest && over_meaning(text, end, false) != 0) {
    out.push_back({.begin = begin, .end = end, .by_reference = false, .inline_form = false});
  }
}

}  // namespace

void read_han_claims(std::string_view text, const std::vector<Quoted>& quoted, std::vector<FoundTerm>& out) {
  for (const Quoted& one : quoted) {
    const std::size_t open = skip_blanks(text, one.end);
    const CodePoint bracket = decode_at(text, open);
    if (!opens_bracket(bracket.value)) continue;
    const std::size_t at = open + bracket.size;
    const bool claims = stands_at(text, at, "定义见") || stands_at(text, at, "其定义见") ||
                        stands_at(text, at, "含义见") || stands_at(text, at, "如第");
    const std::size_t close = text.substr(0, std::min(text.size(), at + 60)).find("定义", at);
    const bool other_paper = text.substr(at, 60).find("《") != std::string_view::npos;
    if (claims && close != std::string_view::npos && !other_paper) {
      out.push_back({.begin = one.begin, .end = one.end_of_words, .by_reference = true, .inline_form = false});
    }
  }
}

void read_han_definitions(std::string_view text, const std::vector<Quoted>& quoted, bool whole_cell,
                          std::vector<FoundTerm>& out) {
  const std::size_t before = out.size();
  std::size_t last_taken = 0;
  for (const Quoted& one : quoted) {
    FoundTerm term{.begin = one.begin, .end = one.end_of_words, .by_reference = false, .inline_form = false};
    const std::size_t meaning = over_meaning(text, one.end, true);
    const bool alone = whole_cell && skip_blanks(text, 0) == one.open && skip_blanks(text, one.end) == text.size();
    if (meaning != 0) {
      const std::size_t behind = skip_blanks(text, meaning);
      term.by_reference = stands_at(text, behind, "见") || stands_at(text, behind, "详见");
    } else if (is_named_before(text, one.open) || stands_in_bracket(text, one.open, last_taken)) {
      term.inline_form = true;
    } else if (!alone) {
      continue;
    }
    last_taken = one.end;
    out.push_back(term);
  }
  read_bare_names(text, out);
  if (out.size() == before) read_bare_meaning(text, out);
}

}  // namespace clauselint::facts
