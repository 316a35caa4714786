// Words with capitals that are used like defined terms, for terms that a draft forgot to define.
#include "facts/term_candidates.hpp"

#include <algorithm>
#include <array>

#include "facts/cursor.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {
namespace {

constexpr std::uint32_t kFewestUses = 4;
constexpr std::size_t kMostWords = 4;

constexpr std::array<std::string_view, 13> kDetermining = {"the", "any",  "each", "such",  "all",   "every", "a",
                                                           "an",  "said", "its",  "their", "these", "those"};

// Words that belong to names of offices, states, courts, laws, papers and their parts, or are written with a capital anyway.
constexpr std::array<std::string_view, 130> kOfNames = {
    "act",        "administration", "agency",      "agreement",   "agreements", "ag",          "amendment",
    "annex",      "appendix",       "arbitration", "article",     "articles",   "association", "attachment",
    "attorney",   "authority",      "bank",        "board",       "bureau",     "bylaws",      "center",
    "centre",     "chairman",       "chamber",     "chapter",     "charter",    "chief",       "city",
    "clause",     "code",           "commerce",    "commission",  "committee",  "common",      "company",
    "congress",   "contract",       "convention",  "corporation", "council",    "county",      "court",
    "courts",     "department",     "director",    "directors",   "directive",  "district",    "dollar",
    "dollars",    "euro",           "exchange",    "executive",   "exhibit",    "exhibits",    "federal",
    "financial",  "general",        "god",         "government",  "group",      "high",        "incoterms",
    "institute",  "international",  "internet",    "law",         "laws",       "licence",     "ltd",
    "inc",        "management",     "manager",     "market",      "ministry",   "mr",          "ms",
    "national",   "north",          "notary",      "office",      "officer",    "ordinance",   "organization",
    "parliament", "part",           "partnership", "party",       "parties",    "people",      "personnel",
    "president",  "province",       "public",      "recital",     "recitals",   "regional",    "registrar",
    "registry",   "regulation",     "regulations", "republic",    "rule",       "rules",       "schedule",
    "schedules",  "secretary",      "section",     "sections",    "securities", "senate",      "senior",
    "society",    "south",          "standards",   "state",       "states",     "stock",       "supreme",
    "table",      "treasurer",      "treasury",    "tribunal",    "trust",      "union",       "united",
    "university", "vice",           "web",         "west"};

// `HTTP`, `MAs`: an abbreviation.
bool is_shouted(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

bool has_name_word(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = word_at(words, at);
    if (is_one_of(word, kOfNames) || is_shouted(word)) return true;
    at += word.empty() ? 1 : word.size();
  }
  return false;
}

// Whether a sentence could begin at `at`, so that a capital says nothing.
bool may_open(std::string_view text, std::size_t at) {
  const std::size_t end = back_over_blanks(text, at);
  if (end == 0 || end == at) return true;
  const char32_t before = char_before(text, end);
  return !is_ascii_letter(before) && before != U',';
}

}  // namespace

std::size_t CandidateCounter::take(std::string_view text, std::size_t at, std::uint32_t begin, std::uint32_t index) {
  const std::size_t start = at;
  std::size_t end = over_term_word(text, at);
  std::size_t words = 1;
  for (std::size_t next = skip_blanks(text, end); next != end && is_capital_at(text, next);
       next = skip_blanks(text, end)) {
    end = over_term_word(text, next);
    ++words;
  }
  if (may_open(text, start) || words > kMostWords) return end;
  const char32_t behind = decode_at(text, end).value;
  const char32_t beyond = decode_at(text, skip_blanks(text, end)).value;
  const bool odd = behind == U'&' || behind == U'/' || behind == U'@' || beyond == U'&' || beyond == U'"' ||
                   beyond == U'“' || is_ascii_digit(beyond);
  const std::string_view phrase = text.substr(start, end - start);
  if (odd || has_name_word(phrase)) return end;
  const std::size_t before = back_over_blanks(text, start);
  const bool determined = is_one_of(word_before(text, before), kDetermining);
  // `the Bank of X`, `the City of Y`: the run is the beginning of a name.
  const std::string_view next_word = word_at(text, skip_blanks(text, end));
  const std::size_t behind_of = skip_blanks(text, skip_blanks(text, end) + next_word.size());
  if (is_word(next_word, "of") && is_capital_at(text, behind_of)) return end;
  const auto [place, is_new] = indexes_.emplace(term_key(phrase), static_cast<std::uint32_t>(candidates_.size()));
  if (is_new) {
    const auto from = static_cast<std::uint32_t>(begin + start);
    const auto to = static_cast<std::uint32_t>(begin + end);
    candidates_.push_back({.words = std::string(phrase), .first = {.begin = from, .end = to}, .sentence = index});
  }
  TermCandidate& candidate = candidates_[place->second];
  ++candidate.uses;
  candidate.determined += determined ? 1 : 0;
  candidate.counted += determined && !is_word(word_before(text, before), "the") ? 1 : 0;
  return end;
}

std::vector<TermCandidate> CandidateCounter::found() const {
  std::vector<TermCandidate> kept;
  for (const TermCandidate& candidate : candidates_) {
    const bool used = candidate.uses >= kFewestUses && candidate.determined * 4 >= candidate.uses * 3;
    const bool name = candidate.words.find(' ') == std::string::npos && candidate.counted == 0;  // `the Netherlands`
    if (used && !name) kept.push_back(candidate);
  }
  if (kept.empty()) return kept;
  TermTable excluded;
  constexpr std::size_t kLongestPhrase = 120;
  for (const std::string_view words : excluded_) {
    if (words.size() <= kLongestPhrase) excluded.add(words);
  }
  std::erase_if(kept,
                [&](const TermCandidate& candidate) { return excluded.find(candidate.words) != TermTable::npos; });
  return kept;
}

}  // namespace clauselint::facts
