// Tests of finding tags and elements by their bytes.
#include "ooxml/tag_scanner.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

using namespace clauselint;

std::string tokens(std::string_view xml) {
  TagScanner scanner(xml);
  std::string all;
  while (const auto tag = scanner.next()) all += "[" + std::string(xml.substr(tag->begin, tag->end - tag->begin)) + "]";
  return scanner.failed() ? all + "!" : all;
}

std::string elements(std::string_view xml) {
  const auto found = scan_elements(xml);
  if (!found) return "!";
  std::string all;
  for (const XmlElement& e : *found) {
    all += std::string(e.name) + "=" + std::string(xml.substr(e.open_end, e.close_begin - e.open_end)) + ";";
  }
  return all;
}

}  // namespace

TEST_CASE("tokens tile the text") {
  CHECK(tokens("<?xml version='1.0'?><a><b/>x<!-- <c> --></a>") ==
        "[<?xml version='1.0'?>][<a>][<b/>][x][<!-- <c> -->][</a>]");
}

TEST_CASE("a bracket in an attribute ends no tag") {
  CHECK(tokens("<a b='x>y' c=\"/>\">") == "[<a b='x>y' c=\"/>\">]");
}

TEST_CASE("CDATA is one token") { CHECK(tokens("<a><![CDATA[<b>]]]></a>") == "[<a>][<![CDATA[<b>]]]>][</a>]"); }

TEST_CASE("a DTD ends the scan with a fault") { CHECK(tokens("<!DOCTYPE a><a/>") == "!"); }

TEST_CASE("a tag that never ends is a fault") {
  CHECK(tokens("<a") == "!");
  CHECK(tokens("<a b='>") == "!");
  CHECK(tokens("<a <b>") == "!");
}

TEST_CASE("elements know their content") { CHECK(elements("<a><b>x</b><c/></a>") == "a=<b>x</b><c/>;b=x;c=;"); }

TEST_CASE("tags that do not pair are refused") {
  CHECK(elements("<a><b></a></b>") == "!");
  CHECK(elements("<a>") == "!");
  CHECK(elements("<a/><b/>") == "!");
  CHECK(elements("x<a/>") == "!");
  CHECK(elements("") == "!");
}

TEST_CASE("a byte order mark may stand before the root") { CHECK(elements("\xEF\xBB\xBF<a/>") == "a=;"); }

TEST_CASE("the nearest declaration gives the namespace") {
  const auto found = scan_elements("<w:a xmlns:w='one' xmlns='zero'><w:b xmlns:w='two'/><w:c/><d/><x:e/></w:a>");
  REQUIRE(found);
  std::string all;
  for (const XmlElement& e : *found) all += std::string(e.namespace_uri) + " ";
  CHECK(all == "one two one zero  ");
}

TEST_CASE("attributes are found by their whole name") {
  CHECK(tag_attribute("<w:t w:val = '1' val=\"2\"/>", "val") == "2");
  CHECK(tag_attribute("<w:t w:val='1'/>", "w:val") == "1");
  CHECK_FALSE(tag_attribute("<w:t/>", "val"));
}
