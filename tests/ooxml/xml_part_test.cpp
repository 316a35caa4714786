// Parts that parse and parts that are refused.
#include "ooxml/xml_part.hpp"

#include <catch2/catch.hpp>

using namespace clauselint;

namespace {

std::string refusal(std::string xml) {
  const auto part = XmlPart::parse("draft.docx", "word/document.xml", std::move(xml));
  return part ? std::string() : part.error().message;
}

}  // namespace

TEST_CASE("a document type declaration is refused, with or without entities") {
  CHECK_THAT(refusal("<!DOCTYPE a><a/>"), Catch::Contains("document type declaration"));
  CHECK_THAT(refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
             Catch::Contains("document type declaration"));
}

TEST_CASE("bytes that are no text are refused") {
  CHECK_THAT(refusal("<a>\xff\xfe</a>"), Catch::Contains("not valid UTF-8"));
  CHECK_THAT(refusal(std::string("<a>\0</a>", 8)), Catch::Contains("zero byte"));
  CHECK_THAT(refusal("<a><b></a>"), Catch::Contains("not well-formed"));
  CHECK_THAT(refusal(""), Catch::Contains("not well-formed"));
  CHECK_THAT(refusal("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xba\xcf</a>"), Catch::Contains("is in GB18030"));
}

TEST_CASE("UTF-16 is read") {
  const std::string xml("\xFF\xFE<\0a\0>\0\x08\x54<\0/\0a\0>\0", 18);
  const auto part = XmlPart::parse("draft.docx", "word/document.xml", xml);
  REQUIRE(part);
  CHECK(std::string((*part)->root().text()) == "合");
}

TEST_CASE("references are resolved, and what is none is left alone") {
  CHECK(unescaped("a &amp; b &lt; &#21512;&#x540C;") == "a & b < 合同");
  CHECK(unescaped("R&D &nbsp; &#0; &#xD800; &#12") == "R&D &nbsp; &#0; &#xD800; &#12");
}

TEST_CASE("numbers are clamped, never overflowed") {
  CHECK(number_in("12", -1, 0, 100) == 12);
  CHECK(number_in("-5", -1, 0, 100) == 0);
  CHECK(number_in("99999999999999999999", -1, 0, 100) == 100);
  CHECK(number_in("twelve", -1, 0, 100) == -1);
}
