// Messages and proposed wording: templates of a pack filled from the draft and the matter.
#include "rules/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"match", "value", "other", "clause", "document", "at"};
constexpr std::string_view kMatter = "matter.";

struct Slot {
  std::string_view name;      // `match`, `matter.warranty.period`
  std::string_view fallback;  // after the bar
};

Slot parse_slot(std::string_view inside) {
  const std::size_t bar = inside.find('|');
  if (bar == std::string_view::npos) return {.name = trimmed(inside), .fallback = {}};
  return {.name = trimmed(inside.substr(0, bar)), .fallback = trimmed(inside.substr(bar + 1))};
}

// Calls `plain(text)` and `slot(inside)` in turn. Doubled braces belong to the text: drafts use {{name}} as blanks.
template <class Plain, class OnSlot>
void for_each_piece(std::string_view text, Plain&& plain, OnSlot&& on_slot) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return plain(text);
    plain(text.substr(0, open));
    on_slot(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

bool speaks(std::string_view words, Language language) {
  bool latin = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    if (is_han(c.value)) return language == Language::Zh;
    latin = latin || is_ascii_letter(c.value);
    at += c.size;
  }
  return !latin || language == Language::En;
}

// The matter's words in the language of the clause; nullopt when they cannot be said in it.
std::optional<std::string> matter_words(std::string_view words, Language language, const Fillings& fillings) {
  Value value;
  const std::string text(words);
  if (parse_value(text, value)) return spelled(value, language);
  if (fillings.vocabulary != nullptr) {
    for (const Text& name : *fillings.vocabulary) {
      if (name.en == words || name.zh == words) return name.in(language);
    }
  }
  if (!speaks(words, language)) return std::nullopt;
  return text;
}

std::string fill(const Slot& slot, Language language, const Fillings& fillings) {
  if (slot.name == "match") return shortened(fillings.match, 90);
  if (slot.name == "value") return fillings.value;
  if (slot.name == "clause") return fillings.clause.empty() ? "–" : fillings.clause;
  if (slot.name == "document") return fillings.document;
  if (slot.name == "other") return fillings.other ? spelled(*fillings.other, language) : fillings.other_words;
  if (slot.name == "at") return fillings.at ? spelled(*fillings.at, language) : std::string();
  if (!slot.name.starts_with(kMatter)) return fmt::format("{{{}}}", slot.name);
  const std::string_view path = slot.name.substr(kMatter.size());
  if (fillings.matter != nullptr) {
    if (const auto entry = service_entry(*fillings.matter, path)) {
      return matter_words(*entry, language, fillings)
          .value_or(slot.fallback.empty() ? "[●]" : std::string(slot.fallback));
    }
  }
  if (fillings.missing != nullptr) fillings.missing->emplace_back(path);
  return slot.fallback.empty() ? "[●]" : std::string(slot.fallback);
}

}  // namespace

std::string render(std::string_view text, Language language, const Fillings& fillings) {
  std::string out;
  for_each_piece(
      text, [&](std::string_view plain) { out += plain; },
      [&](std::string_view inside) { out += fill(parse_slot(inside), language, fillings); });
  return out;
}

std::string check_template(std::string_view text) {
  std::string wrong;
  for_each_piece(
      text, [](std::string_view) {},
      [&](std::string_view inside) {
        const Slot slot = parse_slot(inside);
        if (slot.name.starts_with(kMatter)) {
          if (std::string fault = fault_of_service_path(slot.name.substr(kMatter.size())); !fault.empty())
            wrong = std::move(fault);
        } else if (std::find(kNames.begin(), kNames.end(), slot.name) == kNames.end()) {
          wrong = fmt::format("unknown name {{{}}}; known are {{{}}} and {{matter.…}}", slot.name,
                              fmt::join(kNames, "}, {"));
        }
      });
  return wrong;
}

std::string shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t cut = limit;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u) --cut;
  const std::size_t blank = text.substr(0, cut).rfind(' ');
  if (blank != std::string_view::npos && blank + 20 > cut) cut = blank;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace clauselint
