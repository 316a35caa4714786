// What a file is that cannot be read as a draft, and the way out.
#pragma once

#include <string>
#include <string_view>

namespace clauselint {

/// One sentence (`a PDF: convert it to .docx or text and try again`), or empty when the file may be a draft.
std::string describe_foreign(std::string_view path, std::string_view bytes);

/// Whether the file is a zip package; what is no Word package has been described as foreign before.
bool is_package(std::string_view bytes);

}  // namespace clauselint
