// Who owes what in an English sentence: the subject before each `shall`, the party behind `by`, at whose cost.
#include <algorithm>
#include <array>
#include <string>

#include "facts/cursor.hpp"
#include "facts/duty_pieces.hpp"
#include "facts/duty_subjects.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {
namespace {

constexpr std::array<std::string_view, 5> kModals = {"shall", "will", "must", "should", "would"};
constexpr std::array<std::string_view, 3> kMayWords = {"may", "can", "could"};
constexpr std::array<std::string_view, 15> kSubordinating = {"if",       "when",     "where",   "unless", "once",
                                                             "after",    "before",   "until",   "that",   "which",
                                                             "whenever", "provided", "because", "since",  "as"};
constexpr std::array<std::string_view, 16> kStative = {
    "responsible", "liable",   "obliged", "obligated", "required", "bound", "solely",  "fully",
    "able",        "prepared", "in",      "free",      "the",      "a",     "jointly", "under"};
constexpr std::array<std::string_view, 26> kNominal = {
    "request",    "receipt",  "notice",   "notification", "order",       "approval", "consent",
    "inspection", "delivery", "use",      "acceptance",   "breach",      "default",  "instruction",
    "demand",     "claim",    "action",   "fault",        "act",         "omission", "misuse",
    "invoice",    "orders",   "requests", "termination",  "confirmation"};

bool closes_main(char32_t c) { return c == U';' || c == U',' || c == U':'; }

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Mention>& mentions, PartySet everybody)
      : text_(text), everybody_(everybody), subjects_(text, mentions, everybody), mentions_(subjects_.named()) {}

  std::vector<DutyPiece> read() {
    for (std::size_t at = 0; at < text_.size();) {
      while (next_ < mentions_.size() && mentions_[next_].end <= at) ++next_;
      if (next_ < mentions_.size() && mentions_[next_].begin == at) {
        at = take_mention(next_);
        continue;
      }
      if (!is_letter_at(text_, at)) {
        take_mark(at);
        ++at;
        continue;
      }
      const std::size_t end = over_term_word(text_, at);
      take_word(at, text_.substr(at, end - at));
      at = std::max(end, at + 1);
    }
    return std::move(pieces_);
  }

 private:
  std::size_t take_mention(std::size_t index) {
    const NamedParty& one = mentions_[index];
    const std::string_view front = subjects_.word_in_front(one.begin);
    if (subjects_.possessive(one)) {
      take_cost(one);
    } else if (is_word(front, "by")) {
      take_agent(subjects_.with_following(index));
    } else if (is_word(front, "of")) {
      take_cost_of(one);
    } else if (!is_preposition(front)) {
      take_plain_subject(one, front);
    }
    return one.end;
  }

  // `at Supplier's cost`: the words of the cost belong to that party; what went before goes on behind them.
  void take_cost(const NamedParty& one) {
    std::size_t at = one.end + (stands_at(text_, one.end, "'") ? 1 : 3);
    if (stands_at(text_, at, "s")) ++at;
    bool costs = false;
    for (int i = 0; i < 4; ++i) {
      const std::size_t next = skip_blanks(text_, at);
      const std::string_view word = word_at(text_, next);
      const bool filler =
          is_word(word, "own") || is_word(word, "sole") || is_word(word, "and") || is_word(word, "full");
      const bool cost = is_cost(word);
      if (!filler && !cost) break;
      at = next + word.size();
      costs = costs || cost;
    }
    const std::string_view front = subjects_.word_in_front(one.begin);
    if (costs && (is_word(front, "at") || is_word(front, "for") || is_word(front, "on"))) add_cost(one, at);
  }

  static bool is_cost(std::string_view word) {
    constexpr std::array<std::string_view, 7> kCosts = {"cost",    "costs",  "expense", "expenses",
                                                        "account", "charge", "risk"};
    return is_one_of(word, kCosts);
  }

  // `at the cost of Supplier`, `for the account of Supplier`, `the responsibility of Supplier`.
  void take_cost_of(const NamedParty& one) {
    const std::size_t of = back_over_blanks(text_, subjects_.behind_the(one.begin));
    const std::string_view word = word_before(text_, back_over_blanks(text_, of - 2));
    if (is_cost(word) || is_word(word, "responsibility") || is_word(word, "obligation")) add_cost(one, one.end);
  }

  void add_cost(const NamedParty& one, std::size_t end) {
    const bool nobody = pieces_.empty() || (pieces_.back().owed_by == 0 && pieces_.back().open);
    if (nobody) {  // nothing else says who: who pays
      if (pieces_.empty()) pieces_.push_back({});
      assign(pieces_.back(), one);
      return;
    }
    DutyPiece before = pieces_.back();
    DutyPiece cost{.begin = subjects_.behind_the(one.begin)};
    assign(cost, one);
    pieces_.push_back(cost);
    before.begin = end;
    pieces_.push_back(before);
  }

  static void assign(DutyPiece& piece, const NamedParty& one) {
    piece.owed_by = one.set;
    piece.subject_begin = one.begin;
    piece.subject_end = one.end;
    piece.open = false;
  }

  // `shall be repaired by Supplier`: the first that is named behind the verb, not `upon request by`.
  void take_agent(const NamedParty& one) {
    if (pieces_.empty() || !passive_ || one.set == 0) return;
    const std::size_t by = back_over_blanks(text_, subjects_.behind_the(one.begin));
    const std::string_view word = word_before(text_, back_over_blanks(text_, by >= 2 ? by - 2 : 0));
    if (is_one_of(word, kNominal)) return;
    const bool other_verb = is_participle(word) && word.data() != participle_.data() && !coordinated(word);
    if (other_verb) return;
    if (pieces_.back().owed_by == 0) {
      assign(pieces_.back(), one);
    } else {
      pieces_.back().owed_by |= and_before(one) ? one.set : 0;
    }
  }

  bool and_before(const NamedParty& one) const {
    const std::string_view word = word_before(text_, back_over_blanks(text_, subjects_.behind_the(one.begin)));
    return is_word(word, "and") || is_word(word, "or");
  }

  bool coordinated(std::string_view word) const {
    const auto at = static_cast<std::size_t>(word.data() - text_.data());
    const std::string_view front = word_before(text_, back_over_blanks(text_, at));
    return is_word(front, "and") || is_word(front, "or") || is_word(front, "be");
  }

  // `if Customer notifies`, `Supplier provides`: a subject with a verb of the present.
  void take_plain_subject(const NamedParty& one, std::string_view front) {
    const std::size_t next = skip_blanks(text_, one.end);
    std::string_view word = word_at(text_, next);
    if (next == one.end || word.empty() || is_modal(word) || is_capital_at(text_, next)) return;
    std::size_t at = next;
    while (is_adverb(word)) {
      at = skip_blanks(text_, at + word.size());
      word = word_at(text_, at);
      if (is_modal(word)) return;
    }
    const bool verb =
        is_word(word, "is") || is_word(word, "are") ||
        (word.size() > 2 && word.ends_with('s') && !word.ends_with("ss")) || is_participle(word) ||
        is_word(word, "so") ||
        (one.set == everybody_ && (is_word(word, "agree") || is_word(word, "undertake") || is_word(word, "have")));
    constexpr std::array<std::string_view, 6> kNoVerb = {"as", "this", "its", "thus", "across", "terms"};
    if (!verb || is_one_of(word, kNoVerb)) return;
    const bool conditional = is_one_of(front, kSubordinating);
    const char32_t mark = char_before(text_, back_over_blanks(text_, subjects_.behind_the(one.begin)));
    const bool opens = subjects_.behind_the(one.begin) == skip_blanks(text_, 0) || closes_main(mark) ||
                       is_word(front, "and") || closes_bracket(mark);
    if (!conditional && !opens) return;
    if (conditional) {
      begin_condition(one);
    } else if (is_word(word, "is") || is_word(word, "are")) {
      const std::string_view state = word_at(text_, skip_blanks(text_, at + word.size()));
      if (is_one_of(state, kStative) && !is_word(state, "a") && !is_word(state, "the") && !is_word(state, "in"))
        begin(one, Voice::Active);
    } else {
      begin(one, Voice::Active);
    }
  }

  void begin_condition(const NamedParty& one) {
    const bool inside = !pieces_.empty();
    resume_ = inside && !in_condition_ ? pieces_.back() : DutyPiece{};
    has_resume_ = inside && !in_condition_;
    DutyPiece piece{.begin = inside ? start_of_part(one.begin) : 0};
    assign(piece, one);
    push(piece);
    in_condition_ = true;
    passive_ = false;
  }

  void take_mark(std::size_t at) {
    if (!in_condition_ || text_[at] != ',') return;
    in_condition_ = false;
    if (!has_resume_) return;
    DutyPiece piece = resume_;
    piece.begin = at;
    push(piece);
  }

  static bool is_modal(std::string_view word) { return is_one_of(word, kModals) || is_one_of(word, kMayWords); }

  void take_word(std::size_t at, std::string_view word) {
    if (is_one_of(word, kModals)) {
      take_modal(at, voice_behind(at + word.size()));
    } else if (is_one_of(word, kMayWords) && !is_capital_at(text_, at)) {
      take_modal(at, Voice::Entitled);
    }
  }

  Voice voice_behind(std::size_t at) {
    participle_ = {};
    std::string_view word = subjects_.skip_adverbs(at);
    if (is_word(word, "have")) {
      std::size_t next = at + word.size();
      std::string_view object = subjects_.skip_adverbs(next);
      if (is_word(object, "the") || is_word(object, "no") || is_word(object, "a")) {
        next += object.size();
        object = subjects_.skip_adverbs(next);
      }
      return is_word(object, "right") || is_word(object, "option") ? Voice::Entitled : Voice::Active;
    }
    if (!is_word(word, "be")) return Voice::Active;
    at += word.size();
    word = subjects_.skip_adverbs(at);
    if (is_word(word, "entitled") || is_word(word, "deemed") || is_word(word, "permitted")) return Voice::Entitled;
    if (is_one_of(word, kStative)) return Voice::Stative;
    if (!is_participle(word)) return Voice::Stative;
    participle_ = word;
    return Voice::Passive;
  }

  void take_modal(std::size_t at, Voice voice) {
    const std::size_t end = subjects_.end_of_subject(at);
    const std::string_view before = word_before(text_, end);
    const bool shared = is_word(before, "and") || is_word(before, "or") || is_word(before, "but") ||
                        is_word(before, "then") || (stands_before(text_, end, ",") && !pieces_.empty());
    if (shared && !pieces_.empty()) return share(at, voice);
    if (is_word(before, "which") || is_word(before, "who") || is_word(before, "that")) {
      const bool named =
          subjects_.ending_at(back_over_blanks(text_, back_over_blanks(text_, end - before.size()) - 1)) != nullptr;
      if (!named) return;
    }
    if (is_word(before, "it") || is_word(before, "they")) return refer_back(end, before, voice);
    const NamedParty subject = subjects_.subject_before(end, voice);
    begin(subject, voice);
  }

  void share(std::size_t at, Voice voice) {
    passive_ = voice == Voice::Passive;
    const DutyPiece& last = pieces_.back();
    if (voice != Voice::Entitled && (passive_ == (last.owed_by == 0) || !passive_)) return;
    DutyPiece piece{.begin = at};
    piece.open = voice != Voice::Entitled;
    push(piece);
  }

  void refer_back(std::size_t end, std::string_view pronoun, Voice voice) {
    NamedParty subject{.begin = end - pronoun.size(), .end = end, .set = 0};
    constexpr int kPiecesBack = 8;
    auto piece = pieces_.rbegin();
    for (int i = 0; i < kPiecesBack && piece != pieces_.rend() && subject.set == 0; ++i, ++piece)
      subject.set = piece->owed_by;
    if (subject.set != 0 && voice != Voice::Passive) begin(subject, voice);
  }

  // `..., within 5 days after notice, Supplier shall`: the time goes with what follows it.
  std::size_t over_time_aside(std::size_t from, std::size_t start) const {
    if (start < from + 2 || text_[start - 1] != ',') return start;
    const std::size_t comma = text_.substr(from, start - 1 - from).rfind(',');
    if (comma == std::string_view::npos) return start;
    constexpr std::array<std::string_view, 5> kTimes = {"within", "upon", "no", "not", "during"};
    const std::size_t before = from + comma + 1;
    return is_one_of(word_at(text_, skip_blanks(text_, before)), kTimes) ? before : start;
  }

  // Where the part of the sentence begins that a subject at `at` belongs to.
  std::size_t start_of_part(std::size_t at) const {
    const std::size_t from = pieces_.empty() ? 0 : pieces_.back().begin;
    const std::string_view before = text_.substr(from, at - from);
    std::size_t start = before.find_last_of(",;:");
    for (const std::string_view joining : {" and ", " but ", " or ", " if ", " unless ", " when ", " that "}) {
      const std::size_t found = before.rfind(joining);
      if (found != std::string_view::npos && (start == std::string_view::npos || found > start)) start = found;
    }
    return start == std::string_view::npos ? at : over_time_aside(from, from + start + 1);
  }

  void begin(const NamedParty& subject, Voice voice) {
    const bool entitled = voice == Voice::Entitled;
    passive_ = voice == Voice::Passive;
    in_condition_ = false;
    DutyPiece piece{.begin = pieces_.empty() ? 0 : start_of_part(subject.begin)};
    piece.owed_by = entitled || passive_ ? 0 : subject.set;
    piece.subject_begin = subject.begin;
    piece.subject_end = piece.owed_by == 0 ? subject.begin : subject.end;
    piece.open = piece.owed_by == 0 && !entitled;
    push(piece);
  }

  void push(const DutyPiece& piece) {
    if (!pieces_.empty() && piece.begin <= pieces_.back().begin) {
      const std::size_t begin = pieces_.back().begin;
      pieces_.back() = piece;
      pieces_.back().begin = begin;
    } else {
      pieces_.push_back(piece);
    }
  }

  std::string_view text_;
  PartySet everybody_;
  EnglishSubjects subjects_;
  const std::vector<NamedParty>& mentions_;  // of subjects_
  std::size_t next_ = 0;
  std::vector<DutyPiece> pieces_;
  std::string_view participle_;
  bool passive_ = false;
  bool in_condition_ = false;
  bool has_resume_ = false;
  DutyPiece resume_;
};

}  // namespace

std::vector<DutyPiece> duty_pieces(std::string_view sentence, const std::vector<Mention>& mentions,
                                   PartySet everybody) {
  return Reader(sentence, mentions, everybody).read();
}

}  // namespace clauselint::facts
