// The pieces of the service-risk summary, each a section of Markdown.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/report.hpp"
#include "report/words.hpp"

namespace clauselint {

/// What every piece is made from.
struct SummaryInput {
  const Review& review;
  const Matter& matter;
  const ReportOptions& options;
  const Words& words;
};

/// A second-level heading with blank lines around it.
std::string section(std::string_view heading);

/// “old” → “new”, or what is inserted or deleted; Markdown.
std::string change_words(const SummaryInput& in, const Edit& edit, std::uint32_t cells);

std::string title_part(const SummaryInput& in);
std::string risks_part(const SummaryInput& in);  ///< the four dimensions and the five worst clauses
std::string cautions_part(const SummaryInput& in);
std::string triggers_part(const SummaryInput& in);
std::string marks_part(const SummaryInput& in);
std::string continued_part(const SummaryInput& in);  ///< what found no room in the parts above; may be empty
std::string questions_part(const SummaryInput& in);
std::string in_order_part(const SummaryInput& in);
std::string not_examined_part(const SummaryInput& in);

}  // namespace clauselint
