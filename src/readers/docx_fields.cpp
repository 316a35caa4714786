// Keeps the stack of open fields; form fields carry their state in the character that begins them.
#include "readers/docx_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

// Fields that mark a place or set a value and never show anything.
constexpr std::array<std::string_view, 9> kSilent{"XE", "TC", "TA", "RD", "SET", "PRIVATE", "ASK", "ADVANCE", "NEXT"};

std::string_view first_word(std::string_view code) {
  const std::size_t begin = std::min(code.find_first_not_of(" \t\r\n"), code.size());
  const std::size_t end = std::min(code.find_first_of(" \t\r\n\\", begin), code.size());
  return code.substr(begin, end - begin);
}

std::string chosen_entry(pugi::xml_node list) {
  const pugi::xml_node result = child(list, "result");
  const pugi::xml_node chosen = result ? result : child(list, "default");
  std::int32_t index = number_in(value_of(chosen), 0, 0, 1000);
  for (pugi::xml_node entry = list.first_child(); entry; entry = entry.next_sibling()) {
    if (local_name(entry.name()) == "listEntry" && index-- == 0) return unescaped(value_of(entry));
  }
  return {};
}

std::string shown_by_form(pugi::xml_node form) {
  if (const pugi::xml_node box = child(form, "checkBox")) {
    const pugi::xml_node state = child(box, "checked");
    const bool checked = state ? is_on(state, false) : is_on(child(box, "default"), false);
    return checked ? "☒" : "☐";
  }
  const pugi::xml_node list = child(form, "ddList");
  return list ? chosen_entry(list) : std::string();
}

}  // namespace

void FieldStack::begin(pugi::xml_node character, std::uint32_t place) {
  const pugi::xml_node form = child(character, "ffData");
  open_.push_back({.place = place,
                   .form = form ? shown_by_form(form) : std::string(),
                   .name = {},
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

void FieldStack::code(pugi::xml_node instruction) {
  if (open_.empty() || open_.back().has_result || !open_.back().name.empty()) return;
  open_.back().name = first_word(instruction.child_value());
}

FieldStack::Ended FieldStack::end(std::size_t text_size) {
  if (open_.empty()) return {};
  Field field = std::move(open_.back());
  open_.pop_back();
  if (!field.has_result) --in_code_;
  const bool shows_result = field.has_result && text_size > field.result_begin;
  if (shows_result) return {};
  Ended ended{.shown = std::move(field.form), .lacks_result = false};
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
