// Tests of reducing an edit to the words that change.
#include "markup/docx_word_diff.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

using namespace clauselint;

// The text with its changes shown as [-old-]{+new+}, after an edit that replaces `old_words` by `new_words`.
std::string shown(const std::string& text, const std::string& old_words, const std::string& new_words) {
  const auto at = static_cast<std::uint32_t>(text.find(old_words));
  const Edit edit{.span = {.begin = at, .end = at + static_cast<std::uint32_t>(old_words.size())},
                  .replacement = new_words};
  std::string out;
  std::uint32_t done = 0;
  for (const Edit& change : word_changes(text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())}, edit)) {
    out += text.substr(done, change.span.begin - done);
    if (!change.span.empty()) out += "[-" + std::string(slice(text, change.span)) + "-]";
    if (!change.replacement.empty()) out += "{+" + change.replacement + "+}";
    done = change.span.end;
  }
  return out + text.substr(done);
}

}  // namespace

TEST_CASE("only the words that differ are changed") {
  CHECK(shown("Seller shall reply promptly to it.", "Seller shall reply promptly to it.",
              "Seller shall reply within 4 hours to it.") ==
        "Seller shall reply [-promptly-]{+within 4 hours+} to it.");
}

TEST_CASE("in Chinese only the characters that differ are changed") {
  CHECK(shown("供方应及时响应。", "供方应及时响应。", "供方应在接到报修后四小时内响应。") ==
        "供方应[-及时-]{+在接到报修后四小时内+}响应。");
}

TEST_CASE("a number is changed as a whole") {
  CHECK(shown("within 1,200 days", "2", "5") == "within [-1,200-]{+1,500+} days");
  CHECK(shown("质保期12个月", "2", "8") == "质保期[-12-]{+18+}个月");
}

TEST_CASE("an edit inside a word changes the word") {
  CHECK(shown("the products are", "s are", " is") == "the [-products are-]{+product is+}");
}

TEST_CASE("a combining mark stays with its letter") {
  CHECK(shown("cafe\u0301 bar", "e\u0301", "e") == "[-cafe\u0301-]{+cafe+} bar");
}

TEST_CASE("an insertion deletes nothing") {
  CHECK(shown("It replies promptly.", "promptly", "promptly and in writing") ==
        "It replies promptly{+ and in writing+}.");
}

TEST_CASE("changes with only a blank between them are one") {
  CHECK(shown("a prompt reply to the distributor now", "prompt reply", "written answer") ==
        "a [-prompt reply-]{+written answer+} to the distributor now");
}

TEST_CASE("words far apart are changed apart") {
  CHECK(shown("The Buyer shall pay all freight charges to the Seller.",
              "The Buyer shall pay all freight charges to the Seller.",
              "The Seller shall pay all freight charges to the Buyer.") ==
        "The [-Buyer-]{+Seller+} shall pay all freight charges to the [-Seller-]{+Buyer+}.");
}

TEST_CASE("an edit that changes nothing has no changes") { CHECK(shown("as is", "as is", "as is") == "as is"); }
