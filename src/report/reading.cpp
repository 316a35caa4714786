// The draft as it was read: each paragraph with its label, as lines for people or as JSON for other programs.
#include <fmt/format.h>

#include <unordered_map>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/json_values.hpp"
#include "report/places.hpp"

namespace clauselint {
namespace {

std::string_view name_of(Story story) {
  switch (story) {
    case Story::Body: return "body";
    case Story::Footnote: return "footnote";
    case Story::Endnote: return "endnote";
    case Story::Header: return "header";
    case Story::Footer: return "footer";
    case Story::TextBox: return "text-box";
    case Story::Comment: return "comment";
  }
  return "";
}

std::string_view heading_of(Story story) {
  switch (story) {
    case Story::Body: return "body";
    case Story::Footnote: return "footnotes";
    case Story::Endnote: return "endnotes";
    case Story::Header: return "headers";
    case Story::Footer: return "footers";
    case Story::TextBox: return "text boxes";
    case Story::Comment: return "comments";
  }
  return "";
}

std::string_view name_of(TrackedChange::Kind kind) {
  switch (kind) {
    case TrackedChange::Kind::Insertion: return "insertion";
    case TrackedChange::Kind::Deletion: return "deletion";
    case TrackedChange::Kind::MoveTo: return "move-to";
    case TrackedChange::Kind::MoveFrom: return "move-from";
  }
  return "";
}

std::string_view name_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::None: return "";
    case Obstacle::Field: return "field";
    case Obstacle::LockedControl: return "locked-control";
    case Obstacle::TextBox: return "text-box";
    case Obstacle::ForeignChange: return "foreign-change";
    case Obstacle::Equation: return "equation";
    case Obstacle::NotInMainPart: return "not-in-main-part";
  }
  return "";
}

// By paragraph: the comment that begins with it.
using Comments = std::unordered_map<std::size_t, const MarginComment*>;

Comments comments_of(const Document& document) {
  Comments comments;
  for (const MarginComment& comment : document.comments) {
    if (comment.paragraph_count > 0) comments.emplace(comment.first_paragraph, &comment);
  }
  return comments;
}

std::string said_by(const Document& document, const MarginComment& comment, const Words& words) {
  std::string said = printable(comment.author);
  if (!comment.date.empty()) said += (said.empty() ? "" : ", ") + printable(comment.date);
  if (comment.about) {
    constexpr std::uint32_t kCells = 40;
    said += fmt::format("{}on {}{}{}", said.empty() ? "" : ", ", words.open_quote,
                        fitted(document.words(*comment.about), kCells), words.close_quote);
  }
  return said.empty() ? said : "[" + said + "] ";
}

std::string line_of(const Document& document, std::size_t index, const Comments& comments, const Words& words) {
  const Paragraph& paragraph = document.paragraphs[index];
  std::string line;
  if (paragraph.cell) {
    const Cell& cell = *paragraph.cell;
    line += fmt::format("[table {}, row {}, column {}] ", cell.table + 1, cell.row + 1, cell.column + 1);
  }
  const auto comment = comments.find(index);
  if (comment != comments.end()) line += said_by(document, *comment->second, words);
  const std::string& label = document.label_of(paragraph);
  if (!label.empty()) line += printable(label) + "  ";
  return line + printable(document.words(paragraph.span)) + "\n";
}

// The runs a mark-up must know more of than their words.
Json marked_runs(const Document& document, const Paragraph& paragraph) {
  Json runs = Json::array();
  for (const Run& run : document.runs_of(paragraph)) {
    const bool changed = run.change != kUnchanged;
    if (!changed && run.obstacle == Obstacle::None) continue;
    Json json = {{"span", json_of(run.span)}};
    if (changed) {
      const TrackedChange& change = document.changes[run.change];
      json["change"] = {{"kind", name_of(change.kind)}, {"author", change.author}, {"date", change.date}};
    }
    if (run.obstacle != Obstacle::None) json["obstacle"] = name_of(run.obstacle);
    runs.push_back(std::move(json));
  }
  return runs;
}

Json json_of(const MarginComment& comment) {
  Json json = {{"author", comment.author}, {"date", comment.date}};
  if (comment.about) json["about"] = json_of(*comment.about);
  return json;
}

Json paragraph_of(const Document& document, std::size_t index, const Comments& comments) {
  const Paragraph& paragraph = document.paragraphs[index];
  Json json = {{"index", index},
               {"story", name_of(paragraph.story)},
               {"label", document.label_of(paragraph)},
               {"list_level", paragraph.list_level},
               {"heading_level", paragraph.heading_level}};
  if (paragraph.cell) {
    const Cell& cell = *paragraph.cell;
    json["cell"] = {{"table", cell.table}, {"row", cell.row}, {"column", cell.column}};
  }
  json["span"] = json_of(paragraph.span);
  json["text"] = document.words(paragraph.span);
  const auto comment = comments.find(index);
  if (comment != comments.end()) json["comment"] = json_of(*comment->second);
  if (Json runs = marked_runs(document, paragraph); !runs.empty()) json["runs"] = std::move(runs);
  return json;
}

}  // namespace

std::string reading_text(const Document& document) {
  const Words& words = words_in(Language::En);
  const Comments comments = comments_of(document);
  std::string out = printable(document.path) + "\n";
  Story story = Story::Body;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Story here = document.paragraphs[i].story;
    if (here != story) out += fmt::format("\n-- {} --\n", heading_of(here));
    story = here;
    out += line_of(document, i, comments, words);
  }
  if (!document.notes.empty()) out += "\n";
  for (const Note& note : document.notes) out += not_read(note, words) + "\n";
  return out;
}

std::string reading_lines(const Document& document) {
  const Comments comments = comments_of(document);
  std::string out;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    out += dumped(paragraph_of(document, i, comments)) + "\n";
  }
  const Json end = {{"path", document.path},
                    {"format", name_of(document.format)},
                    {"encoding", document.encoding},
                    {"view", name_of(document.view)},
                    {"notes", json_notes(document)}};
  return out + dumped(end) + "\n";
}

}  // namespace clauselint
