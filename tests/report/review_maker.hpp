// Reviews made by hand: a draft of a few numbered lines, rules and findings, without any stage having run.
#pragma once

#include <algorithm>
#include <cassert>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clauselint/lint.hpp"
#include "support/document_builder.hpp"

namespace clauselint {

struct DraftLine {
  std::string label;    ///< of the clause that begins here; empty: no clause begins
  std::string heading;  ///< at the start of the line, after the label
  std::string text;     ///< the line after its label, the heading included
  std::uint32_t level = 1;
};

/// Owns the rules that its review points at, so it must outlive copies of the review.
class ReviewMaker {
 public:
  ReviewMaker(std::string path, Language language, const std::vector<DraftLine>& lines) {
    std::string text;
    for (const DraftLine& line : lines) text += (line.label.empty() ? "" : line.label + " ") + line.text + "\n";
    review.document = document(text);
    review.path = review.document.path = std::move(path);
    review.language = language;
    Clause root;
    root.extent = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    root.language = language;
    review.tree.clauses.push_back(root);
    for (std::size_t i = 0; i < lines.size(); ++i) add_line(lines[i], static_cast<std::uint32_t>(i));
  }

  Rule& rule(std::string id, Text title, Dimension dimension, std::vector<std::string> law = {}) {
    Rule& made = rules_.emplace_back();
    made.id = std::move(id);
    made.pack = "sample";
    made.title = std::move(title);
    made.dimension = dimension;
    made.law = std::move(law);
    return made;
  }

  /// A finding about the first place where the draft says `words`.
  Finding& finding(const Rule& rule, Severity severity, std::string_view words, Text message) {
    Finding& made = review.evaluation.findings.emplace_back();
    made.rule = &rule;
    made.severity = severity;
    made.span = span_of(words);
    made.clause = clause_of(made.span);
    made.paragraph = paragraph_at(review.document, made.span.begin);
    made.language = review.language;
    made.message = std::move(message);
    return made;
  }

  void mark(std::string refusal = {}) {
    const Finding& last = review.evaluation.findings.back();
    Mark made{.finding = static_cast<std::uint32_t>(review.evaluation.findings.size() - 1),
              .span = last.span,
              .edit = {},
              .comment = last.message.en,
              .refusal = std::move(refusal)};
    if (made.refusal.empty()) made.edit = last.edit;
    review.plan.marks.push_back(std::move(made));
  }

  void in_order(const Rule& rule, std::string_view words) {
    const ByteSpan span = span_of(words);
    review.evaluation.outcomes.push_back(
        {.rule = &rule, .verdict = Verdict::Satisfied, .evidence = span, .clause = clause_of(span), .reason = {}});
    review.summary.in_order.push_back(review.evaluation.outcomes.back());
  }

  void undecided(const Rule& rule, Text reason) {
    review.evaluation.outcomes.push_back({.rule = &rule,
                                          .verdict = Verdict::Undecided,
                                          .evidence = {},
                                          .clause = kRootClause,
                                          .reason = std::move(reason)});
    review.summary.undecided.push_back(review.evaluation.outcomes.back());
  }

  void fact(std::string name, std::string_view value, std::string_view quote, std::string start = {},
            std::string_view start_words = {}) {
    Fact made;
    made.name = std::move(name);
    parse_value(std::string(value), made.value);
    made.quote = span_of(quote);
    const auto offset = std::string(quote).find(value);
    assert(offset != std::string::npos);
    made.value.span.begin = made.quote.begin + static_cast<std::uint32_t>(offset);
    made.value.span.end = made.value.span.begin + static_cast<std::uint32_t>(value.size());
    made.clause = clause_of(made.quote);
    made.start = std::move(start);
    if (!start_words.empty()) made.start_span = span_of(start_words);
    review.evaluation.facts.push_back(std::move(made));
  }

  /// Ranks and lights by severity alone.
  void summarise_findings() {
    const auto& findings = review.evaluation.findings;
    auto& summary = review.summary;
    for (std::uint32_t i = 0; i < findings.size(); ++i) summary.ranked.push_back(i);
    std::ranges::stable_sort(summary.ranked,
                             [&](auto a, auto b) { return findings[a].severity > findings[b].severity; });
    for (const std::uint32_t i : summary.ranked) {
      DimensionSummary& dimension = summary.dimensions[static_cast<std::size_t>(findings[i].rule->dimension)];
      dimension.findings.push_back(i);
      dimension.high += findings[i].severity == Severity::High ? 1 : 0;
      dimension.medium += findings[i].severity == Severity::Medium ? 1 : 0;
      dimension.low += findings[i].severity <= Severity::Low ? 1 : 0;
      dimension.light = dimension.high > 0 ? Light::Red : Light::Amber;
      if (summary.worst.size() < 5) summary.worst.push_back(i);
    }
  }

  ByteSpan span_of(std::string_view words) const {
    const std::size_t at = review.document.text.find(words);
    assert(at != std::string::npos);
    return {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + words.size())};
  }

  Review review;

 private:
  void add_line(const DraftLine& line, std::uint32_t paragraph) {
    const ByteSpan span = review.document.paragraphs[paragraph].span;
    if (!line.label.empty()) {
      const auto begin = static_cast<std::uint32_t>(span.begin + line.label.size() + 1);
      Clause clause;
      clause.parent = kRootClause;
      clause.level = line.level;
      clause.label = line.label;
      clause.span = clause.extent = span;
      clause.language = review.language;
      if (!line.heading.empty())
        clause.heading = {.begin = begin, .end = begin + static_cast<std::uint32_t>(line.heading.size())};
      review.tree.clauses.push_back(clause);
    }
    review.tree.sentences.push_back({.span = span,
                                     .clause = static_cast<std::uint32_t>(review.tree.clauses.size() - 1),
                                     .paragraph = paragraph,
                                     .language = review.language,
                                     .heading = !line.heading.empty() && line.heading == line.text});
  }

  std::uint32_t clause_of(ByteSpan span) const {
    return review.tree.sentences[paragraph_at(review.document, span.begin)].clause;
  }

  std::deque<Rule> rules_;
};

/// Two provisions, one of them in two articles, as rules would cite them.
inline RuleSet sample_rules() {
  const auto provision = [](std::string id, std::string article, std::string gate, std::string mark) {
    return Provision{.id = std::move(id),
                     .instrument = {.en = "Civil Code", .zh = "民法典"},
                     .article = std::move(article),
                     .since = "2021-01-01",
                     .until = {},
                     .gate = std::move(gate),
                     .mark = std::move(mark),
                     .says = {.en = "Gaps are filled.", .zh = "填补空白。"},
                     .place = {}};
  };
  std::vector<Provision> provisions = {
      provision("p-510", "510", "any", "V"), provision("p-511-4", "511(4)", "prc", "V"),
      provision("p-shop", "26", "consumer", "V"), provision("p-unread", "999", "any", "M")};
  std::vector<Error> errors;
  std::optional<RuleSet> rules = RuleSet::compile({}, std::move(provisions), errors);
  assert(rules);
  return *rules;
}

/// A small English draft with one of everything.
inline ReviewMaker english_review() {
  ReviewMaker maker(
      "drafts/appendix.md", Language::En,
      {{"8.1", "", "Supplier shall respond promptly to any service request of the Distributor | end customer."},
       {"8.2(a)", "", "The warranty period is 24 months from delivery."},
       {"9", "Returns", "Returns"},
       {"9.1", "", "Returns are accepted on request within 30 days."},
       {"", "", "Supplier answers each complaint within 4 hours."}});
  Rule& slow = maker.rule("no-limit", {.en = "Response duty without a time limit", .zh = "响应义务没有时限"},
                          Dimension::CustomerExpectations, {"p-510", "p-511-4", "p-shop", "p-unread"});
  slow.why = {.en = "A duty without a date is due on demand.", .zh = "没有期限的义务可随时请求履行。"};
  Rule& longer =
      maker.rule("longer-than-model", {.en = "Warranty longer than the service model", .zh = "质保期长于服务模式"},
                 Dimension::WarrantyCost);
  Rule& ladder =
      maker.rule("no-ladder", {.en = "No *escalation* path", .zh = "没有升级路径"}, Dimension::EscalationTiming);
  Rule& answered = maker.rule("no-answer-time", {.en = "No time to answer a complaint", .zh = "没有答复期限"},
                              Dimension::EscalationTiming);

  Finding& first = maker.finding(
      slow, Severity::Medium, "promptly",
      {.en = "“promptly” sets no time: the other side decides what is prompt.", .zh = "“promptly”没有时限。"});
  first.edit = Edit{.span = first.span, .replacement = "within [●] hours of the service request"};
  first.fallback = {.en = "within one working day", .zh = "在1个工作日内"};
  maker.mark();
  Finding& second = maker.finding(
      longer, Severity::High, "24 months",
      {.en = "24 months is longer than the 12 months of the service model.", .zh = "24个月长于服务模式的12个月。"});
  second.edit = Edit{.span = second.span, .replacement = "12 months"};
  second.floor = {.en = "never beyond 18 months from shipment", .zh = "不超过发货后18个月"};
  maker.mark("a field: Word computes these words");
  Finding& third =
      maker.finding(ladder, Severity::Low, "Returns are accepted on request within 30 days.",
                    {.en = "Nobody is named for a complaint that stays open.", .zh = "没有约定升级对象。"});
  third.absence = true;
  maker.mark();
  maker.in_order(answered, "within 4 hours");
  maker.undecided(answered, {.en = "the value is blank", .zh = "数值待填"});
  maker.summarise_findings();
  maker.review.summary.cautions = {
      {.en = "Do not quote a response time to customers yet.", .zh = "暂不向客户承诺响应时间。"}};
  maker.review.summary.triggers = {{.trigger = nullptr,
                                    .text = {.en = "No answer after 3 hours (clause 9.1): tell the service manager.",
                                             .zh = "3小时未答复：告知服务经理。"},
                                    .clause = kRootClause}};
  maker.review.summary.questions = {{.text = {.en = "The service model does not say `response.respond`.",
                                              .zh = "服务模式未载明 `response.respond`。"}}};
  maker.review.document.notes = {{.what = "comments", .where = "word/comments.xml", .count = 3}};
  maker.fact("sample.period", "24 months", "The warranty period is 24 months from delivery", "delivery", "delivery");
  maker.fact("sample.answer", "4 hours", "answers each complaint within 4 hours");
  return maker;
}

/// The same in Chinese, shorter.
inline ReviewMaker chinese_review() {
  ReviewMaker maker("合同.txt", Language::Zh,
                    {{"第一条", "质保", "质保"},
                     {"第二条", "", "乙方应在接到报修后尽快响应，并负责到底。"},
                     {"第三条", "", "质保期为24个月，自验收合格之日起算。"}});
  Rule& slow = maker.rule("no-limit", {.en = "Response duty without a time limit", .zh = "响应义务没有时限"},
                          Dimension::CustomerExpectations, {"p-510", "p-511-4"});
  slow.why = {.en = "A duty without a date is due on demand.", .zh = "没有期限的义务可随时请求履行。"};
  Finding& first = maker.finding(slow, Severity::High, "尽快",
                                 {.en = "“尽快” sets no time.", .zh = "“尽快”没有时限：何时响应由对方说了算。"});
  first.edit = Edit{.span = first.span, .replacement = "4小时内"};
  maker.mark();
  maker.summarise_findings();
  maker.fact("sample.period", "24个月", "质保期为24个月", "acceptance", "验收合格之日");
  return maker;
}

}  // namespace clauselint
