// References in English: a keyword, one or more labels, and the text they belong to.
#include <string>

#include "facts/cursor.hpp"
#include "facts/reference.hpp"
#include "facts/units.hpp"

namespace clauselint::facts {
namespace {

struct Keyword {
  std::string_view word;
  std::string_view annex;  ///< `Annex` for parts named with their keyword, empty for numbered clauses
  bool plural = false;
  bool verb = false;  ///< in small letters it may be a verb or a plain noun
};

constexpr Keyword kKeywords[] = {
    {"section", ""},
    {"sections", "", true},
    {"sec", ""},
    {"clause", ""},
    {"clauses", "", true},
    {"article", ""},
    {"articles", "", true},
    {"paragraph", ""},
    {"paragraphs", "", true},
    {"para", ""},
    {"subsection", ""},
    {"subsections", "", true},
    {"subclause", ""},
    {"subclauses", "", true},
    {"subparagraph", ""},
    {"annex", "Annex"},
    {"annexes", "Annex", true},
    {"annexure", "Annexure"},
    {"appendix", "Appendix"},
    {"appendices", "Appendix", true},
    {"schedule", "Schedule", false, true},
    {"schedules", "Schedule", true, true},
    {"exhibit", "Exhibit", false, true},
    {"exhibits", "Exhibit", true, true},
    {"attachment", "Attachment", false, true},
    {"attachments", "Attachment", true, true},
};

constexpr std::string_view kLawWords[] = {"act",         "code",           "law",          "laws",       "regulation",
                                          "regulations", "rules",          "rule",         "ucc",        "cisg",
                                          "gdpr",        "statute",        "statutes",     "ordinance",  "directive",
                                          "treaty",      "convention",     "constitution", "decree",     "measures",
                                          "provisions",  "erisa",          "bylaws",       "guidelines", "irc",
                                          "usc",         "interpretation", "fdca",         "cfr"};
constexpr std::string_view kOtherTexts[] = {"agreement", "agreements", "contract", "lease",
                                            "plan",      "indenture",  "note",     "license",
                                            "policy",    "prospectus", "standard", "charter"};
constexpr std::string_view kOurs[] = {"this", "these", "such", "hereof", "hereto", "said"};
constexpr std::string_view kConnecting[] = {"the", "of", "and", "for", "on", "to", "as", "a", "s", "in"};

const Keyword* keyword_of(std::string_view word) {
  const auto* const found = std::find_if(std::begin(kKeywords), std::end(kKeywords),
                                         [word](const Keyword& k) { return is_word(word, k.word); });
  return found == std::end(kKeywords) ? nullptr : found;
}

// Behind `(a)(ii)` at `at`; each bracket holds up to five letters or digits.
std::size_t over_bracket_labels(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 5;
  for (;;) {
    if (!stands_at(text, at, "(")) return at;
    std::size_t end = at + 1;
    while (end - at - 1 < kMost && (is_letter_at(text, end) || is_digit_at(text, end))) ++end;
    if (end == at + 1 || !stands_at(text, end, ")")) return at;
    at = end + 1;
  }
}

std::size_t over_digit_label(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit_at(text, end)) ++end;
  while ((stands_at(text, end, ".") || stands_at(text, end, "-")) && is_digit_at(text, end + 1)) {
    ++end;
    while (is_digit_at(text, end)) ++end;
  }
  if (is_letter_at(text, end) && !is_letter_at(text, end + 1) && !is_digit_at(text, end + 1)) ++end;
  return is_letter_at(text, end) ? at : end;
}

bool is_roman(std::string_view word) { return word.find_first_not_of("IVXLC") == std::string_view::npos; }

// The end of the label at `at`: `7.3(a)`, `(b)`, `IV`, `C`, `A-1`; `at` when there is none.
std::size_t over_label(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "(")) return over_bracket_labels(text, at);
  if (is_digit_at(text, at)) {
    const std::size_t end = over_digit_label(text, at);
    return end == at ? at : over_bracket_labels(text, end);
  }
  const std::string_view word = word_at(text, at);
  const bool letter = word.size() == 1 && is_capital_at(text, at);
  if (word.empty() || (!letter && !is_roman(word))) return at;
  std::size_t end = at + word.size();
  const bool joined = stands_at(text, end, "-") || stands_at(text, end, ".");
  if (joined && is_digit_at(text, end + 1)) ++end;
  const std::size_t digits = is_digit_at(text, end) ? over_digit_label(text, end) : end;
  if (is_digit_at(text, end) && digits == end) return at;
  return over_bracket_labels(text, digits);
}

// `(a)` and `(b)`, `(ii)` and `(iii)`: brackets of one kind, so that the second is no new enumeration.
bool follows_bracket(std::string_view before, std::string_view label) {
  const std::size_t open = before.rfind('(');
  if (!before.ends_with(")") || open == std::string_view::npos) return false;
  const std::string_view first = before.substr(open + 1, before.size() - open - 2);
  const std::string_view second = label.substr(1, label.find(')') - 1);
  const auto roman = [](std::string_view s) { return s.find_first_not_of("ivxIVX") == std::string_view::npos; };
  if (first.size() == 1 && second.size() == 1 && first < second) return true;
  return roman(first) && roman(second) && first != second;
}

// The start of the next label of a list (`, 4.2`, ` and (b)`, ` through 9`); 0 when the list ends.
std::size_t next_in_list(std::string_view text, std::size_t at, bool plural) {
  constexpr std::string_view kJoining[] = {"and", "or", "through", "to", "thru"};
  std::size_t next = skip_blanks(text, at);
  const bool comma = stands_at(text, next, ",") || stands_at(text, next, "&") || stands_at(text, next, ";");
  const bool dash = stands_at(text, next, "-") || stands_at(text, next, "–");
  if (comma || dash) next = skip_blanks(text, next + (stands_at(text, next, "–") ? 3 : 1));
  bool word = false;
  for (std::string_view joining = word_at(text, next); is_one_of(joining, kJoining); joining = word_at(text, next)) {
    next = skip_blanks(text, next + joining.size());
    if (stands_at(text, next, "/")) next = skip_blanks(text, next + 1);
    word = true;
  }
  if (!comma && !dash && !word) return 0;
  const std::size_t end = over_label(text, next);
  if (end == next) return 0;
  const std::string_view label = text.substr(next, end - next);
  const bool bracketed = label.front() == '(';
  const bool dotted = label.find('.') != std::string_view::npos;
  const bool follows = bracketed && follows_bracket(text.substr(0, at), label);
  if (!plural && !(word && (dotted || follows))) return 0;
  const bool quantity = !bracketed && (read_unit(text, end).end != 0 || stands_at(text, skip_blanks(text, end), "%"));
  return quantity || (label == "A" && !plural) ? 0 : next;
}

// Whether the words behind a reference say that it belongs to a law or to another contract.
bool belongs_elsewhere(std::string_view text, std::size_t at, bool annex) {
  at = skip_blanks(text, at);
  if (stands_at(text, at, ",")) at = skip_blanks(text, at + 1);
  const std::string_view first = word_at(text, at);
  const bool belongs =
      is_word(first, "of") || is_word(first, "under") || is_word(first, "in") || (annex && is_word(first, "to"));
  if (!belongs) return false;
  at = skip_blanks(text, at + first.size());
  constexpr int kWords = 12;
  int qualifiers = 0;
  for (int i = 0; i < kWords; ++i) {
    if (is_digit_at(text, at) || stands_at(text, at, "(")) {  // `clause (a) of Section 2(a)(10) of the 1933 Act`
      const std::size_t label = over_label(text, at);
      if (label == at) return false;
      at = skip_blanks(text, label);
      continue;
    }
    const std::string_view word = word_at(text, at);
    if (word.empty() || is_one_of(word, kOurs)) return false;
    const bool capital = is_capital_at(text, at);
    if (capital && is_one_of(word, kLawWords)) return true;
    if (capital && is_one_of(word, kOtherTexts)) return qualifiers > 0;
    if (is_word(word, "that")) return true;  // `that certain Lease`
    if (!capital && !is_one_of(word, kConnecting)) return false;
    qualifiers += capital ? 1 : 0;
    at = skip_blanks(text, at + word.size());
    const std::size_t mark =
        stands_at(text, at, "’") ? 3
        : stands_at(text, at, "'") || stands_at(text, at, ".") || stands_at(text, at, "&") || stands_at(text, at, "-")
            ? 1
            : 0;
    at = skip_blanks(text, at + mark);
  }
  return false;
}

// `Civil Code Article 510`, `UCC § 2-314`, `17 C.F.R. § 240`.
bool law_before(std::string_view text, std::size_t at) {
  const std::size_t end = back_over_blanks(text, at);
  if (stands_before(text, end, "C.F.R.") || stands_before(text, end, "U.S.C.") || stands_before(text, end, "C."))
    return true;
  const std::size_t comma = stands_before(text, end, ",") || stands_before(text, end, ".") ? end - 1 : end;
  const std::string_view word = word_before(text, comma);
  return !word.empty() && word.front() <= 'Z' && is_one_of(word, kLawWords);
}

// A title or list entry that names the part itself: `EXHIBIT A`, `Annex B: Spare parts`, `Schedule 1 – Prices`.
bool names_itself(const ReferenceContext& context, std::size_t begin, std::size_t end, std::string_view keyword) {
  const std::string_view text = context.text;
  constexpr std::size_t kLongestMark = 64;  // of `## ` and the like before the keyword
  if (begin > kLongestMark) return false;
  std::size_t at = skip_blanks(text, 0);
  while (at < begin && (text[at] == '#' || text[at] == '*' || text[at] == '"')) at = skip_blanks(text, at + 1);
  if (at != begin) return false;
  const CodePoint next = decode_at(text, skip_blanks(text, end));
  const bool title = is_capital_at(text, skip_blanks(text, end));
  const bool shouted = keyword.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  const bool marked =
      next.value == U':' || next.value == U'：' || is_hyphen(next.value) || next.value == U'—' || next.value == U'.';
  return context.heading || shouted || title || next.size == 0 || marked;
}

// `shall schedule 2 meetings`: small `schedule` and `exhibit` refer only with a letter, or where nothing is counted.
bool is_verb(std::string_view text, const Keyword& keyword, std::size_t at, std::size_t end) {
  if (!keyword.verb || is_capital_at(text, at)) return false;
  constexpr std::string_view kMayFollow[] = {"to",       "of",    "and", "or",   "hereto",
                                             "attached", "shall", "is",  "sets", "in"};
  const std::size_t next = skip_blanks(text, end);
  return is_letter_at(text, next) && !is_one_of(word_at(text, next), kMayFollow);
}

Value reference_of(std::string_view text, const Keyword& keyword, std::size_t begin, std::size_t label,
                   std::size_t end) {
  Value value;
  value.kind = ValueKind::Reference;
  value.span = {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
  value.detail = keyword.annex.empty() ? "" : std::string(keyword.annex) + " ";
  value.detail += text.substr(label, end - label);
  return value;
}

// What the listed `(b)` is added to in `Sections 10.1(a) and (b)`: `10.1`; `(b)(2)` starts at the first bracket.
std::string_view stem_of(std::string_view label, std::string_view listed) {
  if (!label.ends_with(")")) return {};
  const bool single = listed.rfind('(') == 0;
  return label.substr(0, single ? label.rfind('(') : label.find('('));
}

// `Section 3 of Annex B` is one reference, to the annex: what stands in an annex is numbered afresh.
std::size_t over_of_annex(std::string_view text, std::size_t at, Value& value) {
  std::size_t next = skip_blanks(text, at);
  const std::string_view word = word_at(text, next);
  if (!is_word(word, "of") && !is_word(word, "in") && !is_word(word, "to")) return at;
  next = skip_blanks(text, next + word.size());
  const Keyword* const keyword = keyword_of(word_at(text, next));
  if (keyword == nullptr || keyword->annex.empty() || keyword->plural) return at;
  const std::size_t label = skip_blanks(text, next + keyword->word.size());
  const std::size_t end = label == next + keyword->word.size() ? label : over_label(text, label);
  if (end == label) return at;
  value.detail = std::string(keyword->annex) + " " + std::string(text.substr(label, end - label));
  value.span.end = static_cast<std::uint32_t>(end);
  return end;
}

}  // namespace

std::size_t read_references(const ReferenceContext& context, std::size_t at, std::vector<Value>& out) {
  const std::string_view text = context.text;
  constexpr Keyword kSign{"§", ""};
  constexpr Keyword kSigns{"§", "", true};
  const bool sign = stands_at(text, at, "§");
  const bool signs = sign && stands_at(text, at + 2, "§");
  const std::string_view word = sign ? text.substr(at, signs ? 4 : 2) : word_at(text, at);
  const Keyword* const keyword = signs ? &kSigns : sign ? &kSign : keyword_of(word);
  if (keyword == nullptr) return at;
  std::size_t label = at + word.size();
  if (stands_at(text, label, "(s)")) label += 3;
  if (stands_at(text, label, ".") && is_word(word.substr(0, 1), "s") && word.size() <= 4) ++label;  // `Sec. 5`
  if (stands_at(text, label, ".") && is_word(word, "para")) ++label;
  const std::size_t gap = label;
  label = skip_blanks(text, label);
  std::size_t end = over_label(text, label);
  const bool attached = label == gap && !sign && !stands_at(text, label, "(");
  if (end == label || attached || is_verb(text, *keyword, at, end)) return at;

  std::vector<Value> found{reference_of(text, *keyword, at, label, end)};
  std::string_view last = text.substr(label, end - label);
  for (std::size_t next = next_in_list(text, end, keyword->plural); next != 0;
       next = next_in_list(text, end, keyword->plural)) {
    end = over_label(text, next);
    const std::string_view listed = text.substr(next, end - next);
    found.push_back(reference_of(text, *keyword, next, next, end));
    if (listed.front() == '(') {
      found.back().detail.insert(found.back().detail.size() - listed.size(), stem_of(last, listed));
    } else {
      last = listed;
    }
  }
  const bool elsewhere = law_before(text, at) || belongs_elsewhere(text, end, !keyword->annex.empty());
  const bool titled = !keyword->plural && names_itself(context, at, end, word);
  if (elsewhere || titled) return end;
  if (keyword->annex.empty() && found.size() == 1) end = over_of_annex(text, end, found.back());
  out.insert(out.end(), found.begin(), found.end());
  return end;
}

}  // namespace clauselint::facts
