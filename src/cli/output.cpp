// What commands print, and the exit codes that go with errors.
#include <cstdio>

#include "cli/commands.hpp"

namespace clauselint::cli {

int exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Configuration:
    case ErrorKind::Pack: return kUsage;
    case ErrorKind::Unreadable:
    case ErrorKind::Unwritable: return kUnreadable;
    case ErrorKind::Internal: return kInternal;
  }
  return kInternal;
}

void complain(const Error& error) { std::fprintf(stderr, "clauselint: %s\n", describe(error).c_str()); }

int complain(const std::vector<Error>& errors) {
  for (const Error& error : errors) complain(error);
  return errors.empty() ? static_cast<int>(kClean) : exit_code_of(errors.front().kind);
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

}  // namespace clauselint::cli
