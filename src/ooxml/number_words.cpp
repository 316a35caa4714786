// Numbers in words as Word writes them in lists.
#include "ooxml/number_words.hpp"

#include <array>
#include <utility>

namespace clauselint {
namespace {

constexpr std::array<std::string_view, 20> kCardinals{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens{"",      "",      "twenty",  "thirty", "forty",
                                                 "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kIrregular{{{"one", "first"},
                                                                                   {"two", "second"},
                                                                                   {"three", "third"},
                                                                                   {"five", "fifth"},
                                                                                   {"eight", "eighth"},
                                                                                   {"nine", "ninth"},
                                                                                   {"twelve", "twelfth"}}};
constexpr std::array<std::string_view, 10> kVietnamese{"không", "một", "hai", "ba",  "bốn",
                                                       "năm",   "sáu", "bảy", "tám", "chín"};

constexpr Alphabet kRingDigits{.letters = "○ 一 二 三 四 五 六 七 八 九"};
constexpr Alphabet kZeroDigits{.letters = "〇 一 二 三 四 五 六 七 八 九"};
constexpr Alphabet kUnits{.letters = "十 百 千"};
constexpr Alphabet kLegalUnits{.letters = "拾 佰 仟"};
constexpr Alphabet kKoreanOnes{.letters = " 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉"};
constexpr Alphabet kKoreanTens{.letters = " 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔"};

std::string in_english(std::int32_t value) {
  if (value < 20) return std::string(kCardinals[static_cast<std::size_t>(value)]);
  if (value < 100) {
    const std::string tens(kTens[static_cast<std::size_t>(value / 10)]);
    return value % 10 == 0 ? tens : tens + "-" + in_english(value % 10);
  }
  const std::int32_t unit = value < 1000 ? 100 : 1000;
  const std::string text = in_english(value / unit) + (unit == 100 ? " hundred" : " thousand");
  return value % unit == 0 ? text : text + " " + in_english(value % unit);
}

std::string with_capital(std::string text) {
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

// Up to four digits. A one before ten is silent where the whole number begins with it.
std::string counted_group(std::int32_t value, const Counting& counting, bool begins_number) {
  std::string text;
  bool gap = false;
  std::int32_t worth = 1000;
  for (std::int32_t place = 3; place >= 0; --place, worth /= 10) {
    const std::int32_t digit = value / worth % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap && counting.zero_in_gaps) text += letter_at(counting.digits, 0);
    gap = false;
    const bool in_teens = place == 1 && begins_number && text.empty();
    const bool silent =
        digit == 1 && place > 0 &&
        (counting.silent_one == SilentOne::Always || (counting.silent_one == SilentOne::InTeens && in_teens));
    if (!silent) text += letter_at(counting.digits, digit);
    if (place > 0) text += letter_at(counting.units, place - 1);
  }
  return text;
}

}  // namespace

const Counting kChineseCounting{.digits = kRingDigits, .units = kUnits, .myriad = "万", .zero_in_gaps = true};
const Counting kChineseThousand{.digits = kZeroDigits, .units = kUnits, .myriad = "万", .zero_in_gaps = true};
const Counting kTaiwaneseThousand{
    .digits = {.letters = "零 一 二 三 四 五 六 七 八 九"}, .units = kUnits, .myriad = "萬", .zero_in_gaps = true};
const Counting kSimplifiedLegal{.digits = {.letters = "零 壹 贰 叁 肆 伍 陆 柒 捌 玖"},
                                .units = kLegalUnits,
                                .myriad = "萬",  // so does Word, simplified or not
                                .silent_one = SilentOne::Never,
                                .zero_in_gaps = true};
const Counting kTraditionalLegal{.digits = {.letters = "零 壹 貳 參 肆 伍 陸 柒 捌 玖"},
                                 .units = kLegalUnits,
                                 .myriad = "萬",
                                 .silent_one = SilentOne::Never,
                                 .zero_in_gaps = true};
const Counting kJapaneseCounting{
    .digits = kZeroDigits, .units = kUnits, .myriad = "万", .silent_one = SilentOne::Always};
const Counting kJapaneseLegal{.digits = {.letters = "〇 壱 弐 参 四 伍 六 七 八 九"},
                              .units = {.letters = "拾 百 阡"},
                              .myriad = "萬",
                              .silent_one = SilentOne::Never};
const Counting kKoreanCounting{.digits = {.letters = "영 일 이 삼 사 오 육 칠 팔 구"},
                               .units = {.letters = "십 백 천"},
                               .myriad = "만",
                               .silent_one = SilentOne::Always,
                               .silent_one_myriad = true};
const Alphabet kKoreanHanjaDigits{.letters = "零 一 二 三 四 五 六 七 八 九"};

std::string english_cardinal(std::int32_t value) { return with_capital(in_english(value)); }

std::string english_ordinal(std::int32_t value) {
  std::string text = in_english(value);
  const std::size_t last = text.find_last_of(" -") + 1;  // npos + 1 is 0
  for (const auto& [cardinal, ordinal] : kIrregular) {
    if (std::string_view(text).substr(last) == cardinal)
      return with_capital(text.replace(last, cardinal.size(), ordinal));
  }
  if (text.ends_with('y')) text.replace(text.size() - 1, 1, "ie");
  return with_capital(text + "th");
}

std::string vietnamese_cardinal(std::int32_t value) {
  if (value > 1000) return std::to_string(value);
  if (value == 1000) return "một ngàn";
  const auto word = [](std::int32_t n) { return std::string(kVietnamese[static_cast<std::size_t>(n)]); };
  const std::int32_t ones = value % 10;
  const std::int32_t tens = value / 10 % 10;
  if (value >= 100) {
    const std::string text = word(value / 100) + " trăm";
    const std::int32_t rest = value % 100;
    return rest == 0 ? text : text + (rest < 10 ? " lẻ " : " ") + vietnamese_cardinal(rest);
  }
  if (value < 10) return word(ones);
  const std::string text = tens == 1 ? "mười" : word(tens) + " mươi";
  if (ones == 0) return text;
  return text + " " + (ones == 5 ? "lăm" : ones == 1 && tens > 1 ? "mốt" : word(ones));
}

std::string counted(std::int32_t value, const Counting& counting) {
  if (value == 0) return std::string(letter_at(counting.digits, 0));
  const std::int32_t high = value / 10'000;
  const std::int32_t low = value % 10'000;
  std::string text;
  if (high > 0) {
    if (high > 1 || !counting.silent_one_myriad) text += counted_group(high, counting, true);
    text += counting.myriad;
    if (low > 0 && low < 1000 && counting.zero_in_gaps) text += letter_at(counting.digits, 0);
  }
  return text + counted_group(low, counting, high == 0);
}

std::string counted_to_hundred(std::int32_t value, const Counting& counting) {
  return value < 100 ? counted(value, counting) : in_digits(value, counting.digits);
}

std::string korean_native(std::int32_t value) {
  if (value == 0) return "0";
  if (value >= 100) return counted(value, kKoreanCounting);
  return std::string(letter_at(kKoreanTens, value / 10)).append(letter_at(kKoreanOnes, value % 10));
}

}  // namespace clauselint
