// Who owes what in a Chinese sentence: the subject of each part between commas, or the party behind 由.
#include <algorithm>
#include <array>
#include <string>

#include "facts/cursor.hpp"
#include "facts/duty_pieces.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kVerbReach = 75;  // bytes between a subject and its verb: 乙方应在收到通知后

constexpr std::array<std::string_view, 30> kOpening = {
    "如果", "如因", "若因", "倘若", "如", "若",   "因",   "当",   "则",   "否则", "但", "并且", "同时", "并", "且",
    "凡",   "对于", "鉴于", "除非", "即", "届时", "此后", "其中", "另外", "经",   "自", "在",   "而",   "故", "或"};
constexpr std::array<std::string_view, 26> kDutyVerbs = {
    "应",   "须",   "必须", "需",   "负责", "承担", "保证", "承诺", "同意",   "不得", "将",   "自行", "有义务",
    "支付", "提供", "赔偿", "负担", "自理", "自负", "会",   "派",   "无条件", "免费", "予以", "进行", "要"};
constexpr std::array<std::string_view, 5> kMayVerbs = {"有权", "可以", "可", "享有", "无权"};
// Behind these a party is an object.
constexpr std::array<std::string_view, 24> kObjectOf = {"向", "给", "对", "与", "和", "为", "从", "按",
                                                        "照", "据", "到", "知", "的", "被", "让", "交",
                                                        "至", "于", "受", "代", "是", "予", "经", "及"};

struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool ends_segment(char32_t c) { return c == U'，' || c == U'；' || c == U'：' || c == U'。' || c == U',' || c == U';'; }

template <class Words>
bool begins_with_any(std::string_view text, std::size_t at, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return stands_at(text, at, word); });
}

template <class Words>
bool ends_with_any(std::string_view text, std::size_t at, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return stands_before(text, at, word); });
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Mention>& mentions, PartySet everybody)
      : text_(text), everybody_(everybody) {
    for (const Mention& one : mentions) named_.push_back({.begin = one.begin, .end = one.end, .set = only(one.party)});
    add_everybody();
  }

  std::vector<DutyPiece> read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = begin;
      for (CodePoint c = decode_at(text_, end); c.size != 0 && !ends_segment(c.value); c = decode_at(text_, end))
        end += c.size;
      take({.begin = begin, .end = end});
      begin = end + std::max<std::size_t>(1, decode_at(text_, end).size);
    }
    give_fronted();
    return std::move(pieces_);
  }

 private:
  struct Named {
    std::size_t begin = 0;
    std::size_t end = 0;
    PartySet set = 0;
  };

  // 双方, 甲乙双方, 各方, 任何一方 are all; 对方, 另一方 somebody who is not told.
  void add_everybody() {
    constexpr std::string_view kSide = "方";
    for (std::size_t at = text_.find(kSide); at != std::string_view::npos; at = text_.find(kSide, at + 3)) {
      for (const std::string_view all : {"甲乙双", "甲、乙双", "双", "各", "任何一", "任意一", "任一", "每一", "一"}) {
        if (!stands_before(text_, at, all)) continue;
        const bool other = stands_before(text_, at, "另一") || stands_before(text_, at, "违约一") ||
                           stands_before(text_, at, "守约一");
        named_.push_back({.begin = at - all.size(), .end = at + 3, .set = other ? 0 : everybody_});
        break;
      }
    }
    std::stable_sort(named_.begin(), named_.end(), [](const Named& a, const Named& b) { return a.begin < b.begin; });
  }

  void take(Segment segment) {
    while (next_ < named_.size() && named_[next_].begin < segment.begin) ++next_;
    const std::size_t first = next_;
    std::size_t last = first;
    while (last < named_.size() && named_[last].begin < segment.end) ++last;
    next_ = last;
    if (take_agent(segment, first, last)) return;
    bool subject = false;
    for (std::size_t i = first; i < last; ++i) {
      const Named& one = named_[i];
      if (asked_to(one)) {
        start(one.begin, with_partner(i), false);
        subject = true;
      } else if (!subject && is_subject(segment, one, i == first)) {
        start(pieces_.empty() ? 0 : segment.begin, with_partner(i), is_permission(one, segment));
        subject = true;
      }
    }
    if (!subject && pieces_.empty()) start(0, {}, false);
  }

  // 由乙方负责, 由甲乙双方承担; not 由甲方提供的.
  bool take_agent(Segment segment, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const Named& one = named_[i];
      if (!stands_before(text_, one.begin, "由") && !stands_before(text_, one.begin, "归")) continue;
      const std::string_view rest = text_.substr(one.end, segment.end - one.end);
      const std::size_t relative = rest.find("的");
      const bool bound = relative != std::string_view::npos && relative < 30 && relative + 3 < rest.size();
      if (bound && !stands_at(rest, relative, "的费用由")) continue;
      Named agent = one;
      if (i + 1 < last && named_[i + 1].begin <= one.end + 3) agent.set |= named_[i + 1].set;
      start(pieces_.empty() ? 0 : segment.begin, agent, false);
      return true;
    }
    return false;
  }

  // 甲方有权要求乙方…: the second owes.
  bool asked_to(const Named& one) const {
    constexpr std::array<std::string_view, 5> kAsking = {"要求", "责令", "督促", "责成", "委托"};
    return ends_with_any(text_, one.begin, kAsking);
  }

  std::size_t over_opening(Segment segment) const {
    std::size_t at = skip_blanks(text_, segment.begin);
    while (at < segment.end &&
           (is_digit_at(text_, at) || stands_at(text_, at, ".") || stands_at(text_, at, "、") ||
            opens_bracket(decode_at(text_, at).value) || closes_bracket(decode_at(text_, at).value))) {
      at = skip_blanks(text_, at + decode_at(text_, at).size);
    }
    for (int i = 0; i < 2; ++i) {
      for (const std::string_view word : kOpening) {
        if (stands_at(text_, at, word)) {
          at += word.size();
          break;
        }
      }
    }
    return at;
  }

  // 在甲方正常使用的条件下: no more than the circumstances of what follows.
  bool is_circumstance(Segment segment, const Named& one) const {
    const std::size_t end = back_over_blanks(text_, segment.end);
    return stands_before(text_, one.begin, "在") &&
           (stands_before(text_, end, "下") || stands_before(text_, end, "情况"));
  }

  bool is_subject(Segment segment, const Named& one, bool first) const {
    if (first && over_opening(segment) >= one.begin && one.begin >= segment.begin) {
      if (is_circumstance(segment, one)) return false;
      const bool noun_phrase = stands_at(text_, one.end, "的") && !verb_within(one.end, segment.end);
      return !noun_phrase;
    }
    if (ends_with_any(text_, one.begin, kObjectOf)) return false;
    std::size_t at = one.end;
    if (stands_at(text_, at, "的")) return false;
    return begins_with_any(text_, at, kDutyVerbs) || begins_with_any(text_, at, kMayVerbs) ||
           (stands_at(text_, at, "在") && verb_within(at, segment.end));
  }

  bool verb_within(std::size_t from, std::size_t end) const {
    end = std::min(end, from + kVerbReach);
    for (std::size_t at = from; at < end; at += std::max<std::size_t>(1, decode_at(text_, at).size)) {
      if (begins_with_any(text_, at, kDutyVerbs)) return true;
    }
    return false;
  }

  bool is_permission(const Named& one, Segment segment) const {
    for (const std::string_view word : kMayVerbs) {
      const std::size_t at = text_.substr(0, segment.end).find(word, one.end);
      if (at != std::string_view::npos && at - one.end < 18) return true;
    }
    return false;
  }

  // 甲方和乙方应, 甲方、乙方应.
  Named with_partner(std::size_t i) const {
    Named one = named_[i];
    for (std::size_t k = i; k + 1 < named_.size() && named_[k + 1].begin <= named_[k].end + 3; ++k) {
      const std::string_view joining = text_.substr(named_[k].end, named_[k + 1].begin - named_[k].end);
      if (joining != "和" && joining != "与" && joining != "、" && joining != "及" && joining != "或") break;
      one.set |= named_[k + 1].set;
      one.end = named_[k + 1].end;
    }
    return one;
  }

  void start(std::size_t begin, Named subject, bool permission) {
    DutyPiece piece{.begin = begin};
    piece.owed_by = permission ? 0 : subject.set;
    piece.subject_begin = subject.begin;
    piece.subject_end = piece.owed_by == 0 ? subject.begin : subject.end;
    piece.open = subject.set == 0 && subject.begin == subject.end;
    if (!pieces_.empty() && pieces_.back().begin == begin) {
      pieces_.back() = piece;
    } else {
      pieces_.push_back(piece);
    }
  }

  // 收到通知后24小时内，乙方应…: what stands in front without a verb of its own belongs to the subject that follows.
  void give_fronted() {
    if (pieces_.size() < 2 || !pieces_.front().open) return;
    const std::size_t end = pieces_[1].begin;
    const std::string_view front = text_.substr(0, end);
    for (const std::string_view verb : {"应", "须", "为", "是", "不得"}) {
      const std::size_t found = front.find(verb);
      if (found != std::string_view::npos && !stands_at(front, found, "为准")) return;
    }
    const std::size_t begin = 0;
    pieces_.erase(pieces_.begin());
    pieces_.front().begin = begin;
  }

  std::string_view text_;
  PartySet everybody_;
  std::vector<Named> named_;
  std::size_t next_ = 0;
  std::vector<DutyPiece> pieces_;
};

}  // namespace

std::vector<DutyPiece> han_duty_pieces(std::string_view sentence, const std::vector<Mention>& mentions,
                                       PartySet everybody) {
  return Reader(sentence, mentions, everybody).read();
}

}  // namespace clauselint::facts
