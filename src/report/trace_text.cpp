// What was decided about a rule that was traced, step by step: choice, gates, where, facts, phrases, places, verdict.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/report.hpp"
#include "report/condition_words.hpp"
#include "report/excerpt.hpp"
#include "report/outcomes.hpp"
#include "report/places.hpp"
#include "report/tracing.hpp"
#include "report/wrapped.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kPhrases = 6;  // that some sentence may hold

std::string dates_of(const Tracing& to) {
  const Rule& rule = *to.trace.rule;
  if (rule.since.empty() && rule.until.empty()) return {};
  const std::string asked = to.trace.as_of.empty()
                                ? std::string(to.say("not asked without --as-of", "未给出--as-of，不予判断"))
                                : "--as-of " + to.trace.as_of;
  return fmt::format(fmt::runtime(to.say("; dates {} to {}: {}", "；期间{}至{}：{}")),
                     rule.since.empty() ? "…" : rule.since, rule.until.empty() ? "…" : rule.until, asked);
}

void tell_choice(Tracing& to) {
  const Text& against = to.trace.not_chosen;
  std::string text(against.empty() ? to.say("asked", "适用") : to.say("not asked: ", "不适用："));
  if (!against.empty()) text += in_either(against, to.options.language);
  if (!to.trace.rule->recommended) text += to.say("; not recommended by its pack", "；规则包未推荐");
  to.row(to.say("choice", "选用"), text + dates_of(to));
}

std::string state_of(const Tracing& to, const GateTrace& gate) {
  if (gate.open) return std::string(to.say("open", "符合"));
  if (gate.said.empty()) return std::string(to.say("closed, the matter does not say", "不符，业务资料未说明"));
  return fmt::format(fmt::runtime(to.say("closed, it is {}", "不符，实际为{}")), gate.said);
}

void tell_gates(Tracing& to) {
  const std::vector<std::string>& languages = to.trace.rule->gates.language;
  std::string_view title = to.say("gates", "条件");
  if (to.trace.gates.empty() && languages.empty()) to.row(title, to.say("none", "无"));
  for (const GateTrace& gate : to.trace.gates) {
    to.row(std::exchange(title, {}), fmt::format("{} {}{}{}", gate.name, fmt::join(gate.wanted, to.words.list),
                                                 to.words.colon, state_of(to, gate)));
  }
  if (!languages.empty()) {
    to.row(title, fmt::format(fmt::runtime(to.say("language {}: sentences in others are left out",
                                                  "language {}：其他语言的句子不问")),
                              fmt::join(languages, to.words.list)));
  }
}

void tell_where(Tracing& to) {
  const Rule& rule = *to.trace.rule;
  const std::size_t all = to.review.tree.sentences.size();
  std::vector<std::string> asked;
  for (const std::string& topic : rule.topics) {
    asked.push_back(topic_words(topic, to.options.rules, to.options.language));
  }
  for (const std::string& fact : rule.facts) {
    asked.push_back(fact_words(fact, to.options.rules, to.options.language));
  }
  if (const std::string places = place_words(rule, to.options.language); !places.empty()) asked.push_back(places);
  const std::string_view title = to.say("where", "范围");
  if (asked.empty()) {
    to.row(title, fmt::format(fmt::runtime(to.say("every sentence: {}", "所有句子：{}句")), all));
    return;
  }
  to.row(title, fmt::format(fmt::runtime(to.say("{}: {} of {} sentences", "{}：共{}句，全文{}句")),
                            fmt::join(asked, to.words.list), to.trace.about.size(), all));
  const std::size_t shown = std::min(Tracing::kListed, to.trace.about.size());
  for (std::size_t i = 0; i < shown; ++i) to.list_sentence(to.trace.about[i], {});
  if (to.trace.about.size() > shown) {
    to.out += wrapped({}, Tracing::kMargin + 2, to.more(to.trace.about.size() - shown));
  }
}

void gather_facts(const Condition& condition, const RuleSet* rules, std::vector<std::string>& names) {
  for (const std::string& name : {condition.fact, condition.against}) {
    const bool known = rules != nullptr && rules->find_fact(name) != nullptr;
    if (known && std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  for (const Condition& part : condition.parts) gather_facts(part, rules, names);
}

// The first values of a fact, promised or denied, and how many more; empty when there are none.
std::string values_of(const Tracing& to, const std::string& name, bool denied) {
  std::vector<std::string> values;
  for (const Fact& fact : to.review.evaluation.facts) {
    if (fact.name != name || (fact.polarity == FactPolarity::Excluded) != denied) continue;
    values.push_back(fmt::format("{} {}", to.place(fact.value.span), to.quoted(fact.value.span)));
  }
  const std::size_t left = values.size() - std::min(values.size(), Tracing::kListed);
  values.resize(values.size() - left);
  if (left > 0) values.push_back(to.more(left));
  return fmt::format("{}", fmt::join(values, to.words.item_of_list));
}

// The values of the facts that its conditions ask about; the denied ones apart, since no rule takes them for promises.
void tell_facts(Tracing& to) {
  std::vector<std::string> names;
  gather_facts(to.trace.rule->when, to.options.rules, names);
  std::string_view title = to.say("facts", "要素");
  for (const std::string& name : names) {
    const std::string stated = values_of(to, name, false);
    const std::string denied = values_of(to, name, true);
    std::string text = fact_words(name, to.options.rules, to.options.language) + std::string(to.words.colon);
    text += stated.empty() ? std::string(to.say("not stated", "未载明")) : stated;
    if (!denied.empty())
      text += fmt::format("{}{}{}", to.words.item_of_list, to.say("denied: ", "明确不承诺："), denied);
    to.row(std::exchange(title, {}), text);
  }
}

std::string counts_of(const Tracing& to, const PhraseTrace& phrase) {
  const std::string_view format =
      phrase.has_literals
          ? phrase.candidates == 1
                ? to.say("its literals stand in {} sentence, it matches in {}", "{}句含其必要字词，{}句匹配")
                : to.say("its literals stand in {} sentences, it matches in {}", "{}句含其必要字词，{}句匹配")
          : to.say("it has no literals, was tried in {} sentences, and matches in {}",
                   "无必要字词，试过{}句，{}句匹配");
  std::string text = fmt::format(fmt::runtime(format), phrase.candidates, phrase.matched);
  if (phrase.negated > 0) {
    text += fmt::format(fmt::runtime(to.say(" ({} of them negated)", "（其中{}句为否定）")), phrase.negated);
  }
  if (phrase.limited) text += to.say("; a limit of the matching was met", "；匹配达到上限");
  return text;
}

// Those that some sentence may hold, those that match first; the rest in a number.
void tell_phrases(Tracing& to) {
  std::vector<const PhraseTrace*> found;
  for (const PhraseTrace& phrase : to.trace.phrases) {
    if (phrase.candidates > 0) found.push_back(&phrase);
  }
  std::stable_partition(found.begin(), found.end(), [](const PhraseTrace* phrase) { return phrase->matched > 0; });
  const std::size_t shown = std::min(kPhrases, found.size());
  std::string_view title = to.say("phrases", "词句");
  for (std::size_t i = 0; i < shown; ++i) {
    to.row(std::exchange(title, {}), Tracing::pattern(*found[i]->pattern));
    const Condition& condition = *found[i]->condition;
    const std::string asked = condition.kind == ConditionKind::Conflict
                                  ? std::string(to.say("a special case", "特殊情形"))
                                  : condition_words(condition, to.options.rules, to.options.language);
    to.out += wrapped({}, Tracing::kMargin + 2, asked + std::string(to.words.colon) + counts_of(to, *found[i]));
  }
  if (found.size() > shown) to.row(title, to.more(found.size() - shown));
  const std::size_t rest = to.trace.phrases.size() - found.size();
  if (rest == 0) return;
  const std::string_view format =
      found.empty() ? to.say("{}: their literals stand in no sentence", "{}个：没有句子含其必要字词")
                    : to.say("{} more: their literals stand in no sentence", "另有{}个：没有句子含其必要字词");
  to.row(title, fmt::format(fmt::runtime(format), rest));
}

std::string_view why_words(const Tracing& to, PlaceLeftOut::Why why) {
  switch (why) {
    case PlaceLeftOut::Why::Polarity: return to.say("negated, or not, other than asked for", "否定与否，与所问不符");
    case PlaceLeftOut::Why::Heading: return to.say("a heading, which promises nothing", "标题，不构成承诺");
    case PlaceLeftOut::Why::Where: return to.say("outside its where", "不在范围内");
    case PlaceLeftOut::Why::Language: return to.say("in a language that it is not asked of", "不属于所问的语言");
  }
  return {};
}

// The topics that a sentence outside `where` does have.
std::string topics_of(const Tracing& to, const PlaceLeftOut& place) {
  if (place.why != PlaceLeftOut::Why::Where || to.trace.rule->topics.empty()) return {};
  std::vector<std::string> topics;
  for (const std::uint16_t topic : to.review.evaluation.topics[place.sentence]) {
    topics.push_back(to.review.evaluation.topic_names[topic]);
  }
  const std::string told = topics.empty()
                               ? std::string(to.say("no topic", "无主题"))
                               : fmt::format("{}{}", to.say("its topics: ", "主题："), fmt::join(topics, ", "));
  return fmt::format("{}{}{}", to.words.open_bracket, told, to.words.close_bracket);
}

void tell_left_out(Tracing& to) {
  const std::vector<PlaceLeftOut>& places = to.trace.left_out;  // in the order of the reasons
  std::string_view title = to.say("left out", "不问");
  for (std::size_t first = 0; first < places.size();) {
    std::size_t end = first;
    while (end < places.size() && places[end].why == places[first].why) ++end;
    to.row(std::exchange(title, {}),
           fmt::format("{}{}{}", why_words(to, places[first].why), to.words.colon, end - first));
    const std::size_t shown = std::min(end, first + Tracing::kListed);
    for (std::size_t i = first; i < shown; ++i)
      to.list_sentence(places[i].sentence, places[i].words, topics_of(to, places[i]));
    if (end > shown) to.out += wrapped({}, Tracing::kMargin + 2, to.more(end - shown));
    first = end;
  }
}

std::string verdict_words(const Tracing& to, const RuleOutcome& outcome) {
  const auto because = [&](std::string_view verdict, const std::string& reason) {
    return fmt::format("{}{}{}", verdict, to.words.colon, reason);
  };
  const std::string& reason = in_either(outcome.reason, to.options.language);
  const std::string_view word = verdict_word(outcome.verdict, to.options.language);
  switch (outcome.verdict) {
    case Verdict::Fired: return std::string(word);
    case Verdict::Satisfied:
      return because(word, fmt::format("{}{}{}{}", to.quoted(outcome.evidence), to.words.open_bracket,
                                       to.place(outcome.evidence), to.words.close_bracket));
    case Verdict::NotApplicable: return because(word, reason);
    case Verdict::Undecided: return because(word, reason);
  }
  return {};
}

void tell_verdict(Tracing& to) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : to.review.evaluation.findings) {
    if (finding.rule == to.trace.rule) findings.push_back(&finding);
  }
  std::string verdict = verdict_words(to, to.trace.outcome);
  if (!findings.empty()) verdict += std::string(to.words.colon) + counted(to.words.findings, findings.size());
  to.row(to.say("verdict", "结论"), verdict);
  if (!to.trace.asked()) {
    to.row({}, std::string(to.say("were it asked: ", "如适用，则")) + verdict_words(to, to.trace.would_be));
  }
  const std::size_t shown = std::min(Tracing::kListed, findings.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = *findings[i];
    to.out += wrapped({}, Tracing::kMargin + 2,
                      fmt::format("{} {}{}{}", place_name(to.review, finding.clause, finding.span, to.options.language),
                                  named(to.words.severity, finding.severity), to.words.colon,
                                  in_either(finding.message, to.review.language)));
  }
  if (findings.size() > shown) to.out += wrapped({}, Tracing::kMargin + 2, to.more(findings.size() - shown));
}

std::string head_of(const Tracing& to) {
  const std::string rule = fmt::format("{}{}{}{}", to.trace.rule->id, to.words.open_bracket,
                                       in_either(to.trace.rule->title, to.options.language), to.words.close_bracket);
  return fmt::format("{}: {}\n", printable(to.review.path), rule);
}

}  // namespace

std::string trace_text(const Review& review, const ReportOptions& options) {
  std::string out;
  for (const RuleTrace& trace : review.evaluation.traces) {
    Tracing to{.review = review, .trace = trace, .options = options, .words = words_in(options.language), .out = {}};
    tell_choice(to);
    tell_gates(to);
    tell_where(to);
    tell_facts(to);
    tell_phrases(to);
    tell_left_out(to);
    tell_places(to);
    tell_verdict(to);
    out += (out.empty() ? "" : "\n") + head_of(to) + to.out;
  }
  return out;
}

}  // namespace clauselint
