// The edit that a rule's fix comes to at one place.
#include "rules/fixes.hpp"

#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

// The words a term took in the first `mentions`, in the original text.
std::optional<ByteSpan> term_span(const std::string& term, Scan& scan, const PhraseMatch* match) {
  if (match == nullptr) return std::nullopt;
  const std::vector<PhraseCapture>& captures = scan.phrase(match->phrase).captures;
  for (std::size_t i = 0; i < captures.size() && i + 1 < match->groups.size(); ++i) {
    const bool it = captures[i].kind == PhraseCapture::Kind::Term && captures[i].name == term;
    if (it && took_part(match->groups[i + 1])) return scan.original(match->groups[i + 1]);
  }
  return std::nullopt;
}

std::optional<ByteSpan> target_span(const Fix& fix, const Sentence& sentence, Scan& scan, const Bindings& bindings) {
  switch (fix.target) {
    case FixTarget::Term: return term_span(fix.term, scan, bindings.match);
    case FixTarget::Match:
      if (bindings.match == nullptr) return std::nullopt;
      return scan.original(bindings.match->whole());
    case FixTarget::Value:
      if (bindings.value == nullptr) return std::nullopt;
      return bindings.value->span;
    case FixTarget::Sentence:
    case FixTarget::Clause: return sentence.span;
  }
  return std::nullopt;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A replacement at the start of a sentence takes over its capital.
void take_over_capital(std::string_view old, std::string& replacement) {
  if (old.empty() || replacement.empty()) return;
  const bool whole_word_capital = old.size() > 1 && is_capital(old[1]);
  if (is_capital(old.front()) && !whole_word_capital && is_small(replacement.front())) {
    replacement.front() = static_cast<char>(replacement.front() - 32);
  }
}

// "a 24-month warranty": an adjective stays one when its number changes.
bool is_hyphenated(std::string_view old) {
  const std::size_t hyphen = old.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= old.size()) return false;
  const char before = old[hyphen - 1];
  const char after = old[hyphen + 1];
  return ((before >= '0' && before <= '9') || before == ')') && (is_small(after) || is_capital(after));
}

void hyphenate(std::string& replacement) {
  Value value;
  if (!parse_value(replacement, value) || spelled(value, Language::En) != replacement) return;
  if (replacement.ends_with('s')) replacement.pop_back();
  for (char& c : replacement) c = c == ' ' ? '-' : c;
}

// Taking words out must not leave two blanks, or a blank before a comma.
ByteSpan with_one_blank(std::string_view text, ByteSpan span) {
  const bool blank_before = span.begin > 0 && text[span.begin - 1] == ' ';
  const bool end = span.end >= text.size();
  const bool joint_after = end || text[span.end] == ' ' || text[span.end] == ',' || text[span.end] == '.' ||
                           text[span.end] == ';' || text[span.end] == '\n';
  if (blank_before && joint_after) --span.begin;
  return span;
}

// Behind the last paragraph of the clause, of those below it too, in the sentence's own language and text.
Edit clause_behind(const Document& document, const ClauseTree& tree, const Sentence& sentence, std::string words) {
  const std::vector<Paragraph>& paragraphs = document.paragraphs;
  std::uint32_t first = sentence.paragraph;
  std::uint32_t last = sentence.paragraph;
  if (sentence.clause != kRootClause && !paragraphs[sentence.paragraph].cell) {
    const ByteSpan extent = tree.clauses[sentence.clause].extent;
    first = paragraph_at(document, tree.clauses[sentence.clause].span.begin);
    for (std::uint32_t i = last + 1; i < paragraphs.size() && paragraphs[i].span.begin < extent.end; ++i) {
      const Paragraph& paragraph = paragraphs[i];
      const bool goes_on = paragraph.story == paragraphs[last].story && !paragraph.cell && !paragraph.span.empty() &&
                           tree.clauses[clause_at(tree, paragraph.span.begin)].language == sentence.language;
      if (goes_on) last = i;
    }
  }
  const std::uint32_t end = paragraphs[last].span.end;
  return {.span = {.begin = end, .end = end}, .replacement = "\n" + std::move(words), .like = first};
}

}  // namespace

std::optional<Edit> make_edit(const Rule& rule, const Document& document, const ClauseTree& tree,
                              const Sentence& sentence, Scan& scan, const Bindings& bindings,
                              const Fillings& fillings) {
  const Fix& fix = rule.fix;
  if (fix.kind == FixKind::None) return std::nullopt;
  const Language language = sentence.language;
  if (fix.kind == FixKind::InsertAfter) {
    const std::string words = render(fix.with.in(language), language, fillings);
    if (fix.target == FixTarget::Clause) return clause_behind(document, tree, sentence, words);
    const std::uint32_t at = sentence.span.end;
    return Edit{
        .span = {.begin = at, .end = at}, .replacement = language == Language::En ? " " + words : words, .like = 0};
  }
  const std::optional<ByteSpan> span = target_span(fix, sentence, scan, bindings);
  if (!span || span->empty()) return std::nullopt;
  if (fix.kind == FixKind::Delete)
    return Edit{.span = with_one_blank(document.text, *span), .replacement = {}, .like = 0};
  Edit edit{.span = *span, .replacement = render(fix.with.in(language), language, fillings), .like = 0};
  take_over_capital(document.words(*span), edit.replacement);
  if (is_hyphenated(document.words(*span))) hyphenate(edit.replacement);
  if (edit.replacement == document.words(*span)) return std::nullopt;
  return edit;
}

}  // namespace clauselint
