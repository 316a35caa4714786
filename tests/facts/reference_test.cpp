// References in English.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Lines references(std::string_view text) { return values_in(text, ValueKind::Reference); }

TEST_CASE("clauses and annexes are referred to by their labels") {
  CHECK(references("see Section 7.3") == Lines{"Section 7.3 = 7.3"});
  CHECK(references("see Article IV") == Lines{"Article IV = IV"});
  CHECK(references("under paragraph (b)") == Lines{"paragraph (b) = (b)"});
  CHECK(references("see § 5(a)") == Lines{"§ 5(a) = 5(a)"});
  CHECK(references("listed in annex C, Appendix 4 and EXHIBIT A-1") ==
        Lines{"annex C = Annex C", "Appendix 4 = Appendix 4", "EXHIBIT A-1 = Exhibit A-1"});
}

TEST_CASE("each label of a list is a reference") {
  CHECK(references("under clauses 4.1 and 4.2") == Lines{"clauses 4.1 = 4.1", "4.2 = 4.2"});
  CHECK(references("see Sections 10.1(a), (b) and 11") ==
        Lines{"Sections 10.1(a) = 10.1(a)", "(b) = 10.1(b)", "11 = 11"});
}

TEST_CASE("labels of two brackets in a list begin behind the number") {
  CHECK(references("see Sections 12.2(f) and (h)(ii)") == Lines{"Sections 12.2(f) = 12.2(f)", "(h)(ii) = 12.2(h)(ii)"});
  CHECK(references("see subsections (b)(1) and (b)(2)") == Lines{"subsections (b)(1) = (b)(1)", "(b)(2) = (b)(2)"});
}

TEST_CASE("a new enumeration does not continue a reference") {
  CHECK(references("under Section 12.5(a) and (ii) with respect to it") == Lines{"Section 12.5(a) = 12.5(a)"});
  CHECK(references("under Section 5 and 6 months later") == Lines{"Section 5 = 5"});
}

TEST_CASE("a clause of an annex is a reference to the annex") {
  CHECK(references("see Section 3 of Annex B") == Lines{"Section 3 of Annex B = Annex B"});
}

TEST_CASE("laws and other contracts are not referred to") {
  for (const char* const text :
       {"Article 510 of the Civil Code", "Section 2-314 of the UCC", "Rule 144", "under Securities Act Section 5",
        "17 C.F.R. § 240", "Section 5 of the Master Supply Agreement",
        "clause (a) of Section 2(a)(10) of the 1933 Act"}) {
    CAPTURE(text);
    CHECK(references(text).empty());
  }
}

TEST_CASE("this agreement is the draft itself") {
  CHECK(references("Section 5 of this Agreement") == Lines{"Section 5 = 5"});
  CHECK(references("Section 5 of the Agreement") == Lines{"Section 5 = 5"});
}

TEST_CASE("a title does not refer to itself") {
  for (const char* const text :
       {"Annex B", "Annex B: Spare Parts", "EXHIBIT A", "Schedule 1 – Prices", "Section 2.4 Ownership."}) {
    CAPTURE(text);
    CHECK(references(text).empty());
  }
}

TEST_CASE("verbs and articles are no references") {
  for (const char* const text :
       {"shall schedule 2 meetings", "exhibit a defect", "the clause in question", "article of trade"}) {
    CAPTURE(text);
    CHECK(references(text).empty());
  }
}

}  // namespace
}  // namespace clauselint
