// The parts of a sentence that hold a promise only for some cases: conditions, exceptions and circumstances.
#include "rules/provisos.hpp"

#include <algorithm>
#include <array>

namespace clauselint {
namespace {

struct Opener {
  std::string_view words;
  bool restricts = false;
};

constexpr std::array<Opener, 27> kOpenersEn = {{
    {"provided that", true},
    {"provided, however", true},
    {"provided however", true},
    {"provided always", true},
    {"on condition that", true},
    {"on the condition", true},
    {"subject to", true},
    {"unless", true},
    {"except", true},
    {"only if", true},
    {"only where", true},
    {"only when", true},
    {"only to the extent", true},
    {"to the extent", true},
    {"as long as", true},
    {"so long as", true},
    {"contingent on", true},
    {"contingent upon", true},
    {"conditional on", true},
    {"conditional upon", true},
    {"other than", true},
    {"excluding", true},
    {"save for", true},
    {"save where", true},
    {"if", false},
    {"in case", false},
    {"in the event", false},
}};
// Figures of speech: they open nothing.
constexpr std::array<std::string_view, 8> kIdleEn = {"if any",
                                                     "if applicable",
                                                     "if so",
                                                     "subject to the terms",
                                                     "subject to the provisions",
                                                     "subject to this agreement",
                                                     "except as otherwise",
                                                     "if and"};
constexpr std::array<std::string_view, 3> kIdleBeforeEn = {"as ", "even ", "not "};

constexpr std::array<Opener, 16> kOpenersZh = {{
    {"但", true},
    {"除非", true},
    {"除", true},
    {"前提是", true},
    {"仅限", true},
    {"仅在", true},
    {"只有", true},
    {"须经", true},
    {"不适用", true},
    {"如果", false},
    {"如", false},
    {"若", false},
    {"倘若", false},
    {"假如", false},
    {"凡", false},
    {"遇", false},
}};
constexpr std::array<std::string_view, 12> kIdleZh = {"但不限于", "如下", "如期", "如实", "如约", "如上",
                                                      "如前",     "如何", "若干", "除外", "遇有", "如此"};

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// The span that an opener at `at` governs. A part that opens the sentence, or stands between two commas, ends at the next
// comma; one at the end of the sentence runs on to a semicolon.
std::size_t end_en(std::string_view sentence, std::size_t at, bool restricts) {
  const std::string_view before = sentence.substr(0, at);
  const bool set_apart = before.find_last_not_of(" \"(") == std::string_view::npos || before.ends_with(", ") ||
                         before.ends_with("; ") || before.ends_with(": ") || before.ends_with("(");
  const std::size_t stop = std::min(sentence.find(';', at), sentence.size());
  const bool proviso = sentence.substr(at).starts_with("provided");  // what it adds is the rest of the sentence
  if (proviso || (restricts && !set_apart)) return stop;
  return std::min({stop, sentence.find(", ", at), before.ends_with("(") ? sentence.find(')', at) : stop});
}

std::size_t end_zh(std::string_view sentence, std::size_t at, std::string_view opener) {
  const std::size_t stop = std::min(sentence.find(';', at), sentence.size());
  if (opener == "但") return stop;
  if (opener == "除") {
    const std::size_t out = sentence.find("外", at);
    return out < stop ? out + std::string_view("外").size() : at;
  }
  return std::min(stop, sentence.find(',', at));
}

// Whether a Chinese opener stands where a part of the sentence begins: its characters occur inside words too.
bool begins_part(std::string_view before) {
  const std::size_t words = before.find_last_not_of(" \"");
  if (words == std::string_view::npos) return true;
  const std::string_view kept = before.substr(0, words + 1);
  constexpr std::array<std::string_view, 6> kBorders = {",", ";", ":", ")", "、", "。"};
  return std::any_of(kBorders.begin(), kBorders.end(), [&](std::string_view border) { return kept.ends_with(border); });
}

bool opens_en(std::string_view sentence, std::size_t at, std::string_view opener) {
  const std::size_t end = at + opener.size();
  if (at > 0 && is_word_byte(sentence[at - 1])) return false;
  if (end < sentence.size() && is_word_byte(sentence[end])) return false;
  const std::string_view here = sentence.substr(at);
  const std::string_view before = sentence.substr(0, at);
  const bool idle = std::any_of(kIdleEn.begin(), kIdleEn.end(), [&](auto words) { return here.starts_with(words); });
  return !idle &&
         std::none_of(kIdleBeforeEn.begin(), kIdleBeforeEn.end(), [&](auto words) { return before.ends_with(words); });
}

bool opens_zh(std::string_view sentence, std::size_t at, const Opener& opener) {
  const std::string_view here = sentence.substr(at);
  if (std::any_of(kIdleZh.begin(), kIdleZh.end(), [&](auto words) { return here.starts_with(words); })) return false;
  const bool anywhere = opener.words.size() > 3 && opener.restricts;  // 须经, 仅限, 前提是
  return anywhere || begins_part(sentence.substr(0, at));
}

}  // namespace

std::vector<Proviso> find_provisos(std::string_view text, ByteSpan sentence, Language language) {
  const std::string_view words = slice(text, sentence);
  const bool english = language == Language::En;
  std::vector<Proviso> found;
  const auto look_for = [&](const Opener& opener) {
    for (std::size_t at = words.find(opener.words); at != std::string_view::npos;
         at = words.find(opener.words, at + 1)) {
      if (english ? !opens_en(words, at, opener.words) : !opens_zh(words, at, opener)) continue;
      const std::size_t end = english ? end_en(words, at, opener.restricts) : end_zh(words, at, opener.words);
      const ByteSpan span{.begin = sentence.begin + static_cast<std::uint32_t>(at),
                          .end = sentence.begin + static_cast<std::uint32_t>(end)};
      if (!span.empty()) found.push_back({.span = span, .restricts = opener.restricts});
    }
  };
  if (english) {
    for (const Opener& opener : kOpenersEn) look_for(opener);
  } else {
    for (const Opener& opener : kOpenersZh) look_for(opener);
  }
  std::ranges::sort(found, [](const Proviso& a, const Proviso& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Proviso> apart;
  for (const Proviso& proviso : found) {
    if (apart.empty() || proviso.span.begin >= apart.back().span.end) {
      apart.push_back(proviso);
    } else {
      apart.back().restricts = apart.back().restricts || proviso.restricts;  // `if and only if`, 如…除…外
    }
  }
  return apart;
}

}  // namespace clauselint
