// Whether a label in mid-paragraph goes on with the numbering before it, which tells a label from a mere number.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"
#include "segment/label.hpp"

namespace clauselint {

/// A label inside a paragraph, behind the end of a sentence or behind a gap where the source had a new line.
struct InnerLabel {
  std::uint32_t at = 0;  ///< byte in the text
  Label label;
  bool wide_gap = false;         ///< three blanks or more stand before it
  bool begins_sentence = false;  ///< a full stop stands before it and a capital or Han character behind it
};

/// The places in `range` of `text` that look like labels of clauses that the layout has run together, in order.
std::vector<InnerLabel> find_inner_labels(std::string_view text, ByteSpan range);

/// The labels seen so far, as far as the next one depends on them.
class LabelSequence {
 public:
  void saw(const Label& label);

  /// Whether the label is the next of its series, or the first below the last one.
  bool expects(const InnerLabel& found) const;

 private:
  bool expects_number(const Label& label) const;
  std::uint32_t last_of(const Label& label) const { return last_[index(label)]; }
  static std::size_t index(const Label& label) {
    return static_cast<std::size_t>(label.kind) * 6 + static_cast<std::size_t>(label.frame);
  }

  std::optional<Label> path_;                 // the last plain number: 8.2.1, or 8 of `Article 8`
  std::array<std::uint32_t, 17 * 6> last_{};  // ordinals by kind and frame, 0 for none
};

}  // namespace clauselint
