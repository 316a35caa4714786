// Keeps the stack of open fields; form fields carry their state in the character that begins them.
#include "readers/docx_fields.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestCode = 2000;  // of an EQ field; what is longer is no sign in a contract

// Fields that mark a place or set a value and never show anything, and those that show page numbers.
constexpr std::array<std::string_view, 13> kSilent{
    "XE", "TC", "TA", "RD", "SET", "PRIVATE", "ASK", "ADVANCE", "NEXT", "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"};

bool is_equation(std::string_view name) { return name == "EQ" || name == "eq" || name == "Eq"; }

// What stands between the arguments of a command of an EQ field: nothing in characters drawn over each other.
std::string_view between_arguments(std::string_view command) {
  if (command == "o") return "";
  return command == "f" ? "/" : " ";
}

std::string_view first_word(std::string_view code) {
  const std::size_t begin = std::min(code.find_first_not_of(" \t\r\n"), code.size());
  const std::size_t end = std::min(code.find_first_of(" \t\r\n\\", begin), code.size());
  return code.substr(begin, end - begin);
}

std::string chosen_entry(XmlNode list) {
  const XmlNode result = child(list, "result");
  const XmlNode chosen = result ? result : child(list, "default");
  std::int32_t index = number_in(value_of(chosen), 0, 0, 1000);
  for (XmlNode entry = list.first_child(); entry; entry = entry.next_sibling()) {
    if (entry.local() == "listEntry" && index-- == 0) return unescaped(value_of(entry));
  }
  return {};
}

std::string shown_by_form(XmlNode form) {
  if (const XmlNode box = child(form, "checkBox")) {
    const XmlNode state = child(box, "checked");
    const bool checked = state ? is_on(state, false) : is_on(child(box, "default"), false);
    return checked ? "☒" : "☐";
  }
  const XmlNode list = child(form, "ddList");
  return list ? chosen_entry(list) : std::string();
}

}  // namespace

std::string equation_field_words(std::string_view code) {
  constexpr std::array<std::string_view, 5> kFrames{"○", "〇", "□", "△", "◇"};  // drawn around a character
  std::string words;
  std::vector<std::string_view> separators;
  std::string_view command;
  code.remove_prefix(std::min(code.size(), std::min(code.find_first_not_of(" \t"), code.size()) + 2));  // the name
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '\\' && at + 1 < code.size()) {
      const std::size_t begin = at + 1;
      while (at + 1 < code.size() && std::isalnum(static_cast<unsigned char>(code[at + 1])) != 0) ++at;
      const std::string_view name = code.substr(begin, at + 1 - begin);
      if (name.empty()) words += code[++at];  // an escaped bracket or comma
      if (name.size() == 1) command = name;   // longer ones are options
    } else if (c == '(') {
      separators.push_back(between_arguments(command));
    } else if (c == ')') {
      if (!separators.empty()) separators.pop_back();
    } else if ((c == ',' || c == ';') && !separators.empty()) {
      words += separators.back();
    } else if (c != ' ' || !separators.empty()) {
      const auto frame =
          std::ranges::find_if(kFrames, [&](std::string_view f) { return code.substr(at).starts_with(f); });
      const bool framed = frame != kFrames.end() && command == "o" && !separators.empty();
      if (framed) {
        at += frame->size() - 1;
      } else {
        words += c;
      }
    }
  }
  return words;
}

void FieldStack::begin(XmlNode character, std::uint32_t place) {
  const XmlNode form = child(character, "ffData");
  open_.push_back({.place = place,
                   .form = form ? shown_by_form(form) : std::string(),
                   .name = {},
                   .code = {},
                   .has_result = false,
                   .result_begin = 0});
  ++in_code_;
}

void FieldStack::separate(std::size_t text_size) {
  if (open_.empty() || open_.back().has_result) return;
  open_.back().has_result = true;
  open_.back().result_begin = text_size;
  --in_code_;
}

void FieldStack::code(XmlNode instruction) {
  if (open_.empty() || open_.back().has_result) return;
  Field& field = open_.back();
  const std::string_view code = instruction.text();
  if (field.name.empty()) field.name = first_word(code);
  if (is_equation(field.name) && field.code.size() + code.size() <= kLongestCode) field.code += code;
}

FieldStack::Ended FieldStack::end(std::size_t text_size) {
  if (open_.empty()) return {};
  Field field = std::move(open_.back());
  open_.pop_back();
  if (!field.has_result) --in_code_;
  const bool shows_result = field.has_result && text_size > field.result_begin;
  if (shows_result) return {};
  Ended ended{.shown = std::move(field.form), .lacks_result = false};
  if (ended.shown.empty() && !field.code.empty()) ended.shown = equation_field_words(unescaped(field.code));
  const bool silent = field.name.empty() || std::find(kSilent.begin(), kSilent.end(), field.name) != kSilent.end();
  ended.lacks_result = ended.shown.empty() && !field.has_result && !silent;
  return ended;
}

std::vector<std::uint32_t> FieldStack::take_unclosed() {
  std::vector<std::uint32_t> unclosed;
  for (const Field& field : open_) unclosed.push_back(field.place);
  open_.clear();
  in_code_ = 0;
  return unclosed;
}

}  // namespace clauselint
