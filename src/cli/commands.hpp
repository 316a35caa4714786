// One function a command: options in, exit code out. They print; nothing else in the program does.
#pragma once

#include <string>
#include <vector>

#include "clauselint/error.hpp"
#include "cli/options.hpp"

namespace clauselint::cli {

int check(const Options& options);
int review(const Options& options);
int scan(const Options& options);
int facts(const Options& options);
int outline(const Options& options);
int text(const Options& options);
int explain(const Options& options);
int rules_list(const Options& options);
int rules_test(const Options& options);
int rules_pages(const Options& options);
int rules_new(const Options& options);
int rules_check(const Options& options);
int init(const Options& options);
int config_show(const Options& options);

/// One line on standard error: `clauselint: where: message`.
void complain(const Error& error);
/// Complains of all; the exit code that goes with the kind of the first.
int complain(const std::vector<Error>& errors);
int exit_code_of(ErrorKind kind);

/// Writes to standard output; false when it is closed or full.
bool print(std::string_view text);

/// Runs the whole program. `arguments` without the program's name.
int run(int argc, const char* const* argv);

}  // namespace clauselint::cli
