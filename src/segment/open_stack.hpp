// The clauses that are open at some place of a draft, outermost first, and the questions a new label asks of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "segment/label.hpp"

namespace clauselint {

/// An open clause as the next label sees it. A heading without number has no label.
struct OpenClause {
  std::uint32_t placed = 0;
  std::optional<Label> label;
  int list_level = -1;
  std::uint8_t heading_level = 0;
  bool run_in = false;
  bool titled = false;
  bool scope = false;    ///< a definition or lead-in that holds a list
  bool resumes = false;  ///< no label and no heading: a clause goes on behind its version in the other language
};

/// Two labels of one series: (a) and (b), 8.1 and 8.2, 第一条 and 第二条.
bool same_series(const OpenClause& a, const OpenClause& b);

/// The same but for the punctuation, which careless drafts vary: `1.` and `2、`.
bool similar_series(const OpenClause& a, const OpenClause& b);

/// How far out a kind of label usually stands; smaller is farther out.
int usual_rank(const OpenClause& clause);

bool is_annex(const OpenClause& clause);

/// Whether `next` has the ordinal behind that of `last`, under the same numbers: 8.3 behind 8.2.
bool follows(const OpenClause& next, const OpenClause& last);

/// The letter read as a Roman numeral instead.
OpenClause as_roman(OpenClause clause);

class OpenStack {
 public:
  bool empty() const { return open_.empty(); }
  std::size_t size() const { return open_.size(); }
  const OpenClause& top() const { return open_.back(); }
  const OpenClause& operator[](std::size_t i) const { return open_[i]; }
  void cut(std::size_t size) { open_.resize(size); }

  /// Pushes, and remembers what stood above what.
  void push(OpenClause clause);

  /// Whether a series like `above` has held one like `below` before.
  bool has_held(const OpenClause& above, const OpenClause& below) const;

  /// The innermost open clause that satisfies `asks`, as a position.
  template <class Question>
  std::optional<std::size_t> innermost(Question asks) const {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (asks(open_[i - 1])) return i - 1;
    }
    return std::nullopt;
  }

 private:
  struct Held {
    OpenClause above;
    OpenClause below;
  };
  std::vector<OpenClause> open_;
  std::vector<Held> held_;  // one entry a pair of series, so a few dozen at most
};

/// The innermost open clause that `next` is the successor of, as a position.
std::optional<std::size_t> last_of_series(const OpenStack& stack, const OpenClause& next);

}  // namespace clauselint
