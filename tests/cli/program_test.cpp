#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "support/temporary_folder.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

namespace fs = std::filesystem;

const std::string kProgram = CLAUSELINT_PROGRAM;
const std::string kSamples = std::string(CLAUSELINT_SOURCE_DIR) + "/samples/";

struct Ran {
  int code = -1;
  std::string out;  // standard output and error together
};

Ran run(const std::string& arguments) {
  Ran ran;
  FILE* pipe = popen(("'" + kProgram + "' " + arguments + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    ran.out.append(buffer.data(), got);
  ran.code = WEXITSTATUS(pclose(pipe));
  return ran;
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::size_t default_rule_count() { return lines(run("rules list --format csv").out) - 1; }

const std::string kVague = "Supplier shall respond promptly to any service request.\n";
const std::string kClean = "The parties meet in Shanghai.\n";

}  // namespace

TEST_CASE("check exits 0 below --fail-on, 1 at it or above") {
  const Folder folder;
  const std::string clean = folder.write("clean.txt", kClean);
  const std::string vague = folder.write("vague.txt", kVague);
  CHECK(run("check " + clean).code == 0);
  CHECK(run("check --fail-on low " + vague).code == 1);
  CHECK(run("check --fail-on never " + vague).code == 0);
}

TEST_CASE("check takes folders and several paths, and leaves Word's lock files out") {
  const Folder folder;
  folder.write("a.txt", kVague);
  folder.write("b.md", kVague);
  folder.write("c.htm", std::string("<p>") + kVague);
  folder.write("~$c.docx", "lock");
  folder.write("notes.bin", "\x01\x02");
  const Ran ran = run("check --fail-on never " + (folder / ""));
  CHECK(ran.code == 0);
  CHECK(ran.out.find("in 3 files") != std::string::npos);
}

TEST_CASE("no draft at all is an error unless it is allowed") {
  const Folder folder;
  CHECK(run("check " + (folder / "")).code == 2);
  CHECK(run("check --allow-empty " + (folder / "")).code == 0);
}

TEST_CASE("several formats at once, one of them into a file") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  const Ran ran = run("check --fail-on never --format text --format json=" + (folder / "out.json") + " " + vague);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("response-without-a-limit") != std::string::npos);
  CHECK(contents(folder / "out.json").find("\"response-without-a-limit\"") != std::string::npos);
}

TEST_CASE("an unreadable draft is one clear line, exit 3, and the others are still done") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  const Ran ran = run("check " + vague + " " + (folder / "missing.docx"));
  CHECK(ran.code == 3);
  CHECK(ran.out.find("response-without-a-limit") != std::string::npos);
  CHECK(ran.out.find("missing.docx: ") != std::string::npos);
}

TEST_CASE("bad drafts each give one line, exit 3, and no output") {
  const Folder folder;
  const std::string good = contents(kSamples + "distributor-appendix/draft.docx");
  const std::string ole = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(2000, '\0');
  std::string locked = ole;
  for (const char c : std::string("EncryptedPackage")) (locked += c) += '\0';
  struct Bad {
    std::string name;
    std::string bytes;
    std::string says;
  };
  for (const Bad& bad : {Bad{"locked.docx", locked, "password"}, Bad{"old.docx", ole, ".docx"},
                         Bad{"empty.docx", "", "empty"}, Bad{"cut.docx", good.substr(0, good.size() / 2), ""}}) {
    INFO(bad.name);
    const std::string path = folder.write(bad.name, bad.bytes);
    const Ran ran = run("review " + path + " -o " + (folder / "out"));
    CHECK(ran.code == 3);
    CHECK(lines(ran.out) == 1);
    CHECK(ran.out.find(bad.name) != std::string::npos);
    CHECK(ran.out.find(bad.says) != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "out"));
  }
}

TEST_CASE("a pack with a slip of the pen is one line with its place, exit 2, and no output") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  const std::string pack = folder.write("mine.yaml", "pack: mine\nversion: 1.0.0\ntitle: {en: a, zh: 甲}\nrule: []\n");
  const Ran ran = run("review " + vague + " --pack " + pack + " -o " + (folder / "out"));
  CHECK(ran.code == 2);
  CHECK(ran.out == "clauselint: " + pack + ":4:1: unknown key \"rule\", did you mean \"rules\"?\n");
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a matter with a slip of the pen is exit 2") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  const std::string matter = folder.write("matter.yaml", "side: suplier\n");
  const Ran ran = run("check " + vague + " --matter " + matter);
  CHECK(ran.code == 2);
  CHECK(ran.out.find("did you mean \"supplier\"?") != std::string::npos);
}

TEST_CASE("what another document of the matter promises is compared, and one that cannot be read is exit 2") {
  const Folder folder;
  const std::string draft =
      folder.write("draft.txt", "3. Warranty\n3.1 The warranty period is 12 months from delivery.\n");
  folder.write("mail.txt", "Our warranty period is 24 months from delivery.\n");
  const std::string listed = "documents: [{file: draft.txt, role: draft}, {file: mail.txt, role: promise}]\n";
  const Ran ran = run("check " + draft + " --matter " + folder.write("matter.yaml", listed));
  CHECK(ran.code == 1);
  CHECK(ran.out.find("12 months here, but 24 months in mail.txt.") != std::string::npos);
  const std::string gone = "documents: [{file: draft.txt}, {file: gone.txt}]\n";
  const Ran wrong = run("check " + draft + " --matter " + folder.write("gone.yaml", gone));
  CHECK(wrong.code == 2);
  CHECK(wrong.out.find("gone.yaml: documents: ") != std::string::npos);
  CHECK(wrong.out.find("there is no such file or folder") != std::string::npos);
}

TEST_CASE("review writes a marked-up copy and a summary, twice the same, and leaves the draft alone") {
  const Folder folder;
  const std::string draft = kSamples + "distributor-appendix/draft.docx";
  const std::string before = contents(draft);
  const std::string arguments = "review " + draft + " --matter " + kSamples + "distributor-appendix/matter.yaml -o ";
  CHECK(run(arguments + (folder / "one")).code == 0);
  CHECK(run(arguments + (folder / "two")).code == 0);
  CHECK(contents(folder / "one/draft.marked.docx") == contents(folder / "two/draft.marked.docx"));
  CHECK(contents(folder / "one/draft.summary.md") == contents(folder / "two/draft.summary.md"));
  CHECK(contents(folder / "one/draft.summary.md").size() > 1000);
  CHECK(contents(draft) == before);
}

TEST_CASE("a draft that must not be changed still has its summary, which says that there is no mark-up") {
  const Folder folder;
  const TinyPart settings =
      tiny_part("word/settings.xml", "settings", R"(<w:documentProtection w:edit="readOnly" w:enforcement="1"/>)");
  const std::string draft = folder.write(
      "locked.docx", tiny_docx(tiny_paragraph("Supplier shall respond promptly to any service request."), {settings}));
  const Ran ran = run("review " + draft + " -o " + (folder / "out"));
  CHECK(ran.code == 3);
  CHECK(ran.out.find("protected against changes") != std::string::npos);
  CHECK(contents(folder / "out/locked.summary.md").find("protected against changes") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out/locked.marked.docx"));
}

TEST_CASE("a draft with nothing to mark comes back byte for byte") {
  const Folder folder;
  const std::string pack = folder.write("none.yaml", "pack: none\nversion: 1.0.0\ntitle: {en: a, zh: 甲}\n");
  const std::string draft = kSamples + "distributor-appendix/draft.docx";
  CHECK(run("review " + draft + " --no-default-packs --pack " + pack + " -o " + (folder / "out")).code == 0);
  CHECK(contents(folder / "out/draft.marked.docx") == contents(draft));
}

TEST_CASE("review of a text writes a diff") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  CHECK(run("review " + vague + " -o " + (folder / "out")).code == 0);
  CHECK(contents(folder / "out/vague.marked.diff").find("\n+Supplier shall respond within") != std::string::npos);
}

TEST_CASE("scan gives one line a draft, the same with one thread and many, a bad file in its line") {
  const Folder folder;
  for (int i = 0; i < 20; ++i) folder.write("d" + std::to_string(i) + ".txt", i % 2 == 0 ? kVague : kClean);
  folder.write("z.docx", "");
  const Ran one = run("scan -j 1 " + (folder / ""));
  const Ran many = run("scan -j 8 " + (folder / ""));
  CHECK(one.out == many.out);
  CHECK(lines(one.out) == 21);
  CHECK(one.code == 3);
}

TEST_CASE("a date must be one, and an unknown flag or command is exit 2") {
  CHECK(run("review x.docx --date yesterday").code == 2);
  CHECK(run("check --nonsense x").code == 2);
  CHECK(run("frobnicate").code == 2);
  CHECK(run("--version").code == 0);
  CHECK(run("check --help").code == 0);
}

TEST_CASE("check --trace shows why a rule fired instead of the report, and exits as check does") {
  const Folder folder;
  const std::string vague = folder.write("vague.txt", kVague);
  const std::string clean = folder.write("clean.txt", kClean);
  const Ran ran = run("check --fail-on low --trace response-without-a-limit " + vague + " " + clean);
  CHECK(ran.code == 1);
  CHECK(ran.out.starts_with(vague + ": response-without-a-limit"));
  CHECK(ran.out.find("verdict   fired: 1 finding\n") != std::string::npos);
  CHECK(ran.out.find("\n" + clean + ": response-without-a-limit") != std::string::npos);
  CHECK(run("check --trace response-without-a-limit " + clean).code == 0);
  const std::string two = "check --trace response-without-a-limit --trace sole-discretion " + clean;
  CHECK(run(two).out.find(clean + ": sole-discretion") != std::string::npos);
}

TEST_CASE("check --trace writes reports to files alone, and knows the rules") {
  const Folder folder;
  const std::string clean = folder.write("clean.txt", kClean);
  const std::string report = folder / "report.json";
  CHECK(run("check --trace sole-discretion --format json=" + report + " " + clean).code == 0);
  CHECK(contents(report).find("\"documents\"") != std::string::npos);
  const Ran both = run("check --trace sole-discretion --format json " + clean);
  CHECK(both.code == 2);
  CHECK(both.out.find("--format json=FILE") != std::string::npos);
  const Ran typo = run("check --trace sole-discretoin " + clean);
  CHECK(typo.code == 2);
  CHECK(typo.out.find("did you mean \"sole-discretion\"?") != std::string::npos);
}

TEST_CASE("explain knows the rules, and what was meant") {
  CHECK(run("explain response-without-a-limit").out.find("Response duty") != std::string::npos);
  const Ran ran = run("explain response-without-a-limt");
  CHECK(ran.code == 2);
  CHECK(ran.out.find("did you mean \"response-without-a-limit\"?") != std::string::npos);
}

TEST_CASE("a matter may name only roles that the packs know") {
  const Folder folder;
  const std::string draft = folder.write("d.txt", "Acme shall repair it.\n");
  const Ran wrong = run("check " + draft + " --matter " + folder.write("m.yaml", "parties: {Acme: suplier}\n"));
  CHECK(wrong.code == 2);
  CHECK(wrong.out.find("unknown role \"suplier\", did you mean \"supplier\"?") != std::string::npos);
  CHECK(run("outline " + draft + " --matter " + folder.write("n.yaml", "parties: {Acme: supplier}\n")).code == 0);
}

TEST_CASE("on request a report tells what became of every rule") {
  const Folder folder;
  const std::string draft = folder.write("d.txt", kVague);
  const std::string plain = run("check --fail-on never " + draft).out;
  const std::string text = run("check --fail-on never --outcomes " + draft).out;
  CHECK(plain.find("not applicable") == std::string::npos);
  CHECK(text.find("fired           response-without-a-limit") != std::string::npos);
  CHECK(text.find("not applicable  consumer-pays-freight-for-defects") != std::string::npos);
  CHECK(text.find("only for the market: consumer") != std::string::npos);
  CHECK(lines(text) >= lines(plain) + default_rule_count());
  const std::string page = run("check --fail-on never --outcomes --format markdown --lang zh " + draft).out;
  CHECK(page.find("## 各规则的结果") != std::string::npos);
  CHECK(page.find("| response-without-a-limit | 已提示 |") != std::string::npos);
  CHECK(run("check --fail-on never --format markdown " + draft).out.find("became of each rule") == std::string::npos);
}

TEST_CASE("init writes a matter once") {
  const Folder folder;
  const std::string matter = folder / "matter.yaml";
  CHECK(run("init -o " + matter).code == 0);
  CHECK(run("init -o " + matter).code == 2);
  CHECK(run("check --fail-on never " + folder.write("d.txt", kVague) + " --matter " + matter).code == 0);
}

TEST_CASE("the default packs give rules check nothing to remark") { CHECK(run("rules check").out == "0 remarks\n"); }

TEST_CASE("rules list and rules test run on the default packs") {
  CHECK(run("rules list").out.find("warranty-without-a-start") != std::string::npos);
  CHECK(run("rules test").code == 0);
}

TEST_CASE("rules test holds rules to the expectations in drafts, beside packs") {
  const Folder folder;
  const std::string pack = folder.write("none.yaml", "pack: none\nversion: 1.0.0\ntitle: {en: a, zh: 甲}\n");
  const std::string good = folder.write("good.md", "<!-- clauselint: fires response-without-a-limit -->\n" + kVague);
  const Ran held = run("rules test " + pack + " " + good);
  CHECK(held.code == 0);
  CHECK(held.out.find(" examples, 1 expectation in 1 draft, 0 failures\n") != std::string::npos);
  folder.write("bad.md", kClean + "\n<!-- clauselint: passes response-without-a-limit -->\n" + kVague);
  const Ran failed = run("rules test " + (folder / ""));
  CHECK(failed.code == 1);
  CHECK(failed.out.find("bad.md:3: response-without-a-limit fires but should pass: ") != std::string::npos);
  CHECK(run("rules test " + (folder / "missing.md")).code == 3);
  const Folder empty;
  CHECK(run("rules test " + (empty / "")).code == 2);
}

TEST_CASE("rules test --coverage tells what the rules came to, and asks for drafts") {
  const Folder folder;
  folder.write("a.md", kVague);
  const Ran text = run("rules test --coverage " + (folder / ""));
  CHECK(text.code == 0);
  CHECK(text.out.find("\nNever reached") != std::string::npos);
  CHECK(run("rules test --coverage --format json " + (folder / "")).out.find("\"drafts\": 1") != std::string::npos);
  CHECK(run("rules test --coverage").code == 2);
  CHECK(run("rules test --coverage " + (folder / "missing.md")).code == 3);
}

TEST_CASE("every report names the version of the program") {
  const std::string version = run("--version").out.substr(std::string("clauselint ").size());
  const std::string named = "\"version\": \"" + version.substr(0, version.find('\n')) + "\"";
  CHECK(run("rules list --format json").out.find(named) != std::string::npos);
  const Folder folder;
  const std::string draft = folder.write("d.txt", kVague);
  CHECK(run("facts --format json " + draft).out.find(version.substr(0, version.find('\n'))) != std::string::npos);
  CHECK(run("check --fail-on never --format json " + draft).out.find(named) != std::string::npos);
}

TEST_CASE("a configuration above the draft chooses rules and severities; flags are stronger") {
  const Folder folder;
  const std::string draft = folder.write("d.txt", kVague + std::string("The response time is 4 hours.\n"));
  REQUIRE(run("check " + draft).out.find("response-without-a-limit") != std::string::npos);
  folder.write(".clauselint.yaml", "fail-on: low\nselect: [response-without-a-limit]\n");
  const Ran chosen = run("check " + draft);
  CHECK(chosen.code == 1);
  CHECK(lines(chosen.out) < lines(run("check --no-config " + draft).out));
  CHECK(run("check --fail-on never " + draft).code == 0);
  CHECK(run("check --ignore response-without-a-limit " + draft).code == 0);
  CHECK(run("check --no-config --select response-without-a-limit " + draft).out == chosen.out);
  const Ran shown = run("config show " + draft);
  CHECK(shown.out.find("fail-on        low") != std::string::npos);
  CHECK(shown.out.find(folder / ".clauselint.yaml") != std::string::npos);
  folder.write(".clauselint.yaml", "select: [response-without-limit]\n");
  const Ran wrong = run("check " + draft);
  CHECK(wrong.code == 2);
  CHECK(wrong.out.find("did you mean \"response-without-a-limit\"?") != std::string::npos);
}

TEST_CASE("a pack of one folder's configuration is not asked of the drafts of another") {
  const Folder folder;
  REQUIRE(run("rules new house -o " + (folder / "house.yaml")).code == 0);
  fs::create_directories(folder / "a");
  fs::create_directories(folder / "b");
  folder.write("a/.clauselint.yaml", "packs: ../house.yaml\ndefault-packs: false\n");
  const std::string with = folder.write("a/d.txt", "Supplier will offer goodwill gestures.\n");
  const std::string without = folder.write("b/d.txt", "Supplier will offer goodwill gestures.\n");
  const Ran ran = run("check --format json " + with + " " + without);
  const auto documents = nlohmann::json::parse(ran.out)["documents"];
  const auto house = [](const nlohmann::json& document) {
    return document.dump().find("\"house-goodwill-promised\",\"severity\"") != std::string::npos ||
           document["findings"].dump().find("house-goodwill") != std::string::npos;
  };
  CHECK(house(documents[0]));
  CHECK_FALSE(house(documents[1]));
}

TEST_CASE("a new pack loads, holds its examples and gives cause for no remark") {
  const Folder folder;
  const std::string pack = folder / "house.yaml";
  CHECK(run("rules new house -o " + pack).code == 0);
  CHECK(run("rules new house -o " + pack).code == 2);
  CHECK(run("rules new House").code == 2);
  CHECK(run("rules test " + pack).code == 0);
  CHECK(run("rules test --no-default-packs " + pack).out == "1 rule, 4 examples, 0 failures\n");
  CHECK(run("rules check " + pack).out == "0 remarks\n");
  const std::string draft = folder.write("d.txt", "Supplier will offer goodwill gestures.\n");
  CHECK(run("check --pack " + pack + " " + draft).out.find("house-goodwill-promised") != std::string::npos);
}

TEST_CASE("rules are listed for programs and spreadsheets, and have a page each") {
  const Folder folder;
  const auto list = nlohmann::json::parse(run("rules list --format json").out)["rules"];
  CHECK(list.size() > 50);
  CHECK(static_cast<std::size_t>(lines(run("rules list --format csv").out)) == list.size() + 1);
  const std::string pages = folder / "pages";
  CHECK(run("rules pages -o " + pages).code == 0);
  const std::string first = list.front()["rule"];
  CHECK(contents(pages + "/README.md").find("[" + first + "](" + first + ".md)") != std::string::npos);
  CHECK(contents(pages + "/" + first + ".md").starts_with("# " + first + "\n"));
}

TEST_CASE("facts and outline show what was understood") {
  const std::string draft = kSamples + "distributor-appendix/draft.docx";
  CHECK(run("facts --format jsonl " + draft).out.find("\"warranty.period\"") != std::string::npos);
  CHECK(run("facts " + draft).code == 0);
  CHECK(nlohmann::json::parse(run("facts --format json " + draft).out)["documents"].size() == 1);
  CHECK(run("facts --format csv " + draft).out.find("\"warranty.period\"") != std::string::npos);
  CHECK(run("outline " + draft).out.find("3.2") != std::string::npos);
}

TEST_CASE("text shows each paragraph as it is read, in both formats, and an unreadable draft by its error") {
  const Folder folder;
  const std::string draft =
      folder.write("a.docx", tiny_docx(tiny_paragraph("First words.") + tiny_paragraph("Second words.")));
  CHECK(run("text " + draft).out == draft + "\nFirst words.\nSecond words.\n");
  const Ran lines_of = run("text --format jsonl " + draft);
  CHECK(lines(lines_of.out) == 3);
  CHECK(lines_of.out.find("\"text\":\"Second words.\"") != std::string::npos);
  const Ran missing = run("text " + (folder / "missing.docx") + " " + draft);
  CHECK(missing.code == 3);
  CHECK(missing.out.find("Second words.") != std::string::npos);
}

TEST_CASE("every command that reads drafts takes --view, and only a known one") {
  const Folder folder;
  const std::string draft = folder.write("a.txt", kClean);
  for (const char* command : {"check", "scan", "facts", "outline", "text"}) {
    INFO(command);
    CHECK(run(std::string(command) + " --view original " + draft).code == 0);
    CHECK(run(std::string(command) + " --view first " + draft).code == 2);
  }
}

TEST_CASE("review of the original view writes the summary, no mark-up, and says so in one line") {
  const Folder folder;
  const std::string draft = folder.write("vague.txt", kVague);
  const Ran ran = run("review --view original " + draft + " -o " + (folder / "out"));
  CHECK(ran.code == 0);
  CHECK(ran.out.find("made on the final text only") != std::string::npos);
  CHECK(contents(folder / "out/vague.summary.md").find("made on the final text only") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out/vague.marked.diff"));
}
