// How reports name a place, a law and a draft.
#include "report/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/excerpt.hpp"
#include "report/note_words.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kHeadingCells = 40;

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

// A law for everybody, or one that the rule itself is reserved to.
bool gate_is_open(const Provision& provision, const Rule& rule) {
  const std::string& gate = provision.gate;
  const bool general = gate.empty() || gate == "any" || gate == "prc";
  return general || holds(rule.gates.law, gate) || holds(rule.gates.market, gate) || holds(rule.gates.product, gate);
}

// `511(4)` and `525, 526` in the manner of the language.
std::string article_in(std::string_view article, const Words& words) {
  std::string made;
  while (!article.empty()) {
    const std::size_t comma = std::min(article.find(','), article.size());
    const std::string_view one = trimmed(article.substr(0, comma));
    article.remove_prefix(std::min(comma + 1, article.size()));
    const std::size_t bracket = one.find('(');
    const bool with_item = bracket != std::string_view::npos && one.ends_with(')');
    if (!made.empty()) made += words.list;
    made += with_item ? fmt::format(fmt::runtime(words.article_and_item), one.substr(0, bracket),
                                    one.substr(bracket + 1, one.size() - bracket - 2))
                      : fmt::format(fmt::runtime(words.article), one);
  }
  return made;
}

}  // namespace

ByteSpan paragraph_span(const Document& document, std::uint32_t at) {
  if (document.paragraphs.empty()) return {};
  return document.paragraphs[paragraph_at(document, at)].span;
}

std::uint32_t paragraph_number(const Review& review, ByteSpan span) {
  return review.document.paragraphs.empty() ? 0 : paragraph_at(review.document, span.begin) + 1;
}

std::string place_name(const Review& review, std::uint32_t clause, ByteSpan span, Language language) {
  const Words& words = words_in(language);
  if (clause < review.tree.clauses.size()) {
    if (std::string cited = citation(review.tree, clause); !cited.empty()) return printable(cited);
    const std::string_view heading = review.document.words(review.tree.clauses[clause].heading);
    if (!trimmed(heading).empty()) {
      return fmt::format("{}{}{}", words.open_quote, fitted(heading, kHeadingCells), words.close_quote);
    }
  }
  return fmt::format(fmt::runtime(words.paragraph), paragraph_number(review, span));
}

ByteSpan quoted_span(const Review& review, const Finding& finding) {
  if (!finding.span.empty()) return finding.span;
  const ByteSpan paragraph = paragraph_span(review.document, finding.span.begin);
  const std::uint32_t at = finding.span.begin;
  const auto& sentences = review.tree.sentences;
  const auto found =
      std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.span.end <= at; });
  const bool inside = found != sentences.end() && found->span.contains(at) && paragraph.contains(found->span);
  return inside ? found->span : paragraph;
}

std::vector<const Provision*> printed_provisions(const Rule& rule, const RuleSet* rules) {
  std::vector<const Provision*> printed;
  if (rules == nullptr) return printed;
  for (const std::string& id : rule.law) {
    const Provision* provision = rules->find_provision(id);
    if (provision != nullptr && provision->mark == "V" && gate_is_open(*provision, rule)) printed.push_back(provision);
  }
  return printed;
}

std::string provision_name(const Provision& provision, Language language) {
  const Words& words = words_in(language);
  const std::string article = article_in(provision.article, words);
  const std::string& instrument = in_either(provision.instrument, language);
  return article.empty() ? instrument : fmt::format("{}{}{}", instrument, words.before_article, article);
}

std::string cite_law(const Rule& rule, const RuleSet* rules, Language language) {
  const Words& words = words_in(language);
  std::string made;
  std::string_view instrument;
  for (const Provision* provision : printed_provisions(rule, rules)) {
    const std::string& name = in_either(provision->instrument, language);
    const std::string article = article_in(provision->article, words);
    if (name == instrument) {
      made += words.next_article;
      made += article;
      continue;
    }
    if (!made.empty()) made += words.item_of_list;
    instrument = name;
    made += provision_name(*provision, language);
  }
  return made;
}

const std::string& in_either(const Text& text, Language language) {
  const std::string& wanted = text.in(language);
  return wanted.empty() ? text.in(language == Language::En ? Language::Zh : Language::En) : wanted;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string not_read(const Note& note, const Words& words) {
  return fmt::format(fmt::runtime(words.not_read), note_words(note, words));
}

void add(Tally& tally, Severity severity) {
  switch (severity) {
    case Severity::High: ++tally.high; return;
    case Severity::Medium: ++tally.medium; return;
    case Severity::Low: ++tally.low; return;
    case Severity::Info: ++tally.info; return;
  }
}

Tally tally_of(const Review& review) {
  Tally tally;
  for (const Finding& finding : review.evaluation.findings) add(tally, finding.severity);
  return tally;
}

std::string tally_words(const Tally& tally, const Words& words) {
  std::string line;
  const auto add_count = [&](std::size_t count, Severity severity) {
    if (count == 0) return;
    if (!line.empty()) line += words.list;
    line += fmt::format(fmt::runtime(words.severity_count), count, named(words.severity, severity));
  };
  add_count(tally.high, Severity::High);
  add_count(tally.medium, Severity::Medium);
  add_count(tally.low, Severity::Low);
  add_count(tally.info, Severity::Info);
  return line.empty() ? std::string(words.no_findings) : line;
}

std::size_t count_verdicts(const Review& review, Verdict verdict) {
  const auto& outcomes = review.evaluation.outcomes;
  return static_cast<std::size_t>(std::ranges::count(outcomes, verdict, &RuleOutcome::verdict));
}

std::vector<const Mark*> marks_by_finding(const Review& review) {
  std::vector<const Mark*> marks(review.evaluation.findings.size(), nullptr);
  for (const Mark& mark : review.plan.marks) {
    if (mark.finding < marks.size() && marks[mark.finding] == nullptr) marks[mark.finding] = &mark;
  }
  return marks;
}

}  // namespace clauselint
