// Marks a Word file: plans, splices the bytes of the main part, adds comments, and proves the result before it is returned.
#include <algorithm>
#include <string>
#include <utility>

#include "clauselint/markup.hpp"
#include "clauselint/read.hpp"
#include "io/zip_rewrite.hpp"
#include "markup/docx_comments.hpp"
#include "markup/docx_marks.hpp"
#include "markup/docx_package.hpp"
#include "markup/docx_proof.hpp"
#include "markup/docx_splices.hpp"

namespace clauselint {
namespace {

Error fault(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Internal, .where = path, .message = "the mark-up was not written: " + std::move(message)};
}

std::uint32_t index_of_part(const Document& document, const std::string& name) {
  const auto found = std::find(document.parts.begin(), document.parts.end(), name);
  return found == document.parts.end() ? kNoElement : static_cast<std::uint32_t>(found - document.parts.begin());
}

OwnMarks own_marks(std::uint32_t first_revision, std::uint32_t next_revision, const std::vector<Comment>& comments) {
  OwnMarks own;
  for (std::uint32_t id = first_revision; id < next_revision; ++id) own.revisions.insert(id);
  for (const Comment& comment : comments) own.comments.insert(comment.id);
  return own;
}

// The proof of the whole file: an independent reading of the output must show the planned text.
std::optional<Error> check_output(const std::string& path, const std::string& bytes, const Document& document,
                                  const EditPlan& made) {
  const auto reread = read_document(path, bytes, {.view = document.view, .limits = no_limits()});
  if (!reread) return fault(path, "the marked file cannot be read again: " + reread.error().message);
  const std::string planned = apply(document, made);
  if (without_comments(*reread, reread->text) != without_comments(document, planned)) {
    return fault(path, "accepting the changes does not give the planned text");
  }
  return std::nullopt;
}

// The marked main part and the parts that comments need, each proved.
Result<std::vector<ZipChange>> write_parts(const DocxPackage& package, const WordPart& part, PlannedMarks& planned,
                                           const StyleIds& styles, Revisions& revisions, std::uint32_t first_revision,
                                           const MarkupOptions& options, const std::string& path) {
  std::uint32_t deleted = 0;
  const auto splices = splice_runs(part, planned.deletions, planned.markups, revisions, deleted);
  std::string marked = spliced(part.xml, splices);
  if (unspliced(part.xml, marked, splices) != part.xml) return fault(path, "the splices cannot be undone");
  const OwnMarks own = own_marks(first_revision, revisions.next_id, planned.comments);
  if (std::string found = find_markup_fault(part, marked, own); !found.empty()) return fault(path, std::move(found));
  std::vector<ZipChange> changes;
  changes.push_back({.name = package.main.name, .content = std::move(marked)});
  if (planned.comments.empty()) return changes;
  auto others = write_comments(package, part.elements.front().namespace_uri, planned.comments, styles, options);
  if (!others) return others.error();
  for (ZipChange& change : *others) {
    if (!is_well_formed(change.content)) return fault(path, "the part " + change.name + " is not well-formed");
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

Result<Markup> mark_up_docx(std::string_view original, const Document& document, const EditPlan& plan,
                            const MarkupOptions& options) {
  if (plan.marks.empty()) return Markup{.bytes = std::string(original), .changes = 0, .comments = 0, .remarks = {}};
  auto package = read_docx_package(original, document.path);
  if (!package) return package.error();
  const auto part = scan_word_part(*package->main.bytes);
  if (!part) return Error{.kind = ErrorKind::Unwritable, .where = document.path, .message = part.error().message};

  const Places places(document, *part, index_of_part(document, package->main.name));
  const StyleIds styles = find_styles(*package);
  MarkupOptions signed_by = options;
  if (signed_by.author.empty()) signed_by.author = MarkupOptions{}.author;
  const std::uint32_t first_revision = first_free_id({part->ids.begin(), part->ids.end()});
  Revisions revisions{
      .author = xml_escaped(signed_by.author), .date = xml_escaped(signed_by.date), .next_id = first_revision};
  const MarkContext context{
      .document = document, .part = *part, .places = places, .styles = styles, .comments_only = package->comments_only};
  PlannedMarks planned = plan_marks(context, plan, revisions, first_comment_id(*package, *part));
  Markup markup{.bytes = {},
                .changes = planned.changes,
                .comments = static_cast<std::uint32_t>(planned.comments.size()),
                .remarks = planned.remarks};
  if (markup.changes == 0 && markup.comments == 0) {
    markup.bytes = original;
    return markup;
  }
  auto changes = write_parts(*package, *part, planned, styles, revisions, first_revision, signed_by, document.path);
  if (!changes) return changes.error();
  auto bytes = rewrite_zip(original, *changes);
  if (!bytes) return Error{.kind = bytes.error().kind, .where = document.path, .message = bytes.error().message};
  if (auto wrong = check_output(document.path, *bytes, document, planned.made)) return *wrong;
  markup.bytes = std::move(*bytes);
  return markup;
}

}  // namespace clauselint
