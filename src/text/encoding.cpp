// Which encoding the bytes of a text file are in, their text as UTF-8, and the way back from text to bytes.
#include "text/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "text/encoding_guess.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A conversion of iconv, closed at the end of its scope.
class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  /// All of `input` converted, or nothing when a byte of it does not fit.
  std::optional<std::string> convert(std::string_view input) {
    std::uint32_t bad = 0;
    return convert(input, 0, 0, bad);
  }

  /// The same, with at most `most_bad` units of `unit` bytes that do not fit, each read as U+FFFD and counted in `bad`.
  std::optional<std::string> convert(std::string_view input, std::size_t unit, std::size_t most_bad,
                                     std::uint32_t& bad) {
    if (!is_open()) return std::nullopt;
    std::string output(input.size() + input.size() / 2 + 16, '\0');
    std::size_t held = 0;
    char* in = const_cast<char*>(input.data());  // iconv's signature; it does not write
    std::size_t left = input.size();
    while (left > 0) {
      char* out = output.data() + held;
      std::size_t room = output.size() - held;
      const std::size_t outcome = iconv(handle_, &in, &left, &out, &room);
      held = output.size() - room;
      const bool failed = outcome == static_cast<std::size_t>(-1);
      if (left > 0) output.resize(output.size() + left * 2 + 16);
      if (!failed || errno == E2BIG) continue;
      if (++bad > most_bad) return std::nullopt;
      const std::size_t skipped = std::min(unit, left);
      output.replace(held, kReplacement.size(), kReplacement);
      held += kReplacement.size();
      in += skipped;
      left -= skipped;
    }
    output.resize(held);
    return output;
  }

 private:
  iconv_t handle_;
};

// Bytes of the character that begins at `at`, as the encoding delimits it. A byte of a UTF-8 file that is not UTF-8
// counts as a character.
std::uint32_t character_size(std::string_view bytes, std::size_t at, Encoding encoding) {
  const unsigned first = byte_at(bytes, at);
  const std::size_t left = bytes.size() - at;
  switch (encoding) {
    case Encoding::Utf8: return decode_at(bytes, at).size;
    case Encoding::Windows1252: return 1;
    case Encoding::Big5: return first <= 0x80 || left < 2 ? 1 : 2;  // iconv reads 80 as U+0080
    case Encoding::Gb18030: {
      if (first < 0x80 || left < 2) return 1;
      const unsigned second = byte_at(bytes, at + 1);
      return second >= '0' && second <= '9' ? 4 : 2;
    }
    case Encoding::Utf16Le:
    case Encoding::Utf16Be: {
      if (left < 2) return 1;
      const unsigned high = byte_at(bytes, encoding == Encoding::Utf16Le ? at + 1 : at);
      return high >= 0xD8 && high <= 0xDB ? 4 : 2;
    }
  }
  return 1;
}

std::string with_replacements(std::string_view bytes, std::uint32_t& bad_bytes) {
  std::string text;
  text.reserve(bytes.size() + 16);
  while (!bytes.empty()) {
    const std::size_t good = std::min(find_invalid_utf8(bytes), bytes.size());
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(text, 0xFFFD);
    ++bad_bytes;
    bytes.remove_prefix(1);
  }
  return text;
}

bool is_wide(Encoding encoding) { return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be; }

bool is_ascii(std::string_view bytes) {
  return std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

const char* iconv_name(Encoding encoding) {
  return name_of(encoding).data();  // string literals, so zero-terminated
}

// Bytes that are skipped where a character does not fit.
std::size_t unit_of(Encoding encoding) {
  return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be ? 2 : 1;
}

std::optional<Decoded> decode_as(std::string_view bytes, std::uint32_t mark_size, Encoding encoding) {
  constexpr std::size_t kPerBad = 400;  // bytes of the file for each that may be broken
  Decoded decoded;
  decoded.encoding = encoding;
  decoded.mark_size = mark_size;
  bytes.remove_prefix(mark_size);
  if (encoding == Encoding::Utf8) {
    decoded.text = with_replacements(bytes, decoded.bad_bytes);
    return decoded;
  }
  Converter converter("UTF-8", iconv_name(encoding));
  const std::size_t most_bad = 3 + bytes.size() / kPerBad;
  auto text = converter.convert(bytes, unit_of(encoding), most_bad, decoded.bad_bytes);
  if (!text) return std::nullopt;
  decoded.text = std::move(*text);
  return decoded;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "UTF-8";
    case Encoding::Utf16Le: return "UTF-16LE";
    case Encoding::Utf16Be: return "UTF-16BE";
    case Encoding::Gb18030: return "GB18030";
    case Encoding::Big5: return "CP950";  // the Big5 that Windows writes
    case Encoding::Windows1252: return "WINDOWS-1252";
  }
  return "UTF-8";
}

std::optional<Encoding> encoding_named(std::string_view name) {
  using enum Encoding;
  for (const Encoding encoding : {Utf8, Utf16Le, Utf16Be, Gb18030, Big5, Windows1252}) {
    if (name_of(encoding) == name) return encoding;
  }
  return std::nullopt;
}

std::optional<Encoding> encoding_labelled(std::string_view label) {
  using enum Encoding;
  struct Label {
    std::string_view name;
    Encoding encoding;
  };
  constexpr std::array<Label, 24> kLabels{{{"utf-8", Utf8},
                                           {"utf8", Utf8},
                                           {"unicode-1-1-utf-8", Utf8},
                                           {"utf-16", Utf16Le},
                                           {"utf-16le", Utf16Le},
                                           {"utf-16be", Utf16Be},
                                           {"unicode", Utf16Le},
                                           {"gb2312", Gb18030},
                                           {"gb_2312-80", Gb18030},
                                           {"gbk", Gb18030},
                                           {"x-gbk", Gb18030},
                                           {"gb18030", Gb18030},
                                           {"cp936", Gb18030},
                                           {"chinese", Gb18030},
                                           {"big5", Big5},
                                           {"big5-hkscs", Big5},
                                           {"x-x-big5", Big5},
                                           {"cp950", Big5},
                                           {"iso-8859-1", Windows1252},
                                           {"latin1", Windows1252},
                                           {"us-ascii", Windows1252},
                                           {"ascii", Windows1252},
                                           {"windows-1252", Windows1252},
                                           {"cp1252", Windows1252}}};
  std::string name(trimmed(label));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = std::ranges::find(kLabels, std::string_view(name), &Label::name);
  return found == kLabels.end() ? std::nullopt : std::optional(found->encoding);
}

std::optional<Decoded> decode(std::string_view bytes, std::optional<Encoding> declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return decode_as(bytes, 3, Encoding::Utf8);
  if (bytes.starts_with("\xFF\xFE")) return decode_as(bytes, 2, Encoding::Utf16Le);
  if (bytes.starts_with("\xFE\xFF")) return decode_as(bytes, 2, Encoding::Utf16Be);
  if (const auto wide = guess_utf16(bytes)) {
    if (auto decoded = decode_as(bytes, 0, *wide)) return decoded;
  }
  const bool clean = find_invalid_utf8(bytes) == std::string_view::npos;
  const bool legacy = declared && *declared != Encoding::Utf8 && !is_wide(*declared);
  if (clean && legacy && is_ascii(bytes)) return decode_as(bytes, 0, *declared);
  if (clean || is_nearly_utf8(bytes)) return decode_as(bytes, 0, Encoding::Utf8);
  const LegacyGuess guess = guess_legacy(bytes);
  // Servers say Latin 1 of anything, and any bytes can be read as it.
  if (legacy && (*declared != Encoding::Windows1252 || guess.ranked.front() == Encoding::Windows1252)) {
    if (auto decoded = decode_as(bytes, 0, *declared)) return decoded;
  }
  for (const Encoding candidate : guess.ranked) {
    auto decoded = decode_as(bytes, 0, candidate);
    if (!decoded) continue;
    decoded->doubtful = guess.thin || candidate != guess.ranked[0];
    return decoded;
  }
  return std::nullopt;
}

std::optional<std::string> encode(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::Utf8) return std::string(text);
  return Converter(iconv_name(encoding), "UTF-8").convert(text);
}

SourceRuler::SourceRuler(std::string_view bytes, const Decoded& decoded)
    : bytes_(bytes),
      text_(decoded.text),
      encoding_(decoded.encoding),
      identity_(decoded.encoding == Encoding::Utf8 && decoded.bad_bytes == 0),
      source_at_(decoded.mark_size) {}

SourceRuler::SourceRuler(std::string_view bytes, std::string_view text, Encoding encoding, std::uint32_t source_begin)
    : bytes_(bytes), text_(text), encoding_(encoding), identity_(false), source_at_(source_begin) {}

// Bytes of the source that the character at text_at_ stands for.
std::uint32_t SourceRuler::source_size() const {
  const bool replaced = text_.substr(text_at_).starts_with(kReplacement);
  if (replaced && encoding_ != Encoding::Utf8) {
    const auto itself = encode(kReplacement, encoding_);
    const bool meant = itself && bytes_.substr(source_at_).starts_with(*itself);
    if (!meant) return static_cast<std::uint32_t>(std::min(unit_of(encoding_), bytes_.size() - source_at_));
  }
  return character_size(bytes_, source_at_, encoding_);
}

std::uint32_t SourceRuler::source_of(std::uint32_t at) {
  if (identity_) return source_at_ + at;
  while (text_at_ < at && source_at_ < bytes_.size()) {
    source_at_ += source_size();
    text_at_ += std::max(decode_at(text_, text_at_).size, std::uint32_t{1});
  }
  return std::min(source_at_, static_cast<std::uint32_t>(bytes_.size()));
}

}  // namespace clauselint
