// The main part of a Word file, read in pieces: no tree of the whole is ever built, and each value keeps its place.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/read.hpp"
#include "clauselint/span.hpp"
#include "ooxml/part_outline.hpp"
#include "ooxml/xml_tree.hpp"

namespace clauselint {

/// Gives the nodes of a part in order. An element of ordinary size comes whole. A large one (the body, a long table)
/// `opens`: its node holds only its attributes and the properties that come first, and `next` then gives its children.
/// Nothing is unescaped: every name and value is a stretch of the part's own bytes.
class PartStream {
 public:
  /// In bytes. A part no larger than `whole` comes as one piece, which is fastest; of a larger one elements above
  /// `piece` open.
  struct Sizes {
    std::uint32_t whole = 4096 * 1024;
    std::uint32_t piece = 96 * 1024;
  };

  /// Refuses (Unreadable) ill-formed XML, any DTD, U+0000, encodings other than UTF-8 and UTF-16, and what is beyond
  /// the limits. `path` and `name` serve for messages.
  static Result<std::unique_ptr<PartStream>> open(const std::string& path, const std::string& name, std::string bytes,
                                                  const ReadLimits& limits, const Sizes& sizes);

  /// Sibling nodes to visit in turn. None when the innermost open element ends here, which closes it.
  struct Piece {
    XmlNode first;
    bool opens = false;
    std::string fault;  ///< why the part cannot be read after all, to follow its name
  };

  /// Back to the start: a piece with the root.
  Piece rewind();

  /// The children that follow in the innermost open element. The nodes of earlier pieces are gone after it, unless
  /// `keep` is set; then they live until a call without it.
  Piece next(bool keep);

  /// Leaves the element opened last without reading its children.
  void skip();

  /// The local name of the root.
  std::string_view root_name() const { return root_name_; }

  /// Bytes of the part.
  std::size_t size() const { return bytes_.size(); }

  /// True for UTF-16: offsets then count in a UTF-8 copy, not in the part.
  bool transcoded() const { return transcoded_; }

  /// False when every namespace is known to be declared at the root.
  bool declares_within() const { return outline_.declares_within; }

  /// Where a name or value of a node begins in the part.
  std::uint32_t offset_of(const char* value) const { return static_cast<std::uint32_t>(value - bytes_.data()); }

 private:
  struct OpenElement {
    std::size_t large = 0;
    std::size_t next_cut = 0;
    std::uint32_t at = 0;
  };

  PartStream(std::string bytes, bool transcoded) : bytes_(std::move(bytes)), transcoded_(transcoded) {}

  Piece parse(std::uint32_t begin, std::uint32_t end, bool open, bool keep);
  Piece parse_head(bool keep);

  std::string bytes_;
  std::string root_name_;
  bool transcoded_ = false;
  PartOutline outline_;
  std::vector<OpenElement> open_;
  std::size_t next_large_ = 0;
  Piece whole_;                // the root, once it has been parsed in one go
  std::deque<XmlTree> trees_;  // the last that lives is the newest
  std::size_t living_ = 0;     // of them; the rest wait to be used again
};

}  // namespace clauselint
