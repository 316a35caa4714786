// Plans marks one by one: the edit word by word if its place allows, then the comment around what was done.
#include "markup/docx_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "markup/docx_word_diff.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

using Side = Gap::Side;

/// Order of mark-up at one gap: new words of a replacement that ends here, comments that end here, then what begins
/// and ends at this very place mark by mark, then comments on what follows.
enum Rank : int { kMarkOfParagraph = -1, kReplacement = 0, kCommentEnd = 1, kHere = 2, kCommentBegin = 3 };

std::string_view reason_for(Refusal refusal, bool chinese) {
  switch (refusal) {
    case Refusal::Field: return chinese ? "此处文字由 Word 域自动生成" : "a Word field produces these words";
    case Refusal::Locked:
      return chinese ? "此处位于锁定或绑定数据的内容控件中"
                     : "the words stand in a content control that is locked or bound to data";
    case Refusal::TextBox: return chinese ? "此处位于文本框中" : "the words stand in a text box";
    case Refusal::Foreign:
      return chinese ? "此处是他人的修订" : "the words are part of another author's tracked change";
    case Refusal::OtherPart:
      return chinese ? "此处不在正文中（脚注、页眉等）"
                     : "the words are not in the main text (a note, header or the like)";
    case Refusal::Structure:
      return chinese ? "此处的文档结构无法安全拆分" : "the structure of the file at this place cannot be split safely";
    case Refusal::Paragraphs: return chinese ? "修改会增删段落" : "the change would add, join or cross paragraphs";
    case Refusal::Characters:
      return chinese ? "建议文字含控制字符或切断了字符"
                     : "the proposed words hold control characters or cut a character";
    case Refusal::CommentsOnly:
      return chinese ? "文档受保护，只允许批注" : "the document is protected and allows comments only";
  }
  return {};
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_han(c.value)) return true;
    at += c.size;
  }
  return false;
}

// The first words of a stretch, whole characters only.
std::string excerpt(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t end = 0;
  while (end < kLongest) end += decode_at(text, end).size;
  return std::string(text.substr(0, end)) + "…";
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

bool is_placed(const Gap& gap) { return gap.element != kNoElement; }

std::uint32_t offset_of(const WordPart& part, const Gap& gap) {
  const XmlElement& element = part.elements[gap.element];
  return gap.side == Side::Before ? element.begin : gap.side == Side::After ? element.end : gap.at;
}

/// One changed stretch, ready to be written.
struct Change {
  ByteSpan span;
  std::vector<Deletion> deletions;
  std::optional<Insertion> insertion;
  std::string words;
  std::uint32_t like = kNoElement;  ///< of a clause of its own: the w:p whose properties it takes
};

class Planner {
 public:
  Planner(const MarkContext& context, Revisions& revisions, std::uint32_t first_comment)
      : in_(context), revisions_(revisions), next_comment_(first_comment) {}

  void add(const Mark& mark) {
    planned_.made.marks.push_back(mark);
    Mark& made = planned_.made.marks.back();
    std::vector<Change> changes;
    std::string refusal = mark.refusal;
    if (mark.edit) {
      auto found = plan_edit(*mark.edit);
      if (const auto* reason = std::get_if<Refusal>(&found)) {
        refusal = reason_for(*reason, has_han(mark.comment));
        made.edit.reset();
      } else {
        changes = std::move(std::get<std::vector<Change>>(found));
      }
    }
    const std::string text = comment_text(mark, made.edit ? std::string() : refusal);
    const bool placed = text.empty() || comment(mark, text, changes);
    if (!placed || text.empty()) {
      for (const Change& change : changes) write(change);
    }
    const bool chinese = has_han(mark.comment);
    if (!placed && refusal.empty()) {
      refusal = chinese ? "位于页眉、页脚或者注释中，Word 不能在此批注"
                        : "it stands in a header, footer or note, where Word takes no comment";
    }
    if (!refusal.empty()) remark(mark, placed ? refusal : fmt::format("{}: {}", first_line(mark.comment), refusal));
  }

  PlannedMarks take() { return std::move(planned_); }

 private:
  const WordPart& part() const { return in_.part; }

  Or<std::vector<Change>> plan_edit(const Edit& edit) {
    if (in_.comments_only) return Refusal::CommentsOnly;
    if (in_.document.paragraphs.empty()) return Refusal::Paragraphs;
    if (edit.is_paragraph()) return plan_paragraph(edit);
    if (edit.replacement.find('\n') != std::string::npos) return Refusal::Paragraphs;
    if (has_control_characters(edit.replacement)) return Refusal::Characters;
    const ByteSpan paragraph = in_.document.paragraphs[paragraph_at(in_.document, edit.span.begin)].span;
    if (edit.span.begin < paragraph.begin || edit.span.end > paragraph.end) return Refusal::Paragraphs;
    if (cuts_character(edit.span.begin) || cuts_character(edit.span.end)) return Refusal::Characters;
    const auto words = word_changes(in_.document.text, paragraph, edit);
    if (std::none_of(words.begin(), words.end(), [this](const Edit& change) { return is_taken(change.span); })) {
      auto planned = plan_changes(words);
      if (std::holds_alternative<std::vector<Change>>(planned)) return planned;
    }
    if (is_taken(edit.span)) return Refusal::Structure;
    return plan_changes({edit});
  }

  // A paragraph of its own behind the one that ends here. The mark of that one becomes the tracked insertion, and the new
  // one keeps its old mark: so rejecting joins the two, in Word and in LibreOffice, and gives the old paragraph back.
  Or<std::vector<Change>> plan_paragraph(const Edit& edit) const {
    const std::string words = edit.replacement.substr(1);
    const std::vector<Paragraph>& paragraphs = in_.document.paragraphs;
    const ByteSpan paragraph = paragraphs[paragraph_at(in_.document, edit.span.begin)].span;
    const bool plain = words.find('\n') == std::string::npos && edit.span.empty() && edit.span.begin == paragraph.end &&
                       edit.like < paragraphs.size();
    if (!plain) return Refusal::Paragraphs;
    if (has_control_characters(words)) return Refusal::Characters;
    const auto place = in_.places.insertion(edit.span.begin);
    const auto model = in_.places.insertion(paragraphs[edit.like].span.end);
    if (const auto* reason = std::get_if<Refusal>(&place)) return *reason;
    if (const auto* reason = std::get_if<Refusal>(&model)) return *reason;
    const std::uint32_t before = in_.places.paragraph_of(std::get<Insertion>(place).gap.element);
    const std::uint32_t like = in_.places.paragraph_of(std::get<Insertion>(model).gap.element);
    if (before == kNoElement || like == kNoElement || !can_end_anew(before)) return Refusal::Structure;
    Insertion insertion = std::get<Insertion>(model);
    insertion.gap = {.element = before, .side = Side::After};
    return std::vector<Change>{
        {.span = edit.span, .deletions = {}, .insertion = insertion, .words = words, .like = like}};
  }

  // Whether the mark of a paragraph can be made a tracked insertion: nobody else's change, no end of a section.
  bool can_end_anew(std::uint32_t paragraph) const {
    const std::uint32_t properties = child_named(paragraph, "pPr");
    if (properties == kNoElement) return !part().children(paragraph).empty();
    for (const std::string_view name : {"sectPr", "pPrChange"}) {
      if (child_named(properties, name) != kNoElement) return false;
    }
    const std::uint32_t look = child_named(properties, "rPr");
    const std::uint32_t holder = look == kNoElement ? properties : look;
    if (part().children(holder).empty()) return false;
    if (look == kNoElement) return true;
    const auto children = part().children(look);
    return std::ranges::none_of(children, [this](std::uint32_t child) {
      const std::string_view name = part().elements[child].local();
      return name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo" || name == "rPrChange";
    });
  }

  bool cuts_character(std::uint32_t at) const {
    const std::string& text = in_.document.text;
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
  }

  bool is_taken(ByteSpan span) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](ByteSpan other) {
      return span.overlaps(other) || (span.empty() && other.begin < span.begin && span.begin < other.end) ||
             (other.empty() && span.begin < other.begin && other.begin < span.end);
    });
  }

  Or<std::vector<Change>> plan_changes(const std::vector<Edit>& edits) const {
    std::vector<Change> changes;
    for (const Edit& edit : edits) {
      Change change{
          .span = edit.span, .deletions = {}, .insertion = std::nullopt, .words = edit.replacement, .like = kNoElement};
      if (!edit.span.empty()) {
        auto deletions = in_.places.deletions(edit.span);
        if (const auto* reason = std::get_if<Refusal>(&deletions)) return *reason;
        change.deletions = std::move(std::get<std::vector<Deletion>>(deletions));
      }
      if (!edit.replacement.empty()) {
        auto place = change.deletions.empty() ? in_.places.insertion(edit.span.begin)
                                              : Or<Insertion>(in_.places.replacement(change.deletions));
        if (const auto* reason = std::get_if<Refusal>(&place)) return *reason;
        change.insertion = std::get<Insertion>(place);
      }
      changes.push_back(std::move(change));
    }
    return changes;
  }

  void write(const Change& change) {
    taken_.push_back(change.span);
    ++planned_.changes;
    planned_.deletions.insert(planned_.deletions.end(), change.deletions.begin(), change.deletions.end());
    if (!change.insertion) return;
    const int rank = change.deletions.empty() ? kHere : kReplacement;
    if (change.like != kNoElement) return write_paragraph(change);
    planned_.markups.push_back(
        {.gap = change.insertion->gap, .rank = rank, .xml = inserted(*change.insertion, change.words)});
  }

  // The children of an element but those with one of the names, as they are written.
  std::string children_but(std::uint32_t element, std::initializer_list<std::string_view> names) const {
    std::string kept;
    for (const std::uint32_t child : part().children(element)) {
      if (std::ranges::find(names, part().elements[child].local()) == names.end()) {
        kept += part().whole(part().elements[child]);
      }
    }
    return kept;
  }

  std::uint32_t child_named(std::uint32_t element, std::string_view name) const {
    const auto children = part().children(element);
    const auto found =
        std::ranges::find_if(children, [&](std::uint32_t child) { return is_word(part().elements[child], name); });
    return found == children.end() ? kNoElement : *found;
  }

  void write_paragraph(const Change& change) {
    const std::uint32_t before = change.insertion->gap.element;
    const WordNames n = names_at(part(), before);
    const std::string mark = fmt::format("<{}ins{}{}/>", n.element, n.declaration, revision_attributes(n, revisions_));
    const std::uint32_t properties = child_named(before, "pPr");
    const std::uint32_t look = properties == kNoElement ? kNoElement : child_named(properties, "rPr");
    const std::string marked_look = fmt::format("<{0}rPr>{1}</{0}rPr>", n.element, mark);
    if (look != kNoElement) {
      put_at({.element = part().children(look).front(), .side = Side::Before}, mark);
    } else if (properties != kNoElement) {
      put_at({.element = part().children(properties).back(), .side = Side::After}, marked_look);
    } else {
      put_at({.element = part().children(before).front(), .side = Side::Before},
             fmt::format("<{0}pPr>{1}</{0}pPr>", n.element, marked_look));
    }
    const std::string own = properties_behind(change, n);  // ids are counted in order
    const std::string words = inserted(*change.insertion, change.words);
    put_at(change.insertion->gap, fmt::format("<{0}p{1}>{2}{3}</{0}p>", n.element, n.declaration, own, words));
  }

  void put_at(const Gap& gap, std::string xml) {
    planned_.markups.push_back({.gap = gap, .rank = kMarkOfParagraph, .xml = std::move(xml)});
  }

  // The properties of the new paragraph: those of the one it is like, and on rejecting those of the one before it.
  std::string properties_behind(const Change& change, const WordNames& n) {
    const std::uint32_t before = child_named(change.insertion->gap.element, "pPr");
    const std::uint32_t like = child_named(change.like, "pPr");
    const std::string old = before == kNoElement ? std::string() : children_but(before, {"rPr"});
    const std::string own =
        like == kNoElement ? std::string() : children_but(like, {"rPr", "sectPr", "pPrChange", "framePr"});
    const std::uint32_t look = before == kNoElement ? kNoElement : child_named(before, "rPr");
    const std::string looks = look == kNoElement ? std::string() : std::string(part().whole(part().elements[look]));
    std::string changed;
    if (own != old) {
      changed = fmt::format("<{0}pPrChange{1}{2}><{0}pPr>{3}</{0}pPr></{0}pPrChange>", n.element, n.declaration,
                            revision_attributes(n, revisions_), old);
    }
    const std::string all = own + looks + changed;
    return all.empty() ? all : fmt::format("<{0}pPr>{1}</{0}pPr>", n.element, all);
  }

  // The properties of the run whose looks the new words take, without what belongs to that run alone.
  std::string looks_of(const Insertion& insertion) const {
    const std::uint32_t run = part().runs[insertion.model].element;
    const auto children = part().children(run);
    if (children.empty() || !is_word(part().elements[children.front()], "rPr")) return {};
    const XmlElement& properties = part().elements[children.front()];
    std::string kept;
    for (const std::uint32_t child : part().children(children.front())) {
      if (carries_over(child, insertion)) kept += part().whole(part().elements[child]);
    }
    if (kept.empty()) return {};
    return std::string(part().open_tag(properties)).append(kept).append("</").append(properties.name).append(">");
  }

  bool carries_over(std::uint32_t property, const Insertion& insertion) const {
    const XmlElement& element = part().elements[property];
    const std::string_view name = element.local();
    if (name == "rPrChange" || name == "vanish" || name == "specVanish" || name == "webHidden") return false;
    if (name != "rStyle") return true;
    const std::string_view style = word_attribute(part().open_tag(element), "val");
    const auto is_style = [style](const std::string& id) { return id == style; };
    const auto among = [&](const std::vector<std::string>& ids) {
      return std::any_of(ids.begin(), ids.end(), is_style);
    };
    return !among(in_.styles.references) && (stays_in_link(insertion) || !among(in_.styles.links));
  }

  bool stays_in_link(const Insertion& insertion) const {
    for (std::uint32_t i = part().elements[insertion.gap.element].parent; i != kNoElement;
         i = part().elements[i].parent) {
      if (is_word(part().elements[i], "hyperlink")) return true;
    }
    return false;
  }

  std::string inserted(const Insertion& insertion, std::string_view words) {
    const WordNames n = names_at(part(), part().runs[insertion.model].element);
    std::string content;
    while (true) {
      const std::size_t tab = words.find('\t');
      const std::string_view text = words.substr(0, tab);
      if (!text.empty())
        content += fmt::format("<{0}t xml:space=\"preserve\">{1}</{0}t>", n.element, xml_escaped(text));
      if (tab == std::string_view::npos) break;
      content += fmt::format("<{}tab/>", n.element);
      words.remove_prefix(tab + 1);
    }
    return fmt::format("<{0}ins{1}{2}><{0}r>{3}{4}</{0}r></{0}ins>", n.element, n.declaration,
                       revision_attributes(n, revisions_), looks_of(insertion), content);
  }

  // The range of a comment: around the mark's words and the changes made for it, which are written between its ends.
  // False, and nothing written, when there is no place.
  bool comment(const Mark& mark, const std::string& text, const std::vector<Change>& changes) {
    ByteSpan range = mark.span;
    for (const Change& change : changes) {
      if (change.like == kNoElement) range = hull(range, change.span);
    }
    while (cuts_character(range.begin)) --range.begin;
    while (cuts_character(range.end)) ++range.end;
    range = within_one_story(range);
    Gap begin = in_.places.comment_begin(range.begin).value_or(Gap{});
    Gap end = in_.places.comment_end(range.end).value_or(Gap{});
    for (const Change& change : changes) {
      if (!change.insertion || change.like != kNoElement) continue;
      if (change.deletions.empty() && change.span.begin == range.begin) begin = change.insertion->gap;
      if (change.span.end == range.end) end = later(end, change.insertion->gap);
    }
    if (range.empty() && changes.empty()) end = begin = is_placed(begin) ? begin : end;
    if (!is_placed(begin) || !is_placed(end) || offset_of(part(), begin) > offset_of(part(), end)) return false;
    const WordNames n = names_at(part(), in_.places.paragraph_of(begin.element));
    const std::uint32_t id = next_comment_++;
    const bool same = begin == end;
    const bool inserts_first = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.like == kNoElement && change.deletions.empty() && change.insertion &&
             change.insertion->gap == begin;
    });
    const bool inserts_last = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.like == kNoElement && change.deletions.empty() && change.insertion && change.insertion->gap == end;
    });
    planned_.markups.push_back(
        {.gap = begin, .rank = same || inserts_first ? kHere : kCommentBegin, .xml = range_begin(n, id)});
    for (const Change& change : changes) write(change);
    planned_.markups.push_back(
        {.gap = end, .rank = same || inserts_last ? kHere : kCommentEnd, .xml = range_end(n, id, in_.styles)});
    planned_.comments.push_back({.id = id, .text = text});
    return true;
  }

  Gap later(const Gap& a, const Gap& b) const {
    return !is_placed(a) || offset_of(part(), b) > offset_of(part(), a) ? b : a;
  }

  // A range that leaves its cell or text box is cut off at the end of its first paragraph; one in a paragraph without
  // words moves to words nearby.
  ByteSpan within_one_story(ByteSpan range) const {
    const auto& paragraphs = in_.document.paragraphs;
    if (paragraphs.empty()) return range;
    std::uint32_t at = paragraph_at(in_.document, range.begin);
    const auto is_anchor = [&](std::uint32_t i) {
      return !paragraphs[i].span.empty() && in_.places.comment_begin(paragraphs[i].span.begin).has_value();
    };
    if (paragraphs[at].span.empty()) {
      std::uint32_t near = at;
      while (near > 0 && !is_anchor(near)) --near;
      while (near + 1 < paragraphs.size() && !is_anchor(near)) ++near;
      return paragraphs[near].span;
    }
    const ByteSpan first = paragraphs[at].span;
    if (range.end <= first.end) return range;
    const auto begin = in_.places.comment_begin(range.begin);
    const auto end = in_.places.comment_end(range.end);
    const bool siblings = begin && end && holder_of(*begin) == holder_of(*end);
    return siblings ? range : ByteSpan{.begin = range.begin, .end = first.end};
  }

  std::uint32_t holder_of(const Gap& gap) const { return part().elements[in_.places.paragraph_of(gap.element)].parent; }

  static std::string comment_text(const Mark& mark, const std::string& refusal) {
    std::string text = mark.comment;
    if (refusal.empty() || text.find(refusal) != std::string::npos) return text;
    const bool chinese = has_han(mark.comment);
    if (!text.empty()) text += '\n';
    text += chinese ? "未直接修改：" + refusal + "。" : "Not changed in place: " + refusal + ".";
    if (mark.edit && !mark.edit->replacement.empty()) {
      text += (chinese ? "建议文字：“" : " Proposed: “") + mark.edit->replacement + "”";
    }
    return text;
  }

  void remark(const Mark& mark, const std::string& reason) {
    const auto& paragraphs = in_.document.paragraphs;
    if (paragraphs.empty()) {
      planned_.remarks.push_back(reason);
      return;
    }
    const std::uint32_t number = paragraph_at(in_.document, mark.span.begin);
    const Paragraph& paragraph = paragraphs[number];
    const ByteSpan shown = mark.span.empty() ? paragraph.span : mark.span;
    const std::string label = paragraph.label == 0 ? std::string() : in_.document.label_of(paragraph) + " ";
    planned_.remarks.push_back(
        fmt::format("{}para {} “{}”: {}", label, number + 1, excerpt(first_line(in_.document.words(shown))), reason));
  }

  MarkContext in_;
  Revisions& revisions_;
  std::uint32_t next_comment_;
  PlannedMarks planned_;
  std::vector<ByteSpan> taken_;
};

}  // namespace

PlannedMarks plan_marks(const MarkContext& context, const EditPlan& plan, Revisions& revisions,
                        std::uint32_t first_comment) {
  Planner planner(context, revisions, first_comment);
  for (const Mark& mark : plan.marks) planner.add(mark);
  return planner.take();
}

}  // namespace clauselint
