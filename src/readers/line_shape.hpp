// Questions about one line of a text file: does it begin a clause, end a sentence, look like a heading or a table row?
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint {

/// `8.2 Warranty`, `(a) any`, `第八条`, `一、`, `ARTICLE IV`, `- item`: the first line of a clause or list item.
bool begins_with_label(std::string_view words);

/// Ends with a full stop, colon or semicolon of either script, a closing quote, a bracket or `; and` after it allowed.
bool ends_sentence(std::string_view words);

bool ends_with_comma(std::string_view words);

/// Ends with a word that more must follow: `and`, `the`, `of`.
bool ends_with_connective(std::string_view words);

/// Ends with a word that a reference follows (`Section`, `Article`, `第`), so that a number after it is no label.
bool ends_before_reference(std::string_view words);

/// `thirty` / `(30) days`: what looks like a label is the figure of an amount in words.
bool begins_as_amount(std::string_view previous, std::string_view next);

bool begins_lowercase(std::string_view words);

/// Begins small, with a bracket around small letters, or with a mark that nothing begins with.
bool begins_amid_sentence(std::string_view words);
bool begins_with_han(std::string_view words);
bool ends_with_han(std::string_view words);

/// All letters are capitals, and there are at least two.
bool is_all_capitals(std::string_view words);

/// The first two words are in capitals: a heading that runs on.
bool begins_in_capitals(std::string_view words);

bool begins_with_quote(std::string_view words);

/// Many figures near the end: a row of a table rather than prose.
bool holds_figures(std::string_view words);

/// Holds a letter or digit: false for rules, frames and blanks to fill.
bool has_words(std::string_view words);

/// Columns made of blanks, tabs, bars or frames.
bool is_table_row(std::string_view words);

/// Columns of the first word; one character for Han.
std::uint32_t first_word_width(std::string_view words);

/// The value of a Roman numeral in small or capital letters (not mixed), 0 for anything else or above 200.
std::uint32_t roman_value(std::string_view word);

}  // namespace clauselint
