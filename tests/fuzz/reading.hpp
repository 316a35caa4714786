// What a reader of text promises for any bytes: no fault, and no word that the source does not have in that place.
#pragma once

#include "clauselint/error.hpp"
#include "fuzz/expect.hpp"
#include "support/reading.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Stops the run unless each run of the document is its source, a blank, or (where `entities`) a character for one.
inline void expect_own_words(const Document& document, std::string_view bytes, bool entities) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const auto encoding = encoding_named(document.encoding);
  expect(encoding.has_value(), "the encoding of a document has a name");
  for (const Run& run : document.runs) {
    const std::string_view words = document.words(run.span);
    if (run.kind == RunKind::Verbatim || words.find_first_not_of(' ') == std::string_view::npos) continue;
    expect(run.kind == RunKind::Atomic, "what has no source is a blank");
    if (words.find(kReplacement) != std::string_view::npos) continue;
    const std::string_view source = bytes.substr(run.source.begin, run.source.end - run.source.begin);
    const auto encoded = encode(words, *encoding);
    const bool twice = *encoding == Encoding::Big5;  // has some characters at two places
    const bool itself = encoded && (*encoded == source || (twice && encoded->size() == source.size()));
    const bool entity =
        entities && encode("&", *encoding) == std::string(source.substr(0, encode("&", *encoding)->size()));
    expect(itself || entity, "a run says what its source says");
  }
}

/// The document of any bytes, checked; nothing when they are refused.
inline void expect_sound(const Result<Document>& draft, std::string_view bytes, bool entities) {
  if (!draft) {
    expect(draft.error().kind == ErrorKind::Unreadable, "a reader's error is of kind Unreadable");
    return;
  }
  expect_no_fault(find_reading_fault(*draft, bytes));
  expect_own_words(*draft, bytes, entities);
}

}  // namespace clauselint
