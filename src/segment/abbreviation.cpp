// Full stops that end an abbreviation rather than a sentence.
#include "segment/abbreviation.hpp"

#include "segment/scan.hpp"

namespace clauselint {
namespace {

// The letters and inner stops before the last full stop: `e.g` of "… e.g.".
std::string_view last_token(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && text.size() - begin < 12) {
    const char c = text[begin - 1];
    if (!is_ascii_letter(static_cast<unsigned char>(c)) && c != '.') break;
    --begin;
  }
  return text.substr(begin, text.size() - 1 - begin);
}

bool is_label_word_before(std::string_view text, std::string_view token) {
  std::size_t end = text.size() - 1 - token.size();
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_letter(static_cast<unsigned char>(text[begin - 1])) && end - begin < 12) --begin;
  return is_word_among(text.substr(begin, end - begin), {"exhibit", "annex", "schedule", "appendix", "section", "party",
                                                         "part", "class", "type", "attachment", "option"});
}

}  // namespace

bool ends_in_abbreviation(std::string_view text) {
  if (text.empty() || text.back() != '.') return false;
  const std::string_view token = last_token(text);
  if (token.empty()) return false;
  if (token.size() == 1) return is_capital(static_cast<unsigned char>(token[0])) && !is_label_word_before(text, token);
  return is_word_among(
      token, {"no",  "nos",    "e.g", "i.e", "eg",   "ie",     "art", "arts", "sec",  "secs", "sect", "dr",   "mr",
              "mrs", "ms",     "vs",  "cf",  "al",   "approx", "fig", "vol",  "attn", "tel",  "ext",  "para", "paras",
              "pp",  "messrs", "viz", "st",  "prof", "rev",    "jr",  "sr",   "incl", "resp", "ref",  "cl",   "ch",
              "ver", "jan",    "feb", "apr", "aug",  "sept",   "oct", "nov",  "dec",  "ph.d"});
}

bool ends_in_company_form(std::string_view text) {
  if (text.empty() || text.back() != '.') return false;
  const std::string_view token = last_token(text);
  return is_word_among(token,
                       {"inc", "co",  "corp", "ltd", "llc", "bros", "etc",   "u.s",  "u.k", "u.s.a", "p.r.c", "a.m",
                        "p.m", "n.a", "s.a",  "b.v", "n.v", "l.p",  "l.l.c", "dept", "mfg", "intl",  "assn",  "ave"});
}

}  // namespace clauselint
