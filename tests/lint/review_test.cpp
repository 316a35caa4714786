#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "clauselint/report.hpp"
#include "io/files.hpp"

using namespace clauselint;

namespace {

const std::string kSamples = std::string(CLAUSELINT_SOURCE_DIR) + "/samples/";

struct Sample {
  std::string draft;
  std::string matter;
};

const Sample kAll[] = {{"distributor-appendix/draft.docx", "distributor-appendix/matter.yaml"},
                       {"equipment-purchase/draft.docx", "equipment-purchase/matter.yaml"},
                       {"bilingual-service/draft.docx", "bilingual-service/matter.yaml"},
                       {"service-template/draft.md", "service-template/matter.yaml"}};

Matter matter_of(const Sample& sample) {
  const Result<std::string> yaml = read_file(kSamples + sample.matter, 1u << 20);
  REQUIRE(yaml);
  const Result<Matter> matter = parse_matter(sample.matter, *yaml);
  INFO((matter ? "" : describe(matter.error())));
  REQUIRE(matter);
  return *matter;
}

Review review_of(const Sample& sample) {
  const Result<Review> review = review_file(kSamples + sample.draft, default_rules(), matter_of(sample), {});
  REQUIRE(review);
  return *review;
}

}  // namespace

TEST_CASE("each sample gives findings, things in order, triggers and cautions") {
  for (const Sample& sample : kAll) {
    INFO(sample.draft);
    const Review review = review_of(sample);
    CHECK(find_fault(review.document).empty());
    CHECK_FALSE(review.evaluation.findings.empty());
    CHECK_FALSE(review.summary.in_order.empty());
    CHECK_FALSE(review.summary.triggers.empty());
    CHECK_FALSE(review.summary.cautions.empty());
  }
}

TEST_CASE("the README shows what the sample gives") {
  const Result<std::string> readme = read_file(std::string(CLAUSELINT_SOURCE_DIR) + "/README.md", 1u << 20);
  REQUIRE(readme);
  const Review review = review_of(kAll[0]);
  const auto high = std::ranges::count(review.evaluation.findings, Severity::High, &Finding::severity);
  const std::string count = std::to_string(review.evaluation.findings.size());
  CHECK(readme->find(count + " findings (" + std::to_string(high) + " high)") != std::string::npos);
  const std::string summary = summary_markdown(review, matter_of(kAll[0]), {.rules = &default_rules()});
  std::istringstream lines(*readme);
  std::size_t quoted = 0;
  for (std::string line; std::getline(lines, line);) {
    const bool of_summary = line.starts_with("> | ") || line.starts_with("> 1. ") || line.starts_with("> Draft: ");
    if (!of_summary) continue;
    ++quoted;
    CAPTURE(line);
    CHECK(summary.find(line.substr(2)) != std::string::npos);
  }
  CHECK(quoted >= 6);
  LintOptions options;
  options.parties = true;
  const Result<Review> bare = review_file(kSamples + kAll[0].draft, default_rules(), {}, options);
  REQUIRE(bare);
  const std::string facts = facts_text(*bare, {.rules = &default_rules()});
  const std::size_t begin = readme->find("```\nWarranty period\n") + 4;
  std::istringstream terms(readme->substr(begin, readme->find("```", begin) - begin));
  for (std::string line; std::getline(terms, line);) {
    CAPTURE(line);
    CHECK(facts.find(line + "\n") != std::string::npos);
  }
}

TEST_CASE("every finding stands within its paragraph and quotes words of the draft") {
  for (const Sample& sample : kAll) {
    const Review review = review_of(sample);
    for (const Finding& finding : review.evaluation.findings) {
      INFO(sample.draft << " " << finding.rule->id);
      CHECK(review.document.paragraphs[finding.paragraph].span.contains(finding.span));
      CHECK_FALSE(finding.span.empty());
      CHECK_FALSE(finding.message.en.empty());
      CHECK(finding.message.en.find('{') == std::string::npos);
      CHECK(finding.message.zh.find('{') == std::string::npos);
    }
  }
}

TEST_CASE("the two language versions of the bilingual sample disagree on the warranty, and that is found") {
  const Review review = review_of(kAll[2]);
  bool found = false;
  for (const Finding& finding : review.evaluation.findings) {
    found = found ||
            (finding.rule->id == "conflicting-warranty-periods" && review.document.words(finding.span) == "12 months");
  }
  CHECK(found);
}

TEST_CASE("the same draft gives the same mark-up and the same reports twice") {
  for (const Sample& sample : kAll) {
    const Result<std::string> bytes = read_file(kSamples + sample.draft, 8u << 20);
    REQUIRE(bytes);
    const Review first = review_of(sample);
    const Review second = review_of(sample);
    const bool word = first.document.format == SourceFormat::Docx;
    const auto marked = [&](const Review& review) {
      const Result<Markup> markup = word ? mark_up_docx(*bytes, review.document, review.plan, {})
                                         : mark_up_text(*bytes, review.document, review.plan, {});
      INFO((markup ? "" : describe(markup.error())));
      REQUIRE(markup);
      return markup->bytes;
    };
    CHECK(marked(first) == marked(second));
    const ReportOptions shown{.colour = false, .language = first.language, .rules = &default_rules()};
    CHECK(summary_markdown(first, matter_of(sample), shown) == summary_markdown(second, matter_of(sample), shown));
    CHECK(json_report(std::span(&first, 1), shown) == json_report(std::span(&second, 1), shown));
  }
}

TEST_CASE("accepting the marks of a sample gives the planned text") {
  for (const Sample& sample : kAll) {
    const Review review = review_of(sample);
    if (review.document.format != SourceFormat::Docx) continue;
    const Result<std::string> bytes = read_file(kSamples + sample.draft, 8u << 20);
    const Result<Markup> markup = mark_up_docx(*bytes, review.document, review.plan, {});
    REQUIRE(markup);
    // Our own reader takes tracked changes in their final view.
    const Result<Document> again = read_document("marked.docx", markup->bytes);
    REQUIRE(again);
    const std::string planned = apply(review.document, review.plan);
    CHECK(without_comments(*again, again->text) == without_comments(review.document, planned));
  }
}
