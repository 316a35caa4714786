// What the containers hold that office programs write: compound files and zip packages.
#pragma once

#include <string_view>

namespace clauselint {

/// Whether the file is a compound file, as Word 97-2003, mail programs and encrypted packages write.
bool is_compound_file(std::string_view bytes);

/// What a compound file is and the way out, by the names in its directory and the file's own name.
std::string_view describe_compound_file(std::string_view name, std::string_view bytes);

/// What a zip package is that is no Word file, and the way out; empty when the reader of Word files knows more.
std::string_view describe_zip_package(std::string_view bytes);

}  // namespace clauselint
