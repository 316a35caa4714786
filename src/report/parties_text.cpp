// The parties of a draft, its defined terms and the references that lead nowhere, as text under the outline.
#include <fmt/format.h>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/places.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

struct PartyWords {
  std::string_view parties, terms, lost, unknown_role, undefined, redefined, unused, list;
  std::string_view uses;  ///< {}: how often
};

constexpr PartyWords kEnglish = {.parties = "Parties",
                                 .terms = "Defined terms",
                                 .lost = "References that lead nowhere",
                                 .unknown_role = "role not known",
                                 .undefined = "used, not defined",
                                 .redefined = "defined again",
                                 .unused = "not used",
                                 .list = ", ",
                                 .uses = "used {} times"};
constexpr PartyWords kChinese = {.parties = "当事人",
                                 .terms = "定义的术语",
                                 .lost = "无着落的引用",
                                 .unknown_role = "角色不明",
                                 .undefined = "使用而未定义",
                                 .redefined = "重复定义",
                                 .unused = "未使用",
                                 .list = "、",
                                 .uses = "使用{}次"};

std::string_view fault_words(TermFault fault, const PartyWords& words) {
  switch (fault) {
    case TermFault::Undefined: return words.undefined;
    case TermFault::Redefined: return words.redefined;
    case TermFault::Unused: return words.unused;
  }
  return {};
}

std::string place_of(const Review& review, std::uint32_t sentence, ByteSpan span, Language language) {
  return place_name(review, review.tree.sentences[sentence].clause, span, language);
}

std::string party_line(const Party& party, const PartyWords& words, Language language) {
  std::string aliases;
  for (const PartyAlias& alias : party.aliases) {
    if (!aliases.empty()) aliases += words.list;
    aliases += printable(alias.words);
  }
  const std::string role = party.role == nullptr ? std::string(words.unknown_role) : party.role->title.in(language);
  std::string line = fmt::format("  {}: {}", aliases, role);
  if (!party.name.empty()) line += fmt::format(" ({})", printable(party.name));
  return line + "\n";
}

std::string terms_text(const Review& review, const PartyWords& words, Language language) {
  const Definitions& definitions = review.evaluation.definitions;
  std::string out;
  for (const Definition& term : definitions.terms) {
    const std::string uses = fmt::format(fmt::runtime(words.uses), term.uses);
    out += fmt::format("  {}  {}  [{}]\n", printable(term.term), place_of(review, term.sentence, term.span, language),
                       uses);
  }
  for (const TermProblem& problem : definitions.problems) {
    out += fmt::format("  {}: {}  {}\n", fault_words(problem.fault, words), printable(problem.term),
                       place_of(review, problem.sentence, problem.span, language));
  }
  return out;
}

std::string lost_text(const Review& review, Language language) {
  std::string out;
  for (const ClauseReference& reference : review.evaluation.references) {
    if (reference.state != ClauseReference::State::Nowhere) continue;
    const Value& value = review.evaluation.values[reference.value];
    out += fmt::format("  {}  {}\n", printable(review.document.words(value.span)),
                       place_of(review, value.sentence, value.span, language));
  }
  return out;
}

std::string section(std::string_view title, const std::string& lines) {
  return lines.empty() ? std::string() : fmt::format("\n{}\n{}", title, lines);
}

}  // namespace

std::string parties_text(const Review& review, Language language) {
  const PartyWords& words = language == Language::En ? kEnglish : kChinese;
  std::string parties;
  for (const Party& party : review.evaluation.parties) parties += party_line(party, words, language);
  return section(words.parties, parties) + section(words.terms, terms_text(review, words, language)) +
         section(words.lost, lost_text(review, language));
}

}  // namespace clauselint
