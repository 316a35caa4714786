// How sentences hang together: items under a lead-in, sentences that go on with the one before, cells under headers.
#include "rules/cohesion.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace clauselint {
namespace {

constexpr std::uint32_t kHeaderBytes = 90;  // a header is a few words; a cell that tells a story names nothing
constexpr std::size_t kOpeningBytes = 48;   // the words that tie a sentence to the one before stand at its beginning

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }

std::string small(std::string_view words) {
  std::string out(words);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kBlanks = " \t\n\r";
  constexpr std::string_view kWideBlank = "　";
  while (words.starts_with(kWideBlank)) words.remove_prefix(kWideBlank.size());
  const std::size_t first = words.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view()
                                         : words.substr(first, words.find_last_not_of(kBlanks) - first + 1);
}

// Words of two letters and more; each Han character is one.
std::size_t count_words(std::string_view words) {
  std::size_t count = 0;
  std::size_t run = 0;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) count += (byte & 0xC0u) == 0x80u ? 0 : 1;
    run = is_letter(byte) && byte < 0x80 ? run + 1 : 0;
    if (run == 2) ++count;
  }
  return count;
}

// Fewer letters than a cell needs to say something, fewer words than a sentence, or a page number's.
bool is_bare(std::string_view words, bool cell) {
  const std::size_t fewest = cell ? 1 : 3;
  std::size_t letters = 0;
  for (const char c : words) letters += is_letter(static_cast<unsigned char>(c)) ? 1 : 0;
  if (letters < 6 || count_words(words) < fewest) return true;
  const std::string begin = small(words.substr(0, std::min<std::size_t>(words.size(), 5)));
  return begin == "page " && words.size() < 30 && letters < 8;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) &&
         (text.size() == word.size() || !is_letter(static_cast<unsigned char>(text[word.size()])));
}

// "This Agreement", "this Section" point at the paper, not at the sentence before.
bool names_the_paper(std::string_view rest) {
  constexpr std::array<std::string_view, 14> kPapers = {"agreement", "contract", "section",   "article",  "clause",
                                                        "schedule",  "exhibit",  "annex",     "appendix", "attachment",
                                                        "addendum",  "document", "amendment", "paragraph"};
  return std::ranges::any_of(kPapers, [&](std::string_view paper) { return rest.starts_with(paper); });
}

bool goes_on_english(std::string_view words) {
  constexpr std::array<std::string_view, 13> kOpenings = {
      "such",    "any such",  "each such",    "all such",     "no such",   "said", "the foregoing",
      "in such", "upon such", "in that case", "in this case", "otherwise", "if so"};
  constexpr std::array<std::string_view, 3> kPointers = {"this ", "these ", "those "};
  const std::string opening = small(words.substr(0, std::min(words.size(), kOpeningBytes)));
  for (const std::string_view pointer : kPointers) {
    if (opening.starts_with(pointer)) return !names_the_paper(std::string_view(opening).substr(pointer.size()));
  }
  return std::ranges::any_of(kOpenings, [&](std::string_view word) { return begins_with_word(opening, word); });
}

bool goes_on_chinese(std::string_view words) {
  constexpr std::array<std::string_view, 12> kOpenings = {"该",   "此",   "上述", "前述", "否则", "逾期",
                                                          "其中", "由此", "因此", "如未", "超过", "前款"};
  return std::ranges::any_of(kOpenings, [&](std::string_view word) { return words.starts_with(word); });
}

bool ends_open(std::string_view words) {
  return words.ends_with(':') || words.ends_with("：") || words.ends_with("—") || words.ends_with("–") ||
         words.ends_with(":-");
}

// An item of a list that has no label of its own: a bullet, a small letter, a semicolon at its end.
bool is_item(std::string_view words) {
  constexpr std::array<std::string_view, 11> kBullets = {"•", "·", "●", "○", "■", "◆", "–", "—", "-", "*", "o "};
  if (words.empty()) return false;
  if (words.front() >= 'a' && words.front() <= 'z') return true;
  return words.ends_with(';') || words.ends_with("；") || words.ends_with("; and") || words.ends_with("; or") ||
         std::ranges::any_of(kBullets, [&](std::string_view bullet) { return words.starts_with(bullet); });
}

class Finder {
 public:
  Finder(const Document& document, const ClauseTree& tree) : document_(document), tree_(tree) {
    const std::size_t count = tree.sentences.size();
    out_.lead.assign(count, kNoSentence);
    out_.goes_on.assign(count, 0);
    out_.bare.assign(count, 0);
    out_.column_header.assign(count, kNoSentence);
    out_.row_header.assign(count, kNoSentence);
    clause_lead_.assign(tree.clauses.size(), kNoSentence);
  }

  Cohesion run() {
    find_last_leads();
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) tie(i);
    find_headers();
    return std::move(out_);
  }

 private:
  std::string_view words(std::uint32_t sentence) const {
    return trimmed(document_.words(tree_.sentences[sentence].span));
  }

  // By clause: the open sentence its sub-clauses are items of, its own or one above.
  void find_last_leads() {
    std::vector<std::uint32_t> own(tree_.clauses.size(), kNoSentence);
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      const Sentence& sentence = tree_.sentences[i];
      if (!sentence.heading) own[sentence.clause] = ends_open(words(i)) ? i : kNoSentence;
    }
    for (std::uint32_t c = 1; c < tree_.clauses.size(); ++c) {
      const std::uint32_t parent = tree_.clauses[c].parent;
      if (parent == kNoClause || parent == kRootClause) continue;
      const std::uint32_t lead = own[parent];
      clause_lead_[c] =
          lead != kNoSentence && tree_.sentences[lead].span < tree_.clauses[c].span ? lead : clause_lead_[parent];
    }
  }

  void tie(std::uint32_t i) {
    const Sentence& sentence = tree_.sentences[i];
    const std::string_view said = words(i);
    out_.bare[i] = is_bare(said, cell_of(i).has_value()) ? 1 : 0;
    out_.lead[i] = clause_lead_[sentence.clause];
    if (i == 0 || sentence.heading) return;
    const Sentence& before = tree_.sentences[i - 1];
    if (before.heading || before.clause != sentence.clause) return;
    out_.goes_on[i] = (sentence.language == Language::En ? goes_on_english(said) : goes_on_chinese(said)) ? 1 : 0;
    const bool item = before.paragraph != sentence.paragraph ? is_item(said) : in_list_;
    if (ends_open(words(i - 1))) {
      lead_ = i - 1;
      in_list_ = true;
    } else if (!item) {
      in_list_ = false;
    }
    if (in_list_ && tree_.sentences[lead_].clause == sentence.clause) out_.lead[i] = lead_;
  }

  const std::optional<Cell>& cell_of(std::uint32_t sentence) const {
    return document_.paragraphs[tree_.sentences[sentence].paragraph].cell;
  }

  void find_headers() {
    using Position = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // table, row, column
    std::vector<std::pair<Position, std::uint32_t>> headers;
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      const auto& cell = cell_of(i);
      if (cell && (cell->row == 0 || cell->column == 0) && tree_.sentences[i].span.size() <= kHeaderBytes) {
        headers.push_back({{cell->table, cell->row, cell->column}, i});
      }
    }
    std::ranges::sort(headers);
    const auto at = [&](const Position& position) {
      const auto found = std::ranges::lower_bound(headers, position, {}, &std::pair<Position, std::uint32_t>::first);
      return found != headers.end() && found->first == position ? found->second : kNoSentence;
    };
    for (std::uint32_t i = 0; i < tree_.sentences.size() && !headers.empty(); ++i) {
      const auto& cell = cell_of(i);
      if (!cell) continue;
      if (cell->row > 0) out_.column_header[i] = at({cell->table, 0, cell->column});
      if (cell->column > 0) out_.row_header[i] = at({cell->table, cell->row, 0});
    }
  }

  const Document& document_;
  const ClauseTree& tree_;
  Cohesion out_;
  std::vector<std::uint32_t> clause_lead_;
  std::uint32_t lead_ = 0;
  bool in_list_ = false;
};

}  // namespace

Cohesion find_cohesion(const Document& document, const ClauseTree& tree) { return Finder(document, tree).run(); }

}  // namespace clauselint
