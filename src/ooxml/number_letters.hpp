// List numbers in alphabets and in other digits than ours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clauselint {

/// Letters with a blank between them; a letter may be of several code points.
struct Alphabet {
  std::string_view letters;
  std::int32_t largest = 0;  ///< the last number before Word starts over; 0: never
};

/// The n-th letter, from 0.
std::string_view letter_at(const Alphabet& alphabet, std::int32_t n);

/// a ... z, aa, bb ... zz, aaa: Word repeats the letter. Empty for 0.
std::string repeated_letter(std::int32_t value, const Alphabet& alphabet);

/// Each letter in turn, then from the first again; `0` for 0.
std::string cycled_letter(std::int32_t value, const Alphabet& alphabet);

/// The letter while there are any, then digits.
std::string listed_letter(std::int32_t value, const Alphabet& alphabet);

/// Decimal, with ten letters for the digits from 0 on.
std::string in_digits(std::int32_t value, const Alphabet& digits);

std::string hebrew_numeral(std::int32_t value);
std::string hebrew_letter(std::int32_t value);

extern const Alphabet kUpperLatin;
extern const Alphabet kLowerLatin;
extern const Alphabet kUpperRussian;
extern const Alphabet kLowerRussian;
extern const Alphabet kArabic;
extern const Alphabet kAbjad;
extern const Alphabet kDevanagariConsonants;
extern const Alphabet kDevanagariVowels;
extern const Alphabet kThai;
extern const Alphabet kChicago;
extern const Alphabet kAiueo;
extern const Alphabet kAiueoFullWidth;
extern const Alphabet kIroha;
extern const Alphabet kIrohaFullWidth;
extern const Alphabet kGanada;
extern const Alphabet kChosung;
extern const Alphabet kStems;
extern const Alphabet kBranches;
extern const Alphabet kFullWidthDigits;
extern const Alphabet kDevanagariDigits;
extern const Alphabet kThaiDigits;

}  // namespace clauselint
