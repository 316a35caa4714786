// clauselint init: a commented matter.yaml to start from.
#include <filesystem>
#include <string>
#include <system_error>

#include "clauselint/matter.hpp"
#include "cli/commands.hpp"
#include "io/files.hpp"

namespace clauselint::cli {

int init(const Options& options) {
  const std::string path = options.output.empty() ? "matter.yaml" : options.output;
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    complain(
        Error{.kind = ErrorKind::Usage, .where = path, .message = "the file exists already; name another with -o"});
    return kUsage;
  }
  if (const Outcome written = write_file_atomically(path, matter_template()); !written) {
    complain(written.error());
    return kUnreadable;
  }
  return print("wrote " + path + ": fill in the service model, then run clauselint review DRAFT --matter " + path +
               "\n")
             ? kClean
             : kUnreadable;
}

}  // namespace clauselint::cli
