// Drafts whose authors wrote beside a paragraph what the rules are to say of it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clauselint/read.hpp"
#include "clauselint/rule_test.hpp"
#include "io/files.hpp"
#include "io/yaml.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kMark = "clauselint:";
constexpr std::string_view kLineMark = "# clauselint:";  // as the reader of plain text knows it
constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::uint32_t kNoParagraph = 0xFFFFFFFF;

/// `fires RULE, RULE`, `passes RULE`, each with `todo` before it for what does not hold yet.
struct Expectation {
  std::string_view words;  ///< behind the mark
  std::string where;       ///< file and line
  std::uint32_t paragraph = kNoParagraph;
};

/// A comment of the source, from its opening to its closing sign.
struct SourceExpectation {
  ByteSpan span;
  std::string_view words;
};

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// What stands behind the mark in a comment; nullopt for a comment that is no expectation.
std::optional<std::string_view> behind_mark(std::string_view comment) {
  const std::string_view words = without_blanks(comment);
  if (words.starts_with(kMark)) return without_blanks(words.substr(kMark.size()));
  // A colon that was forgotten must not make an expectation vanish.
  const std::string_view name = kMark.substr(0, kMark.size() - 1);
  if (!words.starts_with(name)) return std::nullopt;
  const std::string_view rest = words.substr(name.size());
  const bool meant = rest.starts_with(" fires ") || rest.starts_with(" passes ") || rest.starts_with(" todo ");
  return meant ? std::optional(without_blanks(rest)) : std::nullopt;
}

// The first word of `words`, which loses it.
std::string_view take_word(std::string_view& words) {
  const std::size_t end = std::min(words.find_first_of(" \t\r\n"), words.size());
  const std::string_view word = words.substr(0, end);
  words = without_blanks(words.substr(end));
  return word;
}

ByteSpan span_of(std::size_t begin, std::size_t end) {
  return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
}

// `<!-- clauselint: … -->`
std::vector<SourceExpectation> expectations_in_markup(std::string_view source) {
  std::vector<SourceExpectation> found;
  for (std::size_t at = source.find(kOpen); at != std::string_view::npos;) {
    const std::size_t end = source.find(kClose, at + kOpen.size());
    if (end == std::string_view::npos) break;
    const std::string_view inside = source.substr(at + kOpen.size(), end - at - kOpen.size());
    if (const auto words = behind_mark(inside))
      found.push_back({.span = span_of(at, end + kClose.size()), .words = *words});
    at = source.find(kOpen, end);
  }
  return found;
}

// `# clauselint: …` on a line of its own; the reader of plain text leaves such lines out.
std::vector<SourceExpectation> expectations_in_lines(std::string_view source) {
  std::vector<SourceExpectation> found;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    const std::string_view line = without_blanks(source.substr(begin, end - begin));
    if (line.starts_with(kLineMark)) {
      found.push_back({.span = span_of(begin, end), .words = without_blanks(line.substr(kLineMark.size()))});
    }
    begin = end + 1;
  }
  return found;
}

// Which paragraph an expectation in the source is about: the last one with words before it on its line, else the next one.
class Neighbours {
 public:
  Neighbours(const Document& document, std::string_view source) : source_(source) {
    for (const Paragraph& paragraph : document.paragraphs) places_.push_back(source_of(document, paragraph.span));
  }

  std::uint32_t paragraph_at(ByteSpan expectation) const {
    const std::size_t feed = source_.substr(0, expectation.begin).rfind('\n');
    const auto line = static_cast<std::uint32_t>(feed == std::string_view::npos ? 0 : feed + 1);
    std::uint32_t before = kNoParagraph;
    std::uint32_t behind = kNoParagraph;
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      const SourceAnchor& place = places_[i];
      if (place.begin < expectation.begin && place.end > line) before = i;
      const bool nearer = behind == kNoParagraph || place.begin < places_[behind].begin;
      if (place.begin >= expectation.end && nearer) behind = i;
    }
    return before != kNoParagraph ? before : behind;
  }

  std::size_t line_of(std::uint32_t at) const {
    return 1 + static_cast<std::size_t>(std::ranges::count(source_.substr(0, at), '\n'));
  }

  std::uint32_t begin_of(std::uint32_t paragraph) const { return places_[paragraph].begin; }

 private:
  std::string_view source_;
  std::vector<SourceAnchor> places_;
};

class DraftTester {
 public:
  DraftTester(const Document& document, std::string_view source, const RuleSet& rules, const Matter& matter)
      : document_(document),
        source_(source),
        rules_(rules),
        neighbours_(document, source),
        tree_(segment(document)),
        evaluation_(
            evaluate(document, tree_, rules, matter, {.select = {"all"}, .ignore = {}, .severity = {}, .as_of = {}})) {}

  DraftTest run() {
    for (const Expectation& expectation : expectations()) hold(expectation);
    return std::move(test_);
  }

 private:
  std::string place_of(std::uint32_t paragraph) const {
    if (document_.format == SourceFormat::Docx) return fmt::format("paragraph {}", paragraph + 1);
    return fmt::format("line {}", neighbours_.line_of(neighbours_.begin_of(paragraph)));
  }

  std::vector<Expectation> expectations() const {
    if (document_.format == SourceFormat::Docx) return margin_expectations();
    const bool lines = document_.format == SourceFormat::Text;
    std::vector<Expectation> found;
    for (const SourceExpectation& expectation :
         lines ? expectations_in_lines(source_) : expectations_in_markup(source_)) {
      found.push_back({.words = expectation.words,
                       .where = fmt::format("{}:{}", document_.path, neighbours_.line_of(expectation.span.begin)),
                       .paragraph = neighbours_.paragraph_at(expectation.span)});
    }
    return found;
  }

  // A comment in the margin of a Word file is about the words that it is anchored to.
  std::vector<Expectation> margin_expectations() const {
    std::vector<Expectation> found;
    for (const MarginComment& comment : document_.comments) {
      if (!comment.about) continue;
      const std::uint32_t about = paragraph_at(document_, comment.about->begin);
      for (std::uint32_t i = 0; i < comment.paragraph_count; ++i) {
        const std::string_view words = document_.words(document_.paragraphs[comment.first_paragraph + i].span);
        if (const auto behind = behind_mark(words)) {
          found.push_back({.words = *behind,
                           .where = fmt::format("{}, paragraph {}", document_.path, about + 1),
                           .paragraph = about});
        }
      }
    }
    return found;
  }

  static Error error(const Expectation& expectation, std::string message) {
    return {.kind = ErrorKind::Pack, .where = expectation.where, .message = std::move(message)};
  }
  void fail(const Expectation& expectation, std::string message) {
    test_.failures.push_back(error(expectation, std::move(message)));
  }

  void hold(const Expectation& expectation) {
    std::string_view rest = expectation.words;
    std::string_view verb = take_word(rest);
    const bool todo = verb == "todo";
    if (todo) verb = take_word(rest);
    if ((verb != "fires" && verb != "passes") || rest.empty()) {
      return fail(expectation,
                  fmt::format("\"{} {}\" says nothing: write \"clauselint: fires RULE\" or \"clauselint: passes RULE\"",
                              kMark, expectation.words));
    }
    if (expectation.paragraph == kNoParagraph) {
      return fail(expectation, "no paragraph stands below: write the expectation above the paragraph that it is about");
    }
    for (std::size_t at = 0; at <= rest.size();) {
      const std::size_t end = std::min(rest.find(',', at), rest.size());
      hold(expectation, verb == "fires", todo, without_blanks(rest.substr(at, end - at)));
      at = end + 1;
    }
  }

  void hold(const Expectation& expectation, bool fires, bool todo, std::string_view id) {
    ++test_.expectations;
    const Rule* const rule = rules_.find_rule(id);
    if (rule == nullptr) return fail(expectation, unknown_word("rule", id, ids()));
    std::string difference = difference_of(expectation, fires, *rule);
    if (todo && difference.empty()) {
      fail(expectation, fmt::format("{} {} here now, remove the \"todo\"", id, fires ? "fires" : "passes"));
    } else if (todo) {
      test_.todo.push_back(error(expectation, std::move(difference)));
    } else if (!difference.empty()) {
      fail(expectation, std::move(difference));
    }
  }

  std::string difference_of(const Expectation& expectation, bool fires, const Rule& rule) const {
    const auto here = std::ranges::find_if(evaluation_.findings, [&](const Finding& finding) {
      return finding.rule == &rule && finding.paragraph == expectation.paragraph;
    });
    const bool found = here != evaluation_.findings.end();
    if (found == fires) return {};
    if (found) return fmt::format("{} fires but should pass: {}", rule.id, document_.words(here->span));
    return fmt::format("{} does not fire here, {}: {}", rule.id, instead(rule),
                       document_.words(document_.paragraphs[expectation.paragraph].span));
  }

  // What a rule does that does not fire where it should.
  std::string instead(const Rule& rule) const {
    const auto elsewhere = std::ranges::find(evaluation_.findings, &rule, &Finding::rule);
    if (elsewhere != evaluation_.findings.end()) return "but at " + place_of(elsewhere->paragraph);
    const auto outcome = std::ranges::find(evaluation_.outcomes, &rule, &RuleOutcome::rule);
    if (outcome == evaluation_.outcomes.end()) return "nor elsewhere";
    if (outcome->verdict == Verdict::Satisfied) {
      return fmt::format("it is satisfied by “{}”", document_.words(outcome->evidence));
    }
    return outcome->reason.en;
  }

  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> known;
    for (const Pack& pack : rules_.packs()) {
      for (const Rule& rule : pack.rules) known.push_back(rule.id);
    }
    return known;
  }

  const Document& document_;
  std::string_view source_;
  const RuleSet& rules_;
  Neighbours neighbours_;
  ClauseTree tree_;
  Evaluation evaluation_;
  DraftTest test_;
};

}  // namespace

Result<DraftTest> test_draft(const std::string& path, const RuleSet& rules, const Matter& matter) {
  const Result<std::string> bytes = read_file(path, ReadLimits{}.file);
  if (!bytes) return bytes.error();
  const Result<Document> document = read_document(path, *bytes);
  if (!document) return document.error();
  return DraftTester(*document, *bytes, rules, matter).run();
}

}  // namespace clauselint
