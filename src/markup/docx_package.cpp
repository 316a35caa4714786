// Finds the parts by relationship and refuses files that must not be changed.
#include "markup/docx_package.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "io/zip.hpp"
#include "markup/docx_part.hpp"
#include "ooxml/package.hpp"

namespace clauselint {
namespace {

Error refusal(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unwritable, .where = path, .message = std::move(message)};
}

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

std::string relationships_name(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

// UTF-16 in any of its forms has a zero byte or one of its byte order marks at the start.
bool is_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4);
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") || head.find('\0') != std::string_view::npos;
}

bool is_on(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

// The kind of editing that an enforced protection leaves (`readOnly`, `forms`, ...); empty without one.
std::string protection_of(const std::string& settings) {
  const auto elements = scan_elements(settings);
  if (!elements) return {};
  for (const XmlElement& element : *elements) {
    if (!is_word(element, "documentProtection")) continue;
    const std::string_view tag = std::string_view(settings).substr(element.begin, element.open_end - element.begin);
    if (is_on(word_attribute(tag, "enforcement"))) return std::string(word_attribute(tag, "edit"));
  }
  return {};
}

/// The archive behind the parts.
class PartSource {
 public:
  PartSource(ZipReader zip, std::string path) : zip_(std::move(zip)), path_(std::move(path)) {}

  bool has(const std::string& name) const { return zip_.find(name).has_value(); }

  bool is_signed() const {
    return std::any_of(zip_.entries().begin(), zip_.entries().end(),
                       [](const ZipEntry& entry) { return entry.name.starts_with("_xmlsignatures/"); });
  }

  Result<PackagePart> read(const std::string& name) {
    const auto index = zip_.find(name);
    if (!index) return PackagePart{.name = name, .bytes = std::nullopt};
    auto bytes = zip_.read(*index);
    if (!bytes) return bytes.error();
    if (is_utf16(*bytes)) {
      return refusal(path_, "its part " + name + " is in UTF-16, which cannot be marked; save it anew in Word");
    }
    return PackagePart{.name = zip_.entries()[*index].name, .bytes = std::move(*bytes)};
  }

  // A name beside the main part that no member has.
  std::string free_comments_name(const std::string& folder) const {
    std::string name = folder + "comments.xml";
    for (unsigned i = 1; has(name); ++i) name = folder + "comments" + std::to_string(i) + ".xml";
    return name;
  }

 private:
  ZipReader zip_;
  std::string path_;
};

std::string related(const std::vector<Relationship>& relationships, std::string_view kind) {
  const auto found =
      std::find_if(relationships.begin(), relationships.end(), [&](const Relationship& r) { return r.kind == kind; });
  return found == relationships.end() ? std::string() : found->target;
}

std::optional<Error> apply_protection(const std::string& path, const std::optional<std::string>& settings,
                                      DocxPackage& package) {
  if (!settings) return std::nullopt;
  const std::string protection = protection_of(*settings);
  if (protection == "readOnly" || protection == "forms") {
    return refusal(path,
                   "the document is protected against changes; lift the protection in Word (Review, Restrict "
                   "Editing) and try again");
  }
  package.comments_only = protection == "comments";
  return std::nullopt;
}

}  // namespace

ReadLimits no_limits() {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max() / 2;
  return {.file = kAll,
          .part = kAll,
          .package = kAll,
          .entries = 0xFFFF,
          .ratio = std::numeric_limits<std::uint32_t>::max(),
          .depth = 1024};
}

Result<DocxPackage> read_docx_package(std::string_view original, const std::string& path) {
  auto opened = Package::open(path, original, no_limits());
  if (!opened) return opened.error();
  auto zip = ZipReader::open(path, original, no_limits());
  if (!zip) return zip.error();
  PartSource source(std::move(*zip), path);
  if (source.is_signed()) {
    return refusal(path, "it carries a digital signature, which any mark would break; mark an unsigned copy");
  }
  const auto relationships = opened->relationships_of(opened->main_part());
  std::string comments = related(relationships, "comments");
  if (comments.empty()) comments = source.free_comments_name(folder_of(opened->main_part()));

  DocxPackage package;
  PackagePart settings;
  const std::pair<std::string, PackagePart*> wanted[] = {
      {opened->main_part(), &package.main},
      {relationships_name(opened->main_part()), &package.relationships},
      {"[Content_Types].xml", &package.content_types},
      {comments, &package.comments},
      {related(relationships, "styles"), &package.styles},
      {related(relationships, "settings"), &settings}};
  for (const auto& [name, place] : wanted) {
    if (name.empty()) continue;
    auto part = source.read(name);
    if (!part) return part.error();
    *place = std::move(*part);
  }
  if (!package.main.bytes || !package.content_types.bytes) {
    return refusal(path, "its main part or its list of content types is missing");
  }
  if (auto refused = apply_protection(path, settings.bytes, package)) return *refused;
  return package;
}

}  // namespace clauselint
