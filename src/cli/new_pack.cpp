// clauselint rules new: a pack to start from.
#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>

#include "clauselint/rule.hpp"
#include "cli/commands.hpp"
#include "io/files.hpp"

namespace clauselint::cli {
namespace {

bool is_pack_name(const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::ranges::all_of(name, fits);
}

}  // namespace

int rules_new(const Options& options) {
  if (!is_pack_name(options.rule)) {
    complain(Error{.kind = ErrorKind::Usage,
                   .where = options.rule,
                   .message = "a pack's name is of lower-case letters, digits and hyphens, and begins with a letter"});
    return kUsage;
  }
  const std::string path = options.output.empty() ? options.rule + ".yaml" : options.output;
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    complain(
        Error{.kind = ErrorKind::Usage, .where = path, .message = "the file exists already; name another with -o"});
    return kUsage;
  }
  if (const Outcome written = write_file_atomically(path, pack_template(options.rule)); !written) {
    complain(written.error());
    return kUnreadable;
  }
  return print("wrote " + path + ": change its rule, then run clauselint rules test " + path + "\n") ? kClean
                                                                                                     : kUnreadable;
}

}  // namespace clauselint::cli
