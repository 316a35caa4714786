// The bytes of a text draft as text, or the reason why they are none.
#include "readers/draft_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace clauselint {
namespace {

// A text may hold some stray control characters; more than one in fifty is a binary file.
bool looks_binary(std::string_view text) {
  const std::string_view probe = text.substr(0, 64u << 10);
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && (byte < '\t' || byte > '\r'));
  };
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(probe, is_control));
  return controls > 8 && controls * 50 > probe.size();
}

}  // namespace

Result<Decoded> decode_draft(const std::string& path, std::string_view bytes, std::optional<Encoding> declared) {
  std::optional<Decoded> decoded = decode(bytes, declared);
  if (!decoded) {
    return Error{
        .kind = ErrorKind::Unreadable,
        .where = path,
        .message = "text in an encoding that is not known here, or no text at all: save it as UTF-8 and try again"};
  }
  if (looks_binary(decoded->text)) {
    return Error{.kind = ErrorKind::Unreadable,
                 .where = path,
                 .message = "a binary file of an unknown kind: save the draft as .docx or text and try again"};
  }
  return std::move(*decoded);
}

}  // namespace clauselint
