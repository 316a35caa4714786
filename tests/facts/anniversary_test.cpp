// Years told by the day they end on.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

using namespace clauselint;

namespace {

Lines durations(std::string_view text) { return values_in(text, ValueKind::Duration); }

}  // namespace

TEST_CASE("an anniversary is as many years") {
  CHECK(durations("ends on the second (2nd) anniversary of delivery") == Lines{"second (2nd) anniversary = P2Y"});
  CHECK(durations("until the first anniversary of the Effective Date") == Lines{"first anniversary = P1Y"});
  CHECK(durations("the twenty-first (21st) anniversary, or the 10th anniversary") ==
        Lines{"twenty-first (21st) anniversary = P21Y", "10th anniversary = P10Y"});
  CHECK(durations("the second (3rd) anniversary") == Lines{"second (3rd) anniversary = P3Y differ"});
  CHECK(durations("on each anniversary, the (second) anniversary, the one hundred 200th anniversary").empty());
}
