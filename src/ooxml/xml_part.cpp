// Makes sure that a part is plain UTF-8, and parses the small ones.
#include "ooxml/xml_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLargest = 0xFFFFFFF0u;  // offsets are 32-bit

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  if (bytes.size() % 2 != 0) return std::nullopt;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit_at(at);
    if (c >= 0xDC00 && c <= 0xDFFF) return std::nullopt;
    if (c >= 0xD800 && c <= 0xDBFF) {
      const char32_t low = at + 3 < bytes.size() ? unit_at(at + 2) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(text, c);
  }
  return text;
}

enum class XmlEncoding { Utf8, Utf16Little, Utf16Big };

XmlEncoding encoding_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string_view two = bytes.substr(0, 2);
  const std::string_view four = bytes.substr(0, 4);
  if (two == "\xFF\xFE"sv || four == "<\0?\0"sv) return XmlEncoding::Utf16Little;
  if (two == "\xFE\xFF"sv || four == "\0<\0?"sv) return XmlEncoding::Utf16Big;
  return XmlEncoding::Utf8;
}

bool is_same_encoding(std::string_view name, std::string_view wanted) {
  return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

// The encoding that the XML declaration names, if that is not UTF-8 in fact.
std::string foreign_encoding(std::string_view bytes) {
  constexpr std::string_view kKey = "encoding=";
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find('>'), bytes.size()));
  const std::size_t key = declaration.substr(0, 10).find("<?xml") == std::string_view::npos ? std::string_view::npos
                                                                                            : declaration.find(kKey);
  if (key == std::string_view::npos || key + kKey.size() >= declaration.size()) return {};
  const std::string_view quoted = declaration.substr(key + kKey.size());
  const std::string_view name = quoted.substr(1, quoted.find(quoted.front(), 1) - 1);
  const bool fine =
      is_same_encoding(name, "utf-8") || is_same_encoding(name, "us-ascii") || is_same_encoding(name, "utf8");
  return fine ? std::string() : std::string(name.substr(0, 40));
}

// Behind the characters of three bytes at `at` whose first byte settles that they are valid, as that of every Han character does.
std::size_t over_han(std::string_view bytes, std::size_t at) {
  const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const auto plain = [](unsigned char first) {
    return (first >= 0xE1 && first <= 0xEC) || first == 0xEE || first == 0xEF;
  };
  while (at + 2 < bytes.size() && plain(byte(at)) && continues(at + 1) && continues(at + 2)) at += 3;
  return at;
}

// Word files are mostly ASCII, or Han: only the stretches between are decoded.
bool is_valid_utf8(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (std::size_t at = 0; at < bytes.size();) {
    std::array<std::uint64_t, 4> words{};
    const auto next_is_ascii = [&] {
      std::memcpy(words.data(), bytes.data() + at, sizeof words);
      return ((words[0] | words[1] | words[2] | words[3]) & kHighBits) == 0;
    };
    while (at + sizeof words <= bytes.size() && next_is_ascii()) at += sizeof words;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    at = over_han(bytes, at);
    const std::size_t begin = at;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) ++at;
    if (begin < at && find_invalid_utf8(bytes.substr(begin, at - begin)) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

Error part_error(const std::string& path, std::string_view part, std::string_view fault) {
  const std::string_view way_out =
      fault.find(": ") == std::string_view::npos ? ": open it in Word and save it anew" : "";
  return {.kind = ErrorKind::Unreadable, .where = path, .message = fmt::format("{} {}{}", part, fault, way_out)};
}

Result<XmlText> xml_text(const std::string& path, const std::string& name, std::string bytes) {
  const auto refuse = [&](std::string_view fault) { return part_error(path, name, fault); };
  if (bytes.size() > kLargest) return refuse("is larger than 4 GiB");
  const XmlEncoding encoding = encoding_of(bytes);
  if (encoding != XmlEncoding::Utf8) {
    auto text = from_utf16(bytes, encoding == XmlEncoding::Utf16Big);
    if (!text) return refuse("is damaged: it is not valid UTF-16");
    bytes = std::move(*text);
  }
  const std::string foreign = encoding == XmlEncoding::Utf8 ? foreign_encoding(bytes) : std::string();
  if (!foreign.empty() && is_valid_utf8(foreign)) {
    return refuse(fmt::format("is in {}, but Word files are in UTF-8 or UTF-16", foreign));
  }
  if (bytes.find('\0') != std::string::npos) return refuse("is damaged: it holds a zero byte");
  if (!is_valid_utf8(bytes)) return refuse("is damaged: it is not valid UTF-8");
  return XmlText{.bytes = std::move(bytes), .transcoded = encoding != XmlEncoding::Utf8};
}

Result<std::unique_ptr<XmlPart>> XmlPart::parse(const std::string& path, const std::string& name, std::string bytes,
                                                std::string_view unread) {
  const auto refuse = [&](std::string_view fault) { return part_error(path, name, fault); };
  auto text = xml_text(path, name, std::move(bytes));
  if (!text) return text.error();
  std::unique_ptr<XmlPart> part(new XmlPart(std::move(text->bytes), unread));
  if (std::string fault = part->tree_.parse(0, static_cast<std::uint32_t>(part->bytes_.size())); !fault.empty()) {
    return refuse(fault);
  }
  part->root_ = only_element(part->tree_.first());
  if (!part->root_) return refuse("is not well-formed XML (not one root): save the file anew");
  return part;
}

std::int32_t number_in(std::string_view digits, std::int32_t otherwise, std::int32_t low, std::int32_t high) {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative || (!digits.empty() && digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty()) return otherwise;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return otherwise;
    value = std::min<std::int64_t>(value * 10 + (c - '0'), 1ll << 40);
  }
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(negative ? -value : value, low, high));
}

Reference read_reference(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 5> kNamed{
      {{"&amp;", U'&'}, {"&lt;", U'<'}, {"&gt;", U'>'}, {"&quot;", U'"'}, {"&apos;", U'\''}}};
  for (const auto& [name, value] : kNamed) {
    if (text.substr(0, name.size()) == name) return {value, static_cast<std::uint32_t>(name.size())};
  }
  if (text.substr(0, 2) != "&#") return {};
  const bool hexadecimal = text.substr(2, 1) == "x";
  const char32_t base = hexadecimal ? 16 : 10;
  char32_t value = 0;
  std::size_t at = hexadecimal ? 3 : 2;
  for (; at < text.size() && text[at] != ';'; ++at) {
    const char c = text[at];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : 99;
    if (digit >= static_cast<int>(base)) return {};
    value = std::min<char32_t>(value * base + static_cast<char32_t>(digit), 0x110000);
  }
  const bool closed = at < text.size() && at > (hexadecimal ? 3u : 2u);
  const bool character = value >= 0x20 ? value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF)
                                       : value == '\t' || value == '\n' || value == '\r';
  if (!closed || !character) return {};
  return {value, static_cast<std::uint32_t>(at + 1)};
}

std::string unescaped(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Reference reference = text[at] == '&' ? read_reference(text.substr(at)) : Reference{};
    if (reference.size == 0) {
      plain.push_back(text[at++]);
    } else {
      append_utf8(plain, reference.value);
      at += reference.size;
    }
  }
  return plain;
}

}  // namespace clauselint
