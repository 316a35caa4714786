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

constexpr std::array<std::string_view, 9> kAnnexWords = {"annexure", "annex", "appendix", "schedule", "exhibit",
                                                         "attachment", "附件", "附录", "附表"};

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

// "Section 7 of the Supply Agreement", 主合同第九条: a clause of another paper.
bool leads_elsewhere(const Document& document, ByteSpan reference) {
  const std::string after = fold_words(std::string_view(document.text).substr(reference.end, 80));
  const std::string_view words = trimmed(std::string_view(after).substr(0, after.find_first_of(".;\n")));
  for (const std::string_view lead : {"of the ", "of that ", "to the ", "of its ", "in the ", "to that ", "of ", "to "}) {
    if (!words.starts_with(lead)) continue;
    const std::string_view object = words.substr(lead.size(), 50);
    if (object.starts_with("this") || object.starts_with("these")) return false;
    for (const std::string_view paper : {"agreement", "contract", "act", "law", "code", "regulation", "terms",
                                         "conditions", "rules", "standard", "lease", "convention", "manual", "policy"}) {
      if (object.find(paper) != std::string_view::npos) return true;
    }
  }
  const std::size_t reach = std::min<std::size_t>(reference.begin, 36);
  const std::string_view before = trimmed(std::string_view(document.text).substr(reference.begin - reach, reach));
  for (const std::string_view paper : {"主合同", "原合同", "框架协议", "框架合同", "》", "总协议", "主协议", "法", "条例", "规定", "办法", "该协议", "解释"}) {
    if (before.ends_with(paper)) return true;
  }
  return false;
}

struct Labels {
  std::set<std::string, std::less<>> keys;
  bool any_clause = false;
};

// A number at the start of a sentence in mid-paragraph: filings run clauses together.
bool begins_with_number(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && is_ascii_digit(static_cast<unsigned char>(words[at]))) ++at;
  return at > 0 && at <= 2 && at + 1 < words.size() && words[at] == '.';
}

Labels labels_of(const Document& document, const ClauseTree& tree) {
  Labels labels;
  for (const Sentence& sentence : tree.sentences) {
    const std::string_view words = document.words(sentence.span);
    if (begins_with_number(words)) labels.keys.insert(key_of(words.substr(0, 12)));
  }
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    for (const std::string& label : {tree.clauses[i].label, citation(tree, i)}) {
      std::string key = key_of(label);
      if (key.empty()) continue;
      labels.any_clause = labels.any_clause || key.front() != '@';
      labels.keys.insert(std::move(key));
    }
  }
  return labels;
}

bool starts_with_key(std::string_view label, std::string_view key) {
  return label.starts_with(key) && label.size() > key.size() && label[key.size()] == '.';
}

}  // namespace

std::vector<std::uint8_t> find_unresolved(const Document& document, const ClauseTree& tree, const std::vector<Value>& values) {
  std::vector<std::uint8_t> unresolved(values.size(), 0);
  const Labels labels = labels_of(document, tree);
  if (!labels.any_clause) return unresolved;
  std::set<std::string> told;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].kind != ValueKind::Reference) continue;
    const std::string key = key_of(values[i].detail);
    if (key.empty() || labels.keys.contains(key)) continue;
    // "7" is there when 7.1 is; a plain number below the shown depth ("8.2.1" of "8.2") is a paragraph without label.
    const bool as_parent = std::any_of(labels.keys.begin(), labels.keys.end(),
                                       [&](const std::string& label) { return starts_with_key(label, key); });
    if (as_parent || leads_elsewhere(document, values[i].span)) continue;
    if (told.insert(key).second) unresolved[i] = 1;
  }
  return unresolved;
}

}  // namespace clauselint
