// Which of several limits counts. Only words that speak of limits: `the earlier agreement` chooses nothing.
#include "rules/alternatives.hpp"

#include <algorithm>
#include <array>

namespace clauselint {
namespace {

struct Chooser {
  std::string_view words;
  FactChoice choice = FactChoice::None;
};

constexpr std::array<Chooser, 16> kComparing = {{{"earliest", FactChoice::Earlier},
                                                 {"earlier", FactChoice::Earlier},
                                                 {"first", FactChoice::Earlier},
                                                 {"sooner", FactChoice::Earlier},
                                                 {"shorter", FactChoice::Earlier},
                                                 {"latest", FactChoice::Later},
                                                 {"later", FactChoice::Later},
                                                 {"last", FactChoice::Later},
                                                 {"longer", FactChoice::Later},
                                                 {"lesser", FactChoice::Lesser},
                                                 {"lower", FactChoice::Lesser},
                                                 {"less", FactChoice::Lesser},
                                                 {"smaller", FactChoice::Lesser},
                                                 {"greater", FactChoice::Greater},
                                                 {"higher", FactChoice::Greater},
                                                 {"larger", FactChoice::Greater}}};

constexpr std::array<Chooser, 30> kChoosersZh = {
    {{"先到者", FactChoice::Earlier}, {"先到期", FactChoice::Earlier}, {"以先到", FactChoice::Earlier},
     {"较早", FactChoice::Earlier},   {"孰早", FactChoice::Earlier},   {"早者", FactChoice::Earlier},
     {"先者", FactChoice::Earlier},   {"先届满", FactChoice::Earlier}, {"先发生", FactChoice::Earlier},
     {"先达到", FactChoice::Earlier}, {"孰先", FactChoice::Earlier},   {"较短者", FactChoice::Earlier},
     {"后到者", FactChoice::Later},   {"后到期", FactChoice::Later},   {"后到为准", FactChoice::Later},
     {"较晚", FactChoice::Later},     {"孰晚", FactChoice::Later},     {"晚者", FactChoice::Later},
     {"较迟", FactChoice::Later},     {"后届满", FactChoice::Later},   {"后发生", FactChoice::Later},
     {"孰后", FactChoice::Later},     {"较长者", FactChoice::Later},   {"较低者", FactChoice::Lesser},
     {"孰低", FactChoice::Lesser},    {"较小者", FactChoice::Lesser},  {"较高者", FactChoice::Greater},
     {"孰高", FactChoice::Greater},   {"较大者", FactChoice::Greater}, {"以高者为准", FactChoice::Greater}}};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_letter(text[at - 1])) && (at + size == text.size() || !is_letter(text[at + size]));
}

// The first comparing word of a stretch.
Alternative comparing(std::string_view words, std::uint32_t offset) {
  Alternative found;
  for (const Chooser& chooser : kComparing) {
    const std::size_t at = words.find(chooser.words);
    if (at == std::string_view::npos || !stands_alone(words, at, chooser.words.size())) continue;
    const auto begin = static_cast<std::uint32_t>(offset + at);
    if (found.choice != FactChoice::None && found.span.begin <= begin) continue;
    found = {.choice = chooser.choice,
             .span = {.begin = begin, .end = static_cast<std::uint32_t>(begin + chooser.words.size())}};
  }
  return found;
}

// `whichever … first`, `the earlier of`, `the greater of`.
Alternative find_english(std::string_view text, ByteSpan sentence) {
  constexpr std::uint32_t kReach = 60;  // bytes from `whichever` to what it chooses
  const std::string_view words = slice(text, sentence);
  if (const std::size_t which = words.find("whichever"); which != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(sentence.begin + which);
    Alternative found = comparing(slice(text, {.begin = begin, .end = std::min(begin + kReach, sentence.end)}), begin);
    if (found.choice != FactChoice::None) found.span.begin = begin;
    return found;
  }
  for (std::size_t at = words.find(" of"); at != std::string_view::npos; at = words.find(" of", at + 3)) {
    constexpr std::size_t kLongestWord = 12;
    const std::size_t from = at > kLongestWord ? at - kLongestWord : 0;
    const Alternative found =
        comparing(words.substr(from, at - from), static_cast<std::uint32_t>(sentence.begin + from));
    if (found.choice != FactChoice::None && found.span.end == sentence.begin + at) {
      const bool article = words.substr(0, found.span.begin - sentence.begin).ends_with("the ");
      if (article) return found;
    }
  }
  return {};
}

Alternative find_chinese(std::string_view text, ByteSpan sentence) {
  const std::string_view words = slice(text, sentence);
  for (const Chooser& chooser : kChoosersZh) {
    const std::size_t at = words.find(chooser.words);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(sentence.begin + at);
    return {.choice = chooser.choice,
            .span = {.begin = begin, .end = static_cast<std::uint32_t>(begin + chooser.words.size())}};
  }
  return {};
}

}  // namespace

Alternative find_alternative(std::string_view text, ByteSpan sentence, Language language) {
  return language == Language::Zh ? find_chinese(text, sentence) : find_english(text, sentence);
}

}  // namespace clauselint
