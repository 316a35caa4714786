// Whole files in and out: read with a limit, written so that no reader ever sees half of one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "clauselint/error.hpp"

namespace clauselint {

/// The bytes of a file of at most `limit` bytes; `-` is the standard input. Errors are of kind Unreadable.
Result<std::string> read_file(const std::string& path, std::size_t limit);

/// Replaces `path` by a file with these bytes, or leaves it as it was. A link is followed, and the permissions of a
/// file that is replaced are kept. Errors are of kind Unwritable.
Outcome write_file_atomically(const std::string& path, std::string_view bytes);

/// Makes a folder and those above it; one that exists already is no error. Errors are of kind Unwritable.
Outcome make_folders(const std::string& path);

}  // namespace clauselint
