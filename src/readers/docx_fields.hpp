// Fields as a reader sees them: codes hidden, results shown, and what legacy form fields show without a result.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml_tree.hpp"

namespace clauselint {

/// The words that an EQ field draws: `eq \o\ac(○,印)` is a character in a circle, `eq \f(1,2)` a half.
std::string equation_field_words(std::string_view code);

/// The fields that are open at a point of a walk. Fields nest and span paragraphs.
class FieldStack {
 public:
  /// `place` is where the character that begins the field stands in its part.
  void begin(XmlNode character, std::uint32_t place);
  void separate(std::size_t text_size);
  /// The field code text of the innermost field; only its first word is kept.
  void code(XmlNode instruction);

  struct Ended {
    std::string shown;          ///< what a form field shows that keeps no result: a box, the chosen entry
    bool lacks_result = false;  ///< Word would compute a text that the file does not hold
  };
  Ended end(std::size_t text_size);

  bool empty() const { return open_.empty(); }
  bool in_code() const { return in_code_ > 0; }

  /// Forgets the open fields and returns where they began.
  std::vector<std::uint32_t> take_unclosed();

 private:
  struct Field {
    std::uint32_t place = 0;
    std::string form;  // what it shows without a result
    std::string name;
    std::string code;  // of an EQ field
    bool has_result = false;
    std::size_t result_begin = 0;
  };

  std::vector<Field> open_;
  std::size_t in_code_ = 0;  // open fields whose code, not result, we are in
};

}  // namespace clauselint
