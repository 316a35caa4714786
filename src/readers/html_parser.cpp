// libxml2's HTML parser through SAX. It says where it stands, not where the words began: they are told from the bytes.
#include "readers/html_parser.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <climits>
#include <memory>
#include <mutex>
#include <vector>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestReference = 64;
constexpr char kPassedOver = '\x01';  // what the source puts in place of markup too short for a comment

std::string_view as_view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// What browsers make of the numbers 128 to 159, which are no characters: Windows-1252.
char32_t windows_character(char32_t number) {
  constexpr std::array<char16_t, 32> kCharacters = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  return number >= 128 && number < 160 ? kCharacters[number - 128] : number;
}

// `#147`, `#x201C`; U+FFFD for a number that is no character, as in browsers.
char32_t numbered_character(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  char32_t number = 0;
  for (const char c : digits) {
    const char32_t digit = is_ascii_digit(static_cast<unsigned char>(c)) ? static_cast<char32_t>(c - '0')
                                                                         : static_cast<char32_t>((c | 0x20) - 'a' + 10);
    number = std::min<char32_t>(number * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  const bool none = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF);
  return none ? 0xFFFD : windows_character(number);
}

/// A reference at the beginning of `bytes`: its length and what it shows; length 0 when it is none.
struct HtmlReference {
  std::size_t size = 0;
  std::string shown;
};

HtmlReference read_number(std::string_view bytes) {
  const bool hexadecimal = bytes.size() > 2 && (bytes[2] | 0x20) == 'x';
  const std::size_t first = hexadecimal ? 3 : 2;
  std::size_t end = first;
  const auto is_digit = [hexadecimal](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return hexadecimal ? std::isxdigit(byte) != 0 : is_ascii_digit(byte);
  };
  while (end < bytes.size() && is_digit(bytes[end])) ++end;
  if (end == first) return {};
  HtmlReference found;
  append_utf8(found.shown, numbered_character(bytes.substr(2, end - 2)));
  found.size = end < bytes.size() && bytes[end] == ';' ? end + 1 : end;
  return found;
}

// Names of HTML 5 that contracts have and libxml2's HTML 4 has not.
std::string_view later_name(std::string_view name) {
  struct Name {
    std::string_view name;
    std::string_view shown;
  };
  constexpr std::array<Name, 22> kNames{{{"check", "✓"},  {"lpar", "("},   {"rpar", ")"},
                                         {"comma", ","},  {"period", "."}, {"colon", ":"},
                                         {"semi", ";"},   {"num", "#"},    {"percnt", "%"},
                                         {"dollar", "$"}, {"ast", "*"},    {"plus", "+"},
                                         {"equals", "="}, {"lsqb", "["},   {"rsqb", "]"},
                                         {"lbrack", "["}, {"rbrack", "]"}, {"sol", "/"},
                                         {"quest", "?"},  {"hyphen", "‐"}, {"numsp", "\xE2\x80\x87"},
                                         {"Tab", "\t"}}};
  const auto found = std::ranges::find(kNames, name, &Name::name);
  return found == kNames.end() ? std::string_view() : found->shown;
}

// Without its semicolon only what Latin 1 writes is a name, as in browsers: `&nbsp&nbsp` is common in old pages.
HtmlReference read_name(std::string_view bytes) {
  std::size_t end = 1;
  while (end < bytes.size() && std::isalnum(static_cast<unsigned char>(bytes[end])) != 0) ++end;
  const std::string name(bytes.substr(1, end - 1));
  const bool closed = end < bytes.size() && bytes[end] == ';';
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  HtmlReference found;
  if (entity != nullptr && (closed || entity->value < 256)) {
    append_utf8(found.shown, entity->value);
  } else if (closed) {
    found.shown = later_name(name);
  }
  if (!found.shown.empty()) found.size = closed ? end + 1 : end;
  return found;
}

HtmlReference read_html_reference(std::string_view bytes) {
  if (bytes.size() < 2 || bytes[0] != '&') return {};
  if (bytes[1] == '#') return read_number(bytes.substr(0, kLongestReference));
  return read_name(bytes.substr(0, kLongestReference));
}

/// One parse: turns libxml2's events into those of the listener, each with its bytes.
class HtmlParse {
 public:
  HtmlParse(const std::string& markup, HtmlListener& listener);

  std::optional<std::size_t> run();

 private:
  using Context = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

  static void on_open(void* self, const xmlChar* name, const xmlChar** attributes);
  static void on_close(void* self, const xmlChar* name);
  static void on_text(void* self, const xmlChar* text, int size);
  static void on_raw(void* self, const xmlChar* text, int size);
  static void on_fault(void*, const char*, ...) {}
  static void on_structured_fault(void*, xmlErrorPtr) {}

  void stop();
  std::size_t position() const;
  ByteSpan tag_at(std::size_t at, std::string_view name) const;
  void hear_text(std::string_view text);
  bool hear_verbatim(std::string_view text, std::size_t end);
  void hear_stretch(std::size_t end);
  bool ends_reference(std::size_t end) const;
  void hear_passed_over(std::size_t end);
  void say(std::size_t begin, std::size_t end, std::string_view shown);

  const std::string& markup_;
  HtmlListener& listener_;
  Context context_;
  std::vector<HtmlAttribute> attributes_;
  std::vector<ByteSpan> pieces_;
  std::size_t heard_ = 0;               // everything before has been told
  std::optional<std::size_t> stopped_;  // behind the last words told
};

HtmlParse::HtmlParse(const std::string& markup, HtmlListener& listener)
    : markup_(markup),
      listener_(listener),
      context_(htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())), &htmlFreeParserCtxt) {
  if (!context_) return;
  xmlSwitchToEncoding(context_.get(), xmlFindCharEncodingHandler("UTF-8"));
  htmlCtxtUseOptions(context_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  context_->options |= XML_PARSE_HUGE;  // the size of the file has been looked at; pictures in attributes are long
  context_->userData = this;
  *context_->sax = {};
  context_->sax->startElement = &on_open;
  context_->sax->endElement = &on_close;
  context_->sax->characters = &on_text;
  context_->sax->ignorableWhitespace = &on_text;
  context_->sax->cdataBlock = &on_raw;
  context_->sax->warning = &on_fault;
  context_->sax->error = &on_fault;
  context_->sax->serror = &on_structured_fault;
}

void HtmlParse::stop() {
  stopped_ = heard_;  // libxml2 forgets where it stood
  xmlStopParser(context_.get());
}

std::size_t HtmlParse::position() const {
  const xmlParserInput& input = *context_->input;
  const std::size_t at = input.consumed + static_cast<std::size_t>(input.cur - input.base);
  return std::min(at, markup_.size());
}

// The tag whose attributes have just been read up to `at`; empty when no such tag stands there.
ByteSpan HtmlParse::tag_at(std::size_t at, std::string_view name) const {
  const std::size_t end = markup_.find('>', at);
  std::size_t begin = at;
  if (end == std::string::npos || end - at > 1) return {};
  while (begin > heard_ && markup_[begin] != '<') --begin;
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  const std::string_view tag = std::string_view(markup_).substr(begin, end - begin);
  if (!tag.starts_with('<') || tag.size() <= name.size() ||
      !std::ranges::equal(tag.substr(1, name.size()), name, same)) {
    return {};
  }
  return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end + 1)};
}

void HtmlParse::on_open(void* self, const xmlChar* name, const xmlChar** attributes) {
  HtmlParse& parse = *static_cast<HtmlParse*>(self);
  if (parse.stopped_) return;
  parse.attributes_.clear();
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    parse.attributes_.push_back({.name = as_view(attributes[0]), .value = as_view(attributes[1])});
  }
  const HtmlTag tag{.name = as_view(name),
                    .attributes = parse.attributes_,
                    .at = parse.tag_at(parse.position(), as_view(name)),
                    .known = htmlTagLookup(name) != nullptr};
  parse.hear_passed_over(std::min(parse.position(), parse.markup_.find('<', parse.heard_)));
  parse.heard_ = std::max<std::size_t>(parse.heard_, tag.at.end);
  if (parse.listener_.open(tag)) return;
  parse.stop();
}

void HtmlParse::on_close(void* self, const xmlChar* name) {
  HtmlParse& parse = *static_cast<HtmlParse*>(self);
  if (!parse.stopped_) parse.listener_.close(as_view(name));
}

void HtmlParse::on_text(void* self, const xmlChar* text, int size) {
  HtmlParse& parse = *static_cast<HtmlParse*>(self);
  if (parse.stopped_ || size <= 0) return;
  parse.hear_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// The content of scripts and styles was blanked: anything else in one is words that the parser takes for a script.
void HtmlParse::on_raw(void* self, const xmlChar* text, int size) {
  HtmlParse& parse = *static_cast<HtmlParse*>(self);
  const std::string_view words(reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(size, 0)));
  if (words.find_first_not_of(" \t\r\n\f\x01") == std::string_view::npos) return;
  parse.stop();
}

void HtmlParse::say(std::size_t begin, std::size_t end, std::string_view shown) {
  if (begin == end) return;
  listener_.text({.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)}, shown);
  heard_ = end;
}

// The bytes before `end` are the text, but for what the parser passes over.
bool HtmlParse::hear_verbatim(std::string_view text, std::size_t end) {
  pieces_.clear();
  std::size_t begin = end;
  std::size_t left = text.size();
  while (left > 0) {
    if (begin == heard_) return false;
    const char c = markup_[begin - 1];
    if (c != text[left - 1] && c != kPassedOver) return false;
    --begin;
    if (c == kPassedOver) {
      if (end > begin + 1) pieces_.push_back({static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end)});
      end = begin;
    } else {
      --left;
    }
  }
  pieces_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  hear_passed_over(begin);
  for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) say(piece->begin, piece->end, {});
  return true;
}

// A stretch of words and references from the last `&` that was not told to `end`, read anew from the bytes.
void HtmlParse::hear_stretch(std::size_t end) {
  const std::string_view bytes(markup_);
  std::size_t at = end;
  while (at > heard_ && bytes[at - 1] != '&' && bytes[at - 1] != '>') --at;
  if (at > heard_ && bytes[at - 1] == '&') --at;
  hear_passed_over(at);
  const HtmlReference reference = read_html_reference(bytes.substr(at));
  // libxml2 may stop short of a semicolon that browsers take with the name.
  if (reference.size > 0) {
    say(at, at + reference.size, reference.shown);
    at += reference.size;
  }
  if (at < end) say(at, end, {});
}

// Whether a reference ends just before `end`: `&#59;` shows what its last byte is, and is no verbatim semicolon.
bool HtmlParse::ends_reference(std::size_t end) const {
  const std::size_t first = std::max(heard_, end - std::min(end, kLongestReference));
  const std::string_view bytes = std::string_view(markup_).substr(first);
  const std::size_t at = bytes.substr(0, end - first).rfind('&');
  return at != std::string_view::npos && read_html_reference(bytes.substr(at)).size == end - first - at;
}

// Words that the parser passed over without a sign: a reference to no character.
void HtmlParse::hear_passed_over(std::size_t end) {
  while (heard_ < end && markup_[heard_] == '&') {
    const std::size_t begin = heard_;
    const HtmlReference reference = read_html_reference(std::string_view(markup_).substr(begin, end - begin));
    if (reference.size > 0) {
      say(begin, begin + reference.size, reference.shown);
    } else {
      say(begin, std::min(markup_.find_first_of("<&", begin + 1), end), {});
    }
  }
}

void HtmlParse::hear_text(std::string_view text) {
  std::size_t end = position();
  // A bracket that begins no tag is told before the parser has passed it.
  if (text == "<" && end < markup_.size() && markup_[end] == '<') ++end;
  if (end <= heard_) return;
  constexpr std::size_t kLongestCharacter = 4;
  const bool reference = text.size() <= kLongestCharacter && ends_reference(end);
  if (!reference && hear_verbatim(text, end)) return;
  hear_stretch(end);
}

std::optional<std::size_t> HtmlParse::run() {
  if (!context_) return 0;
  htmlParseDocument(context_.get());
  if (stopped_) return stopped_;
  const std::size_t at = position();
  return at < markup_.size() ? std::optional(at) : std::nullopt;
}

}  // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, &HtmlAttribute::name);
  return found == attributes.end() ? std::string_view() : found->value;
}

bool HtmlTag::has(std::string_view wanted) const {
  return std::ranges::find(attributes, wanted, &HtmlAttribute::name) != attributes.end();
}

std::optional<std::size_t> parse_html(const std::string& markup, HtmlListener& listener) {
  static std::once_flag initialised;
  std::call_once(initialised, [] { xmlInitParser(); });
  if (markup.empty()) return std::nullopt;
  if (markup.size() > INT_MAX) return std::size_t{INT_MAX};
  return HtmlParse(markup, listener).run();
}

}  // namespace clauselint
