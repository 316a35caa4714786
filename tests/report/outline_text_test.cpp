// The outline as a list.
#include <catch2/catch.hpp>

#include "clauselint/report.hpp"
#include "report/review_maker.hpp"

namespace clauselint {

TEST_CASE("an outline gives labels, headings or first words, and languages") {
  ReviewMaker maker("a.txt", Language::En, {{"9", "Returns", "Returns"}, {"9.1", "", "On request.", 2}});
  CHECK(outline_text(maker.review) == "a.txt\n9  Returns  [en]\n  9.1  “On request.”  [en]\n");
}

TEST_CASE("an outline names the twin of a clause in the other language") {
  ReviewMaker maker("a.txt", Language::En, {{"9", "", "Returns."}, {"十", "", "退货。"}});
  maker.review.tree.clauses[1].twin = 2;
  maker.review.tree.clauses[2].twin = 1;
  maker.review.tree.clauses[2].language = Language::Zh;
  CHECK(outline_text(maker.review) == "a.txt\n9  “Returns.”  [en ⇄ zh 十]\n十  “退货。”  [zh ⇄ en 9]\n");
}

TEST_CASE("an outline of a bilingual draft says which clauses stand in one language only") {
  ReviewMaker maker("a.txt", Language::En, {{"9", "", "Returns."}, {"九", "", "退货。"}, {"10", "", "Parts."}});
  maker.review.tree.bilingual = true;
  maker.review.tree.clauses[1].twin = 2;
  maker.review.tree.clauses[2].twin = 1;
  maker.review.tree.clauses[2].language = Language::Zh;
  CHECK(outline_text(maker.review) ==
        "a.txt\n9  “Returns.”  [en ⇄ zh 九]\n九  “退货。”  [zh ⇄ en 9]\n10  “Parts.”  [en, no twin]\n"
        "clauses in one language only: 1\n");
}

TEST_CASE("a draft without clauses has an outline that says so") {
  const ReviewMaker maker("a.txt", Language::En, {{"", "", "Words."}});
  CHECK(outline_text(maker.review) == "a.txt\nno clauses found\n");
}

}  // namespace clauselint
