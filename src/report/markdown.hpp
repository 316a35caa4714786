// Words of a draft inside Markdown: nothing of theirs is taken for a mark.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace clauselint {

/// One line of GitHub-flavoured Markdown that shows `text` as it is, also in a table cell or behind a list mark.
std::string markdown(std::string_view text);

/// The same for a text of our own, whose `code` stays code.
std::string markdown_with_code(std::string_view text);

/// `| a | b |` and a line feed; cells are Markdown already.
std::string table_row(std::initializer_list<std::string_view> cells);

/// The head of a table with its rule.
std::string table_head(std::initializer_list<std::string_view> cells);

}  // namespace clauselint
