// Who owes what stands at a place, in words.
#pragma once

#include <string>
#include <vector>

#include "clauselint/lint.hpp"

namespace clauselint {

/// The parties that owe the duty at `span`, in the order of the draft; empty for nobody, or when parties were not asked for.
std::vector<const Party*> owed_by(const Review& review, ByteSpan span);

/// The name of a party's role as packs write it, or what the draft calls a party without one.
const std::string& role_or_alias(const Party& party);

/// `supplier, distributor`, 供方、经销商; empty for nobody.
std::string owed_by_words(const Review& review, ByteSpan span, Language language);

}  // namespace clauselint
