// A part read in pieces gives the same nodes in the same order as a tree of the whole, each with its place.
#include "ooxml/part_stream.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <string_view>

using namespace clauselint;

namespace {

std::unique_ptr<PartStream> stream_of(std::string xml, std::uint32_t piece) {
  auto stream = PartStream::open("draft.docx", "word/document.xml", std::move(xml), {}, {.whole = 0, .piece = piece});
  INFO((stream ? std::string() : stream.error().message));
  REQUIRE(stream);
  return std::move(*stream);
}

std::string refusal(std::string xml, const ReadLimits& limits = {}, const PartStream::Sizes& sizes = {.whole = 0}) {
  const auto stream = PartStream::open("draft.docx", "word/document.xml", std::move(xml), limits, sizes);
  return stream ? std::string() : stream.error().message;
}

void write(XmlNode node, std::string& out) {
  if (!node.is_element()) {
    out += node.text();
    return;
  }
  out.append("<").append(node.name());
  for (auto a = node.first_attribute(); a; a = node.attribute_from(a->end)) {
    out.append(" ").append(a->name).append("=").append(a->value);
  }
  out += ">";
  for (XmlNode child = node.first_child(); child; child = child.next_sibling()) write(child, out);
  out.append("</").append(node.name()).append(">");
}

void visit_texts(XmlNode node, const std::function<void(XmlNode)>& visit) {
  if (node.name() == "w:t") visit(node);
  for (XmlNode child = node.first_child(); child; child = child.next_sibling()) visit_texts(child, visit);
}

// Everything the stream gives, as one text; `opened` counts the elements that came in pieces.
std::string read_all(PartStream& stream, int& opened, const std::function<void(XmlNode)>& visit = {}) {
  std::string out;
  std::vector<std::string> open;
  PartStream::Piece piece = stream.rewind();
  for (;;) {
    REQUIRE(piece.fault.empty());
    if (!piece.first) {
      out.append("</").append(open.back()).append(">");
      open.pop_back();
    } else if (piece.opens) {
      ++opened;
      open.emplace_back(piece.first.name());
      std::string head;
      write(piece.first, head);
      out += head.substr(0, head.size() - open.back().size() - 3);
    } else {
      for (XmlNode node = piece.first; node; node = node.next_sibling()) {
        write(node, out);
        if (visit) visit_texts(node, visit);
      }
    }
    if (open.empty()) {
      std::erase(out, '\n');  // white space between elements means nothing
      return out;
    }
    piece = stream.next(false);
  }
}

std::string whole(const std::string& xml) {
  int opened = 0;
  return read_all(*stream_of(xml, 1u << 30), opened);
}

std::string long_draft() {
  std::string xml = "<?xml version=\"1.0\"?>\n<w:document a='1'><w:body>";
  for (int i = 0; i < 40; ++i) {
    xml += "<w:p><w:pPr><w:b/></w:pPr><w:r><w:t>Clause " + std::to_string(i) +
           " &amp; <![CDATA[<w:p>]]></w:t></w:r></w:p>\n";
    if (i % 10 != 0) continue;
    xml += "<!-- <w:p> --><w:tbl><w:tblPr><w:x y=\">\"/></w:tblPr>";
    for (int row = 0; row < 9; ++row)
      xml += "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>";
    xml +=
        "</w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>";
  }
  return xml + "<w:sectPr/></w:body></w:document>\n";
}

// The bytes of the first child of the root.
std::string leaf_in(const std::string& xml) {
  const auto stream = stream_of(xml, 1u << 20);
  return std::string(slice(xml, stream->rewind().first.first_child().whole()));
}

}  // namespace

TEST_CASE("pieces of any size give the same nodes") {
  const std::string draft = long_draft();
  const std::string expected = whole(draft);
  for (const std::uint32_t piece : {1u, 30u, 100u, 300u, 1000u, 5000u}) {
    CAPTURE(piece);
    int opened = 0;
    CHECK(read_all(*stream_of(draft, piece), opened) == expected);
    CHECK(opened > 0);
  }
}

TEST_CASE("a second reading from the start gives the same") {
  const auto stream = stream_of(long_draft(), 100);
  int opened = 0;
  const std::string first = read_all(*stream, opened);
  CHECK(read_all(*stream, opened) == first);
}

TEST_CASE("an element that opened can be left unread") {
  const auto stream =
      stream_of("<w:document><w:body><w:tbl><w:tr><w:p>1</w:p></w:tr></w:tbl><w:p>2</w:p></w:body></w:document>", 1);
  CHECK(stream->rewind().opens);
  CHECK(stream->next(false).opens);  // body
  CHECK(stream->next(false).opens);  // table
  stream->skip();
  const PartStream::Piece piece = stream->next(false);
  CHECK(std::string(piece.first.text()) == "2");
}

TEST_CASE("what holds a drawing comes whole, whatever its size") {
  const std::string xml =
      "<w:document><w:body><w:p><w:r><w:pict><w:txbxContent><w:p>one</w:p><w:p>two</w:p></w:txbxContent></w:pict></"
      "w:r></w:p></w:body></w:document>";
  const auto stream = stream_of(xml, 1);
  PartStream::Piece piece = stream->rewind();
  while (piece.opens) piece = stream->next(false);
  CHECK(std::string(piece.first.name()) == "w:r");
  CHECK(piece.first.first_child().first_child());
}

TEST_CASE("places count in bytes of the part, in every piece") {
  const std::string xml = "\xEF\xBB\xBF" + long_draft();
  for (const std::uint32_t piece : {1u, 200u, 3000u}) {
    const auto stream = stream_of(xml, piece);
    int texts = 0;
    const auto check = [&](XmlNode node) {
      const std::string_view value = node.text();
      if (value.empty()) return;
      CHECK(xml.substr(stream->offset_of(value.data()), value.size()) == value);
      ++texts;
    };
    int opened = 0;
    read_all(*stream, opened, check);
    CHECK(texts == 40 + 36 + 4);
  }
}

TEST_CASE("the bytes of an element without content are found however it is written") {
  CHECK(leaf_in("<a><w:tab/>x</a>") == "<w:tab/>");
  CHECK(leaf_in("<a><w:tab />x</a>") == "<w:tab />");
  CHECK(leaf_in("<a><w:tab></w:tab>x</a>") == "<w:tab></w:tab>");
  CHECK(leaf_in("<a><w:br w:type=\"page\"/>x</a>") == "<w:br w:type=\"page\"/>");
  CHECK(leaf_in("<a><w:br w:type='>' w:clear='all' ></w:br>x</a>") == "<w:br w:type='>' w:clear='all' ></w:br>");
}

TEST_CASE("UTF-16 is read, and said to be transcoded") {
  const std::string xml("\xFF\xFE<\0a\0>\0\x08\x54<\0/\0a\0>\0", 18);
  const auto stream = stream_of(xml, 1000);
  CHECK(stream->transcoded());
  CHECK(std::string(stream->rewind().first.text()) == "合");
}

TEST_CASE("a part that is not sound is refused") {
  CHECK_THAT(refusal("<!DOCTYPE a><a/>"), Catch::Contains("document type declaration"));
  CHECK_THAT(refusal("<a><b></a>"), Catch::Contains("an end tag that closes another element at byte 6"));
  CHECK_THAT(refusal("<a><b></b>"), Catch::Contains("an element without an end"));
  CHECK_THAT(refusal("<a/><b/>"), Catch::Contains("a second root"));
  CHECK_THAT(refusal("<a x=\"1/>"), Catch::Contains("a tag without an end"));
  CHECK_THAT(refusal("</a>"), Catch::Contains("closes nothing"));
  CHECK_THAT(refusal("no XML"), Catch::Contains("no element"));
  CHECK_THAT(refusal("<a><!-- </a>"), Catch::Contains("without an end"));
  CHECK_THAT(refusal("<a>\xff</a>"), Catch::Contains("not valid UTF-8"));
}

TEST_CASE("a small part, which is not outlined, is refused for the same reasons") {
  const PartStream::Sizes whole;
  CHECK_THAT(refusal("<!DOCTYPE a><a/>", {}, whole), Catch::Contains("document type declaration"));
  CHECK_THAT(refusal("<a><b></a>", {}, whole), Catch::Contains("not well-formed"));
  CHECK_THAT(refusal("<a>", {}, whole), Catch::Contains("not well-formed"));
  CHECK_THAT(refusal("no XML", {}, whole), Catch::Contains("not one root"));
  CHECK_THAT(refusal("", {}, whole), Catch::Contains("not one root"));
  CHECK(refusal("<?xml version='1.0'?><!-- a --><a/>", {}, whole).empty());
}

TEST_CASE("limits are limits, and what is at the limit is read") {
  ReadLimits limits;
  limits.depth = 3;
  CHECK(refusal("<a><b><c/></b></a>", limits).empty());
  CHECK_THAT(refusal("<a><b><c><d/></c></b></a>", limits), Catch::Contains("nests elements deeper than 3"));
  limits = {};
  limits.elements = 3;
  CHECK(refusal("<a><b/><c/></a>", limits).empty());
  CHECK_THAT(refusal("<a><b/><c/><d/></a>", limits), Catch::Contains("more than 3 elements"));
  limits = {};
  limits.attributes = 2;
  CHECK(refusal("<a b='1' c='2'/>", limits).empty());
  CHECK_THAT(refusal("<a b='1' c='2' d='3'/>", limits), Catch::Contains("more than 2 attributes"));
}
