// Introductions of parties in English.
#include "facts/party_forms.hpp"

#include <array>

#include "facts/cursor.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kReach = 400;  // bytes before a bracket that may belong to the name in front of it

constexpr std::array<std::string_view, 24> kCompanyWords = {
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "llc", "llp",  "lp", "plc", "gmbh",      "ag", "sa",
    "bv",  "nv",      "pty", "company",      "co",   "partnership", "kg",  "sarl", "oy", "ab",  "individual"};
constexpr std::array<std::string_view, 12> kCompanySigns = {
    "under the laws", "principal place", "principal office", "registered office", "place of business", "organized",
    "incorporated",   "having its",      "with offices",     "whose address",     "located at",        "a company"};

// The end of an alias at `at`: a lettered party or a role's word with a capital; 0 when there is none.
std::size_t read_alias(std::string_view text, std::string_view lower, std::size_t at, const RoleWords& roles,
                       FoundAlias& alias) {
  std::string spelled;
  if (const std::size_t end = read_lettered_party(text, at, spelled); end != 0) {
    alias = {.words = std::move(spelled), .begin = at, .end = end};
    return end;
  }
  const bool begins = is_capital_at(text, at) && (at == 0 || !is_letter_at(text, at - 1));
  const RoleWords::Hit hit = begins ? roles.at(lower, at) : RoleWords::Hit{};
  const bool plural = hit.end != 0 && text[hit.end - 1] == 's';
  if (hit.end == 0 || plural) return 0;
  alias = {.words = std::string(text.substr(at, hit.end - at)), .begin = at, .end = hit.end};
  return hit.end;
}

std::size_t over_introducing(std::string_view lower, std::size_t at) {
  constexpr std::array<std::string_view, 9> kWords = {"the",    "hereinafter", "referred", "to", "as",
                                                      "called", "hereafter",   "herein",   "a"};
  for (int i = 0; i < 6; ++i) {
    const std::string_view word = word_at(lower, at);
    if (word.empty() || !is_one_of(word, kWords)) return at;
    at = skip_blanks(lower, at + word.size());
  }
  return at;
}

// The alias in the bracket at `at`: `(Supplier)`, `(hereinafter the Supplier)`, `("Supplier")`; 0 when there is none.
std::size_t read_bracketed(std::string_view text, std::string_view lower, std::size_t at, const RoleWords& roles,
                           FoundAlias& alias) {
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return 0;
  std::size_t next = over_introducing(lower, skip_blanks(text, at + open.size));
  const Quoted quoted = read_quoted(text, next);
  const std::size_t end = read_alias(text, lower, quoted.end != 0 ? quoted.begin : next, roles, alias);
  if (end == 0) return 0;
  next = skip_blanks(text, quoted.end != 0 ? quoted.end : end);
  const CodePoint close = decode_at(text, next);
  return closes_bracket(close.value) ? next + close.size : 0;
}

std::size_t end_of_name(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '(' || c == ';' || c == '\t') break;
    if (c != ',') continue;
    const std::string_view next = word_at(text, skip_blanks(text, end + 1));
    if (!is_one_of(next, kCompanyWords) || next.front() > 'Z') break;
  }
  return back_over_blanks(text, end);
}

bool is_blank_line(std::string_view words) { return words.find_first_not_of("_ []*.-") == std::string_view::npos; }

// `Supplier: Acme Ltd`, `Party A (the Seller): Acme Ltd` at the start of a sentence.
bool read_label(std::string_view text, std::string_view lower, const RoleWords& roles, Introduction& found) {
  FoundAlias alias;
  const std::size_t start = over_introducing(lower, skip_blanks(text, 0));
  std::size_t at = read_alias(text, lower, start, roles, alias);
  if (at == 0) return false;
  found.aliases.push_back(std::move(alias));
  at = skip_blanks(text, at);
  FoundAlias other;
  const std::size_t bracket = read_bracketed(text, lower, at, roles, other);
  if (bracket != 0) {
    found.aliases.push_back(std::move(other));
    at = skip_blanks(text, bracket);
  }
  found.whole = at == text.size();
  const CodePoint colon = decode_at(text, at);
  if (colon.value != U':' && colon.value != U'：') return found.whole;
  found.name_begin = skip_blanks(text, at + colon.size);
  found.name_end = end_of_name(text, found.name_begin);
  found.whole = found.name_begin >= text.size();
  constexpr std::size_t kLongestName = 120;
  const std::string_view name = text.substr(std::min(text.size(), found.name_begin), found.name_end - found.name_begin);
  const bool none = found.whole || name.size() > kLongestName || is_blank_line(name) ||
                    !(is_capital_at(name, 0) || name.front() == '[');
  if (none) found.name_begin = found.name_end = 0;
  return found.whole || name.size() <= kLongestName;
}

}  // namespace

bool introduces_company(std::string_view text, std::size_t bracket) {
  std::size_t from = bracket > kReach ? bracket - kReach : 0;
  const std::size_t before = text.substr(0, bracket).rfind(')');
  if (before != std::string_view::npos && before >= from) from = before;
  const std::string lower = small_letters(text.substr(from, bracket - from));
  for (const std::string_view sign : kCompanySigns) {
    if (lower.find(sign) != std::string::npos) return true;
  }
  // Else the bracket must follow the name: `Acme Trading Ltd. (`.
  const std::size_t end = back_over_blanks(lower, lower.size());
  const std::size_t word_end = end > 0 && (lower[end - 1] == '.' || lower[end - 1] == ',') ? end - 1 : end;
  return is_one_of(word_before(lower, word_end), kCompanyWords);
}

Introduction name_before(std::string_view text, std::size_t bracket) {
  Introduction none;
  std::size_t from = bracket > kReach ? bracket - kReach : 0;
  while (from > 0 && from < bracket && (static_cast<unsigned char>(text[from]) & 0xC0u) == 0x80u) ++from;
  const std::size_t closing = text.substr(0, bracket).rfind(')');
  if (closing != std::string_view::npos && closing >= from) from = closing + 1;
  for (const std::string_view opener : {"between ", "BETWEEN ", "Between ", "among ", "AMONG ", " and ", " AND "}) {
    const std::size_t at = text.substr(0, bracket).find(opener, from);
    const bool leads = opener.front() != ' ' || at - from < 4 || closing == std::string_view::npos;
    if (at != std::string_view::npos && leads && at + opener.size() < bracket)
      from = std::max(from, at + opener.size());
  }
  for (;;) {
    from = skip_blanks(text, from);
    const std::string_view word = word_at(text, from);
    const bool joining =
        is_word(word, "and") || is_word(word, "between") || is_word(word, "the") || is_word(word, "by");
    if (from < bracket && (text[from] == ',' || text[from] == ':' || text[from] == ';' || text[from] == '.')) {
      ++from;
    } else if (joining) {
      from += word.size();
    } else {
      break;
    }
  }
  if (from >= bracket || !(is_capital_at(text, from) || is_digit_at(text, from) || text[from] == '[')) return none;
  none.name_begin = from;
  none.name_end = std::min(end_of_name(text, from), back_over_blanks(text, bracket));
  return none;
}

void read_introductions(std::string_view text, const RoleWords& roles, std::vector<Introduction>& out) {
  const std::string lower = small_letters(text);
  Introduction label;
  if (read_label(text, lower, roles, label)) out.push_back(std::move(label));
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    FoundAlias alias;
    if (read_bracketed(text, lower, at, roles, alias) == 0) continue;
    if (!out.empty() && !out.back().aliases.empty() && out.back().aliases.back().begin == alias.begin) continue;
    Introduction found = name_before(text, at);
    const bool lettered = alias.words.starts_with("Party ");
    if (found.name_begin == found.name_end && !lettered) continue;
    if (!introduces_company(text, at) && !lettered) continue;
    found.aliases.push_back(std::move(alias));
    out.push_back(std::move(found));
  }
}

}  // namespace clauselint::facts
