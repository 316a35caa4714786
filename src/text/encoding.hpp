// Which encoding the bytes of a text file are in, their text as UTF-8, and the way back from text to bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clauselint {

enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Gb18030, Big5, Windows1252 };

/// The name as iconv knows it.
std::string_view name_of(Encoding encoding);
std::optional<Encoding> encoding_named(std::string_view name);

/// The encoding that a label of the web means (`gb2312`, `ISO-8859-1`, `utf8`), as browsers read it: GBK as GB18030,
/// Latin 1 as Windows-1252. Nothing for a name without an encoding here.
std::optional<Encoding> encoding_labelled(std::string_view label);

/// The text of a file. A character of the source is one code point of the text, in the same order.
struct Decoded {
  Encoding encoding = Encoding::Utf8;
  std::uint32_t mark_size = 0;  ///< bytes of the byte order mark, which is not in the text
  std::uint32_t bad_bytes = 0;  ///< bytes (in UTF-16, pairs) that are none of the encoding, each read as U+FFFD
  bool doubtful = false;        ///< the bytes would say nearly as much in another encoding
  std::string text;             ///< valid UTF-8; may hold U+0000
};

/// Reads bytes in the encoding that fits them best: a byte order mark decides, then UTF-16 by its zero bytes, then
/// valid UTF-8, then GB18030, Big5 or Windows-1252. A few broken bytes are passed over, more are no text: nothing. What
/// the file itself declares goes before a guess among the encodings that the bytes allow, and never before what they
/// prove.
std::optional<Decoded> decode(std::string_view bytes, std::optional<Encoding> declared = std::nullopt);

/// Text in an encoding, without a byte order mark; nothing when a character has no place in it.
std::optional<std::string> encode(std::string_view text, Encoding encoding);

/// Goes along a decoded text and tells where in the source it stands. Both views must outlive it.
class SourceRuler {
 public:
  SourceRuler(std::string_view bytes, const Decoded& decoded);

  /// For a piece of text whose first byte stands at `source_begin`.
  SourceRuler(std::string_view bytes, std::string_view text, Encoding encoding, std::uint32_t source_begin);

  /// The source offset of byte `at` of the text. `at` is at a character and must not decrease from call to call.
  std::uint32_t source_of(std::uint32_t at);

 private:
  std::uint32_t source_size() const;

  std::string_view bytes_;
  std::string_view text_;
  Encoding encoding_;
  bool identity_;
  std::uint32_t text_at_ = 0;
  std::uint32_t source_at_;
};

}  // namespace clauselint
