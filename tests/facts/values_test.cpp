// The scanner as a whole: order, spans, cost.
#include <catch2/catch.hpp>

#include <string>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

TEST_CASE("values stand in the order of the text and know their sentence") {
  const std::string text = "Within 5 days of Section 3, pay RMB 500.\n质保期为[●]个月，详见附件一。";
  std::vector<std::string> found;
  for (const Value& value : values_of(text)) {
    found.push_back(std::string(slice(text, value.span)) + " in " + std::to_string(value.sentence));
  }
  CHECK(found == Lines{"5 days in 0", "Section 3 in 0", "RMB 500 in 0", "[●]个月 in 1", "附件一 in 1"});
}

TEST_CASE("a number inside another value is not found again") {
  CHECK(values_of("2024年12月31日").size() == 1);
  CHECK(values_of("人民币1,000万元（大写：壹佰万元整）").size() == 1);
}

TEST_CASE("a heading does not refer to itself") {
  const Document draft = document("Appendix 2 of the draft");
  ClauseTree tree = flat_tree(draft);
  CHECK(find_values(draft, tree).size() == 1);
  tree.sentences[0].heading = true;
  CHECK(find_values(draft, tree).empty());
}

TEST_CASE("words between sentences are not looked at") {
  const Document draft = document("8.2 30 days");
  ClauseTree tree = flat_tree(draft);
  tree.sentences[0].span.begin = 4;
  const std::vector<Value> values = find_values(draft, tree);
  REQUIRE(values.size() == 1);
  CHECK(draft.words(values[0].span) == "30 days");
}

TEST_CASE("values never overlap and never leave their sentence, whatever the text") {
  const std::string pieces[] = {"[",    "]",    "(",    ")",  "（",       "5",       "五",  "个", "月",
                                "日",   "year", " ",    "—",  "thirty",   "Section", "4.1", "第", "条",
                                "附件", "一",   "____", "$",  "%",        "{{",      "}}",  "元", "百分之",
                                "half", "a",    "and",  "年", "business", "\n"};
  std::uint32_t state = 12345;
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525u + 1013904223u;
    text += pieces[(state >> 16) % std::size(pieces)];
  }
  const Document draft = document(text);
  const ClauseTree tree = flat_tree(draft);
  std::uint32_t end = 0;
  for (const Value& value : find_values(draft, tree)) {
    CHECK(value.span.begin >= end);
    CHECK(value.span.begin < value.span.end);
    CHECK(tree.sentences[value.sentence].span.contains(value.span));
    end = value.span.end;
  }
}

TEST_CASE("a text of nothing but openings is read in one pass") {
  for (const char* const piece :
       {"(", "[", "{{", "one ", "5-", "一", "人民币", "$", "____ ", "第", "百分之", "Section 1, ", "5 ("}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 100000; ++i) text += piece;
    CHECK(values_of(text).size() <= 100000);  // quadratic time would stop the suite
  }
}

}  // namespace
}  // namespace clauselint
