// Where a sentence limits what it promises.
#include "rules/provisos.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "text/folded_text.hpp"

using namespace clauselint;

namespace {

using Found = std::vector<std::string>;

// Restricting ones with an exclamation mark before them.
Found provisos(const std::string& sentence, Language language) {
  const std::string folded = fold_words(sentence);
  Found found;
  for (const Proviso& proviso :
       find_provisos(folded, {.begin = 0, .end = static_cast<std::uint32_t>(folded.size())}, language)) {
    found.push_back((proviso.restricts ? "!" : "") + std::string(slice(folded, proviso.span)));
  }
  return found;
}

Found en(const std::string& sentence) { return provisos(sentence, Language::En); }
Found zh(const std::string& sentence) { return provisos(sentence, Language::Zh); }

}  // namespace

TEST_CASE("a proviso at the end of a sentence takes its rest") {
  CHECK(en("Supplier repairs it within 10 days, provided that the part is returned, clean and dry.") ==
        Found{"!provided that the part is returned, clean and dry."});
  CHECK(en("Supplier repairs it within 10 days unless the part is obsolete; freight is for Customer.") ==
        Found{"!unless the part is obsolete"});
  CHECK(zh("乙方应在10日内修复，但备件停产的除外，由双方另行协商。") == Found{"!但备件停产的除外,由双方另行协商。"});
}

TEST_CASE("a circumstance ends at its comma, and does not restrict") {
  CHECK(en("If a Product fails, Supplier repairs it within 10 days.") == Found{"if a product fails"});
  CHECK(en("Supplier repairs it, in case of a major fault, within 10 days.") == Found{"in case of a major fault"});
  CHECK(zh("如产品出现故障，乙方应在10日内修复。") == Found{"如产品出现故障"});
  CHECK(zh("乙方收到报修后，若为重大故障，应在10日内修复。") == Found{"若为重大故障"});
}

TEST_CASE("an exception set apart ends where it is set apart") {
  CHECK(en("Supplier shall, subject to Section 4, repair it within 10 days.") == Found{"!subject to section 4"});
  CHECK(en("All parts (except wear parts) are warranted for 12 months.") == Found{"!except wear parts"});
  CHECK(zh("除易损件外，质保期为12个月。") == Found{"!除易损件外"});
  CHECK(zh("质保期为12个月，仅限正常使用。") == Found{"!仅限正常使用。"});
}

TEST_CASE("what stands inside another proviso is part of it") {
  CHECK(en("If and only if Customer asks, Supplier answers.").size() == 1);
  CHECK(en("Supplier answers within 10 days, provided that, if asked, Customer helps.").size() == 1);
}

TEST_CASE("words that only look like provisos open none") {
  CHECK(en("Notwithstanding anything else, Supplier repairs it as if new.").empty());
  CHECK(en("Spare parts, if any, are shipped within 10 days.").empty());
  CHECK(en("The exceptional gift is free.").empty());
  CHECK(zh("包括但不限于备件。").empty());
  CHECK(zh("时限如下：10日。").empty());
  CHECK(zh("例如更换部件。").empty());
}
