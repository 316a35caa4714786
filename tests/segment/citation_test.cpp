// How clauses are cited.
#include <catch2/catch.hpp>

#include "clauselint/clause.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

std::string last_citation(std::string_view text) {
  const ClauseTree tree = segment(document(text));
  return citation(tree, static_cast<std::uint32_t>(tree.clauses.size() - 1));
}

}  // namespace

TEST_CASE("a label that says too little is cited with those above it") {
  CHECK(last_citation("8.2 Repair\n(a) we repair.\n") == "8.2(a)");
  CHECK(last_citation("第八条 维修\n（一）甲。\n（二）乙。\n") == "第八条（二）");
  CHECK(last_citation("8. Repair\n(a) these:\n(i) we repair.\n(ii) we replace.\n") == "8(a)(ii)");
  CHECK(last_citation("一、维修\n1. 甲。\n2. 乙。\n") == "一、2");
}

TEST_CASE("a label that holds its parent's is not repeated") {
  CHECK(last_citation("8. Repair\n8.1 Scope is all.\n8.2 Costs are ours.\n") == "8.2");
  CHECK(last_citation("Article VIII Repair\nSection 8.2 Costs\nWe pay.\n") == "Section 8.2");
}

TEST_CASE("what stands in an annex is cited with the annex") {
  CHECK(last_citation("1. Scope\nAll.\nAnnex B Service Levels\n3.1 Response is swift.\n") == "Annex B 3.1");
  CHECK(last_citation("第一条 范围如下。\n附件二 服务标准\n第一条 响应迅速。\n") == "附件二第一条");
}

TEST_CASE("a draft that is itself an appendix does not say so before every clause") {
  CHECK(last_citation("Appendix 4 Service\n1. Scope\n1.1 All.\n2. Parts\n2.1 Some.\n") == "2.1");
  CHECK(last_citation("Appendix 4 Service\n1. Scope\n1.1 All.\n2. Parts\n2.1 Some.\nAnnex A Prices\n3.1 High.\n") ==
        "Annex A 3.1");
}

TEST_CASE("stops behind a label are left out") {
  CHECK(last_citation("8. Repair\n") == "8");
  CHECK(last_citation("一、维修\n") == "一");
  CHECK(citation(segment(document("8. Repair\n")), kRootClause).empty());
}
