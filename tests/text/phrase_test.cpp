#include "text/phrase.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "text/folded_text.hpp"
#include "text/pattern.hpp"

using namespace clauselint;

namespace {

std::optional<std::vector<std::string>> terms(std::string_view name) {
  if (name == "vague") return std::vector<std::string>{"promptly", "as soon as (possible|practicable)"};
  if (name == "loop") return std::vector<std::string>{"<loop>"};
  return std::nullopt;
}

PhraseProgram program(const std::string& pattern, bool spaced = true) {
  PhraseProgram made;
  const auto error = translate_phrase(pattern, spaced, terms, made);
  INFO(pattern << ": " << (error ? error->message : ""));
  REQUIRE_FALSE(error);
  return made;
}

bool matches(const std::string& pattern, const std::string& text, bool spaced = true) {
  const std::string folded = fold_words(text);
  const Pattern compiled(program(pattern, spaced).regex);
  REQUIRE(compiled.error().empty());
  MatchScratch scratch;
  return compiled.find(folded, {.begin = 0, .end = static_cast<std::uint32_t>(folded.size())}, 0, scratch) ==
         MatchStatus::Found;
}

std::string error_of(const std::string& pattern) {
  PhraseProgram made;
  const auto error = translate_phrase(pattern, true, terms, made);
  return error ? error->message : "";
}

}  // namespace

TEST_CASE("words stand in their order, in any case, with any white space between") {
  CHECK(matches("warranty period", "The WARRANTY  Period is"));
  CHECK_FALSE(matches("warranty period", "period of warranty"));
}

TEST_CASE("Latin words match whole words only, Han characters anywhere") {
  CHECK_FALSE(matches("pair", "repair"));
  CHECK_FALSE(matches("repair", "repairs"));
  CHECK(matches("repair*", "repairs"));
  CHECK(matches("质保", "本质保障", false));
  CHECK(matches("响应", "24h响应time", false));
}

TEST_CASE("a question mark makes the group or the character before it optional") {
  CHECK(matches("(calendar )?days", "days"));
  CHECK(matches("(calendar )?days", "calendar days"));
  CHECK(matches("days?", "day"));
  CHECK(matches("合理(期限|时间)内?", "合理时间", false));
}

TEST_CASE("an optional word in the middle takes one blank with it") {
  CHECK(matches("the (warranty|guarantee)? period", "the period"));
  CHECK(matches("the (warranty|guarantee)? period", "the guarantee period"));
}

TEST_CASE("a gap stays within reach, a short one within the comma") {
  CHECK(matches("respond ... promptly", "respond to each and every request promptly"));
  CHECK_FALSE(matches("respond ... promptly", "respond" + std::string(200, 'x') + " promptly"));
  CHECK(matches("respond .. promptly", "respond to it promptly"));
  CHECK_FALSE(matches("respond .. promptly", "respond, and promptly"));
}

TEST_CASE("a term stands for each of its phrases and is captured under its name") {
  CHECK(matches("respond <vague>", "respond as soon as practicable"));
  const PhraseProgram made = program("respond ... <vague>");
  REQUIRE(made.captures.size() == 2);
  CHECK(made.captures[1].name == "vague");
}

TEST_CASE("every text that matches holds a literal of each set, the rarest first") {
  using Sets = std::vector<LiteralSet>;
  CHECK(program("(respond|reply) ... promptly").needed == Sets{{"promptly"}, {"respond", "reply"}});
  CHECK(program("(respond|reply)").needed == Sets{{"respond", "reply"}});
  CHECK(program("<duration>").needed.empty());
  CHECK(program("of (to)?").needed.empty());
  CHECK(program("(of|respond) promptly").needed == Sets{{"promptly"}});
}

TEST_CASE("what is wrong with a pattern is said in plain words") {
  CHECK(error_of("") == "an empty pattern: write its words, or leave it out");
  CHECK(error_of("(a|b") == "\"(\" without \")\": close it, or write \\( for the sign");
  CHECK(error_of("a)") == "\")\" without \"(\": leave it out, or write \\) for the sign");
  CHECK(error_of("?a") == "\"?\" with nothing before it: write \\? for the sign");
  CHECK(error_of("... *") == "\"*\" must follow the beginning of a Latin word: write \\* for the sign");
  CHECK(error_of("<nothing>") == "unknown term <nothing>");
  CHECK(error_of("<open") == "\"<\" without \">\": close it, or write \\< for the sign");
  CHECK_FALSE(error_of("<loop>").empty());
  CHECK(error_of(std::string(3000, 'a')).starts_with("a pattern of more than"));
}

TEST_CASE("characters that the folded text never holds are left out of a pattern") {
  CHECK(matches("re\u00ADpair\x01", "repair"));
  CHECK(program("\x01").needed.empty());
}

TEST_CASE("characters of the expression language are themselves in a phrase") {
  CHECK(matches("7x24", "7x24 hotline"));
  CHECK(matches("a.b", "a.b"));
  CHECK_FALSE(matches("a.b", "axb"));
  CHECK(matches("\\(sic\\)", "(sic)"));
}
