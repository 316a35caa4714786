// The compact tree says what pugixml says, refuses what is not well-formed, and knows where everything stands.
#include "ooxml/xml_tree.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>

#include "io/zip.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

std::string fault_of(const std::string& xml) {
  XmlTree tree(xml);
  return tree.parse(0, static_cast<std::uint32_t>(xml.size()));
}

void write(XmlNode node, std::string& out) {
  if (!node.is_element()) {
    out.append(node.is_literal() ? "[" : "").append(node.text()).append(node.is_literal() ? "]" : "");
    return;
  }
  out.append("<").append(node.name());
  for (auto a = node.first_attribute(); a; a = node.attribute_from(a->end)) {
    out.append(" ").append(a->name).append("=").append(a->value);
  }
  out += ">";
  for (XmlNode child = node.first_child(); child; child = child.next_sibling()) write(child, out);
  out += "</>";
}

bool is_blank(std::string_view words) { return words.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// The same from pugixml; white space between elements is no node of ours.
void write(pugi::xml_node node, std::string& out) {
  if (node.type() == pugi::node_cdata) out.append("[").append(node.value()).append("]");
  if (node.type() == pugi::node_pcdata) {
    bool between = false;
    for (const pugi::xml_node sibling : node.parent().children())
      between = between || sibling.type() == pugi::node_element;
    if (!between || !is_blank(node.value())) out.append(node.value());
  }
  if (node.type() != pugi::node_element) return;
  out.append("<").append(node.name());
  for (const pugi::xml_attribute a : node.attributes()) out.append(" ").append(a.name()).append("=").append(a.value());
  out += ">";
  for (const pugi::xml_node child : node.children()) write(child, out);
  out += "</>";
}

std::string ours(const std::string& xml) {
  XmlTree tree(xml);
  const std::string fault = tree.parse(0, static_cast<std::uint32_t>(xml.size()));
  if (!fault.empty()) return fault;
  std::string out;
  for (XmlNode node = tree.first(); node; node = node.next_sibling()) {
    if (node.is_element()) write(node, out);
  }
  return out;
}

std::string theirs(const std::string& xml) {
  pugi::xml_document tree;
  if (!tree.load_buffer(xml.data(), xml.size(), pugi::parse_cdata | pugi::parse_ws_pcdata, pugi::encoding_utf8))
    return "?";
  std::string out;
  write(tree.document_element(), out);
  return out;
}

}  // namespace

TEST_CASE("elements, attributes, texts and CDATA are those of the text") {
  for (const std::string xml : {
           "<a/>",
           "<a ></a >",
           "<?xml version='1.0'?><!-- c --><w:a x='1' y:z=\"2 > 1\"><b/>t<c> </c> <d>&amp;</d></w:a>\n",
           "<a><t> x </t>\n <t xml:space = 'preserve' > </t></a>",
           "<a>one<!-- two -->three<![CDATA[<four>]]></a>",
           "<a><b/> five</a>",
           "\xEF\xBB\xBF<a>\xE4\xBF\x9D</a>",
       }) {
    CAPTURE(xml);
    CHECK(ours(xml) == theirs(xml));
  }
}

TEST_CASE("nodes know their places and names") {
  const std::string xml = "<w:p a='1'>x<w:tab/><t>y</t></w:p>";
  XmlTree tree(xml);
  REQUIRE(tree.parse(0, static_cast<std::uint32_t>(xml.size())) == "");
  const XmlNode root = tree.first();
  CHECK(slice(xml, root.whole()) == xml);
  CHECK(slice(xml, root.tag()) == "<w:p a='1'>");
  CHECK(root.local() == "p");
  CHECK(root.prefix() == "w");
  CHECK(root.text() == "x");
  CHECK(slice(xml, child(root, "tab").whole()) == "<w:tab/>");
  CHECK(child(root, "t").prefix().empty());
  CHECK_FALSE(child(root, "none"));
  CHECK(attribute(root, "a") == "1");
  CHECK(attribute(root, "b").empty());
  std::string all;
  for (XmlNode node = root; node; node = node.next_within(root)) all += node.is_element() ? node.name() : node.text();
  CHECK(all == "w:pxw:tabty");
  const XmlNode tab = child(root, "tab");
  CHECK_FALSE(tab.next_within(tab));
  CHECK_FALSE(XmlNode().first_child());
  CHECK(XmlNode().name().empty());
}

TEST_CASE("what is not wanted is passed over up to its end tag") {
  const std::string xml = "<w:a><w:b><w:c></w:c>x</w:b ><w:d/></w:a>";
  XmlTree tree(xml, "b");
  REQUIRE(tree.parse(0, static_cast<std::uint32_t>(xml.size())) == "");
  const XmlNode passed = child(tree.first(), "b");
  CHECK_FALSE(passed.first_child());
  CHECK(slice(xml, passed.whole()) == "<w:b><w:c></w:c>x</w:b >");
  CHECK(passed.next_sibling().local() == "d");
  const std::string endless = "<w:a><w:b></w:bc></w:a>";
  XmlTree broken(endless, "b");
  CHECK_FALSE(broken.parse(0, static_cast<std::uint32_t>(endless.size())).empty());
}

TEST_CASE("an attribute is found by its whole local name") {
  const std::string xml = "<w:x w:subval='1' w:val='2' val2='3'/>";
  XmlTree tree(xml);
  REQUIRE(tree.parse(0, static_cast<std::uint32_t>(xml.size())) == "");
  CHECK(value_of(tree.first()) == "2");
  CHECK(is_on(tree.first(), false));
  CHECK_FALSE(is_on(XmlNode(), false));
}

TEST_CASE("what is not well-formed is refused with its place") {
  for (const std::string xml : {"<a>",
                                "<a><b></a></b>",
                                "</a>",
                                "<a",
                                "<a b>",
                                "<a b=>",
                                "<a b=c>",
                                "<a b='c>",
                                "<a b='c'd='e'/>",
                                "<>",
                                "<a><!-- ",
                                "<a><![CDATA[x]]",
                                "<a></ a>",
                                "<a/ >",
                                "< a/>",
                                "<:/>",
                                "<a:/>",
                                "<a></ab>",
                                "<a></a",
                                "<",
                                "<a><",
                                "<a b&amp;c='1'/>",
                                "<a b%='1'/>",
                                "<a 1b='1'/>",
                                "<a -b='1'/>",
                                "<1a/>",
                                "<a&b/>",
                                "<.a/>",
                                "<?[l x?><a/>",
                                "<?\?><a/>",
                                "<?",
                                "<a><?xml version='1.0'?></a>"}) {
    CAPTURE(xml);
    CHECK_THAT(fault_of(xml), Catch::Contains("not well-formed") && Catch::Contains("at byte"));
  }
  CHECK_THAT(fault_of("<!DOCTYPE a><a/>"), Catch::Contains("document type"));
}

TEST_CASE("the parts of real Word files are read as pugixml reads them") {
  const fs::path corpora = fs::path(CLAUSELINT_SHARED) / "corpora";
  if (!fs::exists(corpora)) {
    WARN("skipped: no corpora at " << corpora);
    return;
  }
  int compared = 0;
  for (const char* folder : {"contracts-docx", "docx-corpus"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(corpora / folder)) {
      if (entry.path().extension() != ".docx") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      auto zip = ZipReader::open("draft.docx", bytes, {});
      const auto index = zip ? zip->find("word/document.xml") : std::nullopt;
      if (!index) continue;
      const auto xml = zip->read(*index);
      if (!xml || xml->size() > 400'000 || xml->find("<!DOCTYPE") != std::string::npos || (*xml)[0] == '\xFF') continue;
      CAPTURE(entry.path());
      const bool same = ours(*xml) == theirs(*xml);
      CHECK(same);
      ++compared;
    }
  }
  CHECK(compared > 300);
}
