// How a lawyer cites a clause: 8.2(a), Annex B 3.1, 第八条（二）.
#include <algorithm>
#include <string_view>

#include "clauselint/clause.hpp"
#include "segment/label.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

// Labels that count through the whole draft and say enough by themselves.
bool says_enough(const Label& label) {
  switch (label.kind) {
    case LabelKind::Annex:
    case LabelKind::Part:
    case LabelKind::Chapter:
    case LabelKind::Article:
    case LabelKind::Section:
    case LabelKind::Clause: return true;
    case LabelKind::Number: return label.dotted();
    case LabelKind::Division:
    case LabelKind::Paragraph: return label.dotted();
    case LabelKind::Item:
    case LabelKind::Han:
    case LabelKind::Letter:
    case LabelKind::Capital:
    case LabelKind::Roman:
    case LabelKind::CapitalRoman:
    case LabelKind::Circled:
    case LabelKind::Other: return false;
  }
  return false;
}

std::string_view without_stop(std::string_view label) {
  while (!label.empty()) {
    const CodePoint last = decode_before(label, label.size());
    if (!is_any_of(last.value, U".、．:：") && !is_blank(last.value)) break;
    label.remove_suffix(last.size);
  }
  return label;
}

// 8 and (a) make 8(a); 一、 and 2. make 一、2; Annex B and 3.1 make `Annex B 3.1`.
std::string join(std::string_view outer, const std::string& inner) {
  const std::string_view bare = without_stop(outer);
  const char32_t first = char_at(inner, 0);
  const bool set_off = is_any_of(first, U"(（") || (first >= 0x2460 && first <= 0x277F) || first == U'第';
  if (set_off) return std::string(bare) + inner;
  const std::string_view stop = outer.substr(bare.size());
  const bool pointed = !trimmed(stop).empty() && !is_any_of(char_at(stop, 0), U":：");
  if (pointed) return std::string(bare) + std::string(trimmed(stop)) + inner;
  return std::string(bare) + " " + inner;
}

// The clause above to cite from, in the language of the clause that is cited.
const Clause& spoken(const ClauseTree& tree, const Clause& above, const Clause& cited) {
  const bool other_language = above.language != cited.language && above.twin != kNoClause;
  if (!other_language) return above;
  const Clause& twin = tree.clauses[above.twin];
  return twin.language == cited.language && !twin.label.empty() ? twin : above;
}

// A draft that is itself an appendix opens with its own label: "Appendix 4" before every clause would tell nothing.
bool is_the_draft(const ClauseTree& tree, std::uint32_t clause) {
  if (clause != 1) return false;
  const std::uint32_t end = tree.clauses[clause].extent.end;
  const auto behind = std::partition_point(tree.clauses.begin() + 1, tree.clauses.end(),
                                           [end](const Clause& other) { return other.span.begin < end; });
  return 2 * (behind - tree.clauses.begin() - 1) > tree.clauses.end() - tree.clauses.begin();
}

}  // namespace

std::string citation(const ClauseTree& tree, std::uint32_t clause) {
  if (clause == kRootClause || clause >= tree.clauses.size()) return {};
  const Clause& cited = tree.clauses[clause];
  std::string cite;
  bool enough = false;  // only an annex is still wanted
  for (std::uint32_t at = clause; at != kRootClause; at = tree.clauses[at].parent) {
    const bool inside_twin = at != clause && tree.clauses[at].twin == clause;
    if (inside_twin && !cite.empty()) continue;
    const Clause& here = spoken(tree, tree.clauses[at], cited);
    if (here.label.empty()) continue;
    const std::optional<Label> label = read_automatic_label(here.label);
    const bool annex = label && label->kind == LabelKind::Annex;
    if (enough && !annex) continue;
    if (annex && at != clause && !cite.empty() && is_the_draft(tree, at)) continue;
    cite = cite.empty() ? std::string(without_stop(here.label)) : join(here.label, cite);
    enough = enough || (label && says_enough(*label));
  }
  return cite;
}

}  // namespace clauselint
