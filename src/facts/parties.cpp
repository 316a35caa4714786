// The parties of a draft: from its preamble, its tables and definitions, and from how it speaks of them.
#include "clauselint/party.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "facts/cursor.hpp"
#include "facts/party_forms.hpp"
#include "facts/party_list.hpp"
#include "facts/term_words.hpp"

namespace clauselint {
namespace facts {
namespace {

constexpr std::uint32_t kPreamble = 90;  // sentences in which parties are introduced

class Finder {
 public:
  Finder(const Document& document, const ClauseTree& tree, const RoleWords& roles, PartyList& list)
      : document_(document), tree_(tree), roles_(roles), list_(list) {}

  void read_preamble() {
    const auto last = std::min<std::size_t>(kPreamble, tree_.sentences.size());
    for (std::uint32_t i = 0; i < last; ++i) {
      const Sentence& sentence = tree_.sentences[i];
      if (document_.paragraphs[sentence.paragraph].story == Story::Comment) continue;
      const std::string_view text = document_.words(sentence.span);
      std::vector<Introduction> found;
      if (sentence.language == Language::Zh) {
        read_han_introductions(text, roles_, found);
      } else {
        read_introductions(text, roles_, found);
      }
      for (const Introduction& one : found) add(one, i);
    }
  }

  // `("Supplier")` behind a company, `"Distributor" means Acme Ltd`.
  void read_definitions(const Definitions& definitions) {
    for (const Definition& term : definitions.terms) {
      const Sentence& sentence = tree_.sentences[term.sentence];
      const std::string_view text = document_.words(sentence.span);
      const std::size_t at = term.span.begin - sentence.span.begin;
      if (term.inline_form) {
        read_inline(term, text, at);
      } else if (roles_.of(term.term) != nullptr && !is_plural(term.term) &&
                 names_someone(text, term.span.end - sentence.span.begin)) {
        Introduction found;
        found.aliases.push_back({.words = term.term, .begin = at, .end = at + term.span.size()});
        add(found, term.sentence, PartySource::Definition);
      }
    }
  }

  // Words for parties that act: `Supplier shall`, 乙方应.
  void read_uses(const Matter& matter) {
    for (const auto& [alias, role] : matter.parties) wanted_.push_back(alias);
    for (std::uint32_t i = 0; i < tree_.sentences.size() && !list_.full(); ++i) read_use(i);
  }

 private:
  static bool is_plural(std::string_view term) { return term.ends_with('s'); }

  // Behind `means`: a company, not any person of a kind.
  static bool names_someone(std::string_view text, std::size_t at) {
    const std::string lower = small_letters(text.substr(at, 80));
    for (const std::string_view sign : {" any ", " a ", " an ", " each ", " persons", " end ", " all ", "任何", "所有",
                                        "购买", "使用", "最终", "向"}) {
      const std::size_t found = lower.find(sign);
      if (found != std::string::npos && found < 40) return false;
    }
    return true;
  }

  void read_inline(const Definition& term, std::string_view text, std::size_t at) {
    const bool han = static_cast<unsigned char>(term.term.front()) >= 0x80;
    const std::size_t bracket = open_bracket_before(text, at);
    if (bracket == std::string_view::npos || is_plural(term.term) || says_paper(term.term)) return;
    const PartyRole* const role = roles_.of_ending(term.term);
    std::string spelled;
    const bool lettered = read_lettered_party(term.term, 0, spelled) == term.term.size();
    const bool early = term.sentence < kPreamble;
    Introduction found = han ? name_before_han(text, bracket) : name_before(text, bracket);
    const bool company = han ? ends_as_company(text.substr(found.name_begin, found.name_end - found.name_begin))
                             : introduces_company(text, bracket) && speaks_of_parties(text, term.sentence);
    if (!early || !(lettered || (role != nullptr && (company || han)) || company)) return;
    if (!lettered && !(role != nullptr && company) && found.name_begin == found.name_end) return;
    found.aliases.push_back({.words = term.term, .begin = at, .end = at + term.span.size()});
    add(found, term.sentence);
  }

  static std::size_t open_bracket_before(std::string_view text, std::size_t at) {
    constexpr std::size_t kReach = 120;
    const std::string_view before = text.substr(0, at);
    const std::size_t ascii = before.rfind('(');
    const std::size_t wide = before.rfind("（");
    std::size_t open = ascii == std::string_view::npos  ? wide
                       : wide == std::string_view::npos ? ascii
                                                        : std::max(ascii, wide);
    return open == std::string_view::npos || at - open > kReach ? std::string_view::npos : open;
  }

  static bool says_paper(std::string_view term) {
    for (const std::string_view word :
         {"Agreement", "Contract", "Date", "Parties", "Party", "Product", "Service", "Territory", "合同", "协议"}) {
      if (term == word || (word.size() > 5 && word != "Party" && term.ends_with(word))) return true;
    }
    return false;
  }

  static Introduction name_before_han(std::string_view text, std::size_t bracket) {
    std::size_t begin = bracket;
    constexpr std::size_t kLongest = 120;
    while (begin > 0 && bracket - begin < kLongest) {
      const CodePoint c = decode_before(text, begin);
      if (!is_han(c.value) && !is_ascii_letter(c.value) && !is_ascii_digit(c.value)) break;
      begin -= c.size;
    }
    return {.aliases = {}, .name_begin = begin, .name_end = bracket, .whole = false};
  }

  static bool ends_as_company(std::string_view name) {
    return name.ends_with("公司") || name.ends_with("厂") || name.ends_with("集团") || name.ends_with("中心");
  }

  // The sentence of a preamble: between whom, or a company with its seat, before the first clauses begin.
  bool speaks_of_parties(std::string_view text, std::uint32_t sentence) const {
    const std::string lower = small_letters(text);
    const bool between = lower.find("between") != std::string::npos || lower.find("by and among") != std::string::npos;
    const bool recital = lower.find("whereas") != std::string::npos;
    const bool opening = sentence < 30 && tree_.sentences[sentence].clause == kRootClause;
    return between || (opening && !recital);
  }

  void add(const Introduction& found, std::uint32_t index, PartySource source = PartySource::Preamble) {
    const Sentence& sentence = tree_.sentences[index];
    const auto span = [&](std::size_t begin, std::size_t end) {
      return ByteSpan{.begin = static_cast<std::uint32_t>(sentence.span.begin + begin),
                      .end = static_cast<std::uint32_t>(sentence.span.begin + end)};
    };
    Party party{.aliases = {}, .role = nullptr, .name = {}, .name_span = {}, .source = source, .sentence = index};
    for (const FoundAlias& alias : found.aliases)
      party.aliases.push_back({.words = alias.words, .span = span(alias.begin, alias.end)});
    if (found.name_begin < found.name_end) {
      party.name_span = span(found.name_begin, found.name_end);
    } else if (found.whole && !beside(index, party)) {
      return;  // a cell or a line that is nothing but the word
    }
    party.name = std::string(document_.words(party.name_span));
    list_.add(std::move(party));
  }

  // The name in the cell to the right, or on the next line of the same cell.
  bool beside(std::uint32_t index, Party& party) const {
    const Paragraph& own = document_.paragraphs[tree_.sentences[index].paragraph];
    if (index + 1 >= tree_.sentences.size()) return false;
    const Sentence& next = tree_.sentences[index + 1];
    const Paragraph& other = document_.paragraphs[next.paragraph];
    const bool table =
        own.cell && other.cell && own.cell->table == other.cell->table && own.cell->row == other.cell->row;
    const std::string_view words = document_.words(next.span);
    const bool colon = document_.words(tree_.sentences[index].span).find_last_of(":") != std::string_view::npos ||
                       document_.words(tree_.sentences[index].span).ends_with("：");
    if (!table) return party.aliases.size() > 1 || colon;
    party.source = PartySource::Table;
    constexpr std::size_t kLongestName = 120;
    const bool name = words.size() <= kLongestName && words.find_first_not_of("_ []*.-/") != std::string_view::npos &&
                      words.find_first_of(":{") == std::string_view::npos && words.find("：") == std::string_view::npos;
    FoundAlias alias;
    if (name && roles_.of(words) == nullptr) party.name_span = next.span;
    return true;
  }

  void read_use(std::uint32_t index) {
    const Sentence& sentence = tree_.sentences[index];
    if (sentence.heading) return;
    const std::string_view text = document_.words(sentence.span);
    const bool english = sentence.language == Language::En;
    const std::string lower = english ? small_letters(text) : std::string();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = decode_at(text, at);
      const bool begins =
          english ? is_capital_at(text, at) && (at == 0 || !is_letter_at(text, at - 1)) : is_han(c.value);
      std::string words;
      std::size_t end = begins ? read_lettered_party(text, at, words) : 0;
      if (begins && end == 0) {
        const RoleWords::Hit hit = roles_.at(english ? std::string_view(lower) : text, at);
        end = hit.end;
        words = std::string(text.substr(at, end == 0 ? 0 : end - at));
      }
      const bool acts = end != 0 && (english ? acts_behind(lower, end) : acts_behind_han(text, end));
      if (acts && !(english && words.ends_with('s')) && list_.find(words) == PartyList::kUnknown) {
        const ByteSpan span{.begin = static_cast<std::uint32_t>(sentence.span.begin + at),
                            .end = static_cast<std::uint32_t>(sentence.span.begin + end)};
        list_.add({.aliases = {{.words = words, .span = span}},
                   .role = nullptr,
                   .name = {},
                   .name_span = {},
                   .source = PartySource::Use,
                   .sentence = index});
      }
      at = std::max(end, at + std::max<std::size_t>(1, c.size));
    }
    read_wanted(text, sentence, index);
  }

  // What matter.yaml calls a party is one wherever the draft says it.
  void read_wanted(std::string_view text, const Sentence& sentence, std::uint32_t index) {
    for (const std::string& alias : wanted_) {
      const std::size_t at = text.find(alias);
      if (at == std::string_view::npos || list_.find(alias) != PartyList::kUnknown) continue;
      const ByteSpan span{.begin = static_cast<std::uint32_t>(sentence.span.begin + at),
                          .end = static_cast<std::uint32_t>(sentence.span.begin + at + alias.size())};
      list_.add({.aliases = {{.words = alias, .span = span}},
                 .role = nullptr,
                 .name = {},
                 .name_span = {},
                 .source = PartySource::Use,
                 .sentence = index});
    }
  }

  static bool acts_behind(std::string_view lower, std::size_t at) {
    constexpr std::array<std::string_view, 12> kActs = {
        "shall", "will", "must", "agrees", "undertakes", "warrants", "may", "is", "bears", "guarantees", "pays", "has"};
    return is_one_of(word_at(lower, skip_blanks(lower, at)), kActs);
  }

  static bool acts_behind_han(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    for (const std::string_view verb : {"应", "须", "必须", "需", "负责", "承担", "保证", "承诺", "同意", "有权",
                                        "不得", "在", "有义务", "将", "可"}) {
      if (stands_at(text, at, verb)) return true;
    }
    return false;
  }

  const Document& document_;
  const ClauseTree& tree_;
  const RoleWords& roles_;
  PartyList& list_;
  std::vector<std::string> wanted_;
};

}  // namespace
}  // namespace facts

std::vector<Party> find_parties(const Document& document, const ClauseTree& tree, const Definitions& definitions,
                                const std::vector<const PartyRole*>& roles, const Matter& matter) {
  const facts::RoleWords words(roles, facts::RoleWords::Of::Names);
  facts::PartyList list(words);
  facts::Finder finder(document, tree, words, list);
  finder.read_preamble();
  finder.read_definitions(definitions);
  finder.read_uses(matter);
  facts::settle_roles(document, tree, roles, words, matter, list);
  return std::move(list.parties());
}

std::string_view name_of(PartySource source) {
  switch (source) {
    case PartySource::Preamble: return "preamble";
    case PartySource::Table: return "table";
    case PartySource::Definition: return "definition";
    case PartySource::Use: return "use";
  }
  return "";
}

}  // namespace clauselint
