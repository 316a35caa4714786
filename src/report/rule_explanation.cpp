// One rule for the terminal: what it asks, of which drafts, why, on what law, and what it proposes.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "clauselint/report.hpp"
#include "report/condition_words.hpp"
#include "report/places.hpp"
#include "report/rule_parts.hpp"
#include "report/words.hpp"
#include "report/wrapped.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kTitles = 14;   // cells of the titles on the left, and of the examples' kinds
constexpr std::uint32_t kIndent = 2;    // of a text below its title
constexpr std::uint32_t kDeepest = 24;  // of nested conditions: deeper ones are not set in further

// The explanation of one rule in the making.
struct Teller {
  const Rule& rule;
  const RuleSet& rules;
  Language language;
  std::string out;

  bool english() const { return language == Language::En; }
  std::string_view say(std::string_view en, std::string_view zh) const { return english() ? en : zh; }
  const std::string& in(const Text& text) const { return in_either(text, language); }

  void row(std::string_view title, std::string_view text) {
    if (!text.empty()) out += wrapped(fmt::format("  {}", title), kTitles, text);
  }
  void section(std::string_view title, std::string_view text) {
    if (!text.empty()) out += fmt::format("\n{}\n{}", title, wrapped({}, kIndent, text));
  }
};

std::string bracketed(const Teller& to, std::string_view text) {
  const Words& words = words_in(to.language);
  return fmt::format("{}{}{}", words.open_bracket, text, words.close_bracket);
}

std::string severities_of(const Teller& to) {
  const Words& words = words_in(to.language);
  std::string out;
  for (int side = 0; side < kSides; ++side) {
    const Severity severity = to.rule.severity[static_cast<std::size_t>(side)];
    out += fmt::format("{}{} {}", out.empty() ? "" : words.list, named(words.side, static_cast<Side>(side)),
                       named(words.severity, severity));
  }
  return out;
}

std::string dates_of(const Teller& to) {
  const Rule& rule = to.rule;
  std::string out;
  if (!rule.since.empty()) out = fmt::format(fmt::runtime(to.say("from {}", "自{}起")), rule.since);
  if (!rule.until.empty()) {
    out += out.empty() ? "" : to.say(", ", "，");
    out += fmt::format(fmt::runtime(to.say("until {}", "至{}止")), rule.until);
  }
  return out.empty() ? out : out + bracketed(to, to.say("asked with --as-of", "以--as-of判断"));
}

std::string asked_of(const Teller& to) {
  const std::string gates = gates_by_name(to.rule.gates);
  std::string out = gates.empty() ? std::string(to.say("every draft", "所有文件"))
                                  : fmt::format(fmt::runtime(to.say("only where: {}", "仅限：{}")), gates);
  if (to.rule.once == Once::Clause) out += to.say("; told once a clause", "；每条仅提示一次");
  if (to.rule.once == Once::Section) out += to.say("; told once a section", "；每节仅提示一次");
  if (!to.rule.recommended) {
    out += to.say("; only when a configuration selects it", "；仅在配置选用时");
  }
  return out;
}

std::string where_of(const Teller& to) {
  std::vector<std::string> parts;
  for (const std::string& topic : to.rule.topics) parts.push_back(topic_words(topic, &to.rules, to.language));
  const std::string_view list = words_in(to.language).list;
  std::string out;
  if (!parts.empty()) {
    out = fmt::format(fmt::runtime(to.say("sentences of the topic {}", "主题为{}的句子")),
                      fmt::join(parts, to.say(" or ", "或")));
  }
  parts.clear();
  for (const std::string& fact : to.rule.facts) parts.push_back(fact_words(fact, &to.rules, to.language));
  if (!parts.empty()) {
    out += out.empty() ? "" : list;
    out += fmt::format(fmt::runtime(to.say("sentences that state the fact {}", "载有要素{}的句子")),
                       fmt::join(parts, to.say(" or ", "或")));
  }
  const std::string places = place_words(to.rule, to.language);
  if (!places.empty()) out += fmt::format("{}{}", out.empty() ? std::string_view() : list, places);
  return out.empty() ? std::string(to.say("every sentence", "所有句子")) : out;
}

void tell_phrases(Teller& to, const PhraseSet& phrases, std::uint32_t indent) {
  for (const Language language : {Language::En, Language::Zh}) {
    std::string_view name = language == Language::En ? "en" : "zh";
    for (const Phrase& phrase : phrases.in(language)) {
      const std::string head = fmt::format("{:{}}{:<4}-", "", indent, std::exchange(name, {}));
      to.out += wrapped(head, indent + 6, phrase.regex ? "regex: " + phrase.pattern : phrase.pattern);
    }
  }
}

// As the tree that the rule is: its parts below a condition, its phrases below what asks for them.
void tell_condition(Teller& to, const Condition& condition, std::uint32_t indent) {
  to.out += wrapped({}, indent, condition_words(condition, &to.rules, to.language));
  const std::uint32_t inner = std::min(indent + 2, kDeepest);
  tell_phrases(to, condition.phrases, inner);
  for (const Condition& part : condition.parts) tell_condition(to, part, inner);
}

void gather_patterns(const Condition& condition, std::string& patterns) {
  for (const Language language : {Language::En, Language::Zh}) {
    for (const Phrase& phrase : condition.phrases.in(language)) patterns += phrase.pattern + "\n";
  }
  for (const Condition& part : condition.parts) gather_patterns(part, patterns);
}

// The named words that its phrases stand on.
void tell_terms(Teller& to) {
  std::string patterns;
  gather_patterns(to.rule.when, patterns);
  for (const Pack& pack : to.rules.packs()) {
    for (const Term& term : pack.terms) {
      if (patterns.find('<' + term.name + '>') == std::string::npos) continue;
      std::vector<std::string> words;
      for (const Phrase& phrase : term.phrases.in(to.language)) words.push_back(phrase.pattern);
      if (words.empty()) continue;
      to.section('<' + term.name + '>', fmt::format("{}", fmt::join(words, words_in(to.language).item_of_list)));
    }
  }
}

// What becomes of the words when the fix is made.
std::string fix_title(const Teller& to) {
  const Fix& fix = to.rule.fix;
  std::string title(to.say("Proposed wording", "建议措辞"));
  const auto with = [&](std::string_view en, std::string_view zh) { return title + bracketed(to, to.say(en, zh)); };
  if (fix.kind == FixKind::InsertAfter && fix.target == FixTarget::Clause) {
    return with("a clause of its own behind it", "其后另加一款");
  }
  if (fix.kind == FixKind::InsertAfter) return with("a sentence of its own", "另加一句");
  if (fix.kind != FixKind::Replace) return title;
  switch (fix.target) {
    case FixTarget::Match: return with("in place of the words matched", "替换所匹配的词句");
    case FixTarget::Value: return with("in place of the value", "替换数值");
    case FixTarget::Sentence:
    case FixTarget::Clause: return with("in place of the sentence", "替换整句");
    case FixTarget::Term: return with("in place of <" + fix.term + ">", "替换<" + fix.term + ">");
  }
  return title;
}

void tell_fix(Teller& to) {
  const Fix& fix = to.rule.fix;
  if (fix.kind == FixKind::Delete) {
    to.section(to.say("Proposed change", "建议修改"), fix.target == FixTarget::Sentence
                                                          ? to.say("Delete the sentence.", "删除整句。")
                                                          : to.say("Delete the words matched.", "删除所匹配的词句。"));
  }
  to.section(fix_title(to), to.in(fix.with));
  to.section(to.say("Fallback", "次选措辞"), to.in(fix.fallback));
  to.section(to.say("Do not go below", "底线"), to.in(fix.floor));
}

std::string in_force(const Teller& to, const Provision& provision) {
  if (provision.since.empty() && provision.until.empty()) return {};
  if (provision.until.empty())
    return fmt::format(fmt::runtime(to.say("in force since {}", "自{}起施行")), provision.since);
  return fmt::format(fmt::runtime(to.say("in force {} to {}", "{}至{}施行")), provision.since, provision.until);
}

void tell_law(Teller& to) {
  const std::vector<const Provision*> printed = printed_provisions(to.rule, &to.rules);
  bool first = true;
  for (const std::string& id : to.rule.law) {
    const Provision* provision = to.rules.find_provision(id);
    if (provision == nullptr) continue;
    if (std::exchange(first, false)) to.out += fmt::format("\n{}\n", to.say("Law", "法律依据"));
    std::string name = provision_name(*provision, to.language);
    if (const std::string dates = in_force(to, *provision); !dates.empty()) name += bracketed(to, dates);
    if (std::ranges::find(printed, provision) == printed.end()) {
      name += bracketed(to, to.say("not cited in reports", "报告不引用"));
    }
    to.out += wrapped({}, kIndent, name) + wrapped({}, kIndent + 2, to.in(provision->says));
  }
}

void tell_example(Teller& to, const Example& example, Language language) {
  const bool fires = example.kind == Example::Kind::Fires;
  const std::string& text = example.text.in(language);
  if (!example.holds_in(language)) return;
  to.out += wrapped(fmt::format("  {}", fires ? to.say("fires", "会提示") : to.say("passes", "不提示")), kTitles, text);
  if (!example.matter.empty())
    to.out += wrapped(fmt::format("  {}", to.say("  matter", "  业务资料")), kTitles, example.matter);
  const std::string& elsewhere = example.elsewhere.in(language);
  if (!elsewhere.empty())
    to.out += wrapped(fmt::format("  {}", to.say("  another document", "  其他文件")), kTitles, elsewhere);
  const std::string& fixed = example.fixed.in(language);
  if (!fixed.empty()) to.out += wrapped(fmt::format("  {}", to.say("  becomes", "  改后")), kTitles, fixed);
}

// In the reader's language; in the other one where the rule speaks that alone.
void tell_examples(Teller& to) {
  const auto in_language = [&](Language language) {
    return std::ranges::any_of(to.rule.examples, [&](const Example& e) { return e.holds_in(language); });
  };
  if (to.rule.examples.empty()) return;
  const Language other = to.english() ? Language::Zh : Language::En;
  to.out += fmt::format("\n{}\n", to.say("Examples", "示例"));
  for (const Example& example : to.rule.examples) {
    tell_example(to, example, in_language(to.language) ? to.language : other);
  }
}

void tell_head(Teller& to) {
  const Rule& rule = to.rule;
  to.out += rule.id + "\n";
  for (const std::string* title :
       {&rule.title.in(to.language), &rule.title.in(to.english() ? Language::Zh : Language::En)}) {
    if (!title->empty()) to.out += wrapped({}, kIndent, *title);
  }
  to.out += '\n';
  to.row(to.say("pack", "规则包"), rule.pack);
  to.row(to.say("dimension", "维度"),
         std::string(named(words_in(to.language).dimension, rule.dimension)) + bracketed(to, name_of(rule.dimension)));
  to.row(to.say("severity", "程度"), severities_of(to));
  to.row(to.say("asked of", "适用"), asked_of(to));
  to.row(to.say("dates", "期间"), dates_of(to));
  to.row(to.say("looks at", "查看"), where_of(to));
}

}  // namespace

std::string rule_explanation(const Rule& rule, const RuleSet& rules, Language language) {
  Teller to{.rule = rule, .rules = rules, .language = language, .out = {}};
  tell_head(to);
  to.section(to.say("What it tells you", "提示内容"), to.in(rule.message));
  to.section(to.say("Why", "理由"), to.in(rule.why));
  tell_law(to);
  tell_fix(to);
  to.section(to.say("Operating caution", "经营提示"), to.in(rule.caution));
  to.out += fmt::format("\n{}\n", to.say("When it fires", "何时提示"));
  tell_condition(to, rule.when, kIndent);
  tell_terms(to);
  tell_examples(to);
  return to.out;
}

}  // namespace clauselint
