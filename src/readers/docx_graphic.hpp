// The words of a diagram (SmartArt) or chart, which stand in a part of their own.
#pragma once

#include <string>

#include "clauselint/document.hpp"
#include "ooxml/part_stream.hpp"

namespace clauselint {

/// A document of the paragraphs of DrawingML text in a part, in their order; blank ones are left out.
Document read_graphic_words(PartStream& part, const std::string& name);

}  // namespace clauselint
