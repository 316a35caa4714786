// What the parts of a trace share: the rule, the draft, the words, and the text in the making.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "clauselint/report.hpp"
#include "report/words.hpp"

namespace clauselint {

/// The trace of one rule in one draft in the making.
struct Tracing {
  static constexpr std::uint32_t kMargin = 12;  ///< cells of the titles on the left
  static constexpr std::size_t kListed = 3;     ///< of sentences, values or findings that are listed

  const Review& review;
  const RuleTrace& trace;
  const ReportOptions& options;
  const Words& words;
  std::string out;

  std::string_view say(std::string_view en, std::string_view zh) const {
    return options.language == Language::En ? en : zh;
  }
  /// `… and 5 more`
  std::string more(std::size_t left) const;
  /// In quotation marks, its beginning where it is long.
  std::string quoted(ByteSpan span) const;
  std::string place(ByteSpan span) const;
  /// As it was written, its beginning where it is long.
  static std::string pattern(const Phrase& phrase);

  void row(std::string_view title, std::string_view text);
  /// A line for a sentence: where, how it begins or what in it is meant, and what else is to be said of it.
  void list_sentence(std::uint32_t index, ByteSpan words_meant, std::string_view note = {});
};

std::string_view state_words(const Tracing& to, State state);

/// The places that the rule was asked about, those that say most, each with the answers of its conditions.
void tell_places(Tracing& to);

}  // namespace clauselint
