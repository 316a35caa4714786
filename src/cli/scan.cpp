// clauselint scan: many drafts, all cores, one line of JSON each.
#include <atomic>
#include <string>
#include <thread>

#include "clauselint/lint.hpp"
#include "clauselint/report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/settings.hpp"

namespace clauselint::cli {

int scan(const Options& options) {
  std::vector<Error> errors;
  const Inputs inputs = find_inputs(options.paths);
  const std::optional<Plan> plan = plan_run(options, inputs.files, errors);
  if (!plan) return complain(errors);
  complain(inputs.errors);
  if (inputs.files.empty() && inputs.errors.empty() && !options.allow_empty) {
    complain(Error{.kind = ErrorKind::Usage,
                   .where = {},
                   .message = "no draft found in the paths given; use --allow-empty if that is meant"});
    return kUsage;
  }
  const unsigned threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  std::atomic<bool> unreadable = !inputs.errors.empty();
  std::atomic<bool> printed = true;
  for_each_in_order(
      inputs.files.size(), threads,
      [&](std::size_t i) {
        const Settings& own = plan->settings[i];
        const Result<Review> review = review_file(inputs.files[i], plan->rules, *own.matter, own.lint);
        if (review) return scan_line(*review);
        unreadable = true;
        return scan_error_line(inputs.files[i], review.error());
      },
      [&](std::size_t, std::string line) {
        if (!line.ends_with('\n')) line += '\n';
        if (!print(line)) printed = false;
      });
  return unreadable || !printed ? kUnreadable : kClean;
}

}  // namespace clauselint::cli
