// A draft in plain text, Markdown or HTML with its marks: a unified diff that `patch` applies, comments at its head.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "clauselint/markup.hpp"
#include "markup/html_words.hpp"
#include "markup/text_diff_hunks.hpp"
#include "markup/text_diff_places.hpp"
#include "text/encoding.hpp"

namespace clauselint {
namespace {

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// A name as `patch` reads it: quoted when it holds quotes or control characters, closed by a tab when it holds blanks.
std::string header_name(std::string_view folder, std::string_view name) {
  const auto is_odd = [](char c) { return c == '"' || c == '\\' || (static_cast<unsigned char>(c) < 0x20); };
  std::string full = fmt::format("{}/{}", folder, name);
  if (std::ranges::none_of(full, is_odd)) return full.find(' ') == std::string::npos ? full : full + "\t";
  std::string quoted = "\"";
  for (const char c : full) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      quoted += fmt::format("\\{:03o}", byte);
      continue;
    }
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

/// Line numbers of a file for places that come in almost any order.
class LineNumbers {
 public:
  explicit LineNumbers(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      ends_.push_back(static_cast<std::uint32_t>(at));
    }
  }
  std::size_t at(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(ends_, offset) - ends_.begin()) + 1;
  }

 private:
  std::vector<std::uint32_t> ends_;
};

// `# draft.txt:42: …`; a line that begins with `#` means nothing to `patch`.
void append_comment(std::string& out, std::string_view place, std::string_view comment) {
  std::string_view lead = "# ";
  out.append(lead).append(place).append(": ");
  for (const char c : comment) {
    if (c == '\n') {
      out.append("\n#   ");
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
      out.push_back(c);
    }
  }
  out.push_back('\n');
}

/// An edit with its splices, and the line it stands in.
struct PlacedEdit {
  const Edit* edit = nullptr;
  std::string place;
  std::vector<LineSplice> splices;
};

bool comes_after(const std::vector<PlacedEdit>& placed, const std::vector<LineSplice>& added) {
  if (added.empty()) return true;
  const auto before =
      std::find_if(placed.rbegin(), placed.rend(), [](const PlacedEdit& p) { return !p.splices.empty(); });
  return before == placed.rend() || before->splices.back().end <= added.front().begin;
}

std::vector<LineSplice> all_splices(const std::vector<PlacedEdit>& placed) {
  std::vector<LineSplice> splices;
  for (const PlacedEdit& one : placed) splices.insert(splices.end(), one.splices.begin(), one.splices.end());
  return splices;
}

/// The marks of a plan on their way into the diff.
struct Draft {
  std::vector<PlacedEdit> placed;
  std::string comments;
  Markup markup;

  void refuse(std::string_view place, std::string_view why) {
    markup.remarks.push_back(fmt::format("{}: the change was not made: {}", place, why));
  }
};

bool is_proved(std::string_view original, const Document& document, const std::vector<PlacedEdit>& placed) {
  std::vector<const Edit*> edits;
  for (const PlacedEdit& one : placed) edits.push_back(one.edit);
  return reads_as_edited(original, document, edits, all_splices(placed));
}

// Tags may stand between words that look like neighbours: a change of an HTML file is made only if the file then reads
// as the plan says.
void prove_html(std::string_view original, const Document& document, Draft& draft) {
  constexpr std::string_view kWhy = "the tags around the words would read otherwise";
  if (draft.placed.empty() || is_proved(original, document, draft.placed)) return;
  std::vector<PlacedEdit> proved;
  for (PlacedEdit& one : draft.placed) {
    proved.push_back(std::move(one));
    if (is_proved(original, document, proved)) continue;
    draft.refuse(proved.back().place, kWhy);
    proved.pop_back();
  }
  draft.placed = std::move(proved);
}

void place_edits(std::string_view original, Encoding encoding, const Document& document, const EditPlan& plan,
                 const LineNumbers& numbers, Draft& draft) {
  // A mark stands in the order of what it is about; what it changes may lie behind the next one's change.
  std::vector<const Edit*> edits;
  for (const Mark& mark : plan.marks) {
    if (mark.edit) edits.push_back(&*mark.edit);
  }
  std::ranges::stable_sort(edits, {}, [](const Edit* edit) { return edit->span; });
  for (const Edit* edit : edits) {
    std::string place =
        fmt::format("{}:{}", file_name(document.path), numbers.at(source_of(document, edit->span).begin));
    Placement found = place_edit(original, encoding, document, *edit);
    if (found.refusal.empty() && !comes_after(draft.placed, found.splices)) {
      found.refusal = "it meets another change on the same line";
    }
    if (!found.refusal.empty()) {
      draft.refuse(place, found.refusal);
      continue;
    }
    draft.placed.push_back({.edit = edit, .place = std::move(place), .splices = std::move(found.splices)});
  }
}

Draft place_marks(std::string_view original, Encoding encoding, const Document& document, const EditPlan& plan) {
  const LineNumbers numbers(original);
  Draft draft;
  for (const Mark& mark : plan.marks) {
    if (mark.comment.empty()) continue;
    const std::size_t line = numbers.at(source_of(document, mark.span).begin);
    append_comment(draft.comments, fmt::format("{}:{}", file_name(document.path), line), mark.comment);
    ++draft.markup.comments;
  }
  place_edits(original, encoding, document, plan, numbers, draft);
  if (document.format == SourceFormat::Html) prove_html(original, document, draft);
  return draft;
}

Markup nothing(std::string remark) {
  Markup markup;
  markup.remarks.push_back(std::move(remark));
  return markup;
}

}  // namespace

Result<Markup> mark_up_text(std::string_view original, const Document& document, const EditPlan& plan,
                            const MarkupOptions&) {
  const std::optional<Encoding> encoding = encoding_named(document.encoding);
  if (!encoding) {
    return Error{.kind = ErrorKind::Internal, .where = document.path, .message = "the draft names no known encoding"};
  }
  if (*encoding == Encoding::Utf16Le || *encoding == Encoding::Utf16Be) {
    return nothing(fmt::format("{}: no diff can be made of a UTF-16 file, save it as UTF-8", file_name(document.path)));
  }
  Draft draft = place_marks(original, *encoding, document, plan);
  const Hunks hunks = make_hunks(original, all_splices(draft.placed));
  Markup& markup = draft.markup;
  if (hunks.count == 0) {
    if (markup.comments > 0) {
      markup.remarks.push_back(fmt::format("a diff carries comments only beside a change, {} {} in the report alone",
                                           markup.comments, markup.comments == 1 ? "is" : "are"));
      markup.comments = 0;
    }
    return std::move(markup);
  }
  const std::string_view name = file_name(document.path);
  markup.bytes =
      fmt::format("{}--- {}\n+++ {}\n{}", draft.comments, header_name("a", name), header_name("b", name), hunks.bytes);
  markup.changes = hunks.count;
  return std::move(markup);
}

}  // namespace clauselint
