// The command line: flags, help, and which command runs.
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <exception>

#include "cli/commands.hpp"

namespace clauselint::cli {
namespace {

void add_language(CLI::App& app, Options& options) {
  app.add_option("--lang", options.language, "Language of messages: en or zh (default: that of the draft)")
      ->check(CLI::IsMember({"en", "zh"}))
      ->envname("CLAUSELINT_LANG");
}

void add_packs(CLI::App& app, Options& options) {
  app.add_option("--pack", options.packs, "A further rule pack (YAML); may be given several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--no-default-packs", options.no_default_packs, "Use only the packs given with --pack");
  app.add_flag("--no-cache", options.no_cache, "Keep no compiled packs in the user's cache folder");
}

void add_matter(CLI::App& app, Options& options) {
  app.add_option("--matter", options.matter, "For whom and for what: side, market, service model")
      ->type_name("FILE")
      ->envname("CLAUSELINT_MATTER");
}

void add_view(CLI::App& app, Options& options) {
  app.add_option("--view", options.view, "Read tracked changes as accepted (final) or as rejected (original)")
      ->check(CLI::IsMember({"final", "original"}))
      ->default_str("final");
}

void add_configuration(CLI::App& app, Options& options) {
  app.add_option("--select", options.select,
                 "Ask only these rules: an id, prefix-*, pack:NAME, topic:NAME, dimension:NAME or all")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--ignore", options.ignore, "Do not ask these rules")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--as-of", options.as_of, "Ask the rules that apply on this date")->type_name("YYYY-MM-DD");
  app.add_option("--config", options.config, "The configuration of all drafts (default: .clauselint.yaml above each)")
      ->type_name("FILE");
  app.add_flag("--no-config", options.no_config, "Read no configuration");
}

void add_paths(CLI::App& app, Options& options, const char* what) {
  app.add_option("paths", options.paths, what)->required()->type_name("PATH");
}

void describe_commands(CLI::App& app, Options& options, int (*&command)(const Options&)) {
  const auto add = [&](CLI::App& parent, const char* name, const char* help, int (*run_it)(const Options&)) {
    CLI::App* sub = parent.add_subcommand(name, help);
    sub->callback([&command, run_it] { command = run_it; });
    return sub;
  };
  CLI::App* sub = add(app, "check", "Check drafts and report findings; for people and for CI", check);
  add_paths(*sub, options, "Drafts (DOCX, text, Markdown) or folders of them");
  add_matter(*sub, options);
  sub->add_option("--format", options.formats,
                  "text, json or markdown; FORMAT=FILE writes to a file; may be given several times")
      ->type_name("FORMAT")
      ->allow_extra_args(false);
  sub->add_option("--fail-on", options.fail_on, "Exit 1 from this severity on: info, low, medium, high or never")
      ->check(CLI::IsMember({"info", "low", "medium", "high", "never"}))
      ->default_str("high")
      ->envname("CLAUSELINT_FAIL_ON");
  sub->add_flag("--outcomes", options.outcomes,
                "Tell of every rule what became of it: fired, satisfied (where), undecided or not applicable (why)");
  sub->add_option("--trace", options.trace,
                  "Show why this rule did or did not fire, instead of the report; may be given several times")
      ->type_name("RULE")
      ->delimiter(',')
      ->allow_extra_args(false);
  sub->add_option("--color", options.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  sub->add_flag("--allow-empty", options.allow_empty, "Finding no draft at all is no error");
  add_view(*sub, options);
  add_language(*sub, options);
  add_configuration(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "review", "Review one draft: a marked-up copy and a one-page summary", review);
  sub->add_option("draft", options.paths, "The draft")->required()->expected(1)->type_name("DRAFT");
  add_matter(*sub, options);
  sub->add_option("-o,--output", options.output, "Folder for the results (default: the current one)")->type_name("DIR");
  sub->add_option("--author", options.author, "Author of the tracked changes")->capture_default_str();
  sub->add_option("--date", options.date, "Date of the tracked changes, as 2026-01-31T09:00:00Z (default: none)")
      ->type_name("DATE");
  add_view(*sub, options);
  add_language(*sub, options);
  add_configuration(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "scan", "Check many drafts on all cores; one line of JSON each on standard output", scan);
  add_paths(*sub, options, "Folders or drafts");
  add_matter(*sub, options);
  sub->add_option("-j,--threads", options.threads, "Threads (default: all cores)")->check(CLI::Range(1u, 256u));
  sub->add_flag("--allow-empty", options.allow_empty, "Finding no draft at all is no error");
  add_view(*sub, options);
  add_language(*sub, options);
  add_configuration(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "facts", "Show the key terms of drafts: periods, times, percentages, and where they stand", facts);
  add_paths(*sub, options, "Drafts or folders of them");
  sub->add_option("--format", options.format, "text, json, jsonl or csv")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
      ->default_str("text");
  add_matter(*sub, options);
  add_view(*sub, options);
  add_language(*sub, options);
  add_configuration(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "outline", "Show the clauses of drafts as they were understood", outline);
  add_paths(*sub, options, "Drafts or folders of them");
  add_matter(*sub, options);
  add_view(*sub, options);
  add_configuration(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "text", "Show drafts as they are read: paragraphs with their labels, and what was not read", text);
  add_paths(*sub, options, "Drafts or folders of them");
  sub->add_option("--format", options.format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->default_str("text");
  add_view(*sub, options);

  sub = add(app, "explain", "Explain a rule: reason, law, wording, examples", explain);
  sub->add_option("rule", options.rule, "Id of the rule")->required()->type_name("RULE");
  add_language(*sub, options);
  add_packs(*sub, options);

  CLI::App* rules = app.add_subcommand("rules", "Look at rule packs");
  rules->require_subcommand(1);
  sub = add(*rules, "list", "List the rules of all packs", rules_list);
  sub->add_option("--format", options.format, "text, json, md or csv")
      ->check(CLI::IsMember({"text", "json", "md", "csv"}))
      ->default_str("text");
  add_language(*sub, options);
  add_packs(*sub, options);
  sub = add(*rules, "test", "Run the examples of all rules, and hold rules to the expectations in drafts", rules_test);
  sub->add_option("paths", options.paths,
                  "Packs to test together with the default ones, and drafts or folders of them with expectations\n"
                  "(\"clauselint: fires RULE\", see docs/rules.md)")
      ->type_name("PATH");
  sub->add_flag("--no-default-packs", options.no_default_packs, "Use only the packs named");
  sub->add_flag("--no-cache", options.no_cache, "Keep no compiled packs in the user's cache folder");
  sub->add_flag("--coverage", options.coverage,
                "Run no test: tell what each rule came to over the drafts, and what it cost");
  sub->add_option("--format", options.format, "Of --coverage: text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  add_matter(*sub, options);

  sub = add(*rules, "new", "Write a pack to start from", rules_new);
  sub->add_option("name", options.rule, "Name of the pack")->required()->type_name("NAME");
  sub->add_option("-o,--output", options.output, "File to write (default: NAME.yaml)")->type_name("FILE");
  sub = add(*rules, "pages", "Write a page of Markdown on each rule, and one that lists them", rules_pages);
  sub->add_option("-o,--output", options.output, "Folder for the pages")->required()->type_name("DIR");
  add_packs(*sub, options);
  sub = add(*rules, "check", "Look for what is doubtful: patterns that never match, missing translations and examples",
            rules_check);
  sub->add_option("packs", options.packs, "Packs to check together with the default ones (default: those)")
      ->type_name("FILE");
  sub->add_option("--as-of", options.as_of, "Cited law must be in force on this date")->type_name("YYYY-MM-DD");
  sub->add_flag("--no-default-packs", options.no_default_packs, "Use only the packs named");
  sub->add_flag("--no-cache", options.no_cache, "Keep no compiled packs in the user's cache folder");

  CLI::App* config = app.add_subcommand("config", "Look at what is configured");
  config->require_subcommand(1);
  sub = add(*config, "show", "Show what holds for drafts, and from where", config_show);
  add_paths(*sub, options, "Drafts or folders of them");
  add_matter(*sub, options);
  add_configuration(*sub, options);
  add_language(*sub, options);
  add_packs(*sub, options);

  sub = add(app, "init", "Write a commented matter.yaml to start from", init);
  sub->add_option("-o,--output", options.output, "File to write (default: matter.yaml)")->type_name("FILE");
}

void set_up_log(const Options& options) {
  if (!options.log_file.empty()) {
    spdlog::set_default_logger(spdlog::basic_logger_mt("clauselint", options.log_file, true));
  }
  spdlog::set_level(options.verbose ? spdlog::level::debug : spdlog::level::warn);
}

}  // namespace

int run(int argc, const char* const* argv) {
  Options options;
  int (*command)(const Options&) = nullptr;
  CLI::App app(
      "Checks the after-sales layer of China contracts: warranty, spare parts, returns, repair, response times, "
      "escalation and cost. Works offline; the same input gives the same output.",
      "clauselint");
  app.set_version_flag("--version", "clauselint " CLAUSELINT_VERSION);
  app.add_flag("-v,--verbose", options.verbose, "Tell on standard error what is being done");
  app.add_option("--log-file", options.log_file, "Write what is being done to a file")->type_name("FILE");
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, matter or pack error, 3 a draft could not be\n"
      "read or an output not written, 4 internal error.");
  describe_commands(app, options, command);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kClean : kUsage;
  }
  try {
    set_up_log(options);
    return command(options);
  } catch (const std::exception& error) {
    complain(
        Error{.kind = ErrorKind::Internal, .where = {}, .message = std::string("internal error: ") + error.what()});
    return kInternal;
  }
}

}  // namespace clauselint::cli
