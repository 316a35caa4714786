// An OPC package: parts by name, their content types, and the relationships between them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/read.hpp"
#include "io/zip.hpp"
#include "ooxml/part_stream.hpp"
#include "ooxml/xml_part.hpp"

namespace clauselint {

/// A relationship to a part of the package. `kind` is the last word of its type (`styles`, `header`), which is the
/// same in transitional and strict files.
struct Relationship {
  std::string id;
  std::string kind;
  std::string target;  ///< a member of the archive, as the archive spells it
};

/// A package whose main part is known. Looks at the bytes it was opened with.
class Package {
 public:
  /// Refuses (Unreadable) what is no package, or a package without a Word document in it.
  static Result<Package> open(const std::string& path, std::string_view bytes, const ReadLimits& limits);

  const std::string& main_part() const { return main_part_; }

  /// The relationships of a part to parts that exist, in file order; none when it has no or broken ones.
  std::vector<Relationship> relationships_of(const std::string& part);

  /// The inflated bytes of a member of the archive.
  Result<std::string> read_bytes(const std::string& part);

  /// A part as a tree, without what stands in elements of the local name `unread`.
  Result<std::unique_ptr<XmlPart>> read_xml(const std::string& part, std::string_view unread = {});
  Result<std::unique_ptr<PartStream>> read_stream(const std::string& part);

 private:
  Package(std::string path, ZipReader zip, const ReadLimits& limits)
      : path_(std::move(path)), limits_(limits), zip_(std::move(zip)) {}

  Result<std::vector<Relationship>> read_relationships(const std::string& member, std::string_view source);
  std::optional<std::string> member_named(std::string_view name) const;
  std::optional<Error> find_main_part();
  std::optional<Error> check_content_type();

  std::string path_;
  ReadLimits limits_;
  ZipReader zip_;
  std::string main_part_;
};

/// The part name that a relationship target means, seen from `source` (`word/document.xml`): dots and escapes
/// resolved, without the leading slash. Never leaves the package.
std::string resolve_target(std::string_view source, std::string_view target);

}  // namespace clauselint
