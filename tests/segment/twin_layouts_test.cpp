// Bilingual drafts as their files hold them: Word tables, line breaks in a cell, Markdown.
#include <catch2/catch.hpp>

#include "clauselint/clause.hpp"
#include "clauselint/read.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

std::string cell(std::string_view text) { return "<w:tc>" + tiny_paragraph(text) + "</w:tc>"; }

std::string row(std::initializer_list<std::string_view> cells) {
  std::string xml = "<w:tr>";
  for (const std::string_view text : cells) xml += cell(text);
  return xml + "</w:tr>";
}

// `8.1 en = 8.1 zh: The Supplier …` a pair, by the first words of each.
std::string pairs(const std::string& name, const std::string& bytes) {
  const Result<Document> draft = read_document(name, bytes);
  REQUIRE(draft);
  const ClauseTree tree = segment(*draft);
  std::string told;
  for (std::uint32_t i = 0; i < tree.clauses.size(); ++i) {
    const std::uint32_t twin = tree.clauses[i].twin;
    if (twin == kNoClause || twin < i) continue;
    told += citation(tree, i) + (tree.clauses[i].language == Language::En ? " en = " : " zh = ") + citation(tree, twin);
    told += tree.clauses[twin].language == Language::En ? " en\n" : " zh\n";
  }
  for (const std::uint32_t i : clauses_without_twin(tree)) told += citation(tree, i) + " alone\n";
  return told;
}

}  // namespace

TEST_CASE("a Word table with row numbers pairs its two texts, and a row in one language is told") {
  const std::string table =
      "<w:tbl>" +
      row({"4.1", "The Supplier shall send a service engineer within two (2) Working Days after the request.",
           "供方应在收到请求后两（2）个工作日内派遣服务工程师。"}) +
      row({"4.2", "Travel expenses of the engineer are borne by the Supplier during the Warranty Period.",
           "质保期内，工程师的差旅费用由供方承担。"}) +
      row({"4.3", "The Customer shall keep the site accessible and shall name a contact person for each visit.", ""}) +
      row({"4.4", "After each visit the engineer hands over a service report signed by both parties.",
           "每次上门服务后，工程师应提交双方签字的服务报告。"}) +
      "</w:tbl>";
  CHECK(pairs("a.docx", tiny_docx(table)) == "4.1 en = 4.1 zh\n4.2 en = 4.2 zh\n4.4 en = 4.4 zh\n4.3 alone\n");
}

TEST_CASE("a line break between the languages of a paragraph parts them") {
  const auto both = [](std::string_view zh, std::string_view en) {
    return "<w:p><w:r><w:t>" + std::string(zh) + "</w:t><w:br/><w:t>" + std::string(en) + "</w:t></w:r></w:p>";
  };
  const std::string body =
      both("第五条 维修", "Repair") +
      both("5.1 供方应当在七日之内修复送修的产品。", "The Supplier shall repair Products sent in within seven days.") +
      both("5.2 逾期未修复的，供方应当提供备用机。", "If a repair is late, the Supplier shall provide a loan unit.");
  CHECK(pairs("a.docx", tiny_docx(body)) == "第五条 zh = 第五条 en\n5.1 zh = 5.1 en\n5.2 zh = 5.2 en\n");
}

TEST_CASE("Markdown with one language after the other pairs its titles, headings and items") {
  const std::string draft =
      "# Service Terms\n\n## 1. Scope\n\nThese terms govern the after-sales service for the Products that the Supplier "
      "has "
      "sold to the Customer.\n\n## 2. Fees\n\n(a) Service during the Warranty Period is free of charge.\n\n(b) Service "
      "after "
      "it is charged by the hour, at CNY 800.\n\n# 服务条款\n\n## 第一条 "
      "适用范围\n\n本条款适用于供方向买方销售的产品的售后服务。\n\n"
      "## 第二条 费用\n\n（一）质保期内的服务不收取费用。\n\n（二）质保期之后的服务按小时收费，每小时人民币800元。\n";
  CHECK(pairs("a.md", draft) ==
        " en =  zh\n1 en = 第一条 zh\n2 en = 第二条 zh\n2(a) en = 第二条（一） zh\n2(b) en = 第二条（二） zh\n");
}
