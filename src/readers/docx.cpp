// Opens the package, reads its styles and lists, then the stories one after the other.
#include "readers/docx.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>
#include <utility>

#include "ooxml/numbering.hpp"
#include "ooxml/package.hpp"
#include "ooxml/styles.hpp"
#include "readers/docx_graphic.hpp"
#include "readers/docx_story.hpp"
#include "readers/docx_text.hpp"

namespace clauselint {
namespace {

struct OtherStory {
  std::string_view kind;  // of relationship
  Story story = Story::Body;
  std::string_view where;
};

// In the order in which they follow the body.
constexpr std::array<OtherStory, 5> kOtherStories{{
    {"footnotes", Story::Footnote, "footnotes"},
    {"endnotes", Story::Endnote, "endnotes"},
    {"header", Story::Header, "headers"},
    {"footer", Story::Footer, "footers"},
    {"comments", Story::Comment, "comments"},
}};

class DocxReader {
 public:
  DocxReader(const std::string& path, Package package, const ReadOptions& options)
      : options_(options),
        package_(std::move(package)),
        relationships_(package_.relationships_of(package_.main_part())) {
    context_ = {.path = &path,
                .view = options.view,
                .styles = &styles_,
                .numbering = &numbering_,
                .depth = options.limits.depth,
                .read_chunk = [this](std::string_view id) { return read_chunk(id); },
                .read_graphic = [this](std::string_view id) { return read_graphic(id); },
                .commented = &commented_};
    document_.path = path;
    document_.format = SourceFormat::Docx;
    document_.view = options.view;
  }

  Result<Document> read();

 private:
  std::optional<Error> read_styles();
  std::optional<Error> read_numbering();
  std::optional<Error> read_body();
  std::optional<Error> read_other(const OtherStory& other);
  std::optional<Document> read_chunk(std::string_view id);
  std::optional<Document> read_graphic(std::string_view id);
  std::optional<std::string> target_of(std::string_view kind) const;

  const ReadOptions& options_;
  Package package_;
  std::vector<Relationship> relationships_;
  std::unique_ptr<XmlPart> style_part_;  // the styles look at it
  Styles styles_;
  Numbering numbering_;
  StoryContext context_;
  std::unordered_map<std::string, ByteSpan> commented_;
  std::uint32_t chunks_ = 0;
  std::uint32_t graphics_ = 0;
  std::uint32_t tables_ = 0;
  Document document_;
};

std::optional<std::string> DocxReader::target_of(std::string_view kind) const {
  const auto is_kind = [kind](const Relationship& r) { return r.kind == kind; };
  const auto found = std::find_if(relationships_.begin(), relationships_.end(), is_kind);
  if (found == relationships_.end()) return std::nullopt;
  return found->target;
}

std::optional<Error> DocxReader::read_styles() {
  const auto target = target_of("styles");
  if (!target) return std::nullopt;
  auto part = package_.read_xml(*target, "latentStyles");  // some 400 names of Word's own, a third of the part
  if (!part) return part.error();
  style_part_ = std::move(*part);
  styles_ = Styles(style_part_->root());
  return std::nullopt;
}

std::optional<Error> DocxReader::read_numbering() {
  const auto target = target_of("numbering");
  if (!target) return std::nullopt;
  const auto part = package_.read_xml(*target);
  if (!part) return part.error();
  numbering_ = Numbering((*part)->root());
  return std::nullopt;
}

// An embedded document (w:altChunk) in a format that there is a reader for.
std::optional<Document> DocxReader::read_chunk(std::string_view id) {
  const auto is_it = [id](const Relationship& r) { return r.id == id && r.kind == "aFChunk"; };
  const auto found = std::find_if(relationships_.begin(), relationships_.end(), is_it);
  if (found == relationships_.end() || ++chunks_ > options_.limits.embedded) return std::nullopt;
  const auto bytes = package_.read_bytes(found->target);
  if (!bytes) return std::nullopt;
  ReadOptions within = options_;
  within.limits.embedded = 0;
  within.limits.package = options_.limits.package / options_.limits.embedded;
  auto chunk = read_document(found->target, *bytes, within);
  if (!chunk) return std::nullopt;
  if (chunk->format == SourceFormat::Docx) {
    for (std::string& part : chunk->parts) part = found->target + "!/" + part;
  } else {
    chunk->parts = {found->target};
  }
  for (Note& note : chunk->notes) {
    note.where = "embedded documents";
    document_.notes.push_back(std::move(note));
  }
  return std::move(*chunk);
}

std::optional<Document> DocxReader::read_graphic(std::string_view id) {
  const auto found = std::ranges::find(relationships_, id, &Relationship::id);
  const bool known = found != relationships_.end() && (found->kind == "diagramData" || found->kind == "chart");
  if (!known || ++graphics_ > options_.limits.graphics) return std::nullopt;
  const auto part = package_.read_stream(found->target);
  if (!part) return std::nullopt;
  return read_graphic_words(**part, found->target);
}

std::optional<Error> DocxReader::read_body() {
  const auto part = package_.read_stream(package_.main_part());
  if (!part) return part.error();
  if ((*part)->root_name() != "document") {
    return Error{.kind = ErrorKind::Unreadable,
                 .where = *context_.path,
                 .message = "a zip archive, but not a Word document: its main part holds something else"};
  }
  document_.parts.push_back(package_.main_part());
  // What the body of an ordinary contract comes to, so that little is moved as it grows.
  document_.text.reserve((*part)->size() / 12);
  document_.runs.reserve((*part)->size() / 400);
  document_.paragraphs.reserve((*part)->size() / 1500);
  const StorySource source{.part = part->get(), .part_index = 0, .story = Story::Body, .where = {}};
  if (auto fault = read_story(source, context_, tables_, document_)) return fault;
  if (document_.paragraphs.empty()) {
    document_.text.push_back('\n');
    document_.paragraphs.push_back({});
  }
  return std::nullopt;
}

std::optional<Error> DocxReader::read_other(const OtherStory& other) {
  std::unordered_set<std::string_view> seen;
  StoryContext context = context_;
  context.read_chunk = nullptr;  // ids of the main part
  context.read_graphic = nullptr;
  for (const Relationship& relationship : relationships_) {
    if (relationship.kind != other.kind) continue;
    if (!seen.insert(relationship.target).second) continue;
    const auto part = package_.read_stream(relationship.target);
    if (!part) return part.error();
    const std::string_view root = (*part)->root_name();
    const bool fits = root == "footnotes" || root == "endnotes" || root == "hdr" || root == "ftr" || root == "comments";
    if (!fits) continue;
    DocxText text(document_);
    DocxText::Mark before = text.mark();
    const auto index = static_cast<std::uint32_t>(document_.parts.size());
    document_.parts.push_back(relationship.target);
    const StorySource source{.part = part->get(), .part_index = index, .story = other.story, .where = other.where};
    if (auto fault = read_story(source, context, tables_, document_)) return fault;
    const bool blank = document_.text.find_first_not_of(" \t\n", before.text) == std::string::npos;
    if (!blank) continue;
    // A header without a word would be a paragraph about nothing; what else is in it has been noted.
    before.notes = document_.notes;
    text.restore(before);
  }
  return std::nullopt;
}

Result<Document> DocxReader::read() {
  if (auto fault = read_styles()) return *fault;
  if (auto fault = read_numbering()) return *fault;
  if (auto fault = read_body()) return *fault;
  for (const OtherStory& other : kOtherStories) {
    if (auto fault = read_other(other)) return *fault;
  }
  return std::move(document_);
}

}  // namespace

Result<Document> read_docx(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  auto package = Package::open(path, bytes, options.limits);
  if (!package) return package.error();
  return DocxReader(path, std::move(*package), options).read();
}

}  // namespace clauselint
