// Everything known about the drafts as one JSON document. Its shape is a promise: `format` counts up when it changes.
#include <algorithm>

#include "clauselint/report.hpp"
#include "report/json_facts.hpp"
#include "report/note_words.hpp"
#include "report/parties_json.hpp"
#include "report/places.hpp"
#include "report/twin_note.hpp"
#include "report/version.hpp"

namespace clauselint {
namespace {

constexpr int kFormat = 1;

std::string_view name_of_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::Fired: return "fired";
    case Verdict::Satisfied: return "satisfied";
    case Verdict::NotApplicable: return "not-applicable";
    case Verdict::Undecided: return "undecided";
  }
  return "";
}

std::string_view name_of_light(Light light) {
  switch (light) {
    case Light::Green: return "green";
    case Light::Amber: return "amber";
    case Light::Red: return "red";
    case Light::Unlit: return "unlit";
  }
  return "";
}

Json counts_of(const Review& review) {
  const Tally tally = tally_of(review);
  return {{"high", tally.high}, {"medium", tally.medium}, {"low", tally.low}, {"info", tally.info}};
}

Json law_of(const Rule& rule, const ReportOptions& options, Language language) {
  Json law = Json::array();
  for (const Provision* provision : printed_provisions(rule, options.rules)) {
    law.push_back({{"id", provision->id},
                   {"instrument", json_of(provision->instrument, language)},
                   {"article", provision->article},
                   {"says", json_of(provision->says, language)}});
  }
  return law;
}

Json edit_of(const Review& review, const Edit& edit) {
  return {{"span", json_of(edit.span)},
          {"source", json_source(review.document, edit.span)},
          {"old", review.document.words(edit.span)},
          {"new", edit.replacement}};
}

// The proposal of the rule, and what the plan made of it.
void add_mark(Json& json, const Review& review, const Finding& finding, const Mark* mark) {
  json["edit"] = finding.edit ? edit_of(review, *finding.edit) : Json();
  json["edit_made"] = mark != nullptr && mark->edit.has_value();
  json["comment"] = mark != nullptr ? mark->comment : std::string();
  json["refusal"] = mark != nullptr ? mark->refusal : std::string();
}

Json finding_of(const Review& review, const Finding& finding, const Mark* mark, const ReportOptions& options) {
  const Rule& rule = *finding.rule;
  const Language language = review.language;
  Json json = {{"rule", rule.id},
               {"pack", rule.pack},
               {"title", json_of(rule.title, language)},
               {"severity", name_of(finding.severity)},
               {"dimension", name_of(rule.dimension)},
               {"clause", citation(review.tree, finding.clause)},
               {"paragraph", paragraph_number(review, finding.span)},
               {"language", name_of(finding.language)},
               {"absence", finding.absence},
               {"concern", finding.concern},
               {"span", json_of(finding.span)},
               {"source", json_source(review.document, finding.span)},
               {"quote", review.document.words(finding.span)},
               {"message", json_of(finding.message, language)},
               {"why", json_of(rule.why, language)},
               {"law", law_of(rule, options, language)}};
  json["also"] = Json::array();
  for (const ByteSpan place : finding.also) {
    json["also"].push_back({{"paragraph", paragraph_number(review, place)},
                            {"span", json_of(place)},
                            {"source", json_source(review.document, place)},
                            {"quote", review.document.words(place)}});
  }
  add_mark(json, review, finding, mark);
  json["fallback"] = json_of(finding.fallback, language);
  json["floor"] = json_of(finding.floor, language);
  json["caution"] = json_of(finding.caution, language);
  return json;
}

Json outcome_of(const Review& review, const RuleOutcome& outcome) {
  Json json = {{"rule", outcome.rule->id},
               {"verdict", name_of_verdict(outcome.verdict)},
               {"clause", citation(review.tree, outcome.clause)}};
  if (!outcome.evidence.empty()) {
    json["span"] = json_of(outcome.evidence);
    json["source"] = json_source(review.document, outcome.evidence);
    json["quote"] = review.document.words(outcome.evidence);
  }
  if (!outcome.reason.empty()) json["reason"] = json_of(outcome.reason, review.language);
  return json;
}

std::vector<std::string> not_examined(const Review& review) {
  std::vector<std::string> lines;
  for (const Note& note : review.document.notes) lines.push_back(note_words(note, words_in(review.language)));
  lines.insert(lines.end(), review.summary.not_examined.begin(), review.summary.not_examined.end());
  if (std::string note = twin_note(review, words_in(review.language)); !note.empty()) lines.push_back(std::move(note));
  return lines;
}

// Findings are named by their index in "findings".
Json summary_of(const Review& review) {
  const Summary& summary = review.summary;
  Json dimensions = Json::array();
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const DimensionSummary& dimension = summary.dimensions[i];
    dimensions.push_back({{"dimension", name_of(static_cast<Dimension>(i))},
                          {"light", name_of_light(dimension.light)},
                          {"high", dimension.high},
                          {"medium", dimension.medium},
                          {"low", dimension.low},
                          {"findings", dimension.findings}});
  }
  Json cautions = Json::array();
  for (const Text& caution : summary.cautions) cautions.push_back(json_of(caution, review.language));
  Json triggers = Json::array();
  for (const TriggerNote& note : summary.triggers) {
    triggers.push_back({{"trigger", note.trigger != nullptr ? note.trigger->id : std::string()},
                        {"clause", citation(review.tree, note.clause)},
                        {"text", json_of(note.text, review.language)}});
  }
  Json questions = Json::array();
  for (const Question& question : summary.questions) questions.push_back(json_of(question.text, review.language));
  return {{"dimensions", dimensions},
          {"ranked", summary.ranked},
          {"worst", summary.worst},
          {"cautions", cautions},
          {"triggers", triggers},
          {"questions", questions},
          {"not_examined", not_examined(review)}};
}

Json document_of(const Review& review, const ReportOptions& options) {
  const std::vector<const Mark*> marks = marks_by_finding(review);
  Json findings = Json::array();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    findings.push_back(finding_of(review, review.evaluation.findings[i], marks[i], options));
  }
  Json outcomes = Json::array();
  for (const RuleOutcome& outcome : review.evaluation.outcomes) outcomes.push_back(outcome_of(review, outcome));
  return {{"path", review.path},
          {"source_format", name_of(review.document.format)},
          {"view", name_of(review.document.view)},
          {"encoding", review.document.encoding},
          {"language", name_of(review.language)},
          {"counts", counts_of(review)},
          {"findings", findings},
          {"summary", summary_of(review)},
          {"facts", json_facts(review)},
          {"parties", json_parties(review)},
          {"definitions", json_definitions(review)},
          {"references", json_references(review)},
          {"outcomes", outcomes},
          {"missing_matter", review.evaluation.missing_matter},
          {"notes", json_notes(review.document)}};
}

}  // namespace

std::string json_report(std::span<const Review> reviews, const ReportOptions& options) {
  Json documents = Json::array();
  for (const Review& review : reviews) documents.push_back(document_of(review, options));
  const Json report = {{"tool", "clauselint"}, {"version", kVersion}, {"format", kFormat}, {"documents", documents}};
  return dumped(report, 2) + "\n";
}

std::string scan_line(const Review& review) {
  Json findings = Json::array();
  for (const Finding& finding : review.evaluation.findings) {
    findings.push_back({{"rule", finding.rule->id},
                        {"severity", name_of(finding.severity)},
                        {"clause", citation(review.tree, finding.clause)},
                        {"paragraph", paragraph_number(review, finding.span)},
                        {"source", json_source(review.document, finding.span)}});
  }
  Json line = {{"path", review.path}, {"counts", counts_of(review)}, {"findings", findings}};
  line["view"] = name_of(review.document.view);
  line["in_order"] = count_verdicts(review, Verdict::Satisfied);
  line["undecided"] = count_verdicts(review, Verdict::Undecided);
  line["notes"] = json_notes(review.document);
  return dumped(line) + "\n";
}

std::string scan_error_line(const std::string& path, const Error& error) {
  return dumped({{"path", path}, {"error", {{"where", error.where}, {"message", error.message}}}}) + "\n";
}

}  // namespace clauselint
