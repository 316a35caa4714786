// Which findings change the text and which only comment on it.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "clauselint/edit_plan.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

struct Words {
  std::string_view en;
  std::string_view zh;

  std::string_view in(Language language) const { return language == Language::En ? en : zh; }
};

constexpr Words kAlso{"Likewise: ", "同样情形："};
constexpr Words kInsteadOf{"Proposed: ", "建议："};
constexpr Words kFallback{"Fallback: ", "退而求其次："};
constexpr Words kFloor{"Do not go below: ", "底线："};
constexpr Words kField{"the words are the result of a field that Word recomputes", "该处为域结果，Word 会重新计算"};
constexpr Words kLocked{"the words stand in a locked or bound content control", "该处位于锁定或绑定数据的内容控件中"};
constexpr Words kTextBox{"the words stand in a text box", "该处位于文本框中"};
constexpr Words kForeign{"the words are another author's tracked change", "该处为他人的修订"};
constexpr Words kEquation{"the words are part of a formula", "该处为公式的一部分"};
constexpr Words kOtherPart{"the words stand in a note, header or footer", "该处位于脚注、页眉或页脚中"};
constexpr Words kParagraphs{"the words run over more than one paragraph", "该处跨越段落"};
constexpr Words kTaken{"a graver finding changes the same words", "更严重的问题已修改同一处文字"};
constexpr Words kSeveral{"the same stands in more places; say it once for all of them",
                         "同样情形不止一处，应当一并约定"};
constexpr Words kEntry{"the words are an entry of a table", "该处为表格中的数值或词语"};
constexpr Words kPlace{"there is no place in the source for it", "原文件中没有可写入的位置"};

std::string_view obstacle_words(Obstacle obstacle, Language language) {
  switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::Field: return kField.in(language);
    case Obstacle::LockedControl: return kLocked.in(language);
    case Obstacle::TextBox: return kTextBox.in(language);
    case Obstacle::ForeignChange: return kForeign.in(language);
    case Obstacle::Equation: return kEquation.in(language);
    case Obstacle::NotInMainPart: return kOtherPart.in(language);
  }
  return {};
}

// `4 hours` in a cell of its own: a sentence behind it would stand where a value is expected.
bool is_entry_of_table(const Document& document, const Paragraph& paragraph) {
  if (!paragraph.cell) return false;
  const std::string_view words = trimmed(document.words(paragraph.span));
  constexpr std::string_view kStops[] = {".", "。", ";", "；", ":", "：", "!", "！", "?", "？", ".”", "。”"};
  return std::ranges::none_of(kStops, [words](std::string_view stop) { return words.ends_with(stop); });
}

// Why the words at `span` must stay as they are; empty when they may be changed.
std::string_view refusal(const Document& document, ByteSpan span, Language language) {
  const Paragraph& paragraph = document.paragraphs[paragraph_at(document, span.begin)];
  if (span.empty() && is_entry_of_table(document, paragraph)) return kEntry.in(language);
  if (span.begin < paragraph.span.begin || span.end > paragraph.span.end) return kParagraphs.in(language);
  bool met = false;
  for (const Run& run : document.runs_of(paragraph)) {
    // An insertion belongs to the run before it, or to the first one.
    const bool touches =
        span.empty() ? run.span.begin <= span.begin && span.begin <= run.span.end : run.span.overlaps(span);
    if (!touches || run.kind == RunKind::Synthetic) continue;
    met = true;
    if (run.obstacle != Obstacle::None) return obstacle_words(run.obstacle, language);
    if (span.empty()) break;
  }
  return met ? std::string_view{} : kPlace.in(language);
}

bool graver(const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.concern != b.concern) return a.concern;
  return false;
}

bool collide(const Edit& a, const Edit& b) {
  // Two insertions at one place, or one at the edge of a change, would depend on their order.
  if (a.span.empty() || b.span.empty()) return a.span.begin <= b.span.end && b.span.begin <= a.span.end;
  return a.span.overlaps(b.span);
}

// The further places of a rule that speaks once, in the words that stand there.
std::string further_places(const Document& document, const Finding& finding, Language language) {
  constexpr std::size_t kShown = 6;
  const bool english = language == Language::En;
  std::string out;
  for (std::size_t i = 0; i < finding.also.size() && i < kShown; ++i) {
    if (i > 0) out += english ? ", " : "、";
    out += "“" + std::string(document.words(finding.also[i])) + "”";
  }
  if (finding.also.size() > kShown) out += " …";
  return out;
}

std::string comment_of(const Document& document, const Finding& finding, bool edited, std::string_view refused,
                       Language language) {
  const Rule& rule = *finding.rule;
  std::string comment = rule.title.in(language) + "\n" + finding.message.in(language);
  if (!finding.also.empty())
    comment += "\n" + std::string(kAlso.in(language)) + further_places(document, finding, language);
  if (!rule.why.in(language).empty()) comment += "\n" + rule.why.in(language);
  if (!edited && finding.edit && !finding.edit->replacement.empty()) {
    comment += "\n";
    comment += kInsteadOf.in(language);
    const std::string& words = finding.edit->replacement;
    comment += words.starts_with(' ') || words.starts_with('\n') ? words.substr(1) : words;
  }
  if (!refused.empty()) {
    comment += language == Language::En ? " (not changed in the text: " : "（未在正文中修改：";
    comment += refused;
    comment += language == Language::En ? ")" : "）";
  }
  if (!finding.fallback.in(language).empty())
    comment += "\n" + std::string(kFallback.in(language)) + finding.fallback.in(language);
  if (!finding.floor.in(language).empty())
    comment += "\n" + std::string(kFloor.in(language)) + finding.floor.in(language);
  comment += "\n[" + rule.id + "]";
  return comment;
}

// A comment hangs on words; where the finding has none, on those of its paragraph.
ByteSpan anchor_of(const Document& document, const Finding& finding) {
  if (!finding.span.empty()) return finding.span;
  const Paragraph& paragraph = document.paragraphs[finding.paragraph];
  return paragraph.span;
}

}  // namespace

EditPlan plan_edits(const Document& document, const ClauseTree& /*tree*/, const std::vector<Finding>& findings,
                    Language language) {
  EditPlan plan;
  if (document.paragraphs.empty()) return plan;
  std::vector<std::uint32_t> by_gravity(findings.size());
  std::iota(by_gravity.begin(), by_gravity.end(), 0u);
  std::stable_sort(by_gravity.begin(), by_gravity.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return graver(findings[a], findings[b]); });

  std::vector<Edit> taken;  // in order of gravity; a draft has tens of findings, so a plain look suffices
  std::vector<std::string> refusals(findings.size());
  std::vector<std::uint8_t> edited(findings.size(), 0);
  for (const std::uint32_t i : by_gravity) {
    const Finding& finding = findings[i];
    if (!finding.edit) continue;
    std::string_view why_not =
        finding.also.empty() ? refusal(document, finding.edit->span, language) : kSeveral.in(language);
    if (why_not.empty()) {
      const bool clash =
          std::any_of(taken.begin(), taken.end(), [&](const Edit& other) { return collide(other, *finding.edit); });
      if (clash) why_not = kTaken.in(language);
    }
    refusals[i] = std::string(why_not);
    if (!why_not.empty()) continue;
    edited[i] = 1;
    taken.push_back(*finding.edit);
  }

  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    Mark mark{.finding = i,
              .span = anchor_of(document, finding),
              .edit = std::nullopt,
              .comment = {},
              .refusal = refusals[i]};
    if (edited[i] != 0) mark.edit = finding.edit;
    mark.comment = comment_of(document, finding, edited[i] != 0, refusals[i], language);
    plan.marks.push_back(std::move(mark));
  }
  std::stable_sort(plan.marks.begin(), plan.marks.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
  return plan;
}

std::string apply(const Document& document, const EditPlan& plan) {
  std::vector<const Edit*> edits;
  for (const Mark& mark : plan.marks) {
    if (mark.edit) edits.push_back(&*mark.edit);
  }
  std::sort(edits.begin(), edits.end(), [](const Edit* a, const Edit* b) { return a->span < b->span; });
  std::string text;
  std::uint32_t at = 0;
  for (const Edit* edit : edits) {
    text += document.words({.begin = at, .end = edit->span.begin});
    text += edit->replacement;
    at = edit->span.end;
  }
  text += document.words({.begin = at, .end = static_cast<std::uint32_t>(document.text.size())});
  return text;
}

}  // namespace clauselint
