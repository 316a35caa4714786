// Definitions in English: a term in quotation marks with a word that defines, before or behind it.
#include "facts/definition_forms.hpp"

#include <array>

#include "facts/cursor.hpp"

namespace clauselint::facts {
namespace {

// Words that may stand between a bracket and the term it introduces.
constexpr std::array<std::string_view, 42> kIntroducing = {
    "the",          "a",        "an",          "each",       "such",        "this",      "collectively",
    "individually", "together", "jointly",     "severally",  "referred",    "to",        "as",
    "called",       "known",    "hereinafter", "herein",     "hereafter",   "hereunder", "or",
    "and",          "with",     "all",         "of",         "foregoing",   "being",     "sometimes",
    "also",         "in",       "agreement",   "contract",   "for",         "short",     "defined",
    "it",           "these",    "below",       "designated", "abbreviated", "either",    "any"};

constexpr std::array<std::string_view, 10> kNaming = {"called",     "as",    "hereinafter", "hereafter", "herein",
                                                      "designated", "named", "termed",      "hereby",    "hereunder"};

std::string_view next_word(std::string_view text, std::size_t& at) {
  at = skip_blanks(text, at);
  const std::string_view word = word_at(text, at);
  at += word.size();
  return word;
}

// Whether a bracket opens before `at` with nothing but introducing words and terms already taken in between.
bool stands_in_bracket(std::string_view text, std::size_t at, std::size_t last_taken) {
  constexpr int kWords = 14;
  for (int i = 0; i < kWords; ++i) {
    at = back_over_blanks(text, at);
    while (stands_before(text, at, ",") || stands_before(text, at, ":") || stands_before(text, at, "/")) {
      at = back_over_blanks(text, at - 1);
    }
    if (at == 0) return false;
    if (last_taken != 0 && at == last_taken) return true;
    if (opens_bracket(char_before(text, at))) return true;
    const std::string_view word = word_before(text, at);
    if (word.empty() || !is_one_of(word, kIntroducing)) return false;
    at -= word.size();
  }
  return false;
}

// `hereinafter referred to as "X"`, `herein called the "X"`, outside brackets.
bool is_named_before(std::string_view text, std::size_t at) {
  at = back_over_blanks(text, at);
  std::string_view word = word_before(text, at);
  if (is_word(word, "the") || is_word(word, "a") || is_word(word, "an")) {
    at = back_over_blanks(text, at - word.size());
    if (stands_before(text, at, ",")) at = back_over_blanks(text, at - 1);
    word = word_before(text, at);
  }
  if (!is_one_of(word, kNaming)) return false;
  if (!is_word(word, "as") && !is_word(word, "called")) return !is_word(word, "hereby") && !is_word(word, "named");
  const std::size_t from = at > 60 ? at - 60 : 0;
  const std::string_view before = text.substr(from, at - from);
  for (const std::string_view sign : {"herein", "hereafter", "referred to", "defined", "known"}) {
    if (before.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

enum class Sense { None, Gives, Refers };

// What the words at `at`, behind a term, make of it.
Sense meaning_behind(std::string_view text, std::size_t at) {
  std::string_view word = next_word(text, at);
  if (is_word(word, "shall") || is_word(word, "will") || is_word(word, "should")) word = next_word(text, at);
  if (is_word(word, "means") || is_word(word, "mean") || is_word(word, "refers") || is_word(word, "refer")) {
    return Sense::Gives;
  }
  if (is_word(word, "has") || is_word(word, "have")) {
    for (int i = 0; i < 4; ++i) {
      word = next_word(text, at);
      if (is_word(word, "meaning") || is_word(word, "meanings")) return Sense::Refers;
    }
    return Sense::None;
  }
  if (is_word(word, "includes") || is_word(word, "include")) return Sense::Gives;
  if (is_word(word, "is") || is_word(word, "are") || is_word(word, "be")) word = next_word(text, at);
  const bool as = is_word(word, "as");
  if (as) word = next_word(text, at);
  if (!is_word(word, "defined")) return Sense::None;
  return is_word(next_word(text, at), "as") && !as ? Sense::Gives : Sense::Refers;
}

// Over `or "Y"`, `(or "Y")`, `, as used herein,` behind a term.
std::size_t over_alternatives(std::string_view text, std::size_t at) {
  constexpr int kMost = 4;
  for (int i = 0; i < kMost; ++i) {
    std::size_t next = skip_blanks(text, at);
    if (stands_at(text, next, ",") || stands_at(text, next, "/") || stands_at(text, next, "("))
      next = skip_blanks(text, next + 1);
    const std::string_view word = word_at(text, next);
    if (is_word(word, "or") || is_word(word, "and")) next = skip_blanks(text, next + word.size());
    const Quoted other = read_quoted(text, next);
    if (other.end == 0) break;
    at = other.end;
    if (stands_at(text, at, ")")) ++at;
  }
  const std::size_t comma = skip_blanks(text, at);
  if (stands_at(text, comma, ",")) {
    std::size_t next = comma + 1;
    const std::string_view word = next_word(text, next);
    const bool aside = is_word(word, "as") || is_word(word, "when") || is_word(word, "where");
    const std::size_t close =
        aside ? text.substr(0, std::min(text.size(), next + 60)).find(',', next) : std::string_view::npos;
    if (close != std::string_view::npos) return close + 1;
  }
  return at;
}

bool opens_sentence(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestMark = 12;
  if (at > kLongestMark) return false;
  for (std::size_t i = 0; i < at; ++i) {
    if (is_letter_at(text, i) && is_letter_at(text, i + 1)) return false;
  }
  return true;
}

// `Warranty Period means`: capitals at the start of a sentence.
void read_bare(std::string_view text, std::vector<FoundTerm>& out) {
  constexpr int kWords = 6;
  constexpr std::array<std::string_view, 8> kJoining = {"of", "and", "or", "the", "to", "for", "in", "a"};
  std::size_t at = skip_blanks(text, 0);
  const std::size_t begin = at;
  std::size_t end = begin;
  for (int i = 0; i < kWords; ++i) {
    if (!is_capital_at(text, at)) {
      const std::string_view joining = word_at(text, at);
      if (i == 0 || !is_one_of(joining, kJoining)) break;
      at = skip_blanks(text, at + joining.size());
      continue;
    }
    end = over_term_word(text, at);
    at = skip_blanks(text, end);
  }
  if (end == begin || end >= text.size()) return;
  const std::string_view verb = word_at(text, at);
  const bool defines = is_word(verb, "means") || is_word(verb, "shall") || is_word(verb, "has") ||
                       is_word(verb, "mean") || is_word(verb, "have");
  if (!defines) return;
  const Sense meaning = meaning_behind(text, at);
  const std::string_view first = word_at(text, begin);
  constexpr std::array<std::string_view, 6> kNoTerm = {"this", "that", "which", "it", "such", "each"};
  std::size_t behind = at;
  next_word(text, behind);
  const bool includes = is_word(word_at(text, skip_blanks(text, behind)), "include") ||
                        is_word(word_at(text, skip_blanks(text, behind)), "refer");
  if (meaning == Sense::None || is_one_of(first, kNoTerm) || includes) return;
  out.push_back({.begin = begin, .end = end, .by_reference = meaning == Sense::Refers, .inline_form = false});
}

}  // namespace

void read_definitions(std::string_view text, const std::vector<Quoted>& quoted, bool whole_cell,
                      std::vector<FoundTerm>& out) {
  if (quoted.empty()) return read_bare(text, out);
  std::size_t last_taken = 0;
  for (const Quoted& one : quoted) {
    FoundTerm term{.begin = one.begin, .end = one.end_of_words, .by_reference = false, .inline_form = false};
    const std::size_t behind = over_alternatives(text, one.end);
    const Sense meaning = meaning_behind(text, behind);
    const bool starts = opens_sentence(text, one.open);
    const bool listed = starts && (stands_at(text, skip_blanks(text, one.end), ":") ||
                                   (whole_cell && skip_blanks(text, one.end) == text.size()));
    if (meaning == Sense::Refers || meaning == Sense::Gives || listed) {
      term.by_reference = meaning == Sense::Refers;
    } else if ((is_capital_at(text, one.begin) || is_digit_at(text, one.begin)) &&
               (stands_in_bracket(text, one.open, last_taken) || is_named_before(text, one.open))) {
      term.inline_form = true;
    } else {
      continue;
    }
    last_taken = one.end;
    out.push_back(term);
  }
}

FoundTerm capitals_before(std::string_view text, std::size_t end) {
  FoundTerm term{.begin = end, .end = end, .by_reference = false, .inline_form = false};
  constexpr int kWords = 5;
  for (int i = 0; i < kWords; ++i) {
    const std::size_t word_end = i == 0 ? end : back_over_blanks(text, term.begin);
    if (i > 0 && word_end == term.begin) break;
    std::size_t begin = word_end;
    while (begin > 0 && (is_letter_at(text, begin - 1) || text[begin - 1] == '-')) --begin;
    if (begin == word_end || !is_capital_at(text, begin)) break;
    constexpr std::array<std::string_view, 8> kArticles = {"The", "This", "Each", "Any", "Such", "All", "A", "An"};
    const std::string_view word = text.substr(begin, word_end - begin);
    if (std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end()) break;
    term.begin = begin;
  }
  return term;
}

void read_claims(std::string_view text, std::vector<FoundTerm>& out) {
  constexpr std::string_view kSign = "defined ";
  for (std::size_t at = text.find(kSign); at != std::string_view::npos; at = text.find(kSign, at + 1)) {
    std::size_t before = back_over_blanks(text, at);
    if (!is_word(word_before(text, before), "as")) continue;
    before = back_over_blanks(text, before - 2);
    if (!stands_before(text, before, "(")) continue;
    const FoundTerm term = capitals_before(text, back_over_blanks(text, before - 1));
    std::size_t behind = at + kSign.size();
    const std::string_view first = next_word(text, behind);
    constexpr std::array<std::string_view, 4> kHere = {"below", "above", "herein", "hereinafter"};
    bool here = is_one_of(first, kHere);
    if (is_word(first, "in")) {
      const std::string_view second = next_word(text, behind);
      constexpr std::array<std::string_view, 7> kParts = {"section",  "clause", "article", "paragraph",
                                                          "schedule", "annex",  "appendix"};
      const std::size_t close = text.substr(0, std::min(text.size(), behind + 24)).find(')', behind);
      here = is_one_of(second, kParts) && close != std::string_view::npos;  // `of the Lease` is too long
    }
    if (here && term.begin < term.end) out.push_back(term);
  }
}

}  // namespace clauselint::facts
