// A condition of a rule told in a line, for those who read rules.
#include "report/condition_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/places.hpp"
#include "report/words.hpp"

namespace clauselint {
namespace {

std::string_view kind_words(ValueKind kind, bool english) {
  switch (kind) {
    case ValueKind::Duration: return english ? "duration" : "期限";
    case ValueKind::Money: return english ? "sum of money" : "金额";
    case ValueKind::Percent: return english ? "percentage" : "百分比";
    case ValueKind::Count: return english ? "count" : "数量";
    case ValueKind::Date: return english ? "date" : "日期";
    case ValueKind::Reference: return english ? "reference" : "引用";
    case ValueKind::Placeholder: return english ? "blank" : "空白";
    case ValueKind::Hours: return english ? "statement of hours" : "服务时间";
    case ValueKind::Text: return english ? "amount in words" : "文字表述的数额";
  }
  return {};
}

std::string_view scope_words(Scope scope, bool english) {
  switch (scope) {
    case Scope::Sentence: return english ? "in the sentence" : "本句中";
    case Scope::Paragraph: return english ? "in the paragraph" : "本段中";
    case Scope::Clause: return english ? "in the clause" : "本条款中";
    case Scope::Section: return english ? "in the section" : "本章节中";
    case Scope::Topic: return english ? "in the sentences of its topics" : "同主题的各句中";
    case Scope::Document: return english ? "in the document" : "全文中";
  }
  return {};
}

std::string_view comparison_words(Comparison comparison, bool english) {
  switch (comparison) {
    case Comparison::Exceeds: return english ? "exceeds" : "超过";
    case Comparison::Below: return english ? "is below" : "低于";
    case Comparison::Is: return english ? "is" : "等于";
    case Comparison::Differs: return english ? "differs from" : "不同于";
  }
  return {};
}

std::string_view mention_words(Polarity polarity, bool english) {
  switch (polarity) {
    case Polarity::Promised: return english ? "mentions a phrase" : "含有词句";
    case Polarity::Negated: return english ? "mentions a phrase, negated" : "含有词句（否定）";
    case Polarity::Any: return english ? "mentions a phrase, negated or not" : "含有词句（不论是否否定）";
  }
  return {};
}

std::string_view fault_words(TermFault fault, bool english) {
  switch (fault) {
    case TermFault::Undefined: return english ? "a defined term is used and not defined" : "使用了未定义的术语";
    case TermFault::Redefined: return english ? "a term is defined a second time" : "术语重复定义";
    case TermFault::Unused: return english ? "a term is defined and not used" : "术语定义后未使用";
  }
  return {};
}

std::string titled(const Text& title, const std::string& name, Language language) {
  if (title.empty()) return name;
  const Words& words = words_in(language);
  return fmt::format("{}{}{}{}", in_either(title, language), words.open_bracket, name, words.close_bracket);
}

// What a `without` or a `missing` looks for.
std::string sought(const Condition& condition, const RuleSet* rules, Language language) {
  const bool english = language == Language::En;
  if (!condition.fact.empty()) return fact_words(condition.fact, rules, language);
  if (!condition.topic.empty()) return topic_words(condition.topic, rules, language);
  if (condition.value) return fmt::format("{}{}", english ? "a " : "", kind_words(*condition.value, english));
  return english ? "a phrase" : "词句";
}

std::string count_words(const Condition& condition, bool english) {
  const std::string_view scope = scope_words(condition.scope, english);
  const bool bounded = condition.at_most != Condition().at_most;
  if (!bounded) {
    return fmt::format(fmt::runtime(english ? "at least {} times {}" : "{1}至少{0}次"), condition.at_least, scope);
  }
  if (condition.at_least == 0) {
    return fmt::format(fmt::runtime(english ? "at most {} times {}" : "{1}至多{0}次"), condition.at_most, scope);
  }
  return fmt::format(fmt::runtime(english ? "{} to {} times {}" : "{2}{0}至{1}次"), condition.at_least,
                     condition.at_most, scope);
}

}  // namespace

std::string fact_words(const std::string& name, const RuleSet* rules, Language language) {
  const FactSpec* fact = rules == nullptr ? nullptr : rules->find_fact(name);
  return fact == nullptr ? name : titled(fact->title, name, language);
}

std::string topic_words(const std::string& name, const RuleSet* rules, Language language) {
  if (rules == nullptr) return name;
  for (const Pack& pack : rules->packs()) {
    const auto topic = std::ranges::find(pack.topics, name, &Topic::name);
    if (topic != pack.topics.end()) return titled(topic->title, name, language);
  }
  return name;
}

std::string place_words(const Rule& rule, Language language) {
  const bool english = language == Language::En;
  constexpr std::string_view kSettings[][2] = {
      {"running text", "正文语句"}, {"cells of tables", "表格单元格"}, {"headings", "标题"}, {"definitions", "定义"}};
  constexpr std::string_view kStories[][2] = {{"the body", "正文"}, {"footnotes", "脚注"}, {"endnotes", "尾注"},
                                              {"headers", "页眉"},  {"footers", "页脚"},   {"text boxes", "文本框"}};
  std::vector<std::string_view> words;
  for (const Setting setting : rule.settings) words.push_back(kSettings[static_cast<int>(setting)][english ? 0 : 1]);
  std::string out = fmt::format("{}", fmt::join(words, english ? " or " : "或"));
  words.clear();
  for (const Story story : rule.stories) words.push_back(kStories[static_cast<int>(story)][english ? 0 : 1]);
  if (words.empty()) return out;
  const std::string stories = fmt::format("{}", fmt::join(words, english ? " or " : "或"));
  if (out.empty()) return english ? "sentences of " + stories : stories + "中的语句";
  return english ? out + " of " + stories : stories + "中的" + out;
}

std::string condition_words(const Condition& condition, const RuleSet* rules, Language language) {
  const bool english = language == Language::En;
  const auto fact = [&] { return fact_words(condition.fact, rules, language); };
  switch (condition.kind) {
    case ConditionKind::All: return english ? "all of" : "同时满足";
    case ConditionKind::Any: return english ? "any of" : "满足任一";
    case ConditionKind::Not: return english ? "not" : "不满足";
    case ConditionKind::Mentions: return std::string(mention_words(condition.polarity, english));
    case ConditionKind::Without:
      return english
                 ? fmt::format("without {} {}", sought(condition, rules, language),
                               scope_words(condition.scope, english))
                 : fmt::format("{}没有{}", scope_words(condition.scope, english), sought(condition, rules, language));
    case ConditionKind::Missing:
      return fmt::format(fmt::runtime(english ? "missing in the document: {}" : "全文缺少：{}"),
                         sought(condition, rules, language));
    case ConditionKind::FactCompare: {
      const std::string other = rules != nullptr && rules->find_fact(condition.against) != nullptr
                                    ? fact_words(condition.against, rules, language)
                                    : condition.against;
      return fmt::format("{}{}{}{}{}", fact(), english ? " " : "", comparison_words(condition.comparison, english),
                         english ? " " : "", other);
    }
    case ConditionKind::Conflict:
      if (condition.among_documents) {
        return fmt::format(fmt::runtime(english ? "another document of the matter gives another value: {}"
                                                : "本项目其他文件的数值与此不同：{}"),
                           fact());
      }
      return fmt::format(fmt::runtime(english ? "two values of one fact: {}" : "同一要素的数值不一致：{}"), fact());
    case ConditionKind::NoStart:
      return fmt::format(fmt::runtime(english ? "no start of its clock: {}" : "未写明起算点：{}"), fact());
    case ConditionKind::Unresolved: return english ? "a reference leads nowhere" : "引用的条款或附件不存在";
    case ConditionKind::Placeholder: return english ? "a blank is still to be filled" : "有待填的空白";
    case ConditionKind::WordsDiffer:
      return condition.value
                 ? fmt::format(fmt::runtime(english ? "words and figures of a {} differ" : "{}的大小写不一致"),
                               kind_words(*condition.value, english))
                 : std::string(english ? "words and figures of a value differ" : "数值的大小写不一致");
    case ConditionKind::Term: return std::string(fault_words(condition.fault, english));
    case ConditionKind::Count: return count_words(condition, english);
    case ConditionKind::Duty:
      if (condition.party == "nobody") return english ? "nobody is named who owes it" : "未写明由谁承担";
      return fmt::format(fmt::runtime(english ? "owed by the {}" : "由{}承担"), condition.party);
  }
  return {};
}

}  // namespace clauselint
