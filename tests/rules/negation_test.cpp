#include "rules/negation.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "text/folded_text.hpp"

using namespace clauselint;

namespace {

bool negated(const std::string& sentence, const std::string& phrase, Language language) {
  const std::string folded = fold_words(sentence);
  const std::string words = fold_words(phrase);
  const std::size_t at = folded.find(words);
  REQUIRE(at != std::string::npos);
  return is_negated(folded, {.begin = 0, .end = static_cast<std::uint32_t>(folded.size())},
                    {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + words.size())}, {},
                    language);
}

bool en(const std::string& sentence) { return negated(sentence, "respond promptly", Language::En); }
bool zh(const std::string& sentence) { return negated(sentence, "响应", Language::Zh); }

}  // namespace

TEST_CASE("a promise that is denied is no promise") {
  CHECK(en("Supplier shall not be obliged to respond promptly."));
  CHECK(en("Nothing in this clause obliges Supplier to respond promptly."));
  CHECK(en("Neither party has to respond promptly."));
  CHECK(en("Supplier shall not, under any circumstances, be required to respond promptly."));
  CHECK(zh("供方不承担及时响应的义务。"));
  CHECK(zh("不适用24小时响应承诺。"));
}

TEST_CASE("a duty that is taken away is told from a duty that was not kept") {
  const auto relieved = [](const std::string& sentence, const std::string& phrase, Language language) {
    const std::string folded = fold_words(sentence);
    const auto at = static_cast<std::uint32_t>(folded.find(fold_words(phrase)));
    const ByteSpan match{.begin = at, .end = at + static_cast<std::uint32_t>(fold_words(phrase).size())};
    return denies_duty(folded, {.begin = 0, .end = static_cast<std::uint32_t>(folded.size())}, match, language);
  };
  CHECK(relieved("Supplier shall not be obliged to respond promptly.", "respond promptly", Language::En));
  CHECK(relieved("乙方无义务在夜间响应。", "响应", Language::Zh));
  CHECK_FALSE(relieved("A fault not restored in time is escalated.", "restored", Language::En));
  CHECK_FALSE(
      relieved("Supplier is not obliged to stock parts but shall respond promptly.", "respond promptly", Language::En));
  CHECK_FALSE(relieved("故障未修复的，升级处理。", "修复", Language::Zh));
}

TEST_CASE("a plain promise is one") {
  CHECK_FALSE(en("Supplier shall respond promptly."));
  CHECK_FALSE(zh("供方应及时响应。"));
}

TEST_CASE("a denial in another clause of the sentence does not reach over") {
  CHECK_FALSE(en("If Customer does not pay in time, Supplier shall respond promptly."));
  CHECK_FALSE(en("Supplier is not liable for delay but shall respond promptly."));
  CHECK_FALSE(en("Supplier shall not assign this contract and shall respond promptly."));
  CHECK_FALSE(zh("甲方不支付费用的,供方应及时响应。"));
}

TEST_CASE("bounds and figures of speech are no denial") {
  CHECK_FALSE(en("Supplier shall not later than Monday respond promptly."));
  CHECK_FALSE(en("Supplier shall not only respond promptly."));
  CHECK_FALSE(en("Whether or not it is at fault Supplier shall respond promptly."));
  CHECK_FALSE(en("Supplier shall at no charge respond promptly."));
  CHECK_FALSE(zh("供方应在不超过两天内响应。"));
  CHECK_FALSE(zh("供方应无偿响应。"));
}

TEST_CASE("a bound behind small words is no denial") {
  CHECK_FALSE(negated("The warranty period shall not be less than 24 months.", "24 months", Language::En));
  CHECK_FALSE(negated("It shall in no case run for more than 24 months.", "24 months", Language::En));
  CHECK(negated("Supplier shall not repair parts within 24 months.", "24 months", Language::En));
  for (const char* const bound : {"不少于", "不得低于", "不应短于", "不能超过", "不会晚于"}) {
    CAPTURE(bound);
    CHECK_FALSE(negated("期限" + std::string(bound) + "四小时。", "四小时", Language::Zh));
  }
  CHECK(negated("期限不适用四小时。", "四小时", Language::Zh));
}

TEST_CASE("the number of something denies nothing") {
  CHECK_FALSE(en("To call no. 7 Supplier shall respond promptly."));
  CHECK_FALSE(en("Under Contract No 12 Supplier shall respond promptly."));
  CHECK(en("In no case shall Supplier respond promptly."));
}

TEST_CASE("an exception denies what it excepts") {
  CHECK(en("Supplier works office hours, except that it will respond promptly."));
  CHECK(negated("除质保期内免费维修外,费用由甲方承担。", "免费维修", Language::Zh));
  CHECK_FALSE(negated("易损件除外,质保期内免费维修。", "免费维修", Language::Zh));
}
