// Messages and proposed wording: templates of a pack filled from the draft and the matter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/fact.hpp"
#include "clauselint/matter.hpp"
#include "clauselint/rule.hpp"

namespace clauselint {

/// What the names in braces stand for at one place; empty entries render as nothing.
struct Fillings {
  std::string match;
  std::string value;
  std::optional<Value> other;  ///< what the value was compared with
  std::string other_words;     ///< when it is no typed value
  std::string clause;
  std::string document;     ///< another one of the matter, with its clause
  std::optional<Value> at;  ///< of a trigger
  const Matter* matter = nullptr;
  const std::vector<Text>* vocabulary = nullptr;  ///< names of events and the like, for words of the matter
  std::vector<std::string>* missing = nullptr;    ///< gathers matter paths that were wanted and absent
};

/// Fills `{match}`, `{value}`, `{other}`, `{clause}`, `{document}`, `{at}` and `{matter.PATH | TEXT}`. Names that are not known stay as
/// they are: `check_template` has refused them when the pack was loaded.
std::string render(std::string_view text, Language language, const Fillings& fillings);

/// What is wrong with a template's braces, or an empty string.
std::string check_template(std::string_view text);

/// At most about `limit` bytes, cut between characters, with an ellipsis.
std::string shortened(std::string_view text, std::size_t limit);

}  // namespace clauselint
