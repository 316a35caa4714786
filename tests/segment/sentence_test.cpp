// Where sentences end.
#include "segment/sentence.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

namespace {

std::string split(std::string_view text) {
  std::string parts;
  for (const ByteSpan span : split_sentences(text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())})) {
    parts += (parts.empty() ? "" : " | ") + std::string(slice(text, span));
  }
  return parts;
}

}  // namespace

TEST_CASE("English sentences end at a stop before a capital") {
  CHECK(split("We repair. You pay! Why? Because.") == "We repair. | You pay! | Why? | Because.");
  CHECK(split("We repair under Section 8.2. The rest is excluded.") ==
        "We repair under Section 8.2. | The rest is excluded.");
  CHECK(split("He said \"we repair.\" Then he left.") == "He said \"we repair.\" | Then he left.");
}

TEST_CASE("abbreviations and figures end no sentence") {
  CHECK(split("See No. 5 and Art. 7, e.g. 3.5 kg.") == "See No. 5 and Art. 7, e.g. 3.5 kg.");
  CHECK(split("Acme Co., Ltd. Shanghai shall repair.") == "Acme Co., Ltd. Shanghai shall repair.");
  CHECK(split("This binds Acme Inc. The Supplier agrees.") == "This binds Acme Inc. | The Supplier agrees.");
  CHECK(split("From 9 a.m. to 5 p.m. on working days.") == "From 9 a.m. to 5 p.m. on working days.");
  CHECK(split("Under U.S. Law we repair.") == "Under U.S. Law we repair.");
}

TEST_CASE("semicolons and colons end no sentence") {
  CHECK(split("We shall: (a) repair; (b) replace.") == "We shall: (a) repair; (b) replace.");
  CHECK(split("乙方应：（一）维修；（二）更换。") == "乙方应：（一）维修；（二）更换。");
}

TEST_CASE("a stop that ends nothing keeps the blanks before it") {
  CHECK(split("      。") == "      。");
  CHECK(split("      ； ") == "      ；");
  CHECK(split("  乙方维修。 ") == "乙方维修。");
}

TEST_CASE("Chinese sentences keep the quotes and brackets that close them") {
  CHECK(split("乙方维修。甲方付款！") == "乙方维修。 | 甲方付款！");
  CHECK(split("约定“免费维修。”甲方付款。") == "约定“免费维修。” | 甲方付款。");
  CHECK(split("质保期为1.5年。详见No.5文件。") == "质保期为1.5年。 | 详见No.5文件。");
}

TEST_CASE("a paragraph in two languages is split at the border of the languages") {
  CHECK(split("卖方同意向买方销售电子产品及其备件 The Seller agrees to sell the products and their spare parts") ==
        "卖方同意向买方销售电子产品及其备件 | The Seller agrees to sell the products and their spare parts");
  CHECK(split("卖方应当在四小时之内响应买方请求（The Seller shall respond within four hours）。") ==
        "卖方应当在四小时之内响应买方请求 | （The Seller shall respond within four hours）。");
  CHECK(split("采用Siemens Industrial Control型号的产品，由乙方负责维修。") ==
        "采用Siemens Industrial Control型号的产品，由乙方负责维修。");
}
