// The small pieces that all JSON outputs share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "clauselint/lint.hpp"

namespace clauselint {

using Json = nlohmann::ordered_json;  ///< keys stay in the order in which they are set

Json json_of(ByteSpan span);

/// Where the span stands in the source file: {"begin", "end"}, with the zip entry as "part" for a DOCX.
Json json_source(const Document& document, ByteSpan span);

/// What was not read: [{"what", "where", "count"}].
Json json_notes(const Document& document);

/// What is not set is an empty string; the other language stands in for a text that a pack gives in one only.
Json json_of(const Text& text, Language language);

/// On one line, or indented; bytes of a path that are not UTF-8 become U+FFFD.
std::string dumped(const Json& json, int indent = -1);

std::string_view name_of(Language language);
std::string_view name_of(SourceFormat format);
std::string_view name_of(View view);

}  // namespace clauselint
