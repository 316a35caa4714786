// Maps positions through the document's runs to bytes of the part, and checks what stands around them.
#include "markup/docx_places.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace clauselint {
namespace {

using Side = Gap::Side;

bool is_any(const XmlElement& element, std::initializer_list<std::string_view> locals) {
  if (!is_word_namespace(element.namespace_uri)) return false;
  return std::find(locals.begin(), locals.end(), element.local()) != locals.end();
}

// What a run may stand in on its way to its paragraph, so that w:ins and w:del may stand there too.
bool is_plain_holder(const XmlElement& element) {
  return is_any(element, {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent"});
}

// Settings of a content control whose words an edit would not survive, or that forbid it.
bool is_locked(const WordPart& part, std::uint32_t control) {
  for (const std::uint32_t child : part.children(control)) {
    if (!is_word(part.elements[child], "sdtPr")) continue;
    for (const std::uint32_t setting : part.children(child)) {
      const XmlElement& element = part.elements[setting];
      const std::string_view value = word_attribute(part.open_tag(element), "val");
      if (element.local() == "lock" && (value == "contentLocked" || value == "sdtContentLocked")) return true;
      if (element.local() == "dataBinding" || element.local() == "checkbox") return true;
      if (is_any(element, {"dropDownList", "comboBox", "date", "picture"})) return true;
      const bool off = value == "0" || value == "false" || value == "off";
      if (element.local() == "showingPlcHdr" && !off) return true;
    }
  }
  return false;
}

// The bytes of a text that Word shows: blanks at the ends are dropped unless the text asks to keep them.
ByteSpan shown_text(const WordPart& part, const XmlElement& text) {
  ByteSpan shown{.begin = text.open_end, .end = text.close_begin};
  if (tag_attribute(part.open_tag(text), "xml:space") == "preserve") return shown;
  const auto blank = [&](std::uint32_t at) {
    return std::string_view(" \t\r\n").find(part.xml[at]) != std::string_view::npos;
  };
  while (shown.begin < shown.end && blank(shown.begin)) ++shown.begin;
  while (shown.end > shown.begin && blank(shown.end - 1)) --shown.end;
  return shown;
}

std::optional<Refusal> refusal_between_run_and_paragraph(const WordPart& part, std::uint32_t holder) {
  const XmlElement& element = part.elements[holder];
  if (is_any(element, {"ins", "del", "moveFrom", "moveTo"})) return Refusal::Foreign;
  if (is_word(element, "fldSimple")) return Refusal::Field;
  if (is_word(element, "sdt") && is_locked(part, holder)) return Refusal::Locked;
  return is_plain_holder(element) ? std::nullopt : std::optional(Refusal::Structure);
}

std::optional<Refusal> refusal_around_paragraph(const WordPart& part, std::uint32_t holder) {
  const XmlElement& element = part.elements[holder];
  if (is_any(element, {"txbxContent", "p"}) || element.local() == "AlternateContent") return Refusal::TextBox;
  if (is_word(element, "sdt") && is_locked(part, holder)) return Refusal::Locked;
  return std::nullopt;
}

std::optional<Refusal> refusal_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::None: return std::nullopt;
    case Obstacle::Field: return Refusal::Field;
    case Obstacle::LockedControl: return Refusal::Locked;
    case Obstacle::TextBox: return Refusal::TextBox;
    case Obstacle::ForeignChange: return Refusal::Foreign;
    case Obstacle::Equation: return Refusal::Structure;
    case Obstacle::NotInMainPart: return Refusal::OtherPart;
  }
  return Refusal::Structure;
}

}  // namespace

std::uint32_t Places::paragraph_of(std::uint32_t element) const {
  std::uint32_t found = kNoElement;
  for (std::uint32_t i = element; i != kNoElement; i = part_.elements[i].parent) {
    if (is_word(part_.elements[i], "p")) found = i;
  }
  return found;
}

std::uint32_t Places::hyperlink_of(std::uint32_t element) const {
  for (std::uint32_t i = element; i != kNoElement && !is_word(part_.elements[i], "p"); i = part_.elements[i].parent) {
    if (is_word(part_.elements[i], "hyperlink")) return i;
  }
  return kNoElement;
}

// The piece of the text that holds byte `at`, or null: the line feed of a paragraph is in none.
const Run* Places::run_holding(std::uint32_t at) const {
  if (document_.paragraphs.empty() || at >= document_.text.size()) return nullptr;
  const auto runs = document_.runs_of(document_.paragraphs[paragraph_at(document_, at)]);
  const auto found = std::upper_bound(runs.begin(), runs.end(), at,
                                      [](std::uint32_t position, const Run& run) { return position < run.span.end; });
  return found != runs.end() && found->span.contains(at) ? &*found : nullptr;
}

bool Places::is_placed(const Run& run) const {
  return run.kind != RunKind::Synthetic && run.source.part == main_part_ && run.source.begin < run.source.end &&
         part_.run_at(run.source.begin) != kNoElement;
}

std::optional<Refusal> Places::refusal_for(const Run& run) const {
  if (const auto refusal = refusal_of(run.obstacle)) return refusal;
  if (run.source.part != main_part_) return Refusal::OtherPart;
  if (!is_placed(run)) return Refusal::Structure;
  return refusal_for(part_.run_at(run.source.begin));
}

std::optional<Refusal> Places::refusal_for(std::uint32_t run) const {
  const WordRun& word_run = part_.runs[run];
  if (word_run.field_last != kNoElement) return Refusal::Field;
  if (!word_run.splittable) return Refusal::Structure;
  std::uint32_t holder = part_.element_of(word_run).parent;
  for (; holder != kNoElement && !is_word(part_.elements[holder], "p"); holder = part_.elements[holder].parent) {
    if (const auto refusal = refusal_between_run_and_paragraph(part_, holder)) return refusal;
  }
  if (holder == kNoElement) return Refusal::Structure;
  for (holder = part_.elements[holder].parent; holder != kNoElement; holder = part_.elements[holder].parent) {
    if (const auto refusal = refusal_around_paragraph(part_, holder)) return refusal;
  }
  return std::nullopt;
}

// Part of one text, or exactly one element that stands for a character.
bool Places::is_whole_token(std::uint32_t run, SourceAnchor source) const {
  for (const std::uint32_t child : part_.children(part_.runs[run].element)) {
    const XmlElement& element = part_.elements[child];
    if (source.begin >= element.end) continue;
    if (!is_word(element, "t")) {
      return source.begin == element.begin && source.end == element.end &&
             is_any(element, {"tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"});
    }
    return element.open_end <= source.begin && source.end <= element.close_begin;
  }
  return false;
}

// With all that Word shows of a text, blanks go that it does not show.
void Places::take_hidden_blanks(Deletion& deletion) const {
  for (const std::uint32_t child : part_.children(part_.runs[deletion.run].element)) {
    const XmlElement& element = part_.elements[child];
    if (!is_word(element, "t")) continue;
    const ByteSpan shown = shown_text(part_, element);
    if (deletion.begin == shown.begin) deletion.begin = element.open_end;
    if (deletion.end == shown.end) deletion.end = element.close_begin;
  }
}

Or<std::vector<Deletion>> Places::deletions(ByteSpan span) const {
  std::vector<Deletion> found;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Run* const run = run_holding(at);
    if (run == nullptr) return Refusal::Paragraphs;
    if (const auto refusal = refusal_for(*run)) return *refusal;
    const ByteSpan cut{.begin = at, .end = std::min(span.end, run->span.end)};
    const bool whole = cut == run->span;
    if (run->kind == RunKind::Atomic && !whole) return Refusal::Structure;
    SourceAnchor source = run->source;
    if (!whole) {
      source.begin = run->source.begin + (cut.begin - run->span.begin);
      source.end = source.begin + cut.size();
    }
    const std::uint32_t word_run = part_.run_at(source.begin);
    if (!is_whole_token(word_run, source)) return Refusal::Structure;
    if (!found.empty() && found.back().run == word_run && found.back().end == source.begin) {
      found.back().end = source.end;
    } else {
      found.push_back({.run = word_run, .begin = source.begin, .end = source.end});
    }
    at = cut.end;
  }
  for (Deletion& deletion : found) take_hidden_blanks(deletion);
  return found;
}

Gap Places::gap_in_run(std::uint32_t run, std::uint32_t at) const {
  const std::uint32_t element = part_.runs[run].element;
  bool first = true;
  bool last = true;
  for (const std::uint32_t child : part_.children(element)) {
    const XmlElement& e = part_.elements[child];
    if (is_word(e, "rPr")) continue;
    const ByteSpan bytes = is_word(e, "t") ? shown_text(part_, e) : ByteSpan{.begin = e.begin, .end = e.end};
    first = first && bytes.begin >= at;
    last = last && bytes.end <= at;
  }
  if (first) return {.element = element, .side = Side::Before, .at = 0};
  if (last) return {.element = element, .side = Side::After, .at = 0};
  return {.element = element, .side = Side::Inside, .at = at};
}

Insertion Places::replacement(const std::vector<Deletion>& deletions) const {
  const std::uint32_t home = part_.element_of(part_.runs[deletions.front().run]).parent;
  const auto last = std::find_if(deletions.rbegin(), deletions.rend(), [&](const Deletion& deletion) {
    return part_.element_of(part_.runs[deletion.run]).parent == home;
  });
  return {.gap = gap_in_run(last->run, last->end), .model = deletions.front().run};
}

Or<Insertion> Places::beside(const Run* left, const Run* right) const {
  const auto fits = [this](const Run* run) { return run != nullptr && !refusal_for(*run); };
  const auto run_of = [this](const Run* run) { return part_.run_at(run->source.begin); };
  const auto link_of = [&](const Run* run) { return hyperlink_of(part_.runs[run_of(run)].element); };
  const auto behind_left = [&] { return gap_in_run(run_of(left), left->source.end); };
  const auto before_right = [&] { return gap_in_run(run_of(right), right->source.begin); };
  if (!fits(left) && !fits(right)) {
    const Run* const judged = left != nullptr ? left : right;
    return judged == nullptr ? Refusal::Paragraphs : refusal_for(*judged).value_or(Refusal::Structure);
  }
  if (!fits(left)) return Insertion{.gap = before_right(), .model = run_of(right)};
  const std::uint32_t link = link_of(left);
  const bool leaves_link = link != kNoElement && (right == nullptr || !is_placed(*right) || link_of(right) != link);
  const bool prefer_right = fits(right) && (leaves_link || left->kind != RunKind::Verbatim);
  if (prefer_right) return Insertion{.gap = before_right(), .model = run_of(right)};
  if (leaves_link) {
    return Insertion{.gap = {.element = link, .side = Side::After, .at = 0}, .model = run_of(left)};
  }
  return Insertion{.gap = behind_left(), .model = run_of(left)};
}

Or<Insertion> Places::insertion(std::uint32_t at) const {
  if (document_.paragraphs.empty()) return Refusal::Paragraphs;
  const Paragraph& paragraph = document_.paragraphs[paragraph_at(document_, at)];
  const Run* const left = at > paragraph.span.begin ? run_holding(at - 1) : nullptr;
  const Run* const right = at < paragraph.span.end ? run_holding(at) : nullptr;
  if (left != right || left == nullptr) return beside(left, right);
  if (const auto refusal = refusal_for(*left)) return *refusal;
  if (left->kind != RunKind::Verbatim) return Refusal::Structure;
  const std::uint32_t source = left->source.begin + (at - left->span.begin);
  const std::uint32_t run = part_.run_at(source);
  const SourceAnchor before{.part = main_part_, .begin = left->source.begin, .end = source};
  if (!is_whole_token(run, before)) return Refusal::Structure;
  return Insertion{.gap = gap_in_run(run, source), .model = run};
}

// Comments stand in the main text: outside fields (Word drops what it recomputes), foreign changes and text boxes.
Gap Places::comment_gap(std::uint32_t run, std::uint32_t at, Side outward) const {
  const WordRun& word_run = part_.runs[run];
  const std::uint32_t paragraph = paragraph_of(word_run.element);
  Gap gap = gap_in_run(run, at);
  if (gap.side == Side::Inside && !word_run.splittable) gap = {.element = gap.element, .side = outward, .at = 0};
  if (word_run.field_last != kNoElement) {
    const std::uint32_t edge = part_.runs[outward == Side::Before ? word_run.field_first : word_run.field_last].element;
    gap = {.element = paragraph_of(edge) == paragraph ? edge : gap.element, .side = outward, .at = 0};
  }
  std::uint32_t top = kNoElement;
  for (std::uint32_t i = part_.elements[gap.element].parent; i != paragraph; i = part_.elements[i].parent) {
    const bool plain =
        is_plain_holder(part_.elements[i]) && !(is_word(part_.elements[i], "sdt") && is_locked(part_, i));
    if (!plain) top = i;
  }
  return top == kNoElement ? gap : Gap{.element = top, .side = outward, .at = 0};
}

std::optional<Gap> Places::comment_begin(std::uint32_t at) const {
  if (document_.paragraphs.empty()) return std::nullopt;
  const std::uint32_t end = document_.paragraphs[paragraph_at(document_, at)].span.end;
  while (at < end) {
    const Run* const run = run_holding(at);
    if (run == nullptr) return std::nullopt;
    if (is_placed(*run)) {
      const bool inside = run->kind == RunKind::Verbatim;
      const std::uint32_t source = run->source.begin + (inside ? at - run->span.begin : 0);
      const std::uint32_t word_run = part_.run_at(source);
      if (word_run == kNoElement || paragraph_of(part_.runs[word_run].element) == kNoElement) return std::nullopt;
      return comment_gap(word_run, source, Side::Before);
    }
    at = run->span.end;
  }
  return std::nullopt;
}

std::optional<Gap> Places::comment_end(std::uint32_t at) const {
  if (document_.paragraphs.empty() || at == 0) return std::nullopt;
  const std::uint32_t begin = document_.paragraphs[paragraph_at(document_, at)].span.begin;
  while (at > begin) {
    const Run* const run = run_holding(at - 1);
    if (run == nullptr) return std::nullopt;
    if (is_placed(*run)) {
      const bool inside = run->kind == RunKind::Verbatim;
      const std::uint32_t source = inside ? run->source.begin + (at - run->span.begin) : run->source.end;
      const std::uint32_t word_run = part_.run_at(source - 1);
      if (word_run == kNoElement || paragraph_of(part_.runs[word_run].element) == kNoElement) return std::nullopt;
      return comment_gap(word_run, source, Side::After);
    }
    at = run->span.begin;
  }
  return std::nullopt;
}

}  // namespace clauselint
