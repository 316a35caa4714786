// Calendar dates.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

TEST_CASE("full dates are read in every order") {
  for (const char* const text :
       {"31 December 2024", "31st day of December, 2024", "December 31, 2024", "Dec. 31st, 2024", "2024-12-31",
        "2024/12/31", "12/31/2024", "2024年12月31日", "２０２４年１２月３１日", "二〇二四年十二月三十一日"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Date) == Lines{std::string(text) + " = 2024-12-31"});
  }
}

TEST_CASE("a date with gaps is a blank date") {
  CHECK(values_in("____年__月__日", ValueKind::Date) == Lines{"____年__月__日 = BLANK"});
  CHECK(values_in("November ___, 2006", ValueKind::Date) == Lines{"November ___, 2006 = BLANK"});
}

TEST_CASE("days without a year and years alone give no value at all") {
  for (const char* const text : {"May 24", "5月1日", "2024年", "12月", "December 2024", "it may 24"}) {
    CAPTURE(text);
    CHECK(values_of(text).empty());
  }
}

}  // namespace
}  // namespace clauselint
