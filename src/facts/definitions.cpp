// Defined terms of a draft: definitions sentence by sentence, then their uses, then what is at fault.
#include "clauselint/definition.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/cursor.hpp"
#include "facts/definition_forms.hpp"
#include "facts/term_candidates.hpp"
#include "facts/term_table.hpp"

namespace clauselint {
namespace facts {
namespace {

constexpr std::size_t kFewestDefinitions = 3;  // of a draft that defines its terms at all

// What every contract calls itself and its sides: said to be defined, and not looked for.
constexpr std::array<std::string_view, 8> kSelf = {"agreement", "contract", "party", "parties",
                                                   "hereof",    "appendix", "we",    "you"};
constexpr std::array<std::string_view, 12> kHanSelf = {"本合同", "本协议", "合同", "协议", "双方",     "各方",
                                                       "一方",   "另一方", "对方", "各自", "任何一方", "本附件"};

bool names_itself(std::string_view term) {
  const bool han = std::find(kHanSelf.begin(), kHanSelf.end(), term) != kHanSelf.end();
  return han || is_one_of(term, kSelf) || term.find("Agreement") != std::string_view::npos;
}

bool is_annex(std::string_view label) {
  constexpr std::array<std::string_view, 6> kWords = {"annex",    "annexure", "appendix",
                                                      "schedule", "exhibit",  "attachment"};
  return label.starts_with("附") || is_one_of(word_at(label, 0), kWords);
}

std::string lower_case(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

// A word of a sentence with capitals: abbreviations and signs are written in too many ways to say that nobody uses them.
bool is_plain_term(std::string_view term) {
  const auto plain = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || c == ' ' || c == '-'; };
  const bool han = static_cast<unsigned char>(term.front()) >= 0xE0;
  if (han) return term.size() <= 30 && term.find("的") == std::string_view::npos;
  const bool shouted = term.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  return is_capital_at(term, 0) && !shouted && std::all_of(term.begin(), term.end(), plain);
}

// `Capitalized terms not defined herein have the meaning given in the Main Agreement.`
bool says_defined_elsewhere(std::string_view text) {
  const std::size_t at = text.find("apitali");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = text.substr(at);
  return rest.find("defined") != std::string_view::npos || rest.find("meaning") != std::string_view::npos;
}

class Finder {
 public:
  Finder(const Document& document, const ClauseTree& tree)
      : document_(document), tree_(tree), annexes_(tree.clauses.size(), kRootClause) {
    for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
      annexes_[i] = is_annex(tree.clauses[i].label) ? i : annexes_[tree.clauses[i].parent];
    }
  }

  Definitions run() {
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) define(i);
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) use(i);
    settle_plain_words();
    report_redefined();
    report_unused();
    report_undefined();
    const auto by_place = [](const TermProblem& a, const TermProblem& b) { return a.span < b.span; };
    std::stable_sort(out_.problems.begin(), out_.problems.end(), by_place);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kShortest = 3;  // bytes: in less no term is defined or used

  std::string_view words_of(const Sentence& sentence) const { return document_.words(sentence.span); }

  bool is_first_cell(const Sentence& sentence) const {
    const Paragraph& paragraph = document_.paragraphs[sentence.paragraph];
    return paragraph.cell && paragraph.cell->column == 0;
  }

  void define(std::uint32_t index) {
    const Sentence& sentence = tree_.sentences[index];
    const std::string_view text = words_of(sentence);
    if (text.size() < kShortest) return;
    const std::vector<Quoted> quoted = find_quoted(text);
    for (const Quoted& one : quoted) candidates_.exclude(text.substr(one.begin, one.end_of_words - one.begin));
    if (sentence.heading) candidates_.exclude(text);
    found_.clear();
    claimed_.clear();
    if (sentence.language == Language::Zh) {
      read_han_definitions(text, quoted, is_first_cell(sentence), found_);
      read_han_claims(text, quoted, claimed_);
    } else {
      read_definitions(text, quoted, is_first_cell(sentence), found_);
      exclude_label(text);
      defined_elsewhere_ = defined_elsewhere_ || says_defined_elsewhere(text);
      read_claims(text, claimed_);
    }
    for (const FoundTerm& claim : claimed_) note_claim(claim, sentence, index);
    std::sort(found_.begin(), found_.end(), [](const FoundTerm& a, const FoundTerm& b) { return a.begin < b.begin; });
    for (const FoundTerm& term : found_) add(term, sentence, index);
  }

  // `Territory: China`, `Warranty Period   24 months` as a label of a form: filled in beside, not defined in words.
  void exclude_label(std::string_view text) {
    constexpr std::size_t kLongestLabel = 60;
    const std::size_t colon = beginning_of(text, kLongestLabel).find(':');
    if (colon != std::string_view::npos && is_capital_at(text, 0)) candidates_.exclude(text.substr(0, colon));
    if (text.size() <= kLongestLabel && is_capital_at(text, 0)) candidates_.exclude(text);
  }

  void note_claim(const FoundTerm& claim, const Sentence& sentence, std::uint32_t index) {
    const ByteSpan span = span_of(claim, sentence);
    claims_.push_back(
        {.fault = TermFault::Undefined, .term = std::string(document_.words(span)), .span = span, .sentence = index});
  }

  static ByteSpan span_of(const FoundTerm& term, const Sentence& sentence) {
    return {.begin = static_cast<std::uint32_t>(sentence.span.begin + term.begin),
            .end = static_cast<std::uint32_t>(sentence.span.begin + term.end)};
  }

  void add(const FoundTerm& found, const Sentence& sentence, std::uint32_t index) {
    const ByteSpan span = span_of(found, sentence);
    const std::string_view words = trimmed(document_.words(span));
    if (words.size() < 2 || (!out_.terms.empty() && out_.terms.back().span == span)) return;
    const std::uint32_t id = table_.add(words);
    if (id == first_.size()) first_.push_back(static_cast<std::uint32_t>(out_.terms.size()));
    definitions_of_.resize(first_.size());
    ++definitions_of_[id];
    ids_.push_back(id);
    out_.terms.push_back({.term = std::string(words),
                          .span = span,
                          .sentence = index,
                          .by_reference = found.by_reference,
                          .inline_form = found.inline_form});
  }

  void use(std::uint32_t index) {
    const Sentence& sentence = tree_.sentences[index];
    const std::string_view text = words_of(sentence);
    const bool counts = sentence.language == Language::En && !sentence.heading;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x80 && !is_ascii_letter(byte) && !is_ascii_digit(byte)) {
        ++at;
        continue;
      }
      at = byte < 0x80 ? use_word(text, at, sentence, index, counts) : use_han(text, at, sentence, index);
    }
  }

  std::size_t use_word(std::string_view text, std::size_t at, const Sentence& sentence, std::uint32_t index,
                       bool counts) {
    if (!table_.empty()) {
      if (const TermTable::Hit hit = table_.longest_at(text, at); hit.end != 0) {
        add_use(hit.id, at, hit.end, sentence, index);
        return hit.end;
      }
    }
    const std::size_t end = over_term_word(text, at);
    if (counts && is_capital_at(text, at)) candidates_.take(text, at, sentence.span.begin, index);
    return std::max(end, at + 1);
  }

  std::size_t use_han(std::string_view text, std::size_t at, const Sentence& sentence, std::uint32_t index) {
    const std::size_t size = std::max<std::size_t>(1, decode_at(text, at).size);
    if (table_.empty()) return at + size;
    const TermTable::Hit hit = table_.longest_at(text, at);
    if (hit.end == 0) return at + size;
    add_use(hit.id, at, hit.end, sentence, index);
    return hit.end;
  }

  void add_use(std::uint32_t id, std::size_t begin, std::size_t end, const Sentence& sentence, std::uint32_t index) {
    const ByteSpan span{.begin = static_cast<std::uint32_t>(sentence.span.begin + begin),
                        .end = static_cast<std::uint32_t>(sentence.span.begin + end)};
    while (next_definition_ < out_.terms.size() && out_.terms[next_definition_].span.end <= span.begin)
      ++next_definition_;
    const bool defines = next_definition_ < out_.terms.size() && out_.terms[next_definition_].span.overlaps(span);
    if (defines) return;
    out_.uses.push_back({.span = span, .definition = first_[id], .sentence = index});
    ++out_.terms[first_[id]].uses;
  }

  // A second pass, for the few words in question alone: do they also stand without their capitals?
  void settle_plain_words() {
    undefined_ = candidates_.found();
    for (const Definition& term : out_.terms) {
      if (term.uses == 0) plain_.add(lower_case(term.term));
    }
    for (const TermCandidate& candidate : undefined_) plain_.add(lower_case(candidate.words));
    plain_uses_.resize(plain_.size());
    if (plain_.empty()) return;
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) count_plain(lower_case(words_of(tree_.sentences[i])));
  }

  void count_plain(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const TermTable::Hit hit = byte < 0x80 && !is_ascii_letter(byte) ? TermTable::Hit{} : plain_.longest_at(text, at);
      if (hit.end != 0) ++plain_uses_[hit.id];
      const std::size_t step = byte < 0x80 ? over_term_word(text, at) - at : decode_at(text, at).size;
      at = hit.end != 0 ? hit.end : at + std::max<std::size_t>(1, step);
    }
  }

  std::uint32_t plain_uses(std::string_view words) const {
    const std::uint32_t id = plain_.find(lower_case(words));
    return id == TermTable::npos ? 0 : plain_uses_[id];
  }

  void report(TermFault fault, const Definition& term) {
    out_.problems.push_back({.fault = fault, .term = term.term, .span = term.span, .sentence = term.sentence});
  }

  void report_redefined() {
    for (std::size_t i = 0; i < out_.terms.size(); ++i) {
      const Definition& later = out_.terms[i];
      const Definition& earlier = out_.terms[first_[ids_[i]]];
      if (&later == &earlier || later.by_reference || earlier.by_reference || names_itself(later.term)) continue;
      if (later.sentence == earlier.sentence || said_twice(earlier, later)) continue;
      if (in_preamble(earlier) || annex_of(later) != annex_of(earlier)) continue;
      if (tree_.sentences[later.sentence].language != tree_.sentences[earlier.sentence].language) continue;
      report(TermFault::Redefined, later);
    }
  }

  // The preamble names the parties and the paper; the definitions may say it again in full.
  bool in_preamble(const Definition& term) const {
    constexpr std::uint32_t kPreamble = 30;
    return term.inline_form && term.sentence < kPreamble && tree_.sentences[term.sentence].clause == kRootClause;
  }

  std::uint32_t annex_of(const Definition& term) const { return annexes_[tree_.sentences[term.sentence].clause]; }

  bool said_twice(const Definition& earlier, const Definition& later) const {
    return words_of(tree_.sentences[earlier.sentence]) == words_of(tree_.sentences[later.sentence]);
  }

  void report_unused() {
    for (std::size_t i = 0; i < out_.terms.size(); ++i) {
      const Definition& term = out_.terms[i];
      if (first_[ids_[i]] != i || term.uses > 0 || names_itself(term.term) || !is_plain_term(term.term)) continue;
      if (in_preamble(term)) continue;  // a party's short name, or the title of the paper
      if (plain_uses(term.term) > definitions_of_[ids_[i]]) continue;  // once each is the definition itself
      report(TermFault::Unused, term);
    }
  }

  void report_undefined() {
    if (defined_elsewhere_ || out_.terms.size() < kFewestDefinitions) return;
    for (const TermProblem& claim : claims_) {
      if (table_.find(claim.term) == TermTable::npos) out_.problems.push_back(claim);
    }
    for (const TermCandidate& candidate : undefined_) {
      if (names_itself(candidate.words) || plain_uses(candidate.words) > candidate.uses) continue;
      out_.problems.push_back({.fault = TermFault::Undefined,
                               .term = candidate.words,
                               .span = candidate.first,
                               .sentence = candidate.sentence});
    }
  }

  const Document& document_;
  const ClauseTree& tree_;
  std::vector<std::uint32_t> annexes_;  // by clause: the annex it stands in, each of which defines for itself
  Definitions out_;
  TermTable table_;
  std::vector<std::uint32_t> first_;           // by number of a term: its first definition
  std::vector<std::uint32_t> definitions_of_;  // by number of a term: how many there are
  std::vector<std::uint32_t> ids_;             // by definition: the number of its term
  std::vector<FoundTerm> found_;
  std::vector<FoundTerm> claimed_;
  std::vector<TermProblem> claims_;
  std::size_t next_definition_ = 0;
  CandidateCounter candidates_;
  std::vector<TermCandidate> undefined_;
  TermTable plain_;
  std::vector<std::uint32_t> plain_uses_;
  bool defined_elsewhere_ = false;
};

}  // namespace
}  // namespace facts

Definitions find_definitions(const Document& document, const ClauseTree& tree) {
  return facts::Finder(document, tree).run();
}

std::string_view name_of(TermFault fault) {
  switch (fault) {
    case TermFault::Undefined: return "undefined";
    case TermFault::Redefined: return "redefined";
    case TermFault::Unused: return "unused";
  }
  return "";
}

}  // namespace clauselint
