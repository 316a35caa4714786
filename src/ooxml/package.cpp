// Finds the main part of a package by its relationship, wherever it stands, and reads parts as XML.
#include "ooxml/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/zip_directory.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr std::string_view kPackageRelationships = "_rels/.rels";

Error refuse(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unreadable, .where = path, .message = std::move(message)};
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// `my%20doc` is `my doc`.
std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape =
        text[at] == '%' && at + 2 < text.size() && hexadecimal(text[at + 1]) >= 0 && hexadecimal(text[at + 2]) >= 0;
    plain.push_back(escape ? static_cast<char>(hexadecimal(text[at + 1]) * 16 + hexadecimal(text[at + 2])) : text[at]);
    if (escape) at += 2;
  }
  return plain;
}

std::string relationships_name(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

bool same_part(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::string_view kNoDocument =
    "a zip archive, but not a Word document: save the draft as .docx from Word and try again";

// The content type of a part: an override by name before a default by extension.
std::string_view content_type_of(XmlNode types, std::string_view part) {
  const std::size_t dot = part.rfind('.');
  const std::string_view extension = dot == std::string_view::npos ? std::string_view() : part.substr(dot + 1);
  std::string_view by_extension;
  for (XmlNode type = types.first_child(); type; type = type.next_sibling()) {
    const std::string_view name = type.local();
    if (name == "Override" && same_part(resolve_target("", attribute(type, "PartName")), part)) {
      return attribute(type, "ContentType");
    }
    const bool fits = name == "Default" && by_extension.empty() && same_part(attribute(type, "Extension"), extension);
    if (fits) by_extension = attribute(type, "ContentType");
  }
  return by_extension;
}

}  // namespace

std::string resolve_target(std::string_view source, std::string_view target) {
  const std::string plain = percent_decoded(unescaped(target));
  std::vector<std::string_view> steps;
  const auto walk = [&steps](std::string_view path) {
    while (!path.empty()) {
      const std::string_view step = path.substr(0, path.find('/'));
      path.remove_prefix(std::min(path.size(), step.size() + 1));
      if (step == "..") {
        if (!steps.empty()) steps.pop_back();
      } else if (!step.empty() && step != ".") {
        steps.push_back(step);
      }
    }
  };
  const bool absolute = !plain.empty() && plain.front() == '/';
  const std::size_t slash = source.rfind('/');
  if (!absolute && slash != std::string_view::npos) walk(source.substr(0, slash));
  walk(plain);
  return fmt::format("{}", fmt::join(steps, "/"));
}

std::optional<std::string> Package::member_named(std::string_view name) const {
  const auto index = zip_.find(name);
  if (!index) return std::nullopt;
  return zip_.entries()[*index].name;
}

Result<std::string> Package::read_bytes(const std::string& part) {
  const auto index = zip_.find(part);
  if (!index) return refuse(path_, fmt::format("lacks its part {}: save the file anew", shown_name(part)));
  return zip_.read(*index);
}

Result<std::unique_ptr<XmlPart>> Package::read_xml(const std::string& part, std::string_view unread) {
  auto bytes = read_bytes(part);
  if (!bytes) return bytes.error();
  return XmlPart::parse(path_, shown_name(part), std::move(*bytes), unread);
}

Result<std::unique_ptr<PartStream>> Package::read_stream(const std::string& part) {
  auto bytes = read_bytes(part);
  if (!bytes) return bytes.error();
  return PartStream::open(path_, shown_name(part), std::move(*bytes), limits_, {});
}

Result<std::vector<Relationship>> Package::read_relationships(const std::string& member, std::string_view source) {
  auto part = read_xml(member);
  if (!part) return part.error();
  std::vector<Relationship> found;
  const XmlNode root = (*part)->root();
  for (XmlNode node = root.first_child(); node; node = node.next_sibling()) {
    if (node.local() != "Relationship" || attribute(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute(node, "Type");
    const auto target = member_named(resolve_target(source, attribute(node, "Target")));
    if (!target) continue;
    found.push_back({.id = std::string(attribute(node, "Id")),
                     .kind = std::string(type.substr(type.rfind('/') + 1)),
                     .target = *target});
  }
  return found;
}

std::vector<Relationship> Package::relationships_of(const std::string& part) {
  const auto member = member_named(relationships_name(part));
  if (!member) return {};
  auto found = read_relationships(*member, part);
  return found ? std::move(*found) : std::vector<Relationship>();
}

std::optional<Error> Package::find_main_part() {
  const auto member = member_named(kPackageRelationships);
  if (!member || !zip_.find(kContentTypes)) return refuse(path_, std::string(kNoDocument));
  const auto relationships = read_relationships(*member, "");
  if (!relationships) return relationships.error();
  const auto is_main = [](const Relationship& r) { return r.kind == "officeDocument"; };
  const auto main = std::find_if(relationships->begin(), relationships->end(), is_main);
  if (main == relationships->end()) return refuse(path_, std::string(kNoDocument));
  const auto other = [&](const Relationship& r) { return is_main(r) && r.target != main->target; };
  if (std::any_of(main, relationships->end(), other)) {
    return refuse(path_,
                  "a package with two main parts, so that programs differ in what they read: save it anew from Word");
  }
  main_part_ = main->target;
  return std::nullopt;
}

std::optional<Error> Package::check_content_type() {
  const auto member = member_named(kContentTypes);
  const auto types = read_xml(*member);
  if (!types) return types.error();
  const std::string_view type = content_type_of((*types)->root(), main_part_);
  const auto mentions = [type](std::string_view word) { return type.find(word) != std::string_view::npos; };
  if (mentions("spreadsheetml") || mentions("ms-excel"))
    return refuse(path_, "an Excel workbook: save the draft as .docx or text");
  if (mentions("presentationml") || mentions("ms-powerpoint")) {
    return refuse(path_, "a PowerPoint presentation: save the draft as .docx or text");
  }
  return std::nullopt;
}

Result<Package> Package::open(const std::string& path, std::string_view bytes, const ReadLimits& limits) {
  auto zip = ZipReader::open(path, bytes, limits);
  if (!zip) return zip.error();
  Package package(path, std::move(*zip), limits);
  if (auto refused = package.find_main_part()) return *refused;
  if (auto refused = package.check_content_type()) return *refused;
  return package;
}

}  // namespace clauselint
