// What each sentence is about: what it states itself, what its context makes of it, and what goes on with it.
#include <algorithm>
#include <optional>

#include "rules/cohesion.hpp"
#include "rules/meaning.hpp"

namespace clauselint {
namespace {

using Topics = std::vector<std::vector<std::uint16_t>>;

// One topic over the whole draft; every step is linear in its sentences.
class Marker {
 public:
  Marker(Scan& scan, const CompiledTopic& topic, const ClauseTree& tree, const Cohesion& cohesion, const Topics& others)
      : scan_(scan), topic_(topic), tree_(tree), cohesion_(cohesion), others_(others), has_(tree.sentences.size(), 0) {}

  std::vector<std::uint8_t> run() {
    name_clauses();
    mark_stated();
    if (!topic_.supports.empty()) name_sections();
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      if (has_[i] == 0) has_[i] = belongs(i) ? 1 : 0;
    }
    for (const Clause& clause : tree_.clauses) round_off(clause);
    return std::move(has_);
  }

 private:
  // A heading names its clause and those below. The title of a draft is no proof of every sentence's topic.
  void name_clauses() {
    named_.assign(tree_.clauses.size(), 0);
    for (const std::uint32_t phrase : topic_.headings) {
      for (const PhraseMatch& match : scan_.matches(phrase)) {
        const Sentence& sentence = tree_.sentences[match.sentence];
        const bool titled = scan_.original(match.whole()).end <= sentence.title_end;
        if ((sentence.heading || titled) && !excluded(match.sentence)) named_[sentence.clause] = 1;
      }
    }
    for (std::size_t c = 1; c < tree_.clauses.size(); ++c) {  // preorder: a parent is complete before its children
      const std::uint32_t parent = tree_.clauses[c].parent;
      if (parent != kRootClause && parent != kNoClause && named_[parent] != 0) named_[c] = 1;
    }
    named_[kRootClause] = 0;
  }

  void mark_stated() {
    for (const std::uint32_t phrase : topic_.mentions) {
      for (const PhraseMatch& match : scan_.matches(phrase)) {
        if (has_[match.sentence] == 0 && !excluded(match.sentence)) has_[match.sentence] = 1;
      }
    }
  }

  // A section of which a third states the topic is context, as if its heading named it.
  void name_sections() {
    std::vector<std::uint32_t> on(tree_.clauses.size(), 0);
    std::vector<std::uint32_t> all(tree_.clauses.size(), 0);
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      if (tree_.sentences[i].heading || cohesion_.bare[i] != 0) continue;
      ++all[tree_.sentences[i].clause];
      on[tree_.sentences[i].clause] += has_[i];
    }
    for (std::size_t c = tree_.clauses.size(); c-- > 1;) {  // preorder: children before their parent from the back
      const std::uint32_t parent = tree_.clauses[c].parent;
      if (parent == kNoClause) continue;
      on[parent] += on[c];
      all[parent] += all[c];
    }
    for (std::size_t c = 1; c < tree_.clauses.size(); ++c) {
      const std::uint32_t parent = tree_.clauses[c].parent;
      const bool above = parent != kRootClause && parent != kNoClause && named_[parent] != 0;
      if (above || (on[c] >= 2 && 3 * on[c] >= all[c])) named_[c] = 1;
    }
  }

  bool excluded(std::uint32_t sentence) { return scan_.says(topic_.unless, sentence); }

  bool belongs(std::uint32_t i) {
    const bool named = named_[tree_.sentences[i].clause] != 0;
    if (tree_.sentences[i].heading) return named;
    if (cohesion_.bare[i] != 0) return false;
    const bool in_context = named || has(cohesion_.lead[i]) || share_topic(topic_.within, others_[i]);
    const bool supported = topic_.supports.empty() ? named : in_context && scan_.says(topic_.supports, i);
    return (supported || goes_on(i)) && !excluded(i);
  }

  bool has(std::uint32_t sentence) const { return sentence != kNoSentence && has_[sentence] != 0; }

  bool goes_on(std::uint32_t i) const {
    return (cohesion_.goes_on[i] != 0 && has(i - 1)) || has(cohesion_.column_header[i]) || has(cohesion_.row_header[i]);
  }

  // A clause two thirds of which are about the topic is about it as a whole.
  void round_off(const Clause& clause) {
    if (&clause == &tree_.clauses.front()) return;
    const std::uint32_t end = clause.first_sentence + clause.sentence_count;
    std::uint32_t on = 0;
    std::uint32_t all = 0;
    for (std::uint32_t i = clause.first_sentence; i < end; ++i) {
      if (tree_.sentences[i].heading || cohesion_.bare[i] != 0) continue;
      all += tree_.sentences[i].span.size();
      if (has_[i] != 0) on += tree_.sentences[i].span.size();
    }
    if (on == all || 3 * on < 2 * all) return;
    for (std::uint32_t i = clause.first_sentence; i < end; ++i) {
      if (has_[i] == 0 && cohesion_.bare[i] == 0 && !excluded(i)) has_[i] = 1;
    }
  }

  Scan& scan_;
  const CompiledTopic& topic_;
  const ClauseTree& tree_;
  const Cohesion& cohesion_;
  const Topics& others_;             // the topics that `within` may name
  std::vector<std::uint8_t> has_;    // by sentence
  std::vector<std::uint8_t> named_;  // by clause: its heading, one above, or what a section says names the topic
};

// What supports a topic counts only in its context, and that is a heading or a sentence that states it, or another topic.
bool is_named(Scan& scan, const CompiledTopic& topic) {
  const auto matches = [&scan](std::uint32_t phrase) { return !scan.matches(phrase).empty(); };
  return std::ranges::any_of(topic.headings, matches) || std::ranges::any_of(topic.mentions, matches) ||
         (!topic.within.empty() && std::ranges::any_of(topic.supports, matches));
}

}  // namespace

Topics find_topics(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree) {
  Topics by_sentence(tree.sentences.size());
  std::optional<Cohesion> cohesion;  // made when the first topic is named
  for (const bool within : {false, true}) {
    for (std::uint16_t topic = 0; topic < rules.topics.size(); ++topic) {
      if (rules.topics[topic].within.empty() == within) continue;
      if (!is_named(scan, rules.topics[topic])) continue;
      if (!cohesion) cohesion = find_cohesion(document, tree);
      const std::vector<std::uint8_t> has = Marker(scan, rules.topics[topic], tree, *cohesion, by_sentence).run();
      for (std::size_t i = 0; i < has.size(); ++i) {
        if (has[i] != 0) by_sentence[i].push_back(topic);
      }
    }
  }
  for (std::vector<std::uint16_t>& topics : by_sentence) std::ranges::sort(topics);
  return by_sentence;
}

}  // namespace clauselint
