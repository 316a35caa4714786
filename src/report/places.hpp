// How reports name a place, a law and a draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/lint.hpp"
#include "report/words.hpp"

namespace clauselint {

/// The clause as a lawyer cites it; its heading in quotation marks when it has no number; else the paragraph.
std::string place_name(const Review& review, std::uint32_t clause, ByteSpan span, Language language);

/// The paragraph's number, from 1; 0 for a draft without paragraphs.
std::uint32_t paragraph_number(const Review& review, ByteSpan span);

/// The words of the finding, or for something missing the first sentence of the place to look.
ByteSpan quoted_span(const Review& review, const Finding& finding);

/// The whole paragraph in which `at` stands.
ByteSpan paragraph_span(const Document& document, std::uint32_t at);

/// The provisions that a rule cites and a report may print: read in their source, and not of a law that is reserved
/// to markets, products or parties the rule is not gated to.
std::vector<const Provision*> printed_provisions(const Rule& rule, const RuleSet* rules);

/// `Civil Code Art. 511(4)`, `民法典第511条（4）`
std::string provision_name(const Provision& provision, Language language);

/// `Civil Code Art. 510; 511(4)`, `民法典第510条、第511条（4）`; empty when nothing may be printed.
std::string cite_law(const Rule& rule, const RuleSet* rules, Language language);

/// The text in `language`, or in the other one where a pack has only that.
const std::string& in_either(const Text& text, Language language);

/// The last piece of a path.
std::string_view file_name(std::string_view path);

/// `not examined: images (3) in headers`
std::string not_read(const Note& note, const Words& words);

/// Findings by severity.
struct Tally {
  std::size_t high = 0, medium = 0, low = 0, info = 0;

  std::size_t total() const { return high + medium + low + info; }
};
void add(Tally& tally, Severity severity);
Tally tally_of(const Review& review);

/// `3 high, 5 medium`; what is not there is not said.
std::string tally_words(const Tally& tally, const Words& words);

std::size_t count_verdicts(const Review& review, Verdict verdict);

/// By finding: the mark that carries it into the draft; nullptr when there is none.
std::vector<const Mark*> marks_by_finding(const Review& review);

}  // namespace clauselint
