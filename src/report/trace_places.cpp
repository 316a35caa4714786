// What a traced rule was asked about, and what each of its conditions said there.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "report/condition_words.hpp"
#include "report/places.hpp"
#include "report/tracing.hpp"
#include "report/wrapped.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kStateCells = 11;  // of the answers on the left of the conditions
constexpr std::size_t kPageLines = 30;     // what the places of a rule may take, told at their shortest
constexpr std::size_t kFewest = 3;         // places that are shown however many lines each takes

// What is to be known of words that were looked at; empty for what the answer itself says.
std::string step_words(const Tracing& to, const ConditionTrace& asked, const TraceStep& step) {
  const auto words = [&](std::string_view en, std::string_view zh) {
    return fmt::format("{} {}", to.quoted(step.words), to.say(en, zh));
  };
  const auto placed = [&](std::string_view en, std::string_view zh) {
    return fmt::format("{}{}{}{}{}{}", to.quoted(step.words), to.words.open_bracket, to.place(step.words),
                       to.words.close_bracket, to.words.space, to.say(en, zh));
  };
  switch (step.kind) {
    case TraceStep::Kind::Matched:
      return fmt::format("{}{}", to.say("matched by ", "匹配式："), Tracing::pattern(*step.pattern));
    case TraceStep::Kind::Polarity:
      return asked.condition->polarity == Polarity::Negated ? words("is not negated", "并非否定")
                                                            : words("is negated", "为否定表述");
    case TraceStep::Kind::InHeading: return placed("is a heading, which promises nothing", "是标题，不构成承诺");
    case TraceStep::Kind::Searched: return {};
    case TraceStep::Kind::Owes: return words("names who owes it", "写明由谁承担");
    case TraceStep::Kind::Counted:
      return fmt::format(fmt::runtime(step.count == 1 ? to.say("they stand there once", "出现{}次")
                                                      : to.say("they stand there {} times", "出现{}次")),
                         step.count);
    case TraceStep::Kind::Starts: return placed("starts its clock", "为起算点");
    case TraceStep::Kind::Compared:
      return fmt::format("{}{}", to.say("compared with ", "对比："), spelled(*step.other, to.options.language));
    case TraceStep::Kind::Silent: return words("stands, but the matter is silent", "已载明，但业务资料未载明");
    case TraceStep::Kind::Absent:
      return words("stands, but the draft does not state the other fact", "已载明，但文件未载明另一要素");
    case TraceStep::Kind::Special: return placed("is of a special case", "属于特殊情形");
    case TraceStep::Kind::Apart:
      return placed("is no other statement of the same: subject, clause or language", "对象、条款或语言不同，不作比较");
    case TraceStep::Kind::Blank: return placed("is still blank", "尚未填写");
    case TraceStep::Kind::Same: return placed("says the same", "与之相同");
    case TraceStep::Kind::Contradicts: return placed("says otherwise", "与之不同");
  }
  return {};
}

// What the words that put a condition in order do.
std::string_view order_words(const Tracing& to, ConditionKind kind) {
  switch (kind) {
    case ConditionKind::Without:
    case ConditionKind::Missing: return to.say(" stands", "已写明");
    case ConditionKind::Unresolved: return to.say(" is there", "存在");
    default: return {};
  }
}

std::string searched_words(const Tracing& to, const ConditionTrace& asked) {
  const auto searched = std::ranges::find(asked.steps, TraceStep::Kind::Searched, &TraceStep::kind);
  if (searched == asked.steps.end()) return {};
  return fmt::format(fmt::runtime(searched->count == 1 ? to.say("none in {} sentence", "查看{}句，均没有")
                                                       : to.say("none in {} sentences", "查看{}句，均没有")),
                     searched->count);
}

std::string_view nothing_words(const Tracing& to, const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::Conflict:
      if (condition.among_documents)
        return to.say("no other document of the matter states it", "本项目其他文件未作表述");
      return to.say("no statement before it", "此前没有另一表述");
    case ConditionKind::WordsDiffer: return to.say("they agree, or it is of another kind", "一致，或种类不同");
    default: return to.say("none here", "此处没有");
  }
}

// The words that an answer rests on, or how far it looked for them in vain.
std::string ground_of(const Tracing& to, const ConditionTrace& asked, const Sentence& sentence) {
  if (asked.state == State::Undecided) return in_either(asked.reason, to.options.language);
  const bool by_start = std::ranges::find(asked.steps, TraceStep::Kind::Starts, &TraceStep::kind) != asked.steps.end();
  if (by_start) return {};
  if (!asked.evidence.empty()) {
    std::string words = to.quoted(asked.evidence);
    if (!sentence.span.contains(asked.evidence)) {
      words += fmt::format("{}{}{}", to.words.open_bracket, to.place(asked.evidence), to.words.close_bracket);
    }
    if (asked.state == State::InOrder) words += order_words(to, asked.condition->kind);
    return words;
  }
  if (asked.state == State::Holds) return searched_words(to, asked);
  return std::string(asked.steps.empty() ? nothing_words(to, *asked.condition) : "");
}

std::string grounds_of(const Tracing& to, const ConditionTrace& asked, const Sentence& sentence) {
  if (!asked.condition->parts.empty()) return {};
  std::vector<std::string> grounds;
  if (std::string ground = ground_of(to, asked, sentence); !ground.empty()) grounds.push_back(std::move(ground));
  for (const TraceStep& step : asked.steps) {
    if (grounds.size() > Tracing::kListed) break;
    if (std::string words = step_words(to, asked, step); !words.empty()) grounds.push_back(std::move(words));
  }
  return fmt::format("{}", fmt::join(grounds, to.words.item_of_list));
}

void tell_answer(Tracing& to, std::string_view answer, std::uint32_t depth, const std::string& text) {
  const std::uint32_t margin = Tracing::kMargin + 2 + kStateCells + 2 * depth;
  to.out += wrapped(std::string(Tracing::kMargin + 4, ' ') + std::string(answer), margin, text);
}

void tell_condition(Tracing& to, const ConditionTrace& asked, const Sentence& sentence, std::uint32_t depth) {
  const auto words_of = [&](const Condition& condition) {
    return condition_words(condition, to.options.rules, to.options.language);
  };
  std::string text = words_of(*asked.condition);
  if (const std::string grounds = grounds_of(to, asked, sentence); !grounds.empty()) {
    text += std::string(to.words.colon) + grounds;
  }
  tell_answer(to, state_words(to, asked.state), depth, text);
  for (const ConditionTrace& part : asked.parts) tell_condition(to, part, sentence, depth + 1);
  for (std::size_t i = asked.parts.size(); i < asked.condition->parts.size(); ++i) {
    tell_answer(to, to.say("not asked", "不再问"), depth + 1, words_of(asked.condition->parts[i]));
  }
}

std::size_t lines_of(const Condition& condition) {
  std::size_t lines = 1;
  for (const Condition& part : condition.parts) lines += lines_of(part);
  return lines;
}

// The places that say most, in the order of the text.
std::vector<const PlaceTrace*> shown_places(const RuleTrace& trace) {
  constexpr std::array kWeights = {3, 1, 0, 2};  // Holds, InOrder, Nothing, Undecided
  const auto weight = [&](const PlaceTrace* place) { return kWeights[static_cast<std::size_t>(place->when.state)]; };
  std::vector<const PlaceTrace*> shown;
  for (const PlaceTrace& place : trace.places) shown.push_back(&place);
  std::stable_sort(shown.begin(), shown.end(),
                   [&](const PlaceTrace* a, const PlaceTrace* b) { return weight(a) > weight(b); });
  const std::size_t fitting = std::max(kFewest, kPageLines / (1 + lines_of(trace.rule->when)));
  if (shown.size() > fitting) shown.resize(fitting);
  while (shown.size() > kFewest && shown.back()->when.state == State::Nothing) shown.pop_back();
  std::sort(shown.begin(), shown.end());
  return shown;
}

// `3 in order, 2 nothing`: the answers at the places that are not shown.
std::string hidden_answers(const Tracing& to, const std::vector<const PlaceTrace*>& shown) {
  std::array<std::size_t, 4> hidden{};
  for (const PlaceTrace& place : to.trace.places) {
    if (std::ranges::find(shown, &place) == shown.end()) ++hidden[static_cast<std::size_t>(place.when.state)];
  }
  std::vector<std::string> parts;
  for (const State state : {State::Holds, State::Undecided, State::InOrder, State::Nothing}) {
    const std::size_t count = hidden[static_cast<std::size_t>(state)];
    if (count > 0) parts.push_back(fmt::format("{} {}", count, state_words(to, state)));
  }
  return fmt::format("{}", fmt::join(parts, to.words.list));
}

std::string places_title(const Tracing& to) {
  const std::vector<PlaceTrace>& places = to.trace.places;
  const bool once = to.trace.whole_document;
  std::string text;
  if (!to.trace.asked()) text = to.say("all the same, to show what it would say: ", "不适用，仅供了解：");
  if (places.empty()) {
    return text + std::string(once ? to.say("nothing, as no sentence fits its where", "没有句子符合其范围")
                              : to.trace.left_out.empty()
                                  ? to.say("nothing, as no sentence has what it looks for", "没有句子含有所查内容")
                                  : to.say("nothing, as all that it found is left out", "所查内容均属不问之列"));
  }
  if (once) return text + std::string(to.say("once, of the whole document; it would stand at", "就全文问一次，应位于"));
  return text +
         fmt::format(fmt::runtime(places.size() == 1 ? to.say("of {} place", "{}处") : to.say("of {} places", "{}处")),
                     places.size());
}

}  // namespace

std::string_view state_words(const Tracing& to, State state) {
  switch (state) {
    case State::Holds: return to.say("holds", "成立");
    case State::InOrder: return to.say("in order", "正常");
    case State::Nothing: return to.say("nothing", "无");
    case State::Undecided: return to.say("undecided", "未决");
  }
  return {};
}

void tell_places(Tracing& to) {
  to.row(to.say("asked", "询问"), places_title(to));
  const std::vector<const PlaceTrace*> shown = shown_places(to.trace);
  for (const PlaceTrace* place : shown) {
    to.list_sentence(place->sentence, place->words);
    tell_condition(to, place->when, to.review.tree.sentences[place->sentence], 1);
    if (place->repeated) {
      to.out += wrapped({}, Tracing::kMargin + 4, to.say("told already at the same words", "同一词句已经提示"));
    }
  }
  if (const std::size_t left = to.trace.places.size() - shown.size(); left > 0) {
    const std::string text = to.more(left) + std::string(to.words.colon) + hidden_answers(to, shown);
    to.out += wrapped({}, Tracing::kMargin + 2, text);
  }
}

}  // namespace clauselint
