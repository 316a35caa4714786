// Who owes the duty at each place of a draft: sentence by sentence, and from lead-ins and headings to what stands under them.
#include <algorithm>

#include "clauselint/party.hpp"
#include "facts/cursor.hpp"
#include "facts/duty_pieces.hpp"

namespace clauselint {
namespace facts {
namespace {

class Finder {
 public:
  Finder(const Document& document, const ClauseTree& tree, const std::vector<Party>& parties)
      : document_(document), tree_(tree), mentions_(parties), leads_(tree.clauses.size()) {
    for (std::uint32_t i = 0; i < parties.size(); ++i) everybody_ |= only(i);
  }

  std::vector<Duty> run() {
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) read(i);
    return std::move(duties_);
  }

 private:
  /// What a clause hands down to its items, and to the lines behind a colon.
  struct Lead {
    PartySet owed_by = 0;
    ByteSpan subject;
    bool taken = false;  ///< from the clause above
  };

  void read(std::uint32_t index) {
    const Sentence& sentence = tree_.sentences[index];
    const std::string_view text = document_.words(sentence.span);
    const std::vector<Mention> mentions = mentions_.in(text);
    take_over(sentence.clause);
    Lead& lead = leads_[sentence.clause];
    if (sentence.heading) return read_heading(sentence, mentions);
    std::vector<DutyPiece> pieces = sentence.language == Language::Zh ? han_duty_pieces(text, mentions, everybody_)
                                                                      : duty_pieces(text, mentions, everybody_);
    if (pieces.empty()) pieces.push_back({});
    pieces.front().begin = 0;
    add(index, pieces, lead);
    if (ends_openly(text)) {
      const Duty* const last = duties_.empty() || duties_.back().sentence != index ? nullptr : &duties_.back();
      if (last != nullptr && last->owed_by != 0)
        lead = {.owed_by = last->owed_by, .subject = last->subject, .taken = true};
    } else if (names_somebody(pieces) && sentence.clause == kRootClause) {
      lead = {};
    }
  }

  // A clause begins with what its parent hands down.
  void take_over(std::uint32_t clause) {
    Lead& lead = leads_[clause];
    if (lead.taken) return;
    const std::uint32_t parent = tree_.clauses[clause].parent;
    if (parent != kNoClause && parent != kRootClause) lead = leads_[parent];
    if (parent == kRootClause && leads_[parent].owed_by != 0 && opens_before(clause)) lead = leads_[parent];
    lead.taken = true;
  }

  // Whether the last words before a clause lead into it.
  bool opens_before(std::uint32_t clause) const {
    const std::string_view before =
        trimmed(std::string_view(document_.text)
                    .substr(0, tree_.clauses[clause].span.begin)
                    .substr(tree_.clauses[clause].span.begin > 200 ? tree_.clauses[clause].span.begin - 200 : 0));
    return before.ends_with(":") || before.ends_with("：");
  }

  // `Supplier's obligations`, 乙方的责任: the one party that a heading names.
  void read_heading(const Sentence& sentence, const std::vector<Mention>& mentions) {
    if (mentions.empty()) return;
    PartySet named = 0;
    for (const Mention& one : mentions) named |= only(one.party);
    const bool one = (named & (named - 1)) == 0;
    if (!one) return;
    const Mention& first = mentions.front();
    leads_[sentence.clause] = {.owed_by = named, .subject = span_of(sentence, first.begin, first.end), .taken = true};
  }

  static ByteSpan span_of(const Sentence& sentence, std::size_t begin, std::size_t end) {
    return {.begin = static_cast<std::uint32_t>(sentence.span.begin + begin),
            .end = static_cast<std::uint32_t>(sentence.span.begin + end)};
  }

  void add(std::uint32_t index, const std::vector<DutyPiece>& pieces, const Lead& lead) {
    const Sentence& sentence = tree_.sentences[index];
    if (lead.owed_by == 0 && !names_somebody(pieces)) return;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const DutyPiece& piece = pieces[i];
      const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : sentence.span.size();
      if (end <= piece.begin) continue;
      Duty duty{.span = span_of(sentence, piece.begin, end),
                .subject = {},
                .owed_by = piece.owed_by,
                .sentence = index,
                .inherited = false};
      if (piece.subject_begin < piece.subject_end)
        duty.subject = span_of(sentence, piece.subject_begin, piece.subject_end);
      if (piece.owed_by == 0 && piece.open && lead.owed_by != 0) {
        duty.owed_by = lead.owed_by;
        duty.subject = lead.subject;
        duty.inherited = true;
      }
      duties_.push_back(duty);
    }
  }

  static bool names_somebody(const std::vector<DutyPiece>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [](const DutyPiece& piece) { return piece.owed_by != 0; });
  }

  static bool ends_openly(std::string_view text) {
    const std::string_view words = trimmed(text);
    for (const std::string_view end : {":", "：", ":-", "—", "–", "following", "to", "and/or"}) {
      if (words.ends_with(end)) return true;
    }
    for (const std::string_view end : {".", "。", ";", "；", ")", "”", "\""}) {
      if (words.ends_with(end)) return false;
    }
    return words.ends_with("shall") || words.ends_with("will") || words.ends_with("must");
  }

  const Document& document_;
  const ClauseTree& tree_;
  MentionTable mentions_;
  std::vector<Lead> leads_;  // by clause
  PartySet everybody_ = 0;
  std::vector<Duty> duties_;
};

}  // namespace
}  // namespace facts

std::vector<Duty> find_duties(const Document& document, const ClauseTree& tree, const std::vector<Party>& parties) {
  if (parties.empty()) return {};
  return facts::Finder(document, tree, parties).run();
}

const Duty* duty_at(const std::vector<Duty>& duties, std::uint32_t at) {
  const auto behind = std::upper_bound(duties.begin(), duties.end(), at,
                                       [](std::uint32_t byte, const Duty& duty) { return byte < duty.span.begin; });
  if (behind == duties.begin()) return nullptr;
  const Duty& duty = *std::prev(behind);
  return duty.span.contains(at) ? &duty : nullptr;
}

}  // namespace clauselint
