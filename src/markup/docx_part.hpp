// The main part of a Word file as tagged bytes: its elements, its runs, and what surrounds each run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "clauselint/error.hpp"
#include "ooxml/tag_scanner.hpp"

namespace clauselint {

/// A w:r. Runs of a text box stand within a run of the paragraph that holds the box.
struct WordRun {
  std::uint32_t element = 0;               ///< index into WordPart::elements
  std::uint32_t field_first = kNoElement;  ///< runs of the outermost field that this run is part of
  std::uint32_t field_last = kNoElement;
  bool splittable = false;  ///< properties without a tracked change, texts without CDATA or comments in them
};

/// The part's bytes (which outlive it), its elements in preorder and its runs in order.
struct WordPart {
  std::string_view xml;
  std::vector<XmlElement> elements;
  std::vector<WordRun> runs;
  std::unordered_set<std::uint32_t> ids;  ///< every w:id of the part

  const XmlElement& element_of(const WordRun& run) const { return elements[run.element]; }
  std::string_view open_tag(const XmlElement& e) const { return xml.substr(e.begin, e.open_end - e.begin); }
  std::string_view whole(const XmlElement& e) const { return xml.substr(e.begin, e.end - e.begin); }
  std::string_view content(const XmlElement& e) const { return xml.substr(e.open_end, e.close_begin - e.open_end); }

  /// The children of an element, in order.
  std::vector<std::uint32_t> children(std::uint32_t element) const;

  /// The index of the innermost run that holds byte `at`, or kNoElement.
  std::uint32_t run_at(std::uint32_t at) const;
};

/// Either of the two namespaces of WordprocessingML.
bool is_word_namespace(std::string_view uri);

/// A WordprocessingML element of that local name.
bool is_word(const XmlElement& element, std::string_view local);

/// An attribute of a WordprocessingML element by local name, whatever its prefix; empty if there is none.
std::string_view word_attribute(std::string_view tag, std::string_view local);

/// The value of a w:id; kNoElement for what is no decimal below 2^31.
std::uint32_t word_id(std::string_view digits);

/// An id above all of these with ample room above it below 2^31; if there is none, the first ample gap between them.
std::uint32_t first_free_id(std::vector<std::uint32_t> used);

/// Elements, runs and fields of the part. Fails where scan_elements does.
Result<WordPart> scan_word_part(std::string_view xml);

}  // namespace clauselint
