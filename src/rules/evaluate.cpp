// Rules against a draft: topics, facts, outcomes and findings.
#include "clauselint/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "rules/circumstances.hpp"
#include "rules/compiled.hpp"
#include "rules/fixes.hpp"
#include "rules/gates.hpp"
#include "rules/judge.hpp"
#include "rules/meaning.hpp"
#include "rules/render.hpp"
#include "rules/told_once.hpp"
#include "rules/tracer.hpp"
#include "rules/triggers.hpp"

namespace clauselint {
namespace {

class Evaluator {
 public:
  Evaluator(const Document& document, const ClauseTree& tree, const RuleSet::Compiled& rules, const Matter& matter,
            const std::vector<std::string>& assumed, const RuleChoice& choice, const Observation& observation)
      : document_(document),
        tree_(tree),
        rules_(rules),
        matter_(matter),
        choice_(choice),
        observation_(observation),
        gates_{.matter = matter, .role = role_of(matter, document.path), .parties = {}},
        side_(static_cast<std::size_t>(matter.side.value_or(Side::Supplier))),
        meaning_{.values = find_values(document, tree),
                 .topics = {},
                 .facts = {},
                 .denied = {},
                 .references = {},
                 .unresolved = {},
                 .definitions = find_definitions(document, tree),
                 .parties = {},
                 .duties = {}},
        scan_(rules, document, tree, meaning_.values) {
    meaning_.topics = find_topics(scan_, rules_, document_, tree_);
    for (const std::string& topic : assumed) assume(topic);
    meaning_.facts = bind_facts(scan_, rules_, document_, tree_, meaning_.values, meaning_.topics);
    add_topics_of_cells();
    add_circumstances(scan_, rules_, document_, tree_, meaning_.facts);
    set_aside_denied();
    meaning_.references = find_references(document_, tree_, meaning_.values);
    meaning_.unresolved = find_unresolved(meaning_.references, meaning_.values);
    if (rules_.asks_parties) {
      meaning_.parties = find_parties(document_, tree_, meaning_.definitions, rules_.roles, matter_);
      for (const auto& [alias, role] : matter_.parties) gates_.parties.push_back(role);
      for (const Party& party : meaning_.parties) {
        if (party.role != nullptr) gates_.parties.push_back(party.role->name);
      }
    }
    if (rules_.asks_duties) meaning_.duties = find_duties(document_, tree_, meaning_.parties);
    for (const CompiledFact& fact : rules_.facts) {
      for (const NamedPhrases& event : fact.source->starts) {
        vocabulary_.push_back(event.title);
        vocabulary_.push_back({.en = event.name, .zh = event.title.zh});
      }
    }
  }

  Evaluation run() {
    out_.vague = find_vague_terms(scan_, rules_, tree_, meaning_.topics);
    Judge judge(scan_, rules_, document_, tree_, meaning_, matter_);
    for (const CompiledRule& rule : rules_.rules) {
      if (observation_.watch) observation_.watch(rule.source);
      const bool traced = std::ranges::find(observation_.traced, rule.source->id) != observation_.traced.end();
      out_.outcomes.push_back(traced ? ask_traced(rule, judge) : ask(rule, judge));
    }
    if (observation_.watch) observation_.watch(nullptr);
    std::stable_sort(out_.findings.begin(), out_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.span < b.span; });
    tell_once(tree_, out_.findings);
    out_.triggers = find_triggers(rules_, tree_, meaning_, matter_);
    std::sort(out_.missing_matter.begin(), out_.missing_matter.end());
    out_.missing_matter.erase(std::unique(out_.missing_matter.begin(), out_.missing_matter.end()),
                              out_.missing_matter.end());
    gather_facts();
    for (const CompiledTopic& topic : rules_.topics) out_.topic_names.push_back(topic.source->name);
    out_.values = std::move(meaning_.values);
    out_.references = std::move(meaning_.references);
    out_.definitions = std::move(meaning_.definitions);
    out_.topics = std::move(meaning_.topics);
    return std::move(out_);
  }

 private:
  // A bare value has no topic; one that a table's header makes a fact is about what that fact belongs to.
  void add_topics_of_cells() {
    for (const BoundFact& bound : meaning_.facts) {
      const CompiledFact& fact = rules_.facts[bound.spec];
      if (fact.headers.empty() || !fact.main_topic) continue;
      const std::uint32_t sentence = bound.fact.sentence;
      if (!document_.paragraphs[tree_.sentences[sentence].paragraph].cell) continue;
      std::vector<std::uint16_t>& topics = meaning_.topics[sentence];
      if (share_topic(fact.topics, topics)) continue;
      topics.insert(std::ranges::lower_bound(topics, *fact.main_topic), *fact.main_topic);
    }
  }

  void set_aside_denied() {
    const auto denied = std::stable_partition(meaning_.facts.begin(), meaning_.facts.end(), [](const BoundFact& bound) {
      return bound.fact.polarity != FactPolarity::Excluded;
    });
    std::move(denied, meaning_.facts.end(), std::back_inserter(meaning_.denied));
    meaning_.facts.erase(denied, meaning_.facts.end());
  }

  void gather_facts() {
    for (BoundFact& bound : meaning_.facts) out_.facts.push_back(std::move(bound.fact));
    for (BoundFact& bound : meaning_.denied) out_.facts.push_back(std::move(bound.fact));
    std::ranges::stable_sort(out_.facts, {}, [](const Fact& fact) { return fact.value.span; });
    pair_twins(tree_, out_.facts);
  }

  void assume(const std::string& name) {
    for (std::uint16_t i = 0; i < rules_.topics.size(); ++i) {
      if (rules_.topics[i].source->name != name) continue;
      for (std::vector<std::uint16_t>& topics : meaning_.topics) {
        const auto at = std::lower_bound(topics.begin(), topics.end(), i);
        if (at == topics.end() || *at != i) topics.insert(at, i);
      }
    }
  }

  // Empty for a rule that configuration and gates let be asked.
  RuleOutcome begin(const CompiledRule& rule) const {
    RuleOutcome outcome;
    outcome.rule = rule.source;
    outcome.reason = left_out(choice_, *rule.source);
    if (outcome.reason.empty()) outcome.reason = closed_gate(rule.source->gates, gates_);
    return outcome;
  }

  RuleOutcome ask(const CompiledRule& rule, Judge& judge) {
    RuleOutcome outcome = begin(rule);
    if (outcome.reason.empty()) answer(rule, judge, outcome);
    return outcome;
  }

  void answer(const CompiledRule& rule, Judge& judge, RuleOutcome& outcome) {
    if (rule.whole_document) {
      ask_document(rule, judge, outcome);
    } else {
      for (const Unit& unit : judge.units(rule)) ask_unit(rule, judge, unit, outcome);
    }
    const bool found_nothing = outcome.verdict == Verdict::NotApplicable || outcome.verdict == Verdict::Satisfied;
    if (found_nothing && scan_.any_limited() && rests_on_limited(rule)) {
      outcome.verdict = Verdict::Undecided;
      outcome.reason = {.en = "a pattern that the rule rests on took too long on this draft",
                        .zh = "该规则所依据的一个匹配式在本文件上耗时过长"};
    }
    if (outcome.verdict == Verdict::NotApplicable) {
      outcome.reason = {.en = "the draft says nothing that this rule asks about", .zh = "本文件没有该规则所问的内容"};
    }
  }

  bool is_limited(std::uint32_t fact) const { return fact != kNone && scan_.was_limited(rules_.facts[fact].patterns); }

  bool is_limited_topic(std::uint32_t topic) const {
    if (topic == kNone) return false;
    const CompiledTopic& compiled = rules_.topics[topic];
    return scan_.was_limited(compiled.mentions) || scan_.was_limited(compiled.headings) ||
           scan_.was_limited(compiled.supports);
  }

  bool rests_on_limited(const CompiledCondition& condition) const {
    return scan_.was_limited(condition.phrases) || is_limited(condition.fact) || is_limited(condition.other) ||
           is_limited_topic(condition.topic) ||
           std::ranges::any_of(condition.parts,
                               [this](const CompiledCondition& part) { return rests_on_limited(part); });
  }

  // What a pattern that gave up might have found could have been what the rule asks about.
  bool rests_on_limited(const CompiledRule& rule) const {
    return rests_on_limited(rule.when) ||
           std::ranges::any_of(rule.topics, [this](std::uint16_t topic) { return is_limited_topic(topic); }) ||
           std::ranges::any_of(rule.facts, [this](std::uint32_t fact) { return is_limited(fact); });
  }

  RuleOutcome ask_traced(const CompiledRule& rule, Judge& judge) {
    RuleTrace trace;
    trace.rule = rule.source;
    trace.not_chosen = left_out(choice_, *rule.source);
    trace.as_of = choice_.as_of;
    trace.gates = trace_gates(rule.source->gates, gates_);
    trace.whole_document = rule.whole_document;
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      if (is_about(rule, document_, tree_, meaning_, i)) trace.about.push_back(i);
    }
    Tracer tracer(trace);
    tracer_ = &tracer;
    judge.tell(&tracer);
    trace.outcome = begin(rule);
    if (trace.outcome.reason.empty()) {
      answer(rule, judge, trace.outcome);
      trace.would_be = trace.outcome;
    } else {
      trace.would_be = answer_aside(rule, judge);
    }
    judge.tell(nullptr);
    tracer_ = nullptr;
    tracer.finish(rule, scan_);
    out_.traces.push_back(std::move(trace));
    return out_.traces.back().outcome;
  }

  // What a rule that is not asked would say. Nothing of it enters the evaluation.
  RuleOutcome answer_aside(const CompiledRule& rule, Judge& judge) {
    Evaluation kept = std::exchange(out_, {});
    RuleOutcome outcome;
    outcome.rule = rule.source;
    answer(rule, judge, outcome);
    out_ = std::move(kept);
    return outcome;
  }

  void note(const Judgement& judgement, std::uint32_t clause, RuleOutcome& outcome) {
    // Fired outweighs undecided, undecided outweighs in order; the first of each is told.
    const auto weigh = [&](Verdict verdict) {
      constexpr int kWeight[] = {3, 1, 0, 2};  // Fired, Satisfied, NotApplicable, Undecided
      if (kWeight[static_cast<int>(verdict)] <= kWeight[static_cast<int>(outcome.verdict)]) return;
      outcome.verdict = verdict;
      outcome.evidence = judgement.evidence;
      outcome.clause = clause;
      outcome.reason = judgement.reason;
    };
    switch (judgement.state) {
      case State::Holds: weigh(Verdict::Fired); break;
      case State::InOrder: weigh(Verdict::Satisfied); break;
      case State::Undecided: weigh(Verdict::Undecided); break;
      case State::Nothing: break;
    }
  }

  void ask_unit(const CompiledRule& rule, Judge& judge, const Unit& unit, RuleOutcome& outcome) {
    Bindings bindings;
    const Judgement judgement = judge.judge(rule, rule.when, unit, bindings);
    want(bindings.missing_matter);
    const Sentence& sentence = tree_.sentences[unit.sentence];
    note(judgement, clause_of(judgement.evidence, sentence.clause), outcome);
    const bool fires = judgement.state == State::Holds;
    const ByteSpan span = fires ? finding_span(judgement, bindings, sentence) : ByteSpan{};
    const bool repeated = fires && !fired_.emplace(rule.source, span).second;
    if (tracer_ != nullptr) tracer_->asked_about(unit.sentence, judge.words_of(unit), repeated);
    if (!fires || repeated) return;
    Finding finding = start_finding(rule, sentence);
    finding.span = span;
    fill(rule, finding, sentence, bindings);
  }

  void ask_document(const CompiledRule& rule, Judge& judge, RuleOutcome& outcome) {
    const Sentence* anchor = anchor_of(rule);
    if (anchor == nullptr) return;
    Bindings bindings;
    const Judgement judgement = judge.judge(rule, rule.when, {}, bindings);
    note(judgement, clause_of(judgement.evidence, kRootClause), outcome);
    if (tracer_ != nullptr)
      tracer_->asked_about(static_cast<std::uint32_t>(anchor - tree_.sentences.data()), {}, false);
    if (judgement.state != State::Holds) return;
    Finding finding = start_finding(rule, *anchor);
    finding.absence = true;
    finding.span = anchor->span;
    fill(rule, finding, *anchor, bindings);
  }

  // Where something missing would stand: the first sentence the rule is about, with words of its own if one has them.
  const Sentence* anchor_of(const CompiledRule& rule) const {
    const Sentence* heading = nullptr;
    for (std::size_t i = 0; i < tree_.sentences.size(); ++i) {
      if (!is_about(rule, document_, tree_, meaning_, static_cast<std::uint32_t>(i))) continue;
      const Sentence& sentence = tree_.sentences[i];
      if (!speaks(rule.source->gates, sentence.language)) continue;
      if (sentence.span.empty() || document_.paragraphs[sentence.paragraph].story != Story::Body) continue;
      if (!sentence.heading) return &sentence;
      if (heading == nullptr) heading = &sentence;
    }
    return heading;
  }

  std::uint32_t clause_of(ByteSpan evidence, std::uint32_t otherwise) const {
    return evidence.empty() ? otherwise : clause_at(tree_, evidence.begin);
  }

  Finding start_finding(const CompiledRule& rule, const Sentence& sentence) const {
    Finding finding;
    finding.rule = rule.source;
    finding.severity = severity_of(choice_, *rule.source).value_or(rule.source->severity[side_]);
    finding.clause = sentence.clause;
    finding.paragraph = sentence.paragraph;
    finding.language = sentence.language;
    finding.concern = is_concern(rule);
    return finding;
  }

  bool is_concern(const CompiledRule& rule) const {
    return std::any_of(matter_.concerns.begin(), matter_.concerns.end(), [&](const std::string& concern) {
      return concern == rule.source->id || concern == rule.source->pack ||
             std::find(rule.source->topics.begin(), rule.source->topics.end(), concern) != rule.source->topics.end();
    });
  }

  ByteSpan finding_span(const Judgement& judgement, const Bindings& bindings, const Sentence& sentence) const {
    if (bindings.match != nullptr) return scan_.original(bindings.match->whole());
    if (bindings.value != nullptr) return bindings.value->span;
    return judgement.evidence.empty() ? sentence.span : judgement.evidence;
  }

  void fill(const CompiledRule& rule, Finding& finding, const Sentence& sentence, Bindings& bindings) {
    Fillings fillings;
    fillings.match = std::string(document_.words(finding.span));
    fillings.other = bindings.other;
    fillings.other_words = bindings.other_words;
    fillings.document = bindings.document;
    fillings.clause = citation(tree_, finding.clause);
    fillings.matter = &matter_;
    fillings.vocabulary = &vocabulary_;
    if (bindings.value != nullptr) finding.value = *bindings.value;
    const Rule& source = *rule.source;
    // A value is quoted as it stands where the reader's language is that of the clause.
    const auto in = [&](const Text& text, Language language) {
      if (bindings.value != nullptr) {
        fillings.value = language == sentence.language ? std::string(document_.words(bindings.value->span))
                                                       : spelled(*bindings.value, language);
      }
      return render(text.in(language), language, fillings);
    };
    const auto both = [&](const Text& text) {
      return Text{.en = in(text, Language::En), .zh = in(text, Language::Zh)};
    };
    finding.message = both(source.message);
    finding.fallback = both(source.fix.fallback);
    finding.floor = both(source.fix.floor);
    finding.caution = both(source.caution);
    std::vector<std::string> missing;
    fillings.missing = &missing;
    if (bindings.value != nullptr) fillings.value = std::string(document_.words(bindings.value->span));
    finding.edit = make_edit(source, document_, tree_, sentence, scan_, bindings, fillings);
    want(missing);
    out_.findings.push_back(std::move(finding));
  }

  void want(const std::vector<std::string>& paths) {
    out_.missing_matter.insert(out_.missing_matter.end(), paths.begin(), paths.end());
  }

  const Document& document_;
  const ClauseTree& tree_;
  const RuleSet::Compiled& rules_;
  const Matter& matter_;
  const RuleChoice& choice_;
  const Observation& observation_;
  GateContext gates_;
  std::size_t side_;
  Meaning meaning_;
  Scan scan_;
  std::vector<Text> vocabulary_;
  Evaluation out_;
  std::set<std::pair<const Rule*, ByteSpan>> fired_;
  Tracer* tracer_ = nullptr;  // of the rule that is being asked, where it is traced
};

}  // namespace

Evaluation evaluate(const Document& document, const ClauseTree& tree, const RuleSet& rules, const Matter& matter,
                    const RuleChoice& choice, const Observation& observation) {
  return Evaluator(document, tree, rules.compiled(), matter, {}, choice, observation).run();
}

Evaluation evaluate_under(const Document& document, const ClauseTree& tree, const RuleSet& rules, const Matter& matter,
                          const std::vector<std::string>& topics) {
  // An example is asked of its rule whatever is recommended.
  const RuleChoice all{.select = {"all"}, .ignore = {}, .severity = {}, .as_of = {}};
  return Evaluator(document, tree, rules.compiled(), matter, topics, all, {}).run();
}

}  // namespace clauselint
