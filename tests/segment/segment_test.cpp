// The invariants of the outline, over texts made to be awkward and over real contracts where they are at hand.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "clauselint/clause.hpp"
#include "clauselint/read.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

bool is_on_path(const ClauseTree& tree, std::uint32_t clause, std::uint32_t ancestor) {
  while (clause != ancestor && clause != kRootClause) clause = tree.clauses[clause].parent;
  return clause == ancestor;
}

// The first broken promise in words, or an empty string.
std::string fault_in_clauses(const ClauseTree& tree) {
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    const Clause& parent = tree.clauses[clause.parent];
    if (clause.parent >= i || !is_on_path(tree, i - 1, clause.parent)) return "not in preorder";
    if (clause.level != parent.level + 1) return "wrong level";
    if (clause.span.empty() || clause.span.begin != tree.clauses[i - 1].span.end) return "spans do not tile";
    if (!clause.extent.contains(clause.span) || !parent.extent.contains(clause.extent)) return "wrong extent";
    if (!clause.heading.empty() && !clause.span.contains(clause.heading)) return "heading outside its clause";
    if (clause_at(tree, clause.span.begin) != i || clause_at(tree, clause.span.end - 1) != i) return "clause_at";
    if (clause.twin == kNoClause) continue;
    const Clause& twin = tree.clauses[clause.twin];
    if (twin.twin != i || twin.language == clause.language) return "wrong twin";
  }
  return {};
}

std::string fault_in_sentences(const Document& document, const ClauseTree& tree) {
  std::uint32_t end = 0;
  for (const Sentence& sentence : tree.sentences) {
    if (sentence.span.empty() || sentence.span.begin < end) return "sentences overlap";
    if (!document.paragraphs[sentence.paragraph].span.contains(sentence.span)) return "sentence leaves its paragraph";
    if (clause_at(tree, sentence.span.begin) != sentence.clause) return "sentence of another clause";
    end = sentence.span.end;
  }
  for (std::uint32_t i = 0; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    for (std::uint32_t s = 0; s < clause.sentence_count; ++s) {
      if (tree.sentences[clause.first_sentence + s].clause != i) return "own sentences are not together";
    }
  }
  return {};
}

std::string fault(const Document& document) {
  const ClauseTree tree = segment(document);
  const std::string clauses = fault_in_clauses(tree);
  return clauses.empty() ? fault_in_sentences(document, tree) : clauses;
}

std::filesystem::path shared() {
  if (const char* set = std::getenv("CLAUSELINT_SHARED")) return set;
#ifdef CLAUSELINT_SHARED
  return CLAUSELINT_SHARED;
#else
  return {};
#endif
}

void check_folder(const std::string& folder) {
  const std::filesystem::path place = shared() / "corpora" / folder;
  if (!std::filesystem::is_directory(place)) {
    WARN("skipped: no " << place.string());
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(place)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const Result<Document> read = read_document(entry.path().string(), bytes);
    if (!read) continue;
    INFO(entry.path().string());
    CHECK(fault(*read) == "");
  }
}

}  // namespace

TEST_CASE("a heading with a colon stands in one sentence with the short one behind it") {
  const auto sentences = [](const std::string& text) {
    const Result<Document> document = read_document("draft.txt", text);
    std::vector<std::string> found;
    for (const Sentence& sentence : segment(*document).sentences) {
      found.push_back(std::string(document->words(sentence.span)) + (sentence.heading ? " [heading]" : ""));
    }
    return found;
  };
  CHECK(sentences("一、产品：水泵一台。\n二、质保期：24个月。") ==
        std::vector<std::string>{"产品：水泵一台。", "质保期：24个月。"});
  CHECK(sentences("一、质保期：24个月。乙方免费维修。\n二、其他：无。").front() == "质保期 [heading]");
}

TEST_CASE("clauses tile the text and sentences stay in their clauses") {
  CHECK(fault(document("")) == "");
  CHECK(fault(document("\n\n  \n")) == "");
  CHECK(fault(document("8.2 (a) (i)\n(b)\n附件一\n第一条\n")) == "");
  CHECK(fault(document("1. a:\n1. b:\n1. c:\n(i) d\n(v) e\n(x) f\n9.9.9 g\nExhibit A\n")) == "");
  CHECK(fault(document("  (a)  \n\t第八条\t质保期。\n。。。\n(((\n【】\n①\n")) == "");
}

TEST_CASE("nesting without end is cut off rather than followed") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "1. the following:\n";
  CHECK(fault(document(text)) == "");
}

TEST_CASE("labels of two languages in any order keep every promise") {
  constexpr const char* kLines[] = {"1. a\n",        "(a) b is done\n", "(i) c is done\n", "8.2 D\n",
                                    "第三条 定义\n", "一、甲\n",        "（二）乙\n",      "Annex B\n",
                                    "(x) q:\n",      "①丙\n",           "text here.\n"};
  std::uint32_t state = 1;  // a fixed sequence of pseudo-random numbers
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1664525u + 1013904223u;
    text += kLines[(state >> 16) % std::size(kLines)];
  }
  CHECK(fault(document(text)) == "");
}

TEST_CASE("the outlines of real contracts keep every promise") {
  for (const char* folder :
       {"cuad/full_contract_txt", "zh-modern", "zh-templates", "contracts-docx/en", "contracts-docx/zh"}) {
    check_folder(folder);
  }
}
