// Which party stands as the subject before a verb of an English sentence, or owns what stands there.
#include "facts/duty_subjects.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "facts/cursor.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kAside = 160;  // bytes of `, at its own cost,` between a subject and its verb

constexpr std::array<std::string_view, 22> kOpeningAside = {
    "at",  "upon", "on",      "in",    "within", "if",     "subject", "as", "after", "following", "during",
    "for", "to",   "without", "where", "when",   "unless", "under",   "by", "with",  "through",   "acting"};
constexpr std::array<std::string_view, 16> kPrepositions = {"by",      "to",  "of",      "from",  "for",     "with",
                                                            "under",   "at",  "against", "upon",  "between", "in",
                                                            "through", "via", "than",    "toward"};
constexpr std::array<std::string_view, 18> kIrregular = {"borne", "made",  "done",  "sent",    "given", "paid",
                                                         "kept",  "held",  "taken", "brought", "put",   "set",
                                                         "built", "dealt", "met",   "found",   "shown", "undertaken"};

bool holds_verb(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = word_at(words, at);
    constexpr std::array<std::string_view, 5> kPlural = {"technicians", "engineers", "employees", "representatives",
                                                         "agents"};
    if ((word.ends_with('s') && !is_one_of(word, kPlural)) || is_participle(word)) return true;
    at += std::max<std::size_t>(1, word.size());
  }
  return false;
}

}  // namespace

bool is_adverb(std::string_view word) {
  constexpr std::array<std::string_view, 9> kPlain = {"also", "hereby", "then",  "further", "thereafter",
                                                      "not",  "always", "never", "each"};
  return word.ends_with("ly") || is_one_of(word, kPlain);
}

bool is_participle(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ed")) || is_one_of(word, kIrregular);
}

bool is_preposition(std::string_view word) { return is_one_of(word, kPrepositions); }

EnglishSubjects::EnglishSubjects(std::string_view sentence, const std::vector<Mention>& mentions, PartySet everybody)
    : text_(sentence) {
  for (const Mention& one : mentions) named_.push_back({.begin = one.begin, .end = one.end, .set = only(one.party)});
  add_everybody(everybody);
}

// `the parties`, `each party`, `either party`; `the other party` is nobody we know.
void EnglishSubjects::add_everybody(PartySet everybody) {
  for (std::size_t at = 0; at + 5 <= text_.size(); ++at) {
    if (text_[at] != 'p' && text_[at] != 'P') continue;
    if (at > 0 && is_letter_at(text_, at - 1)) continue;
    const std::string_view word = word_at(text_, at);
    const bool one = is_word(word, "party");
    if (!one && !is_word(word, "parties")) continue;
    const std::size_t end = at + word.size();
    const std::string_view before = word_before(text_, back_over_blanks(text_, at));
    const bool lettered = one && is_capital_at(text_, end + 1) && !is_letter_at(text_, end + 2);
    const bool third = is_word(before, "third") || lettered;
    if (third) continue;
    const bool other = is_word(before, "other") || is_word(before, "such") || is_word(before, "that") ||
                       is_participle(before) || before.ends_with("ing");
    const std::size_t begin = before.empty() ? at : back_over_blanks(text_, at) - before.size();
    named_.push_back({.begin = begin, .end = end, .set = other ? 0 : everybody});
  }
  std::stable_sort(named_.begin(), named_.end(),
                   [](const NamedParty& a, const NamedParty& b) { return a.begin < b.begin; });
  named_.erase(std::unique(named_.begin(), named_.end(),
                           [](const NamedParty& a, const NamedParty& b) { return b.begin < a.end; }),
               named_.end());
}

std::string_view EnglishSubjects::word_in_front(std::size_t at) const {
  std::size_t end = back_over_blanks(text_, at);
  std::string_view word = word_before(text_, end);
  if (is_word(word, "the") || is_word(word, "either") || is_word(word, "each") || is_word(word, "such")) {
    end = back_over_blanks(text_, end - word.size());
    word = word_before(text_, end);
  }
  return word;
}

std::size_t EnglishSubjects::behind_the(std::size_t at) const {  // before `the` of `the Supplier`
  const std::size_t end = back_over_blanks(text_, at);
  const std::string_view word = word_before(text_, end);
  return is_word(word, "the") ? end - word.size() : at;
}

bool EnglishSubjects::possessive(const NamedParty& one) const {
  return stands_at(text_, one.end, "'") || stands_at(text_, one.end, "’");
}

std::string_view EnglishSubjects::skip_adverbs(std::size_t& at) const {
  for (int i = 0; i < 6; ++i) {
    at = skip_blanks(text_, at);
    if (stands_at(text_, at, ",")) {  // `shall, at its own cost, repair`
      const std::size_t close = text_.substr(0, std::min(text_.size(), at + kAside)).find(',', at + 1);
      if (close == std::string_view::npos) return {};
      at = close + 1;
      continue;
    }
    const std::string_view word = word_at(text_, at);
    if (!is_adverb(word)) return word;
    at += word.size();
  }
  return {};
}

const NamedParty* EnglishSubjects::ending_at(std::size_t end) const {
  const auto found =
      std::lower_bound(named_.begin(), named_.end(), end, [](const NamedParty& m, std::size_t e) { return m.end < e; });
  return found != named_.end() && found->end == end ? &*found : nullptr;
}

// Back from a verb over adverbs and asides to the end of its subject.
std::size_t EnglishSubjects::end_of_subject(std::size_t at) const {
  for (int i = 0; i < 5; ++i) {
    at = back_over_blanks(text_, at);
    const std::string_view word = word_before(text_, at);
    if (is_adverb(word) && !is_word(word, "each")) {
      at -= word.size();
    } else if (stands_before(text_, at, ",")) {
      const std::size_t from = at > kAside ? at - kAside : 0;
      const std::size_t open = text_.substr(from, at - 1 - from).rfind(',');
      if (open == std::string_view::npos) return at - 1;
      if (!is_one_of(word_at(text_, skip_blanks(text_, from + open + 1)), kOpeningAside)) return at - 1;
      if (ending_at(back_over_blanks(text_, from + open)) == nullptr) return at - 1;
      at = from + open;
    } else if (stands_before(text_, at, ")")) {
      const std::size_t from = at > kAside ? at - kAside : 0;
      const std::size_t open = text_.substr(from, at - from).rfind('(');
      if (open == std::string_view::npos) return at;
      at = from + open;
    } else {
      return at;
    }
  }
  return at;
}

// The party that is, or owns, what stands before a verb.
NamedParty EnglishSubjects::subject_before(std::size_t end, Voice voice) const {
  const NamedParty* const last = ending_at(end);
  if (last != nullptr) {
    const std::string_view front = word_in_front(last->begin);
    if (is_word(front, "of") && voice == Voice::Active) return *last;
    if (!is_preposition(front)) return with_partners(*last);
    return {.begin = end, .end = end, .set = 0};
  }
  return voice == Voice::Active ? owner_before(end) : NamedParty{.begin = end, .end = end, .set = 0};
}

// `Supplier and Distributor shall`.
NamedParty EnglishSubjects::with_partners(NamedParty one) const {
  for (int i = 0; i < 4; ++i) {
    std::size_t at = back_over_blanks(text_, behind_the(one.begin));
    const std::string_view word = word_before(text_, at);
    if (!is_word(word, "and") && !is_word(word, "or")) return one;
    at = back_over_blanks(text_, at - word.size());
    if (stands_before(text_, at, ",")) at = back_over_blanks(text_, at - 1);
    const NamedParty* const other = ending_at(at);
    if (other == nullptr) return one;
    one.begin = other->begin;
    one.set |= other->set;
  }
  return one;
}

// `Supplier's technician shall`, `the Supplier personnel shall`, `Distributor or its agent shall`.
NamedParty EnglishSubjects::owner_before(std::size_t end) const {
  constexpr std::size_t kNear = 60;
  const auto behind =
      std::lower_bound(named_.begin(), named_.end(), end, [](const NamedParty& m, std::size_t e) { return m.end < e; });
  if (behind == named_.begin()) return {.begin = end, .end = end, .set = 0};
  const NamedParty& one = *std::prev(behind);
  if (end - one.end > kNear) return {.begin = end, .end = end, .set = 0};
  const std::string_view between = text_.substr(one.end, end - one.end);
  if (between.find_first_of(",;:()") != std::string_view::npos) return {.begin = end, .end = end, .set = 0};
  const std::string_view link = word_at(text_, skip_blanks(text_, one.end));
  const bool with_agent =
      (is_word(link, "or") || is_word(link, "and")) && between.find(" its ") != std::string_view::npos;
  const bool premodifies = !is_preposition(word_in_front(one.begin)) &&
                           std::count(between.begin(), between.end(), ' ') <= 2 && !holds_verb(between);
  if (possessive(one) || with_agent || premodifies) return one;
  return {.begin = end, .end = end, .set = 0};
}

// `by Supplier and Distributor`.
NamedParty EnglishSubjects::with_following(std::size_t index) const {
  NamedParty one = named_[index];
  for (std::size_t next = index + 1; next < named_.size() && next < index + 4; ++next) {
    const std::size_t at = skip_blanks(text_, one.end);
    const std::string_view word = word_at(text_, at);
    const bool joined = (is_word(word, "and") || is_word(word, "or")) &&
                        back_over_blanks(text_, behind_the(named_[next].begin)) == at + word.size();
    if (!joined) break;
    one.end = named_[next].end;
    one.set |= named_[next].set;
  }
  return one;
}

}  // namespace clauselint::facts
