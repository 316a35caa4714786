// Placeholders.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

TEST_CASE("blanks of every kind are placeholders") {
  for (const char* const blank :
       {"[●]",   "[•]",     "____",    "【 】",          "【】",       "[ ]",           "{{name}}",
        "[***]", "[*]",     "[* * *]", "[...***...]",    "[Redacted]", "XXX",           "[insert name]",
        "[TBD]", "（   ）", "＿＿",    "[Company Name]", "[填写期限]", "[to be agreed]"}) {
    CAPTURE(blank);
    CHECK(values_in("fill " + std::string(blank) + " here", ValueKind::Placeholder) ==
          Lines{std::string(blank) + " = BLANK"});
  }
}

TEST_CASE("an underscore in a name is no blank") {
  CHECK(values_in("within {payment_terms_days} of it", ValueKind::Duration).empty());
  CHECK(values_in("within payment_terms_days of it", ValueKind::Duration).empty());
}

TEST_CASE("blanks where words should stand are placeholders") {
  CHECK(values_in("技术服务质量期限要求：            。", ValueKind::Placeholder) == Lines{"             = BLANK"});
  CHECK(values_in("甲方将　　　　出租给乙方。", ValueKind::Placeholder) == Lines{"　　　　 = BLANK"});
  CHECK(values_in("应当在      日内予以答复。", ValueKind::Duration).size() == 1);
  for (const char* const text : {"甲方：某某公司        乙方：某某厂", "电    话：12345", "第八条      质量保证",
                                 "within     the period", "The  end .", "地址：      某某路一号。"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Placeholder).empty());
  }
}

TEST_CASE("one blank is a gap where nothing but a number can precede the unit") {
  CHECK(values_in("缺陷责任期为 个月。", ValueKind::Duration) == Lines{" 个月 = BLANK"});
  CHECK(values_in("结算总价的 %作为质量保证金", ValueKind::Percent) == Lines{" % = BLANK"});
  CHECK(values_in("墙面 保修 月；应在 日内答复", ValueKind::Duration) == Lines{" 月 = BLANK", " 日 = BLANK"});
  for (const char* const text :
       {"按 月结算", "交付 日期", "growth in % of sales", "本 个案", "按 个数", "定于 月底", "在 日本"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Duration).empty());
    CHECK(values_in(text, ValueKind::Percent).empty());
  }
}

TEST_CASE("three stars apart from words are a redaction") {
  CHECK(values_in("up to a maximum of *** per event", ValueKind::Placeholder) == Lines{"*** = BLANK"});
  CHECK(values_in("an amount of ***, whichever", ValueKind::Placeholder) == Lines{"*** = BLANK"});
  for (const char* const text : {"***", "***Confidential Treatment Requested", "***bold*** words", "a ** b"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Placeholder).empty());
  }
}

TEST_CASE("signs that stand for a number before a Chinese unit") {
  for (const char* const blank : {"   ", "\t  ", "　　", "/", " / ", "…", "……", "——", "--", "□□", "N", "【？】", "[?]",
                                  "{年限}", "${years}", "<填写>", "_ _ _", "[具体年限]", "．．．．"}) {
    CAPTURE(blank);
    CHECK(values_in("质保期为" + std::string(blank) + "年，自验收合格之日起算。", ValueKind::Duration).size() == 1);
  }
  CHECK(values_in("   小时内响应，   小时内到达现场，留总价的   %。", ValueKind::Duration).size() == 1);
  CHECK(values_in("留总价的   %作为质保金", ValueKind::Percent).size() == 1);
  for (const char* const text :
       {"服务费500元/年。", "每次/天。", "3——5年", "A-年", "甲方  日期", "两  年度", "12 / 月", "x < 年 >"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Placeholder).empty());
    for (const std::string& found : values_in(text, ValueKind::Duration))
      CHECK(found.find("BLANK") == std::string::npos);
  }
}

TEST_CASE("signature lines and rules are no placeholders") {
  for (const char* const text :
       {"By: ________ Name: _________ Title: ______", "________________", "甲方（盖章）：________", "____（签字）",
        "法定代表人：______", "94 Any Road      ________________________"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Placeholder).empty());
  }
}

TEST_CASE("boxes to tick, notes and the explanation of a mark are no placeholders") {
  for (const char* const text :
       {"[ ] Yes", "[x] done", "[sic]", "[Reserved]", "www.xxx.com", "XXXIV", "(a) goods",
        "[***] = certain confidential information", "omissions are designated as [***]", "***"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Placeholder).empty());
  }
}

}  // namespace
}  // namespace clauselint
