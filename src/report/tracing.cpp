// What the parts of a trace share.
#include "report/tracing.hpp"

#include <fmt/format.h>

#include "report/excerpt.hpp"
#include "report/places.hpp"
#include "report/wrapped.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kQuoteCells = 60;
constexpr std::uint32_t kPatternCells = 72;

}  // namespace

std::string Tracing::more(std::size_t left) const {
  return fmt::format(fmt::runtime(say("… and {} more", "……另有{}处")), left);
}

std::string Tracing::quoted(ByteSpan span) const {
  return fmt::format("{}{}{}", words.open_quote, fitted(review.document.words(span), kQuoteCells), words.close_quote);
}

std::string Tracing::place(ByteSpan span) const {
  return place_name(review, clause_at(review.tree, span.begin), span, options.language);
}

std::string Tracing::pattern(const Phrase& phrase) {
  return fmt::format("{}{}", phrase.regex ? "regex: " : "", fitted(phrase.pattern, kPatternCells));
}

void Tracing::row(std::string_view title, std::string_view text) {
  out += wrapped(fmt::format("  {}", title), kMargin, text);
}

void Tracing::list_sentence(std::uint32_t index, ByteSpan words_meant, std::string_view note) {
  const Sentence& sentence = review.tree.sentences[index];
  const std::string clause = place_name(review, sentence.clause, sentence.span, options.language);
  const std::string paragraph = fmt::format(fmt::runtime(words.paragraph), paragraph_number(review, sentence.span));
  const std::string where = clause == paragraph ? clause : clause + " " + paragraph;
  const std::string shown = quoted(words_meant.empty() ? sentence.span : words_meant);
  out += wrapped({}, kMargin + 2, fmt::format("{}  {}{}", where, shown, note));
}

}  // namespace clauselint
