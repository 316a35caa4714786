// The first part of the summary: title, the four dimensions with a light each, and the clauses that matter most.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "report/excerpt.hpp"
#include "report/markdown.hpp"
#include "report/places.hpp"
#include "report/summary_parts.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kQuoteCells = 80;
constexpr std::uint32_t kChangeCells = 140;
constexpr std::size_t kDrivers = 3;

const Finding& finding_at(const SummaryInput& in, std::uint32_t index) { return in.review.evaluation.findings[index]; }

std::string place_of(const SummaryInput& in, const Finding& finding) {
  return place_name(in.review, finding.clause, finding.span, in.options.language);
}

const std::string& title_of(const SummaryInput& in, const Rule& rule) {
  return in_either(rule.title, in.review.language);
}

std::string market_name(const std::string& market, const Words& words) {
  if (market == "industrial") return std::string(words.industrial);
  if (market == "consumer") return std::string(words.consumer);
  return markdown(market);
}

// What management is worried about is named by a pack, a topic or a rule: their titles read better. Empty when no rule
// knows it: then it ranks nothing higher, and saying so is better than silence.
std::string concern_title(const RuleSet& rules, const std::string& concern, Language language) {
  for (const Pack& pack : rules.packs()) {
    if (pack.name == concern) return in_either(pack.title, language);
    const auto topic = std::ranges::find(pack.topics, concern, &Topic::name);
    if (topic != pack.topics.end()) return in_either(topic->title, language);
  }
  const Rule* rule = rules.find_rule(concern);
  return rule == nullptr ? std::string() : in_either(rule->title, language);
}

// For whom the draft was read, and what was taken for granted where the matter is silent.
std::string standpoint(const SummaryInput& in) {
  const Matter& matter = in.matter;
  const Words& words = in.words;
  const std::string_view side = named(words.side, matter.side.value_or(Side::Supplier));
  std::string line = fmt::format(fmt::runtime(words.read_for), side);
  if (!matter.side) {
    line += words.open_bracket;
    line += matter.path.empty() ? words.assumed_no_matter : words.assumed_silent;
    line += words.close_bracket;
  }
  line += words.item_of_list;
  line += matter.market.empty() ? std::string(words.market_unsaid)
                                : fmt::format(fmt::runtime(words.market), market_name(matter.market, words));
  const auto add = [&](std::string_view format, const std::string& what) {
    if (what.empty()) return;
    line += words.item_of_list;
    line += fmt::format(fmt::runtime(format), markdown(what));
  };
  add(words.product, matter.product);
  std::vector<std::string> known;
  std::vector<std::string> unknown;
  for (const std::string& concern : matter.concerns) {
    std::string title =
        in.options.rules == nullptr ? concern : concern_title(*in.options.rules, concern, in.options.language);
    if (title.empty()) unknown.push_back(concern);
    if (!title.empty()) known.push_back(std::move(title));
  }
  add(words.concerns, fmt::format("{}", fmt::join(known, words.list)));
  add(words.concerns_unknown, fmt::format("{}", fmt::join(unknown, words.list)));
  return line;
}

// The worst findings of a dimension, a rule once a clause: `8.2(a) (title), 9.1 (title) and 3 more`.
std::string drivers(const SummaryInput& in, const DimensionSummary& dimension) {
  const Words& words = in.words;
  std::set<std::pair<const Rule*, std::uint32_t>> told;
  std::string names;
  std::size_t more = 0;
  for (const std::uint32_t index : dimension.findings) {
    const Finding& finding = finding_at(in, index);
    if (!told.emplace(finding.rule, finding.clause).second) continue;
    if (told.size() > kDrivers) {
      ++more;
      continue;
    }
    if (!names.empty()) names += words.list;
    names += fmt::format("{}{}{}{}", markdown(place_of(in, finding)), words.open_bracket,
                         markdown(title_of(in, *finding.rule)), words.close_bracket);
  }
  if (more > 0) names += counted(words.and_more_clauses, more);
  return fmt::format(fmt::runtime(words.driven_by), names);
}

std::string verdict_on(const SummaryInput& in, std::size_t index) {
  const DimensionSummary& dimension = in.review.summary.dimensions[index];
  if (!dimension.findings.empty()) return drivers(in, dimension);
  if (dimension.light == Light::Unlit) return std::string(in.words.unlit);
  const auto in_order = std::ranges::count_if(in.review.summary.in_order, [&](const RuleOutcome& outcome) {
    return static_cast<std::size_t>(outcome.rule->dimension) == index;
  });
  const std::string checks = counted(in.words.checks_in_order, static_cast<std::size_t>(in_order));
  return fmt::format(fmt::runtime(in.words.nothing_found), checks);
}

std::string dimension_table(const SummaryInput& in) {
  const Words& words = in.words;
  std::string table =
      table_head({words.column_dimension, words.column_light, words.column_counts, words.column_drivers});
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const DimensionSummary& dimension = in.review.summary.dimensions[i];
    const std::string counts = fmt::format("{} / {} / {}", dimension.high, dimension.medium, dimension.low);
    table += table_row({words.dimension[i], named(words.light, dimension.light), counts, verdict_on(in, i)});
  }
  return table;
}

// A sentence that ends with a quotation which has its own full stop gets no second one.
std::string closed(std::string sentence, const Words& words) {
  for (const std::string_view stop : {".", "。", "…", "!", "?"}) {
    if (sentence.ends_with(std::string(stop) + std::string(words.close_quote))) return sentence;
  }
  return sentence + std::string(words.full_stop);
}

// With blanks around the emphasis: without them Markdown does not see it beside Han. What to say when the other side
// refuses is in the comments of the marked-up draft.
std::string proposal(const SummaryInput& in, const Finding& finding) {
  const std::string& fallback = in_either(finding.fallback, in.review.language);
  if (!finding.edit && fallback.empty()) return {};
  const std::string change =
      finding.edit ? closed(change_words(in, *finding.edit, kChangeCells), in.words) : markdown(fallback);
  return fmt::format(" *{}* {}", in.words.propose, change);
}

std::string worst_clause(const SummaryInput& in, std::size_t number, const Finding& finding) {
  const Words& words = in.words;
  const Document& document = in.review.document;
  std::string item =
      fmt::format("{}. **{}** {}{}{}{}", number, markdown(place_of(in, finding)), markdown(title_of(in, *finding.rule)),
                  words.open_bracket, named(words.severity, finding.severity), words.close_bracket);
  if (!finding.absence && !finding.span.empty()) {
    const ByteSpan paragraph = paragraph_span(document, finding.span.begin);
    const ByteSpan inside = {.begin = finding.span.begin - paragraph.begin, .end = finding.span.end - paragraph.begin};
    const Excerpt quote = excerpt(document.words(paragraph), inside, kQuoteCells);
    item += fmt::format("{}{}{}{}", words.colon, words.open_quote, markdown(quote.text), words.close_quote);
  }
  item += "\n   " + markdown(in_either(finding.message, in.review.language)) + proposal(in, finding);
  return item + "\n";
}

}  // namespace

std::string section(std::string_view heading) { return fmt::format("\n## {}\n\n", heading); }

std::string change_words(const SummaryInput& in, const Edit& edit, std::uint32_t cells) {
  const auto quoted = [&](std::string_view text) {
    return fmt::format("{}{}{}", in.words.open_quote, markdown(fitted(text, cells)), in.words.close_quote);
  };
  if (edit.is_paragraph()) {
    return fmt::format(fmt::runtime(in.words.change_insert_clause), quoted(edit.replacement.substr(1)));
  }
  if (edit.span.empty()) return fmt::format(fmt::runtime(in.words.change_insert), quoted(edit.replacement));
  const std::string old = quoted(in.review.document.words(edit.span));
  if (trimmed(edit.replacement).empty()) return fmt::format(fmt::runtime(in.words.change_delete), old);
  return fmt::format("{} → {}", old, quoted(edit.replacement));
}

std::string title_part(const SummaryInput& in) {
  const std::string_view file = file_name(in.review.path);
  const std::string name = in.matter.name.empty() ? markdown(file) : markdown(in.matter.name);
  const Words& words = in.words;
  std::string part =
      fmt::format("# {}{}{}\n\n{}{}{}", words.title, words.colon, name, words.draft, words.colon, markdown(file));
  for (const std::string& sentence : {standpoint(in), tally_words(tally_of(in.review), words)}) {
    part += fmt::format("{}{}{}", words.full_stop, words.space, sentence);
  }
  return part + std::string(words.full_stop) + "\n";
}

std::string risks_part(const SummaryInput& in) {
  std::string part = section(in.words.part_risks) + dimension_table(in);
  const Summary& summary = in.review.summary;
  if (summary.worst.empty()) return part + fmt::format("\n{}\n", in.words.no_worst);
  part += fmt::format("\n### {}\n\n", in.words.worst);
  for (std::size_t i = 0; i < summary.worst.size(); ++i) {
    part += worst_clause(in, i + 1, finding_at(in, summary.worst[i]));
  }
  return part;
}

}  // namespace clauselint
