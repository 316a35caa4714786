// References in Chinese.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Lines references(std::string_view text) { return values_in(text, ValueKind::Reference); }

TEST_CASE("articles are referred to as they are labelled") {
  CHECK(references("详见第九条") == Lines{"第九条 = 第九条"});
  CHECK(references("按第 9 条处理") == Lines{"第 9 条 = 第9条"});
  CHECK(references("按第8.2款处理") == Lines{"第8.2款 = 8.2"});
  CHECK(references("按本合同第十条及第十二条办理") == Lines{"第十条 = 第十条", "第十二条 = 第十二条"});
}

TEST_CASE("an article with its paragraph is one reference") {
  CHECK(references("见第九条第（二）款") == Lines{"第九条第（二）款 = 第九条（二）"});
  CHECK(references("见第九条第二款") == Lines{"第九条第二款 = 第九条"});
}

TEST_CASE("annexes are referred to by name") {
  CHECK(references("详见附件三及附件 1") == Lines{"附件三 = 附件三", "附件 1 = 附件1"});
  CHECK(references("见附件（一）") == Lines{"附件（一） = 附件一"});
  CHECK(references("见附件二第3条") == Lines{"附件二第3条 = 附件二"});
}

TEST_CASE("laws are not referred to, nor what is listed behind them") {
  for (const char* const text : {"依据《民法典》第五百一十条", "民法典第三条、第五条和第六条",
                                 "根据《合同法》（1999年）第五条", "依照产品质量法的第四十条"}) {
    CAPTURE(text);
    CHECK(references(text).empty());
  }
}

TEST_CASE("labels, copies and ordinals are no references") {
  for (const char* const text :
       {"第四条、租赁期", "附件三份", "附件一：备件清单", "第二年", "第一次", "第三方", "第二款"}) {
    CAPTURE(text);
    CHECK(references(text).empty());
  }
}

}  // namespace
}  // namespace clauselint
