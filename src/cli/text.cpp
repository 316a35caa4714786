// clauselint text: the draft as it is read, before anything is made of it.
#include "clauselint/read.hpp"
#include "clauselint/report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "io/files.hpp"

namespace clauselint::cli {
namespace {

Result<Document> read_draft(const std::string& path, View view) {
  const Result<std::string> bytes = read_file(path, ReadLimits{}.file);
  if (!bytes) return bytes.error();
  return read_document(path, *bytes, {.view = view});
}

}  // namespace

int text(const Options& options) {
  const Inputs inputs = find_inputs(options.paths);
  std::vector<Error> errors = inputs.errors;
  for (const std::string& file : inputs.files) {
    const Result<Document> document = read_draft(file, view_of(options));
    if (!document) {
      errors.push_back(document.error());
      continue;
    }
    if (!print(options.format == "jsonl" ? reading_lines(*document) : reading_text(*document))) return kUnreadable;
  }
  return complain(errors);
}

}  // namespace clauselint::cli
