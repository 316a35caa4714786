// The alphabets that Word numbers with, and how it goes on behind their last letter.
#include "ooxml/number_letters.hpp"

#include <algorithm>

namespace clauselint {
namespace {

std::int32_t count_of(const Alphabet& alphabet) {
  return static_cast<std::int32_t>(std::ranges::count(alphabet.letters, ' ')) + 1;
}

constexpr Alphabet kHebrew{.letters = "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת", .largest = 783};
constexpr Alphabet kHebrewOnes{.letters = " א ב ג ד ה ו ז ח ט"};
constexpr Alphabet kHebrewTens{.letters = " י כ ל מ נ ס ע פ צ"};
constexpr Alphabet kHebrewHundreds{.letters = " ק ר ש ת תק תר תש תת תתק"};

std::int32_t started_over(std::int32_t value, std::int32_t largest) {
  return largest == 0 ? value : (value - 1) % largest + 1;
}

}  // namespace

const Alphabet kUpperLatin{.letters = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", .largest = 780};
const Alphabet kLowerLatin{.letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z", .largest = 780};
const Alphabet kUpperRussian{.letters = "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ы Э Ю Я", .largest = 870};
const Alphabet kLowerRussian{.letters = "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ ы э ю я", .largest = 870};
const Alphabet kArabic{.letters = "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي", .largest = 783};
const Alphabet kAbjad{.letters = "أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ", .largest = 783};
const Alphabet kDevanagariConsonants{
    .letters = "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न ऩ प फ ब भ म य र ऱ ल ळ ऴ व श ष स ह", .largest = 911};
const Alphabet kDevanagariVowels{.letters = "अ आ इ ई उ ऊ ऋ ऌ ऍ ऎ ए ऐ ऑ ऒ ओ औ अं अः", .largest = 911};
const Alphabet kThai{.letters = "ก ข ค ง จ ฉ ช ซ ฌ ญ ฎ ฏ ฐ ฑ ฒ ณ ด ต ถ ท ธ น บ ป ผ ฝ พ ฟ ภ ม ย ร ล ว ศ ษ ส ห ฬ อ ฮ",
                     .largest = 1230};
const Alphabet kChicago{.letters = "* † ‡ §", .largest = 120};
const Alphabet kAiueo{
    .letters = "ｱ ｲ ｳ ｴ ｵ ｶ ｷ ｸ ｹ ｺ ｻ ｼ ｽ ｾ ｿ ﾀ ﾁ ﾂ ﾃ ﾄ ﾅ ﾆ ﾇ ﾈ ﾉ ﾊ ﾋ ﾌ ﾍ ﾎ ﾏ ﾐ ﾑ ﾒ ﾓ ﾔ ﾕ ﾖ ﾗ ﾘ ﾙ ﾚ ﾛ ﾜ ｦ ﾝ"};
const Alphabet kAiueoFullWidth{.letters =
                                   "ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ "
                                   "フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ヲ ン"};
// Two letters have no half-width form.
const Alphabet kIroha{
    .letters = "ｲ ﾛ ﾊ ﾆ ﾎ ﾍ ﾄ ﾁ ﾘ ﾇ ﾙ ｦ ﾜ ｶ ﾖ ﾀ ﾚ ｿ ﾂ ﾈ ﾅ ﾗ ﾑ ｳ ヰ ﾉ ｵ ｸ ﾔ ﾏ ｹ ﾌ ｺ ｴ ﾃ ｱ ｻ ｷ ﾕ ﾒ ﾐ ｼ ヱ ﾋ ﾓ ｾ ｽ ﾝ"};
const Alphabet kIrohaFullWidth{.letters =
                                   "イ ロ ハ ニ ホ ヘ ト チ リ ヌ ル ヲ ワ カ ヨ タ レ ソ ツ ネ ナ ラ ム ウ ヰ ノ オ "
                                   "ク ヤ マ ケ フ コ エ テ ア サ キ ユ メ ミ シ ヱ ヒ モ セ ス ン"};
const Alphabet kGanada{.letters = "가 나 다 라 마 바 사 아 자 차 카 타 파 하"};
const Alphabet kChosung{.letters = "ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"};
const Alphabet kStems{.letters = "甲 乙 丙 丁 戊 己 庚 辛 壬 癸"};
const Alphabet kBranches{.letters = "子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥"};
const Alphabet kFullWidthDigits{.letters = "０ １ ２ ３ ４ ５ ６ ７ ８ ９"};
const Alphabet kDevanagariDigits{.letters = "० १ २ ३ ४ ५ ६ ७ ८ ९"};
const Alphabet kThaiDigits{.letters = "๐ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙"};

std::string_view letter_at(const Alphabet& alphabet, std::int32_t n) {
  std::string_view rest = alphabet.letters;
  for (; n > 0; --n) rest.remove_prefix(rest.find(' ') + 1);
  return rest.substr(0, rest.find(' '));
}

std::string repeated_letter(std::int32_t value, const Alphabet& alphabet) {
  if (value < 1) return {};
  const std::int32_t count = count_of(alphabet);
  value = started_over(value, alphabet.largest);
  std::string text;
  for (std::int32_t times = (value - 1) / count + 1; times > 0; --times)
    text += letter_at(alphabet, (value - 1) % count);
  return text;
}

std::string cycled_letter(std::int32_t value, const Alphabet& alphabet) {
  return value < 1 ? std::to_string(value) : std::string(letter_at(alphabet, (value - 1) % count_of(alphabet)));
}

std::string listed_letter(std::int32_t value, const Alphabet& alphabet) {
  const bool listed = value >= 1 && value <= count_of(alphabet);
  return listed ? std::string(letter_at(alphabet, value - 1)) : std::to_string(value);
}

std::string in_digits(std::int32_t value, const Alphabet& digits) {
  std::string text;
  for (const char c : std::to_string(value)) text += letter_at(digits, c - '0');
  return text;
}

// 15 and 16 are written as 9+6 and 9+7, since 10+5 and 10+6 are names of God.
std::string hebrew_numeral(std::int32_t value) {
  if (value < 1) return {};
  value = started_over(value, kHebrew.largest);
  std::string text(letter_at(kHebrewHundreds, value / 100));
  const std::int32_t rest = value % 100;
  if (rest == 15 || rest == 16) return text.append(letter_at(kHebrewOnes, 9)).append(letter_at(kHebrewOnes, rest - 9));
  return text.append(letter_at(kHebrewTens, rest / 10)).append(letter_at(kHebrewOnes, rest % 10));
}

// The last letter stands once for each time through the alphabet.
std::string hebrew_letter(std::int32_t value) {
  if (value < 1) return {};
  const std::int32_t count = count_of(kHebrew);
  value = started_over(value, kHebrew.largest);
  std::string text;
  for (std::int32_t round = (value - 1) / count; round > 0; --round) text += letter_at(kHebrew, count - 1);
  return text.append(letter_at(kHebrew, (value - 1) % count));
}

}  // namespace clauselint
