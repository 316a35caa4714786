// Full stops that end an abbreviation rather than a sentence.
#pragma once

#include <string_view>

namespace clauselint {

/// Whether `text`, which ends with a full stop, ends in an abbreviation after which a sentence goes on: `No.`, `e.g.`,
/// an initial.
bool ends_in_abbreviation(std::string_view text);

/// Whether it ends in one that may also close a sentence (`Inc.`, `Ltd.`, `U.S.`, `p.m.`): what follows decides.
bool ends_in_company_form(std::string_view text);

}  // namespace clauselint
