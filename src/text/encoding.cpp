// Which encoding the bytes of a text file are in, their text as UTF-8, and the way back from text to bytes.
#include "text/encoding.hpp"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kProbe = 64u << 10;  // how much of a file the guesses look at

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

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
      if (failed && errno != E2BIG) return std::nullopt;
      if (left > 0) output.resize(output.size() + left * 2 + 16);
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
    case Encoding::Big5: return first < 0x80 || left < 2 ? 1 : 2;
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

// UTF-8 with a few broken bytes (a cut, a careless paste) is still UTF-8: no other encoding forms so many sequences.
bool is_nearly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_at(bytes, at);
    if (c.size > 1) ++good;
    if (c.size == 1 && byte_at(bytes, at) >= 0x80) ++bad;
    at += c.size;
  }
  return bad * 20 <= good;
}

// Zero bytes that all stand on one side of their pair: UTF-16 without its mark.
std::optional<Encoding> guess_utf16(std::string_view bytes) {
  const std::string_view probe = bytes.substr(0, kProbe);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < probe.size(); ++at) {
    if (probe[at] == '\0') ++zeros[at % 2];
  }
  const std::size_t all = zeros[0] + zeros[1];
  if (bytes.size() % 2 != 0 || all * 100 < probe.size()) return std::nullopt;
  const bool few = all * 4 < probe.size();  // Chinese has few, but it is no valid UTF-8 either
  if (few && find_invalid_utf8(probe) == std::string_view::npos) return std::nullopt;
  if (zeros[0] * 20 <= all) return Encoding::Utf16Le;
  if (zeros[1] * 20 <= all) return Encoding::Utf16Be;
  return std::nullopt;
}

/// How the bytes above 0x7F look when read in pairs and when read singly.
struct HighBytes {
  std::size_t gb_common = 0;  // characters of GB 2312: what Chinese contracts are written in
  std::size_t gb_other = 0;
  std::size_t big5_common = 0;  // Big5 level 1 and punctuation
  std::size_t big5_other = 0;
  std::size_t alone = 0;  // no high byte on either side: accented letters and typographic quotes
  std::size_t all = 0;
};

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes counted;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (byte_at(bytes, at) < 0x80) continue;
    ++counted.all;
    const bool before = at > 0 && byte_at(bytes, at - 1) >= 0x80;
    const bool after = at + 1 < bytes.size() && byte_at(bytes, at + 1) >= 0x80;
    if (!before && !after) ++counted.alone;
  }
  for (std::size_t at = 0; at + 1 < bytes.size();) {
    const unsigned lead = byte_at(bytes, at);
    const unsigned trail = byte_at(bytes, at + 1);
    if (lead >= 0x80) {
      const bool common = lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
      ++(common ? counted.gb_common : counted.gb_other);
    }
    at += character_size(bytes, at, Encoding::Gb18030);
  }
  for (std::size_t at = 0; at + 1 < bytes.size();) {
    const unsigned lead = byte_at(bytes, at);
    const unsigned trail = byte_at(bytes, at + 1);
    if (lead >= 0x80) {
      const bool common = lead >= 0xA1 && lead <= 0xC6 && ((trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1);
      ++(common ? counted.big5_common : counted.big5_other);
    }
    at += character_size(bytes, at, Encoding::Big5);
  }
  return counted;
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

// Candidates, best first.
std::array<Encoding, 3> rank_legacy(std::string_view bytes) {
  using enum Encoding;
  const std::string_view probe = bytes.substr(0, kProbe);
  const HighBytes high = count_high_bytes(probe);
  const auto share = [](std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
  };
  const double western = share(high.alone, high.all - high.alone);
  const double simplified = share(high.gb_common, high.gb_other);
  const double traditional = share(high.big5_common, high.big5_other);
  if (western > 0.6) return {Windows1252, Gb18030, Big5};
  if (simplified > 0.9 && simplified >= traditional) return {Gb18030, Big5, Windows1252};
  if (traditional > 0.9 && traditional > simplified) return {Big5, Gb18030, Windows1252};
  const Encoding said = ask_uchardet(probe).value_or(Gb18030);
  if (said == Big5) return {Big5, Gb18030, Windows1252};
  if (said == Windows1252) return {Windows1252, Gb18030, Big5};
  return {Gb18030, Big5, Windows1252};
}

bool is_wide(Encoding encoding) { return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be; }

bool is_ascii(std::string_view bytes) {
  return std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

const char* iconv_name(Encoding encoding) {
  return name_of(encoding).data();  // string literals, so zero-terminated
}

std::optional<Decoded> decode_as(std::string_view bytes, std::uint32_t mark_size, Encoding encoding) {
  Decoded decoded{.encoding = encoding, .mark_size = mark_size, .bad_bytes = 0, .text = {}};
  bytes.remove_prefix(mark_size);
  if (encoding == Encoding::Utf8) {
    decoded.text = with_replacements(bytes, decoded.bad_bytes);
    return decoded;
  }
  std::optional<std::string> text = Converter("UTF-8", iconv_name(encoding)).convert(bytes);
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
  const std::array<Encoding, 3> ranked = rank_legacy(bytes);
  // Servers say Latin 1 of anything, and any bytes can be read as it.
  if (legacy && (*declared != Encoding::Windows1252 || ranked.front() == Encoding::Windows1252)) {
    if (auto decoded = decode_as(bytes, 0, *declared)) return decoded;
  }
  for (const Encoding candidate : ranked) {
    if (auto decoded = decode_as(bytes, 0, candidate)) return decoded;
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

std::uint32_t SourceRuler::source_of(std::uint32_t at) {
  if (identity_) return source_at_ + at;
  while (text_at_ < at && source_at_ < bytes_.size()) {
    source_at_ += character_size(bytes_, source_at_, encoding_);
    text_at_ += std::max(decode_at(text_, text_at_).size, std::uint32_t{1});
  }
  return std::min(source_at_, static_cast<std::uint32_t>(bytes_.size()));
}

}  // namespace clauselint
