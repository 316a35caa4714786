// References within the document: which of them lead nowhere.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "rules/meaning.hpp"
#include "text/folded_text.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::array<std::string_view, 9> kAnnexWords = {"annexure",   "annex", "appendix", "schedule", "exhibit",
                                                         "attachment", "附件",  "附录",     "附表"};

double roman_value(std::string_view text) {
  double total = 0;
  double last = 1000;
  for (const char c : text) {
    const double value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : c == 'c' ? 100 : 0;
    if (value == 0) return 0;
    total += value > last ? value - 2 * last : value;
    last = value;
  }
  return total;
}

// `7.3`, `iv`, `第九条第（二）款` and `附件三` on one scale: "7.3", "4", "9", "@3"; annexes begin with "@".
std::string key_of(std::string_view label) {
  const std::string folded = fold_words(label);
  std::string_view rest = trimmed(folded);
  std::string key;
  for (const std::string_view word : kAnnexWords) {
    if (!rest.starts_with(word)) continue;
    key = "@";
    rest = trimmed(rest.substr(word.size()));
    break;
  }
  for (const std::string_view word : {"article", "section", "clause", "paragraph", "第", "§"}) {
    if (rest.starts_with(word)) rest = trimmed(rest.substr(word.size()));
  }
  if (rest.empty()) return {};
  if (is_ascii_digit(static_cast<unsigned char>(rest.front()))) {
    std::size_t end = 0;
    while (end < rest.size() && (is_ascii_digit(static_cast<unsigned char>(rest[end])) || rest[end] == '.')) ++end;
    std::string_view number = rest.substr(0, end);
    while (number.ends_with('.')) number.remove_suffix(1);
    return key + std::string(number);
  }
  if (const Numeral numeral = read_chinese_number(rest); numeral.size > 0) {
    return key + std::to_string(static_cast<int>(numeral.amount));
  }
  std::size_t letters = 0;
  while (letters < rest.size() && is_ascii_letter(static_cast<unsigned char>(rest[letters]))) ++letters;
  const std::string_view word = rest.substr(0, letters);
  if (key.empty()) {
    const double roman = roman_value(word);
    return roman > 0 ? std::to_string(static_cast<int>(roman)) : std::string();
  }
  return word.size() == 1 ? key + std::string(word) : std::string();
}

// The whole label, finer parts included, as one string: `7.3(a)`, 第九条（二） -> `~7.3(a)`, `~第九条（二）`.
std::string exact_key_of(std::string_view label) {
  const std::string folded = fold_words(label);
  std::string key = "~";
  for (const char c : folded) {
    if (c != ' ') key += c;
  }
  return key.size() > 1 ? key : std::string();
}

// Behind `or 4.7, respectively,` and the like: the rest of a list of labels.
std::string_view over_list(std::string_view words) {
  for (;;) {
    const std::size_t label = words.find_first_not_of("0123456789.()-, ");
    const std::string_view rest = label == std::string_view::npos ? std::string_view() : words.substr(label);
    const bool joined = rest.starts_with("or ") || rest.starts_with("and ");
    const bool listed =
        joined && rest.size() > 4 && is_ascii_digit(static_cast<unsigned char>(rest[rest.find(' ') + 1]));
    if (listed) {
      words = rest.substr(rest.find(' ') + 1);
    } else if (rest.starts_with("respectively")) {
      words = rest.substr(12);
    } else {
      return rest;
    }
  }
}

// "Section 7 of the Supply Agreement", 主合同第九条: a clause of another paper.
bool leads_elsewhere(const Document& document, ByteSpan reference) {
  const std::string after = fold_words(std::string_view(document.text).substr(reference.end, 80));
  const std::string_view listed = over_list(after);
  const std::string_view words = trimmed(listed.substr(0, listed.find_first_of(".;\n")));
  for (const std::string_view lead :
       {"of the ", "of that ", "to the ", "of its ", "in the ", "to that ", "of ", "to "}) {
    if (!words.starts_with(lead)) continue;
    const std::string_view object = words.substr(lead.size(), 50);
    if (object.starts_with("this") || object.starts_with("these")) return false;
    for (const std::string_view paper :
         {"agreement", "contract",  "act",    "law",        "code",   "regulation", "terms",     "conditions",
          "rules",     "standard",  "lease",  "convention", "manual", "policy",     "directive", "gdpr",
          "statute",   "ordinance", "treaty", "indenture",  "deed",   "sccs",       "clauses",   "addendum",
          "bylaws",    "charter",   "plan",   "u.s.c",      "c.f.r"}) {
      if (object.find(paper) != std::string_view::npos) return true;
    }
  }
  const std::size_t reach = std::min<std::size_t>(reference.begin, 36);
  const std::string_view before = trimmed(std::string_view(document.text).substr(reference.begin - reach, reach));
  for (const std::string_view paper : {"主合同", "原合同", "框架协议", "框架合同", "》", "总协议", "主协议", "法",
                                       "条例", "规定", "办法", "该协议", "解释"}) {
    if (before.ends_with(paper)) return true;
  }
  return false;
}

// A number at the start of a sentence in mid-paragraph: filings run clauses together.
bool begins_with_number(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && is_ascii_digit(static_cast<unsigned char>(words[at]))) ++at;
  return at > 0 && at <= 2 && at + 1 < words.size() && words[at] == '.';
}

// Where labels stand: by key, the first clause of the body and the first of each annex.
class LabelIndex {
 public:
  LabelIndex(const Document& document, const ClauseTree& tree) : annexes_(tree.clauses.size(), kRootClause) {
    for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
      const std::string label = key_of(tree.clauses[i].label);
      const bool annex = label.starts_with('@');
      annexes_[i] = annex ? i : annexes_[tree.clauses[i].parent];
      any_clause_ = any_clause_ || (!label.empty() && !annex);
      const std::string cited = citation(tree, i);
      add(label, i);
      add(key_of(cited), i);
      add(exact_key_of(cited), i);
    }
    for (const Sentence& sentence : tree.sentences) {
      const std::string_view words = document.words(sentence.span);
      if (begins_with_number(words))
        places_.emplace(key_of(words.substr(0, 12)), std::map<std::uint32_t, std::uint32_t>{});
    }
  }

  bool any_clause() const { return any_clause_; }

  // Section 4021, §§ 73.3555 and Section 42 of a draft of twelve sections are those of a statute.
  bool counts_beyond(const std::string& key) const {
    if (key.starts_with('@')) return false;
    std::size_t digits = 0;
    for (const char c : key) {
      digits = is_ascii_digit(static_cast<unsigned char>(c)) ? digits + 1 : 0;
      if (digits >= 3) return highest_ < 100;
    }
    return first_number(key) > 2 * highest_ + 10;
  }

  // "7" is there when 7.1 is.
  bool holds(const std::string& key) const {
    const auto at = places_.lower_bound(key);
    if (at == places_.end()) return false;
    if (at->first == key) return true;
    const auto below = places_.lower_bound(key + ".");
    return below != places_.end() && below->first.starts_with(key + ".");
  }

  // The clause with that key in the annex (or body) of the clause that refers to it, else in the body, else anywhere.
  std::uint32_t find(const std::string& key, std::uint32_t from) const {
    const auto at = places_.find(key);
    if (at == places_.end() || at->second.empty()) return kNoClause;
    for (const std::uint32_t annex : {annexes_[from], kRootClause}) {
      if (const auto clause = at->second.find(annex); clause != at->second.end()) return clause->second;
    }
    return at->second.begin()->second;
  }

 private:
  static int first_number(const std::string& key) {
    int number = 0;
    for (const char c : key) {
      if (!is_ascii_digit(static_cast<unsigned char>(c)) || number > 99999) break;
      number = 10 * number + (c - '0');
    }
    return number;
  }

  void add(std::string key, std::uint32_t clause) {
    if (key.empty()) return;
    highest_ = std::max(highest_, first_number(key));
    places_[std::move(key)].emplace(key_starts_annex(clause) ? kRootClause : annexes_[clause], clause);
  }
  bool key_starts_annex(std::uint32_t clause) const { return annexes_[clause] == clause; }

  std::vector<std::uint32_t> annexes_;  // by clause: the annex it stands in, kRootClause for the body
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>, std::less<>> places_;
  bool any_clause_ = false;
  int highest_ = 0;  // the first number of a label
};

// An amendment speaks of the clauses of the paper that it amends.
bool amends_another(const Document& document, const ClauseTree& tree) {
  constexpr std::size_t kTitle = 6;
  for (std::size_t i = 0; i < std::min(kTitle, tree.sentences.size()); ++i) {
    const std::string words = fold_words(document.words(tree.sentences[i].span).substr(0, 400));
    for (const std::string_view sign : {"amendment", "addendum", "补充协议", "变更协议", "补充合同"}) {
      if (words.find(sign) != std::string::npos) return true;
    }
  }
  return false;
}

// `Section`, `Clause`, 第…条: the word a reference begins with.
std::string keyword_of(const Document& document, const Value& value) {
  const std::string words = fold_words(document.words(value.span));
  std::size_t end = 0;
  while (end < words.size() && words[end] >= 'a' && words[end] <= 'z') ++end;
  if (end > 1 && words[end - 1] == 's') --end;
  return words.substr(0, end);
}

constexpr std::array<std::string_view, 6> kTitles = {"Section", "SECTION", "Article", "ARTICLE", "Clause", "CLAUSE"};

// Whether a dotted number at `at` labels what follows, in text that a conversion has run together: `INFORMATION 10.1
// Confidential`, `UNDERWRITER Section 1.1 The Fund`; not `in Section 1.1`.
bool is_run_in_label(std::string_view text, std::size_t at, std::size_t end) {
  if (end < text.size() && text[end] == '.') ++end;
  const std::size_t behind = text.find_first_not_of(" \t", end);
  if (behind == std::string_view::npos || behind == end) return false;
  const bool title = (text[behind] >= 'A' && text[behind] <= 'Z') || text[behind] == '[';
  const bool wide = at > 1 && text[at - 1] == ' ' && text[at - 2] == ' ';
  std::string_view before = trimmed(text.substr(at > 40 ? at - 40 : 0, std::min<std::size_t>(at, 40)));
  for (const std::string_view word : kTitles) {
    if (before.ends_with(word)) before = trimmed(before.substr(0, before.size() - word.size()));
  }
  if (before.empty() || (wide && title)) return true;
  const std::size_t word = before.find_last_of(" \n\t");
  const std::string_view last = word == std::string_view::npos ? before : before.substr(word + 1);
  const bool stop = last.ends_with('.');
  const bool shouted = last.find_first_of("abcdefghijklmnopqrstuvwxyz,(") == std::string_view::npos;
  const bool page = is_ascii_digit(static_cast<unsigned char>(last.back()));
  return last.ends_with(':') || last.ends_with(';') || (title && (stop || shouted || page));
}

// The keys among `lost` that stand somewhere as a label after all.
std::set<std::string, std::less<>> find_run_in_labels(std::string_view text,
                                                      const std::set<std::string, std::less<>>& lost) {
  std::set<std::string, std::less<>> found;
  const auto digit = [text](std::size_t at) {
    return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!digit(at)) continue;
    std::size_t end = at;
    while (digit(end) || (end < text.size() && text[end] == '.' && digit(end + 1))) ++end;
    const std::string_view number = text.substr(at, end - at);
    if (number.find('.') != std::string_view::npos && lost.contains(number) && is_run_in_label(text, at, end)) {
      found.emplace(number);
    }
    at = end;
  }
  return found;
}

void settle_run_in_labels(const Document& document, const std::vector<Value>& values,
                          std::vector<ClauseReference>& references) {
  std::set<std::string, std::less<>> lost;
  for (const ClauseReference& reference : references) {
    if (reference.state == ClauseReference::State::Nowhere) lost.insert(key_of(values[reference.value].detail));
  }
  if (lost.empty()) return;
  const std::set<std::string, std::less<>> found = find_run_in_labels(document.text, lost);
  for (ClauseReference& reference : references) {
    const bool there =
        reference.state == ClauseReference::State::Nowhere && found.contains(key_of(values[reference.value].detail));
    if (there) reference.state = ClauseReference::State::Resolved;
  }
}

// Where none of the references by one word lead anywhere (`Clause 8.5`) and those by another do (`Section 2`), the first
// are to another paper, whose clauses are called so.
void settle_foreign_words(const Document& document, const std::vector<Value>& values,
                          std::vector<ClauseReference>& references) {
  std::map<std::string, std::uint32_t> resolved;
  std::uint32_t all = 0;
  for (const ClauseReference& reference : references) {
    if (reference.state != ClauseReference::State::Resolved) continue;
    ++resolved[keyword_of(document, values[reference.value])];
    ++all;
  }
  constexpr std::uint32_t kEnough = 3;
  for (ClauseReference& reference : references) {
    if (reference.state != ClauseReference::State::Nowhere || all < kEnough) continue;
    if (key_of(values[reference.value].detail).starts_with('@')) continue;
    const std::string keyword = keyword_of(document, values[reference.value]);
    if (!keyword.empty() && !resolved.contains(keyword)) reference.state = ClauseReference::State::Elsewhere;
  }
}

ClauseReference lead_of(const Document& document, const ClauseTree& tree, const LabelIndex& labels,
                        const Value& value) {
  ClauseReference reference;
  const std::string key = key_of(value.detail);
  if (key.empty() || !labels.any_clause()) return reference;
  if (leads_elsewhere(document, value.span)) return reference;
  if (!labels.holds(key) && labels.counts_beyond(key)) return reference;
  if (!labels.holds(key)) {
    reference.state = ClauseReference::State::Nowhere;
    return reference;
  }
  reference.state = ClauseReference::State::Resolved;
  const std::uint32_t from = tree.sentences[value.sentence].clause;
  const bool finer =
      value.detail.find_first_of("(") != std::string::npos || value.detail.find("（") != std::string::npos;
  if (finer) reference.target = labels.find(exact_key_of(value.detail), from);
  if (reference.target == kNoClause) reference.target = labels.find(key, from);
  return reference;
}

}  // namespace

std::vector<ClauseReference> find_references(const Document& document, const ClauseTree& tree,
                                             const std::vector<Value>& values) {
  std::vector<ClauseReference> references;
  const LabelIndex labels(document, tree);
  const bool amendment = amends_another(document, tree);
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (values[i].kind != ValueKind::Reference) continue;
    references.push_back(lead_of(document, tree, labels, values[i]));
    references.back().value = i;
    const bool lost = references.back().state == ClauseReference::State::Nowhere;
    if (lost && amendment) references.back().state = ClauseReference::State::Elsewhere;
  }
  settle_run_in_labels(document, values, references);
  settle_foreign_words(document, values, references);
  return references;
}

std::vector<std::uint8_t> find_unresolved(const std::vector<ClauseReference>& references,
                                          const std::vector<Value>& values) {
  std::vector<std::uint8_t> unresolved(values.size(), 0);
  std::set<std::string> told;
  for (const ClauseReference& reference : references) {
    if (reference.state != ClauseReference::State::Nowhere) continue;
    if (told.insert(key_of(values[reference.value].detail)).second) unresolved[reference.value] = 1;
  }
  return unresolved;
}

}  // namespace clauselint
