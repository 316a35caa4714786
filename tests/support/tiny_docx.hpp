// Makes small zip archives and Word documents in memory, so that tests show their whole input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <zip.h>

namespace clauselint {

/// A member of an archive.
struct TinyPart {
  std::string name;
  std::string content;
};

/// A zip archive of the parts, in order.
inline std::string tiny_zip(const std::vector<TinyPart>& parts, zip_int32_t method = ZIP_CM_DEFLATE) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const TinyPart& part : parts) {
    zip_source_t* content = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 946'684'800, 0);
  }
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

constexpr std::string_view kTinyNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml")";

/// `<w:ROOT ...namespaces...>inner</w:ROOT>` as a part of its own.
inline TinyPart tiny_part(std::string name, std::string_view root, std::string_view inner) {
  std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
  xml.append("<w:").append(root).append(kTinyNamespaces).append(">").append(inner);
  return {std::move(name), xml.append("</w:").append(root).append(">")};
}

inline TinyPart tiny_styles(std::string_view inner) { return tiny_part("word/styles.xml", "styles", inner); }
inline TinyPart tiny_numbering(std::string_view inner) { return tiny_part("word/numbering.xml", "numbering", inner); }
inline TinyPart tiny_footnotes(std::string_view inner) { return tiny_part("word/footnotes.xml", "footnotes", inner); }
inline TinyPart tiny_header(std::string_view inner) { return tiny_part("word/header1.xml", "hdr", inner); }

/// The relationships of the main part to the other parts, by their names (`word/header1.xml` is a header).
inline TinyPart tiny_relationships(const std::vector<TinyPart>& parts) {
  std::string xml = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  int id = 0;
  for (const TinyPart& part : parts) {
    constexpr std::string_view kFolder = "word/";
    if (part.name.compare(0, kFolder.size(), kFolder) != 0) continue;
    const std::string file = part.name.substr(kFolder.size());
    const std::string kind = file.substr(0, file.find_first_of("0123456789."));
    xml += "<Relationship Id=\"rId" + std::to_string(++id) +
           R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" + kind + "\" Target=\"" +
           file + "\"/>";
  }
  return {"word/_rels/document.xml.rels", xml + "</Relationships>"};
}

/// A package around a main part and others, with content types and relationships.
inline std::vector<TinyPart> tiny_package(TinyPart main, const std::vector<TinyPart>& others = {}) {
  const std::string content_types =
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" )"
      R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" )"
      R"(ContentType="application/xml"/><Override PartName="/)" +
      main.name +
      R"(" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
  const std::string relationships =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
      R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target=")" +
      main.name + "\"/></Relationships>";
  std::vector<TinyPart> parts{{"[Content_Types].xml", content_types}, {"_rels/.rels", relationships}};
  parts.push_back(std::move(main));
  parts.push_back(tiny_relationships(others));
  parts.insert(parts.end(), others.begin(), others.end());
  return parts;
}

/// The bytes of a document whose body is `body` (paragraphs and tables, prefix `w:`).
inline std::string tiny_docx(std::string_view body, const std::vector<TinyPart>& others = {}) {
  const std::string inner = "<w:body>" + std::string(body) + "</w:body>";
  return tiny_zip(tiny_package(tiny_part("word/document.xml", "document", inner), others));
}

/// A paragraph of one run.
inline std::string tiny_paragraph(std::string_view text, std::string_view properties = {}) {
  std::string xml = "<w:p>";
  if (!properties.empty()) xml.append("<w:pPr>").append(properties).append("</w:pPr>");
  return xml.append(R"(<w:r><w:t xml:space="preserve">)").append(text).append("</w:t></w:r></w:p>");
}

}  // namespace clauselint
