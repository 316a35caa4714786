#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <thread>

#include "clauselint/lint.hpp"

using namespace clauselint;

namespace {

std::string run(std::size_t count, unsigned threads) {
  std::string told;
  for_each_in_order(
      count, threads,
      [](std::size_t i) {
        // The earlier ones take longer, so that they would be overtaken.
        if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        return std::to_string(i);
      },
      [&](std::size_t i, std::string result) {
        CHECK(result == std::to_string(i));
        told += result + ",";
      });
  return told;
}

}  // namespace

TEST_CASE("many threads tell the same in the same order as one") {
  const std::string alone = run(500, 1);
  for (const unsigned threads : {2u, 3u, 8u, 64u}) CHECK(run(500, threads) == alone);
}

TEST_CASE("no work and no threads are fine") {
  CHECK(run(0, 4).empty());
  CHECK(run(3, 0) == "0,1,2,");
}
