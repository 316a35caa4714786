// What readers leave out, in the language of the report.
#pragma once

#include <string>

#include "clauselint/document.hpp"
#include "report/words.hpp"

namespace clauselint {

/// `images (2) in headers`, `图片（2），位于页眉`; as one line of printable characters.
std::string note_words(const Note& note, const Words& words);

}  // namespace clauselint
