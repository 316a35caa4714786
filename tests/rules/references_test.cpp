// Cross-references: where each leads.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "rules/meaning.hpp"
#include "support/document_builder.hpp"

namespace clauselint {
namespace {

using Words = std::vector<std::string>;

// `Section 2 -> 2.`; `-> nowhere` and `-> elsewhere` for those that lead to no clause.
Words leads(std::string_view text) {
  const Document draft = document(text);
  const ClauseTree tree = segment(draft);
  const std::vector<Value> values = find_values(draft, tree);
  Words found;
  for (const ClauseReference& reference : find_references(draft, tree, values)) {
    const std::string words(draft.words(values[reference.value].span));
    const std::string target = reference.target == kNoClause ? "" : citation(tree, reference.target);
    const bool nowhere = reference.state == ClauseReference::State::Nowhere;
    found.push_back(words + " -> " +
                    (nowhere                                                ? "nowhere"
                     : reference.state == ClauseReference::State::Elsewhere ? "elsewhere"
                                                                            : target));
  }
  return found;
}

}  // namespace

TEST_CASE("a reference leads to the clause with its label, as deep as the label goes") {
  CHECK(leads("1. Scope\n1.1 See Section 2.1.\n2. Repair\n2.1 Supplier shall:\n(a) come;\n(b) repair, see Section "
              "2.1(a).\n") == Words{"Section 2.1 -> 2.1", "Section 2.1(a) -> 2.1(a)"});
  CHECK(leads("第一条 详见第二条。\n第二条 维修\n（一）到场\n（二）见第二条第（一）项。\n") ==
        Words{"第二条 -> 第二条", "第二条第（一）项 -> 第二条（一）"});
  CHECK(leads("1. See Annex B.\nAnnex B Parts\n1. First part.\n") == Words{"Annex B -> Annex B"});
}

TEST_CASE("a reference inside an annex leads within the annex first") {
  CHECK(leads("1. Scope\n2. Price\nAnnex A Parts\n1. See Section 2.\n2. Stock\n") == Words{"Section 2 -> Annex A 2"});
}

TEST_CASE("what is not there is nowhere") {
  CHECK(leads("1. See Section 3.\n2. See Annex C.\n") == Words{"Section 3 -> nowhere", "Annex C -> nowhere"});
  CHECK(leads("第一条 详见第三条及附件二。\n第二条 其他。\n") == Words{"第三条 -> nowhere", "附件二 -> nowhere"});
}

TEST_CASE("statutes, other papers and the paper that is amended are elsewhere") {
  CHECK(leads("1. See Section 4021.\n2. See Section 12.212 there.\n") ==
        Words{"Section 4021 -> elsewhere", "Section 12.212 -> elsewhere"});
  CHECK(leads("1. See Section 2 of the Supply Agreement.\n2. Rest.\n") == Words{});
  CHECK(leads("1. See Section 2.6 or 2.7, respectively, of the Supply Agreement.\n2. Rest.\n") ==
        Words{"Section 2.6 -> elsewhere", "2.7 -> elsewhere"});
  CHECK(leads("Amendment No. 2\n1. Section 5 is deleted.\n2. Rest.\n") == Words{"Section 5 -> elsewhere"});
  CHECK(leads("补充协议\n第一条 原第五条删除。\n第二条 其他。\n") == Words{"第五条 -> elsewhere"});
  CHECK(leads("1. See Section 2.\n2. See Section 3 and Clause 8.\n3. See Section 1.\n") ==
        Words{"Section 2 -> 2", "Section 3 -> 3", "Clause 8 -> elsewhere", "Section 1 -> 1"});
}

TEST_CASE("a label that a conversion has run into the line before is there") {
  CHECK(leads("1. Scope\n2. WARRANTY 2.1 Period. See Section 2.1 and Section 2.2.\n") ==
        Words{"Section 2.1 -> ", "Section 2.2 -> nowhere"});
}

TEST_CASE("a draft without labels is not judged") {
  CHECK(leads("There is no numbering here, but see Section 9.\n") == Words{"Section 9 -> elsewhere"});
}

TEST_CASE("of equal references that lead nowhere the first is told") {
  const Document draft = document("1. See Section 3.\n2. See Section 3.\n");
  const ClauseTree tree = segment(draft);
  const std::vector<Value> values = find_values(draft, tree);
  CHECK(find_unresolved(find_references(draft, tree, values), values) == std::vector<std::uint8_t>{1, 0});
}

}  // namespace clauselint
