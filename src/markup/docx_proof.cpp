// Reads a marked part without knowledge of how it was made, and compares.
#include "markup/docx_proof.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace clauselint {
namespace {

// Signs in the canonical form that no XML text holds.
constexpr char kRunBegins = '\x01';
constexpr char kRunEnds = '\x02';
constexpr char kTextBegins = '\x03';
constexpr char kTextEnds = '\x04';

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::uint32_t id_of(const WordPart& part, const XmlElement& element) {
  return word_id(word_attribute(part.open_tag(element), "id"));
}

bool is_own_revision(const WordPart& part, const XmlElement& element, std::string_view local, const OwnMarks& own) {
  return is_word(element, local) && own.revisions.contains(id_of(part, element));
}

/// Walks a part once and writes its canonical form.
class Canonical {
 public:
  Canonical(const WordPart& part, const OwnMarks& own) : part_(part), own_(own) {}

  std::string write() {
    std::vector<std::uint32_t> open;
    std::uint32_t cursor = 0;
    const auto close_until = [&](std::uint32_t begin) {
      while (!open.empty() && part_.elements[open.back()].end <= begin) {
        const XmlElement& element = part_.elements[open.back()];
        between(cursor, element.close_begin, open.back());
        close(element);
        cursor = element.end;
        open.pop_back();
      }
    };
    for (std::uint32_t i = 0; i < part_.elements.size();) {
      const XmlElement& element = part_.elements[i];
      close_until(element.begin);
      between(cursor, element.begin, open.empty() ? kNoElement : open.back());
      const bool enter = !is_own_mark(i) && !is_head(element);
      if (enter) this->open(i);
      const bool empty = element.open_end == element.end;
      if (enter && empty) close(element);
      if (enter && !empty) open.push_back(i);
      cursor = enter ? element.open_end : element.end;
      i = enter ? i + 1 : element.after;
    }
    close_until(static_cast<std::uint32_t>(part_.xml.size()));
    between(cursor, static_cast<std::uint32_t>(part_.xml.size()), kNoElement);
    settle();
    return std::move(out_);
  }

 private:
  bool is_own_comment(const XmlElement& element) const { return own_.comments.contains(id_of(part_, element)); }

  bool is_own_mark(std::uint32_t index) const {
    const XmlElement& element = part_.elements[index];
    if (is_own_revision(part_, element, "ins", own_) || is_only_own_mark(index) || is_own_paragraph(index)) {
      return true;
    }
    if (is_word(element, "commentRangeStart") || is_word(element, "commentRangeEnd")) return is_own_comment(element);
    if (!is_word(element, "r")) return false;
    const auto children = part_.children(index);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      return is_word(part_.elements[child], "commentReference") && is_own_comment(part_.elements[child]);
    });
  }

  std::uint32_t child_named(std::uint32_t element, std::string_view name) const {
    for (const std::uint32_t child : part_.children(element)) {
      if (is_word(part_.elements[child], name)) return child;
    }
    return kNoElement;
  }

  // Properties that hold nothing but the mark of a paragraph that we made a tracked insertion.
  bool is_only_own_mark(std::uint32_t index) const {
    const XmlElement& element = part_.elements[index];
    const auto children = part_.children(index);
    if (children.size() != 1 || element.parent == kNoElement) return false;
    if (is_word(element, "pPr")) return is_word(part_.elements[children[0]], "rPr") && is_only_own_mark(children[0]);
    return is_word(element, "rPr") && is_word(part_.elements[element.parent], "pPr") &&
           is_own_revision(part_, part_.elements[children[0]], "ins", own_);
  }

  // The bytes of properties without the mark of the paragraph and what we changed in them.
  std::string properties_of(std::uint32_t paragraph) const {
    const std::uint32_t properties = child_named(paragraph, "pPr");
    if (properties == kNoElement) return {};
    std::string bytes;
    std::string look;
    for (const std::uint32_t child : part_.children(properties)) {
      const XmlElement& element = part_.elements[child];
      if (is_own_revision(part_, element, "pPrChange", own_)) {
        bytes.clear();  // what it was before is told inside
        for (const std::uint32_t old : part_.children(child)) {
          for (const std::uint32_t one : part_.children(old)) bytes += part_.whole(part_.elements[one]);
        }
      } else if (is_word(element, "rPr")) {
        for (const std::uint32_t one : part_.children(child)) {
          if (!is_own_revision(part_, part_.elements[one], "ins", own_)) look += part_.whole(part_.elements[one]);
        }
      } else {
        bytes += part_.whole(element);
      }
    }
    return bytes + look;
  }

  bool has_own_mark(std::uint32_t paragraph) const {
    const std::uint32_t properties = child_named(paragraph, "pPr");
    const std::uint32_t look = properties == kNoElement ? kNoElement : child_named(properties, "rPr");
    if (look == kNoElement) return false;
    const auto marks = part_.children(look);
    return std::ranges::any_of(
        marks, [this](std::uint32_t mark) { return is_own_revision(part_, part_.elements[mark], "ins", own_); });
  }

  // A paragraph that holds nothing but our words, behind one whose mark we inserted, with that one's properties: rejected,
  // it is the end of that one.
  bool is_own_paragraph(std::uint32_t index) const {
    const XmlElement& element = part_.elements[index];
    if (!is_word(element, "p") || element.parent == kNoElement || has_own_mark(index)) return false;
    const auto siblings = part_.children(element.parent);
    const auto at = std::ranges::find(siblings, index);
    if (at == siblings.begin() || !is_word(part_.elements[*std::prev(at)], "p")) return false;
    const std::uint32_t before = *std::prev(at);
    const auto children = part_.children(index);
    const bool own_words = std::ranges::all_of(children, [this](std::uint32_t child) {
      return is_word(part_.elements[child], "pPr") || is_own_revision(part_, part_.elements[child], "ins", own_);
    });
    return own_words && has_own_mark(before) && properties_of(before) == properties_of(index);
  }

  // The properties of a run are written with its tag.
  bool is_head(const XmlElement& element) const {
    return is_word(element, "rPr") && element.parent != kNoElement && is_word(part_.elements[element.parent], "r");
  }

  bool is_text(const XmlElement& element) const {
    if (is_word(element, "t")) return true;
    if (!is_word(element, "delText")) return false;
    for (std::uint32_t i = element.parent; i != kNoElement; i = part_.elements[i].parent) {
      if (is_own_revision(part_, part_.elements[i], "del", own_)) return true;
    }
    return false;
  }

  std::string head_of(std::uint32_t run) const {
    std::string head(part_.open_tag(part_.elements[run]));
    for (const std::uint32_t child : part_.children(run)) {
      if (is_word(part_.elements[child], "rPr")) head += part_.whole(part_.elements[child]);
    }
    return head;
  }

  void open(std::uint32_t index) {
    const XmlElement& element = part_.elements[index];
    if (is_own_revision(part_, element, "del", own_)) return;
    if (is_word(element, "r")) {
      const std::string head = head_of(index);
      if (run_ended_ && head == last_head_) {
        run_ended_ = false;
        return;
      }
      settle();
      out_ += kRunBegins;
      out_ += head;
      last_head_ = head;
    } else if (is_text(element)) {
      text(element);
    } else {
      settle();
      out_ += part_.open_tag(element);
    }
  }

  // Adjacent texts of a run are one; what Word would trim is not there.
  void text(const XmlElement& element) {
    const bool kept = tag_attribute(part_.open_tag(element), "xml:space") == "preserve";
    if (!text_open_) out_ += kTextBegins;
    text_open_ = true;
    out_ += kept ? part_.content(element) : trimmed_blanks(part_.content(element));
  }

  void close(const XmlElement& element) {
    if (is_own_revision(part_, element, "del", own_) || is_text(element)) return;
    if (is_word(element, "r")) {
      if (run_ended_) settle();
      run_ended_ = true;
      last_head_ = head_of(static_cast<std::uint32_t>(&element - part_.elements.data()));
      return;
    }
    settle();
    if (element.close_begin != element.end) out_ += "</" + std::string(element.name) + ">";
  }

  void between(std::uint32_t begin, std::uint32_t end, std::uint32_t holder) {
    const std::string_view bytes = part_.xml.substr(begin, end - begin);
    if (bytes.empty()) return;
    if (holder != kNoElement) {
      const XmlElement& element = part_.elements[holder];
      if (is_text(element)) return;
      if (is_word(element, "r") && trimmed_blanks(bytes).empty()) return;
    }
    settle();
    out_ += bytes;
  }

  // Ends what could have gone on: a text, a run.
  void settle() {
    if (text_open_) out_ += kTextEnds;
    if (run_ended_) out_ += kRunEnds;
    text_open_ = false;
    run_ended_ = false;
  }

  const WordPart& part_;
  const OwnMarks& own_;
  std::string out_;
  std::string last_head_;
  bool run_ended_ = false;
  bool text_open_ = false;
};

bool is_revision(const XmlElement& element) {
  constexpr std::array<std::string_view, 16> kRevisions = {
      "ins",         "del",        "moveFrom",   "moveTo",        "rPrChange",     "pPrChange",       "sectPrChange",
      "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "cellIns",
      "cellDel",     "cellMerge"};
  return is_word_namespace(element.namespace_uri) &&
         std::find(kRevisions.begin(), kRevisions.end(), element.local()) != kRevisions.end();
}

std::string fault_of_ids(const WordPart& original, const WordPart& marked, const OwnMarks& own) {
  std::unordered_set<std::uint32_t> seen;
  for (const XmlElement& element : marked.elements) {
    if (!is_revision(element)) continue;
    const std::uint32_t id = id_of(marked, element);
    if (!own.revisions.contains(id)) continue;
    if (original.ids.contains(id)) return "a revision has an id that was in use";
    if (!seen.insert(id).second) return "two revisions have one id";
  }
  return seen.size() == own.revisions.size() ? "" : "a revision is missing";
}

// The mark of a paragraph: <w:p><w:pPr><w:rPr><w:ins/>.
bool is_of_paragraph_mark(const WordPart& marked, const XmlElement& mark) {
  if (mark.parent == kNoElement || !is_word(marked.elements[mark.parent], "rPr")) return false;
  const std::uint32_t properties = marked.elements[mark.parent].parent;
  return properties != kNoElement && is_word(marked.elements[properties], "pPr") && mark.open_end == mark.end;
}

std::string fault_of_place(const WordPart& marked, const XmlElement& mark, bool deletion) {
  if (!deletion && is_of_paragraph_mark(marked, mark)) return {};
  for (std::uint32_t i = mark.parent; i != kNoElement && !is_word(marked.elements[i], "p");
       i = marked.elements[i].parent) {
    constexpr std::array<std::string_view, 5> kHolders = {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent"};
    const bool plain = is_word_namespace(marked.elements[i].namespace_uri) &&
                       std::find(kHolders.begin(), kHolders.end(), marked.elements[i].local()) != kHolders.end();
    if (!plain) return "a revision stands where none may stand";
  }
  const auto index = static_cast<std::uint32_t>(&mark - marked.elements.data());
  for (std::uint32_t i = index + 1; i < mark.after; ++i) {
    const XmlElement& inner = marked.elements[i];
    if (is_word(inner, "p")) return "a revision holds a paragraph";
    if (is_word(inner, deletion ? "t" : "delText")) return "a revision holds the wrong kind of text";
    if (is_word(inner, "ins") || is_word(inner, "del")) return "a revision holds another";
  }
  return {};
}

std::string fault_of_marks(const WordPart& marked, const OwnMarks& own) {
  std::unordered_set<std::uint32_t> begun, ended, referred;
  for (const XmlElement& element : marked.elements) {
    const bool deletion = is_own_revision(marked, element, "del", own);
    if (deletion || is_own_revision(marked, element, "ins", own)) {
      if (std::string fault = fault_of_place(marked, element, deletion); !fault.empty()) return fault;
    }
    if (!is_word_namespace(element.namespace_uri) || !element.local().starts_with("comment")) continue;
    const std::uint32_t id = id_of(marked, element);
    if (!own.comments.contains(id)) continue;
    const bool begins = element.local() == "commentRangeStart";
    const bool ends = element.local() == "commentRangeEnd";
    if (ends && !begun.contains(id)) return "a comment ends before it begins";
    if (!begins && !ends && !ended.contains(id)) return "a comment is referred to before it ends";
    if (!(begins ? begun : ends ? ended : referred).insert(id).second) return "two comments have one id";
  }
  return referred == own.comments && begun == own.comments ? "" : "a comment is missing";
}

}  // namespace

std::string as_if_rejected(const WordPart& part, const OwnMarks& own) { return Canonical(part, own).write(); }

bool is_well_formed(std::string_view xml) {
  pugi::xml_document tree;
  return static_cast<bool>(tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
}

std::string find_markup_fault(const WordPart& original, std::string_view marked, const OwnMarks& own) {
  if (!is_well_formed(marked)) return "the marked part is not well-formed";
  const auto part = scan_word_part(marked);
  if (!part) return "the marked part cannot be scanned";
  if (std::string fault = fault_of_ids(original, *part, own); !fault.empty()) return fault;
  if (std::string fault = fault_of_marks(*part, own); !fault.empty()) return fault;
  const OwnMarks none;
  if (as_if_rejected(*part, own) != as_if_rejected(original, none)) {
    return "rejecting the changes does not give the original back";
  }
  return {};
}

}  // namespace clauselint
