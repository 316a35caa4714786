// Which encodings bytes without a byte order mark may be in, by what they would say in each.
#include "text/encoding_guess.hpp"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kProbe = 64u << 10;  // how much of a file the guesses look at

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool is_high(std::string_view bytes, std::size_t at) { return at < bytes.size() && byte_at(bytes, at) >= 0x80; }

bool is_letter(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && is_ascii_letter(byte_at(bytes, at));
}

// Characters that contracts are written with: Latin, Han, and the marks of both.
bool is_plain_character(unsigned unit) {
  const bool ascii = (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t';
  const bool marks = (unit >= 0xA0 && unit <= 0xFF) || (unit >= 0x2010 && unit <= 0x27BF);
  const bool wide = (unit >= 0x3000 && unit <= 0x303F) || (unit >= 0xFF01 && unit <= 0xFF5E) || unit == 0xFFE5;
  return ascii || marks || wide || (unit >= 0x4E00 && unit <= 0x9FA5);
}

// The share of the pairs of bytes that are plain characters when the high byte stands at `high` (0 or 1) of each.
double plain_share(std::string_view bytes, std::size_t high) {
  std::size_t plain = 0;
  const std::size_t pairs = bytes.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    const unsigned unit = (byte_at(bytes, 2 * i + high) << 8) | byte_at(bytes, 2 * i + 1 - high);
    plain += is_plain_character(unit) ? 1 : 0;
  }
  return pairs == 0 ? 0.0 : static_cast<double>(plain) / static_cast<double>(pairs);
}

/// How well bytes above 0x7F read in an encoding: what they are worth, of what they could be worth.
struct Score {
  double worth = 0;
  std::size_t characters = 0;

  void add(double value) {
    worth += value;
    ++characters;
  }
  double share() const { return characters == 0 ? 0.0 : worth / static_cast<double>(characters); }
};

// GB 2312 level 1 and its marks are what contracts use; level 2 is rare, GBK's extension and four bytes are rarer.
double worth_of_gb(unsigned lead, unsigned trail) {
  if (lead < 0x81 || lead > 0xFE || trail < 0x40) return 0;
  if (trail < 0xA1) return 0.1;
  if (lead >= 0xA1 && lead <= 0xA3) return 1;
  if (lead == 0xA9) return 1;  // frames of tables
  if (lead >= 0xB0 && lead <= 0xD7) return 1;
  return lead >= 0xD8 && lead <= 0xF7 ? 0.3 : 0.1;
}

Score score_gb18030(std::string_view bytes) {
  Score score;
  for (std::size_t at = 0; at + 1 < bytes.size();) {
    const unsigned lead = byte_at(bytes, at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const unsigned trail = byte_at(bytes, at + 1);
    const bool four = trail >= '0' && trail <= '9';
    score.add(four ? (is_high(bytes, at + 2) ? 0.4 : 0) : worth_of_gb(lead, trail));
    at += four ? 4 : 2;
  }
  return score;
}

// The marks of Big5 that contracts use, all behind the byte A1.
bool is_big5_mark(unsigned trail) {
  constexpr std::string_view kMarks =
      "\x40\x41\x42\x43\x44\x45\x46\x47\x48\x49\x4B\x50\x56\x58\x5D\x5E\x65\x66\x69\x6A\x6D\x6E\x71\x72\x75\x76\x79\x7A"
      "\xA5\xA6\xA7\xA8\xB3\xB4\xB5\xB6\xBC\xBD\xBE\xBF\xC0\xC1\xC2\xC3\xC4\xC5\xC6\xF0\xF6";
  return kMarks.find(static_cast<char>(trail)) != std::string_view::npos;
}

double worth_of_big5(unsigned lead, unsigned trail) {
  const bool valid = lead >= 0xA1 && lead <= 0xF9 && ((trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1);
  if (!valid) return 0;
  if (lead == 0xA1) return is_big5_mark(trail) ? 1 : 0.1;
  if (lead >= 0xA4 && lead <= 0xC6) return 1;
  return 0.3;
}

Score score_big5(std::string_view bytes) {
  Score score;
  for (std::size_t at = 0; at + 1 < bytes.size();) {
    const unsigned lead = byte_at(bytes, at);
    if (lead >= 0x80) score.add(worth_of_big5(lead, byte_at(bytes, at + 1)));
    at += lead >= 0x80 ? 2 : 1;
  }
  return score;
}

// Quotes, dashes and signs stand among ASCII; accented letters stand at letters.
double worth_of_western(std::string_view bytes, std::size_t at) {
  constexpr std::string_view kSigns =
      "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB1\xB4\xB6\xB7\xBB\xBC\xBD\xBE";
  const bool beside_high = (at > 0 && is_high(bytes, at - 1)) || is_high(bytes, at + 1);
  const unsigned byte = byte_at(bytes, at);
  if (kSigns.find(bytes[at]) != std::string_view::npos) return beside_high ? 0.5 : 1;
  const bool in_word = (at > 0 && is_letter(bytes, at - 1)) || is_letter(bytes, at + 1);
  if (byte < 0xC0 || !in_word) return 0;
  return beside_high ? 0.1 : 0.8;
}

Score score_western(std::string_view bytes) {
  Score score;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (is_high(bytes, at)) score.add(worth_of_western(bytes, at));
  }
  return score;
}

std::optional<Encoding> ask_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  if (name.starts_with("GB") || name == "HZ-GB-2312") return Encoding::Gb18030;
  if (name == "BIG5" || name == "BIG-5" || name == "EUC-TW") return Encoding::Big5;
  if (name.starts_with("WINDOWS-125") || name.starts_with("ISO-8859")) return Encoding::Windows1252;
  return std::nullopt;
}

}  // namespace

bool is_nearly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_at(bytes, at);
    if (c.size > 1) ++good;
    const bool cut_off = at + 3 >= bytes.size() && byte_at(bytes, at) >= 0xC2;  // by the end of the file
    if (c.size == 1 && byte_at(bytes, at) >= 0x80) {
      if (cut_off) break;
      ++bad;
    }
    at += c.size;
  }
  return good > 0 && bad * 20 <= good;
}

std::optional<Encoding> guess_utf16(std::string_view bytes) {
  constexpr double kMost = 0.85;
  constexpr double kApart = 0.15;
  const std::string_view probe = bytes.substr(0, kProbe);
  std::size_t zeros[2] = {0, 0};
  std::size_t controls = 0;
  for (std::size_t at = 0; at < probe.size(); ++at) {
    const unsigned byte = byte_at(probe, at);
    if (byte == 0) ++zeros[at % 2];
    if (byte < '\t' || (byte > '\r' && byte < ' ')) ++controls;
  }
  const std::size_t all = zeros[0] + zeros[1];
  const bool many = all * 4 >= probe.size();
  if (many && zeros[0] * 20 <= all) return Encoding::Utf16Le;
  if (many && zeros[1] * 20 <= all) return Encoding::Utf16Be;
  // Chinese has few zero bytes, but its low bytes are of any value; no other text holds so many below the blank.
  if (controls * 50 < probe.size()) return std::nullopt;
  const double little = plain_share(probe, 1);
  const double big = plain_share(probe, 0);
  if (std::max(little, big) < kMost || std::abs(little - big) < kApart) return std::nullopt;
  return little > big ? Encoding::Utf16Le : Encoding::Utf16Be;
}

LegacyGuess guess_legacy(std::string_view bytes) {
  using enum Encoding;
  struct Candidate {
    Encoding encoding;
    Score score;
  };
  constexpr double kDoubtful = 0.6;
  constexpr double kClose = 0.1;
  constexpr std::size_t kFew = 4;  // characters
  const std::string_view probe = bytes.substr(0, kProbe);
  std::array<Candidate, 3> all = {
      {{Gb18030, score_gb18030(probe)}, {Big5, score_big5(probe)}, {Windows1252, score_western(probe)}}};
  std::ranges::stable_sort(all,
                           [](const Candidate& a, const Candidate& b) { return a.score.share() > b.score.share(); });
  LegacyGuess guess;
  const double best = all[0].score.share();
  guess.thin = best < kDoubtful || best - all[1].score.share() < kClose || all[0].score.characters < kFew;
  if (best < kDoubtful) {
    const Encoding said = ask_uchardet(probe).value_or(all[0].encoding);
    std::stable_partition(all.begin(), all.end(),
                          [&](const Candidate& candidate) { return candidate.encoding == said; });
  }
  for (std::size_t i = 0; i < all.size(); ++i) guess.ranked[i] = all[i].encoding;
  return guess;
}

}  // namespace clauselint
