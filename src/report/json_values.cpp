// The small pieces that all JSON outputs share.
#include "report/json_values.hpp"

#include "report/places.hpp"

namespace clauselint {

Json json_of(ByteSpan span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json json_source(const Document& document, ByteSpan span) {
  const SourceAnchor anchor = source_of(document, span);
  Json source = Json::object();
  const bool named = anchor.part < document.parts.size() && !document.parts[anchor.part].empty();
  if (named) source["part"] = document.parts[anchor.part];
  source["begin"] = anchor.begin;
  source["end"] = anchor.end;
  return source;
}

Json json_notes(const Document& document) {
  Json notes = Json::array();
  for (const Note& note : document.notes) {
    notes.push_back({{"what", note.what}, {"where", note.where}, {"count", note.count}});
  }
  return notes;
}

Json json_of(const Text& text, Language language) { return in_either(text, language); }

std::string dumped(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string_view name_of(Language language) { return language == Language::En ? "en" : "zh"; }

std::string_view name_of(View view) { return view == View::Final ? "final" : "original"; }

std::string_view name_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::Docx: return "docx";
    case SourceFormat::Html: return "html";
    case SourceFormat::Markdown: return "markdown";
    case SourceFormat::Text: return "text";
  }
  return "";
}

}  // namespace clauselint
