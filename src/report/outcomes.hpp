// What became of each rule in a draft, for those who want to see more than findings.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/report.hpp"

namespace clauselint {

std::string_view verdict_word(Verdict verdict, Language language);

/// A line a rule, in the order of the packs: the verdict, the rule, where and by what words it is in order, or why it was not decided or not
/// asked.
std::string outcomes_text(const Review& review, const ReportOptions& options);

/// The same as a section of Markdown.
std::string outcomes_markdown(const Review& review, const ReportOptions& options);

}  // namespace clauselint
