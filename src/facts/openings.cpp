// The Latin words that a value may begin with.
#include "facts/openings.hpp"

#include <algorithm>
#include <array>

#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

struct OpeningWord {
  std::string_view word;
  Opening opening;
};

// The words, beside number words, that a value may begin with.
constexpr OpeningWord kOpenings[] = {
    {"section", Opening::Reference},
    {"sections", Opening::Reference},
    {"sec", Opening::Reference},
    {"clause", Opening::Reference},
    {"clauses", Opening::Reference},
    {"article", Opening::Reference},
    {"articles", Opening::Reference},
    {"paragraph", Opening::Reference},
    {"paragraphs", Opening::Reference},
    {"para", Opening::Reference},
    {"subsection", Opening::Reference},
    {"subsections", Opening::Reference},
    {"subclause", Opening::Reference},
    {"subclauses", Opening::Reference},
    {"subparagraph", Opening::Reference},
    {"annex", Opening::Reference},
    {"annexes", Opening::Reference},
    {"annexure", Opening::Reference},
    {"appendix", Opening::Reference},
    {"appendices", Opening::Reference},
    {"schedule", Opening::Reference},
    {"schedules", Opening::Reference},
    {"exhibit", Opening::Reference},
    {"exhibits", Opening::Reference},
    {"attachment", Opening::Reference},
    {"attachments", Opening::Reference},
    {"january", Opening::Month},
    {"february", Opening::Month},
    {"march", Opening::Month},
    {"april", Opening::Month},
    {"may", Opening::Month},
    {"june", Opening::Month},
    {"july", Opening::Month},
    {"august", Opening::Month},
    {"september", Opening::Month},
    {"october", Opening::Month},
    {"november", Opening::Month},
    {"december", Opening::Month},
    {"jan", Opening::Month},
    {"feb", Opening::Month},
    {"mar", Opening::Month},
    {"apr", Opening::Month},
    {"jun", Opening::Month},
    {"jul", Opening::Month},
    {"aug", Opening::Month},
    {"sep", Opening::Month},
    {"sept", Opening::Month},
    {"oct", Opening::Month},
    {"nov", Opening::Month},
    {"dec", Opening::Month},
    {"rmb", Opening::Currency},
    {"cny", Opening::Currency},
    {"usd", Opening::Currency},
    {"hkd", Opening::Currency},
    {"eur", Opening::Currency},
    {"gbp", Opening::Currency},
    {"jpy", Opening::Currency},
    {"chf", Opening::Currency},
    {"sgd", Opening::Currency},
    {"cad", Opening::Currency},
    {"aud", Opening::Currency},
    {"inr", Opening::Currency},
    {"krw", Opening::Currency},
    {"next", Opening::Next},
    {"same", Opening::Next},
    {"following", Opening::Next},
    {"half", Opening::Half},
    {"first", Opening::First},
    {"anniversary", Opening::Anniversary},
    {"monday", Opening::Hours},
    {"mondays", Opening::Hours},
    {"tuesday", Opening::Hours},
    {"wednesday", Opening::Hours},
    {"thursday", Opening::Hours},
    {"friday", Opening::Hours},
    {"saturday", Opening::Hours},
    {"sunday", Opening::Hours},
    {"mon", Opening::Hours},
    {"tue", Opening::Hours},
    {"tues", Opening::Hours},
    {"wed", Opening::Hours},
    {"thu", Opening::Hours},
    {"thur", Opening::Hours},
    {"thurs", Opening::Hours},
    {"fri", Opening::Hours},
    {"sat", Opening::Hours},
    {"sun", Opening::Hours},
    {"weekdays", Opening::Hours},
    {"business", Opening::Hours},
    {"working", Opening::Hours},
    {"daily", Opening::Hours},
    {"every", Opening::Hours},
    {"around", Opening::Hours},
    {"round", Opening::Hours},
    {"noon", Opening::Hours},
};

// All opening words in alphabetical order.
constexpr auto sorted_openings() {
  std::array<OpeningWord, std::size(kOpenings) + std::size(kNumberWords)> words{};
  std::size_t count = 0;
  for (const OpeningWord& opening : kOpenings) words[count++] = opening;
  for (const NumberWord& number : kNumberWords) words[count++] = {number.word, Opening::Number};
  std::sort(words.begin(), words.end(), [](const OpeningWord& a, const OpeningWord& b) { return a.word < b.word; });
  return words;
}

constexpr auto kSorted = sorted_openings();
constexpr std::size_t kLongest = 12;  // `subparagraph`, of the opening words

// For each first letter, the lengths of the words that open a value.
constexpr std::array<std::uint32_t, 26> lengths_by_letter() {
  std::array<std::uint32_t, 26> lengths{};
  for (const OpeningWord& opening : kSorted) {
    lengths[static_cast<std::size_t>(opening.word[0] - 'a')] |= std::uint32_t{1} << opening.word.size();
  }
  lengths['x' - 'a'] = 0xFFFFFFFF;
  return lengths;
}

constexpr std::array<std::uint32_t, 26> kLengths = lengths_by_letter();

bool may_open(std::string_view word) {
  return word.size() < 32 && (kLengths[static_cast<std::size_t>((word[0] | 0x20) - 'a')] >> word.size() & 1) != 0;
}

}  // namespace

Opening opening_of(std::string_view word) {
  if (!may_open(word)) return Opening::None;
  const bool crosses = (word[0] | 0x20) == 'x' && word.find_first_not_of("xX") == std::string_view::npos;
  if (crosses) return Opening::Cross;
  if (word.size() > kLongest) return Opening::None;
  std::array<char, kLongest> buffer{};
  for (std::size_t i = 0; i < word.size(); ++i) buffer[i] = static_cast<char>(word[i] | 0x20);
  const std::string_view lower(buffer.data(), word.size());
  const auto* const found = std::lower_bound(kSorted.begin(), kSorted.end(), lower,
                                             [](const OpeningWord& a, std::string_view b) { return a.word < b; });
  return found != kSorted.end() && found->word == lower ? found->opening : Opening::None;
}

}  // namespace clauselint::facts
