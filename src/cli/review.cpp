// clauselint review: one draft in, its marked-up copy and the service-risk summary out.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "clauselint/report.hpp"
#include "cli/commands.hpp"
#include "cli/settings.hpp"
#include "io/files.hpp"

namespace clauselint::cli {
namespace {

namespace fs = std::filesystem;

// `draft.docx` -> `draft`; a second extension such as .min stays.
std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

bool is_date(const std::string& date) {
  if (date.size() != 20) return false;
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:ddZ";
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kShape[i] == 'd' ? !digit : date[i] != kShape[i]) return false;
  }
  return true;
}

std::string number_of(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string totals(const Review& review, const Markup& markup) {
  std::size_t high = 0;
  for (const Finding& finding : review.evaluation.findings) high += finding.severity == Severity::High ? 1 : 0;
  return fmt::format("{}: {} ({} high), {}, {}\n", review.path, number_of(review.evaluation.findings.size(), "finding"),
                     high, number_of(markup.changes, "tracked change"), number_of(markup.comments, "comment"));
}

Result<Markup> make_markup(std::string_view bytes, const Review& review, const Options& options, View view) {
  if (view == View::Original) {
    return Error{
        .kind = ErrorKind::Usage,
        .where = review.path,
        .message = "no mark-up of the original view: it is made on the final text only, leave --view out for one"};
  }
  const MarkupOptions marks{.author = options.author, .date = options.date};
  return review.document.format == SourceFormat::Docx ? mark_up_docx(bytes, review.document, review.plan, marks)
                                                      : mark_up_text(bytes, review.document, review.plan, marks);
}

// A draft without a mark-up still has a summary, which says why there is none.
bool write_summary_alone(Review& result, const std::string& why, const std::string& target, const Matter& matter,
                         const ReportOptions& shown) {
  result.summary.not_examined.push_back(why);
  if (const Outcome written = write_file_atomically(target, summary_markdown(result, matter, shown)); !written) {
    complain(written.error());
    return false;
  }
  return print(fmt::format("{}: {} findings, no mark-up\n  summary:  {}\n", result.path,
                           result.evaluation.findings.size(), target));
}

}  // namespace

int review(const Options& options) {
  const std::string& path = options.paths.front();
  if (!options.date.empty() && !is_date(options.date)) {
    complain(Error{.kind = ErrorKind::Usage,
                   .where = "--date",
                   .message = "\"" + options.date + "\" is no date; write it as 2026-01-31T09:00:00Z"});
    return kUsage;
  }
  std::vector<Error> errors;
  const std::optional<Plan> plan = plan_run(options, {path}, errors);
  if (!plan) return complain(errors);
  const Settings& own = plan->settings.front();

  const Result<std::string> bytes = read_file(path, ReadLimits{}.file);
  if (!bytes) return complain(std::vector{bytes.error()});
  Result<Document> document = read_document(path, *bytes, {.view = own.lint.view});
  if (!document) return complain(std::vector{document.error()});
  const bool word = document->format == SourceFormat::Docx;
  Review result = review_document(std::move(*document), plan->rules, *own.matter, own.lint);

  const Result<Markup> markup = make_markup(*bytes, result, options, own.lint.view);
  if (!markup && markup.error().kind == ErrorKind::Internal) return complain(std::vector{markup.error()});

  const fs::path folder = options.output.empty() ? fs::path(".") : fs::path(options.output);
  if (const Outcome made = make_folders(folder.string()); !made) return complain(std::vector{made.error()});
  const std::string extension = word ? fs::path(path).extension().string() : ".diff";
  const std::string marked = (folder / (stem_of(path) + ".marked" + extension)).string();
  const std::string summary = (folder / (stem_of(path) + ".summary.md")).string();
  for (const std::string& target : {marked, summary}) {
    if (!same_file(path, target)) continue;
    complain(Error{.kind = ErrorKind::Usage,
                   .where = target,
                   .message = "the output would overwrite the draft; choose another folder with -o"});
    return kUsage;
  }
  const ReportOptions shown{.colour = false, .language = result.language, .rules = &plan->rules};
  if (!markup) {
    // Signed or protected, so that it must not be changed; or asked for without.
    complain(markup.error());
    const bool written = write_summary_alone(result, markup.error().message, summary, *own.matter, shown);
    return written && markup.error().kind == ErrorKind::Usage ? kClean : kUnreadable;
  }
  // Both or neither: a summary beside an older mark-up would mislead.
  if (const Outcome written = write_file_atomically(marked, markup->bytes); !written)
    return complain(std::vector{written.error()});
  if (const Outcome written = write_file_atomically(summary, summary_markdown(result, *own.matter, shown)); !written) {
    std::error_code ignored;
    fs::remove(marked, ignored);
    return complain(std::vector{written.error()});
  }
  std::string said = totals(result, *markup);
  for (const std::string& remark : markup->remarks) said += "  not marked in place: " + remark + "\n";
  said += fmt::format("  summary:  {}\n  mark-up:  {}\n", summary, marked);
  return print(said) ? kClean : kUnreadable;
}

}  // namespace clauselint::cli
