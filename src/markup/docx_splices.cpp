// Rewrites runs that a deletion or a gap cuts, chain by chain of adjacent runs, and inserts the rest between elements.
#include "markup/docx_splices.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace clauselint {
namespace {

using Side = Gap::Side;

/// A piece of a run's content: a cut of a text, or a whole child. `raw` are its bytes with the blanks before it.
struct Item {
  std::uint32_t key = 0;    ///< the first byte of its text or element
  std::uint32_t until = 0;  ///< behind its last
  std::uint32_t child = 0;
  bool deleted = false;
};

/// What happens to one run.
struct RunChange {
  std::vector<Deletion> deletions;
  std::vector<const GapMarkup*> markups;  ///< in the order in which they are written
};

std::string renamed(std::string_view tag, std::string_view name, std::string_view new_name) {
  const std::size_t at = tag.find(name);
  return std::string(tag.substr(0, at)).append(new_name).append(tag.substr(at + name.size()));
}

std::string with_preserve(std::string_view open_tag) {
  const auto space = tag_attribute(open_tag, "xml:space");
  if (!space) return std::string(open_tag.substr(0, open_tag.size() - 1)) + " xml:space=\"preserve\">";
  const auto at = static_cast<std::size_t>(space->data() - open_tag.data());
  return std::string(open_tag.substr(0, at)).append("preserve").append(open_tag.substr(at + space->size()));
}

/// Writes a chain of adjacent runs with what is deleted in them and put between their pieces.
class ChainWriter {
 public:
  ChainWriter(const WordPart& part, Revisions& revisions, std::uint32_t& deleted)
      : part_(part), revisions_(revisions), deleted_(deleted) {}

  void run(std::uint32_t index, const RunChange& change) {
    element_ = part_.runs[index].element;
    find_frame();
    const auto items = items_of(change);
    const auto is_deleted = [](const Item& item) { return item.deleted; };
    const auto inside = [](const GapMarkup* m) { return m->gap.side == Side::Inside; };
    const bool cut = std::any_of(items.begin(), items.end(), is_deleted) ||
                     std::any_of(change.markups.begin(), change.markups.end(), inside);
    put_markups(change, Side::Before, 0);
    if (!cut) {
      put(std::string(part_.whole(part_.elements[element_])));
    } else {
      put_items(items, change);
    }
    put_markups(change, Side::After, 0);
  }

  std::string finish() {
    close_deletion();
    return std::move(out_);
  }

 private:
  // The head of the run (its tag and properties) is written anew for each of its pieces.
  void find_frame() {
    const XmlElement& run = part_.elements[element_];
    head_end_ = run.open_end;
    const auto children = part_.children(element_);
    if (!children.empty() && is_word(part_.elements[children.front()], "rPr")) {
      head_end_ = part_.elements[children.front()].end;
    }
  }

  std::vector<Item> items_of(const RunChange& change) const {
    std::vector<Item> items;
    for (const std::uint32_t child : part_.children(element_)) {
      const XmlElement& e = part_.elements[child];
      if (e.end <= head_end_) continue;
      const bool text = is_word(e, "t");
      const std::uint32_t begin = text ? e.open_end : e.begin;
      const std::uint32_t end = text ? e.close_begin : e.end;
      std::vector<std::uint32_t> cuts{begin, end};
      for (const Deletion& deletion : change.deletions) cuts.insert(cuts.end(), {deletion.begin, deletion.end});
      for (const GapMarkup* m : change.markups) {
        if (m->gap.side == Side::Inside) cuts.push_back(m->gap.at);
      }
      std::erase_if(cuts, [&](std::uint32_t cut) { return cut < begin || cut > end; });
      std::sort(cuts.begin(), cuts.end());
      cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
      if (cuts.size() == 1) cuts.push_back(end);  // an empty text
      for (std::size_t i = 0; i + 1 < cuts.size(); ++i) items.push_back(item(child, cuts[i], cuts[i + 1], change));
    }
    return items;
  }

  static Item item(std::uint32_t child, std::uint32_t begin, std::uint32_t end, const RunChange& change) {
    const bool deleted = std::any_of(change.deletions.begin(), change.deletions.end(), [&](const Deletion& d) {
      return begin < end && d.begin <= begin && end <= d.end;
    });
    return {.key = begin, .until = end, .child = child, .deleted = deleted};
  }

  void put_items(const std::vector<Item>& items, const RunChange& change) {
    std::size_t at = 0;
    std::uint32_t done = head_end_;
    while (at < items.size()) {
      put_markups(change, Side::Inside, items[at].key);
      const bool deleted = items[at].deleted;
      std::string piece(part_.xml.substr(part_.elements[element_].begin, head_end_ - part_.elements[element_].begin));
      do {
        piece += item_bytes(items[at], done);
        const XmlElement& child = part_.elements[items[at].child];
        const bool last = at + 1 == items.size() || items[at + 1].child != items[at].child;
        done = last ? child.end : items[at].until;
        ++at;
      } while (at < items.size() && items[at].deleted == deleted && !pending_inside(change, items[at].key));
      piece += at == items.size() ? part_.xml.substr(tail_begin(), part_.elements[element_].end - tail_begin())
                                  : close_tag();
      deleted ? put_deleted(piece) : put(piece);
    }
  }

  std::string_view close_tag() const {
    const XmlElement& run = part_.elements[element_];
    return part_.xml.substr(run.close_begin, run.end - run.close_begin);
  }

  std::uint32_t tail_begin() const { return part_.elements[part_.children(element_).back()].end; }

  // The bytes of an item in a piece of its own or beside others; blanks between children stay with the later one.
  std::string item_bytes(const Item& item, std::uint32_t done) const {
    const XmlElement& child = part_.elements[item.child];
    std::string bytes(part_.xml.substr(std::min(done, child.begin), child.begin - std::min(done, child.begin)));
    if (!is_word(child, "t")) return bytes.append(part_.whole(child));
    const bool cut = item.key != child.open_end || item.until != child.close_begin;
    if (!cut && !item.deleted) return bytes.append(part_.whole(child));
    std::string open = cut ? with_preserve(part_.open_tag(child)) : std::string(part_.open_tag(child));
    std::string close(part_.xml.substr(child.close_begin, child.end - child.close_begin));
    if (item.deleted) {
      const std::string name = names_at(part_, item.child).element + "delText";
      open = renamed(open, child.name, name);
      close = renamed(close, child.name, name);
    }
    return bytes.append(open).append(cut ? shown(item) : part_.content(child)).append(close);
  }

  // A cut text asks to keep its blanks; those that Word dropped from the uncut text must not appear by that.
  std::string_view shown(const Item& item) const {
    const XmlElement& text = part_.elements[item.child];
    std::string_view bytes = part_.xml.substr(item.key, item.until - item.key);
    if (tag_attribute(part_.open_tag(text), "xml:space") == "preserve") return bytes;
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (item.key == text.open_end && !bytes.empty() && blank(bytes.front())) bytes.remove_prefix(1);
    while (item.until == text.close_begin && !bytes.empty() && blank(bytes.back())) bytes.remove_suffix(1);
    return bytes;
  }

  bool pending_inside(const RunChange& change, std::uint32_t key) const {
    return next_ < change.markups.size() && change.markups[next_]->gap.side == Side::Inside &&
           change.markups[next_]->gap.at <= key;
  }

  void put_markups(const RunChange& change, Side side, std::uint32_t key) {
    if (side == Side::Before) next_ = 0;
    while (next_ < change.markups.size() && change.markups[next_]->gap.side == side &&
           (side != Side::Inside || change.markups[next_]->gap.at <= key)) {
      put(change.markups[next_++]->xml);
    }
  }

  void put(std::string_view bytes) {
    close_deletion();
    out_ += bytes;
  }

  void put_deleted(std::string_view bytes) {
    if (!deletion_open_) {
      const WordNames names = names_at(part_, element_);
      out_ += "<" + names.element + "del" + names.declaration + revision_attributes(names, revisions_) + ">";
      deletion_close_ = "</" + names.element + "del>";
      deletion_open_ = true;
      ++deleted_;
    }
    out_ += bytes;
  }

  void close_deletion() {
    if (deletion_open_) out_ += deletion_close_;
    deletion_open_ = false;
  }

  const WordPart& part_;
  Revisions& revisions_;
  std::uint32_t& deleted_;
  std::string out_;
  std::uint32_t element_ = 0;
  std::uint32_t head_end_ = 0;
  std::size_t next_ = 0;
  bool deletion_open_ = false;
  std::string deletion_close_;
};

// Leaves out of a splice the bytes that it does not change.
Splice shrunk(std::string_view xml, Splice splice) {
  const std::string_view old = xml.substr(splice.begin, splice.end - splice.begin);
  const auto most = std::min(old.size(), splice.text.size());
  std::size_t front = 0;
  while (front < most && old[front] == splice.text[front]) ++front;
  std::size_t back = 0;
  while (back < most - front && old[old.size() - 1 - back] == splice.text[splice.text.size() - 1 - back]) ++back;
  splice.begin += static_cast<std::uint32_t>(front);
  splice.end -= static_cast<std::uint32_t>(back);
  splice.text = splice.text.substr(front, splice.text.size() - front - back);
  return splice;
}

// Runs that follow one another without a byte between share their w:del.
std::vector<Splice> run_splices(const WordPart& part, const std::map<std::uint32_t, RunChange>& changes,
                                Revisions& revisions, std::uint32_t& deleted) {
  std::vector<Splice> splices;
  for (auto change = changes.begin(); change != changes.end();) {
    ChainWriter writer(part, revisions, deleted);
    Splice splice{.begin = part.element_of(part.runs[change->first]).begin, .end = 0, .text = {}};
    do {
      writer.run(change->first, change->second);
      splice.end = part.element_of(part.runs[change->first]).end;
      ++change;
    } while (change != changes.end() && part.element_of(part.runs[change->first]).begin == splice.end);
    splice.text = writer.finish();
    splices.push_back(std::move(splice));
  }
  return splices;
}

auto order_of(const GapMarkup& markup) { return std::tuple(markup.gap.side, markup.gap.at, markup.rank); }

}  // namespace

std::string spliced(std::string_view original, const std::vector<Splice>& splices) {
  std::string out;
  std::size_t done = 0;
  for (const Splice& splice : splices) {
    out.append(original.substr(done, splice.begin - done)).append(splice.text);
    done = splice.end;
  }
  return out.append(original.substr(done));
}

std::optional<std::string> unspliced(std::string_view original, std::string_view changed,
                                     const std::vector<Splice>& splices) {
  std::string out;
  for (const Splice& splice : splices) {
    const std::size_t gap = splice.begin >= out.size() ? splice.begin - out.size() : changed.size() + 1;
    if (gap > changed.size() || changed.substr(gap, splice.text.size()) != splice.text) return std::nullopt;
    out.append(changed.substr(0, gap)).append(original.substr(splice.begin, splice.end - splice.begin));
    changed.remove_prefix(gap + splice.text.size());
  }
  return out.append(changed);
}

WordNames names_at(const WordPart& part, std::uint32_t element) {
  const std::string_view prefix = tag_prefix(part.elements[element].name);
  if (!prefix.empty()) {
    const std::string with_colon = std::string(prefix) + ":";
    return {.element = with_colon, .attribute = with_colon, .declaration = {}};
  }
  for (const TagAttribute& found : attributes_of(part.open_tag(part.elements.front()))) {
    if (tag_prefix(found.name) == "xmlns" && found.value == part.elements[element].namespace_uri) {
      return {.element = {}, .attribute = std::string(tag_local(found.name)) + ":", .declaration = {}};
    }
  }
  const std::string uri(part.elements[element].namespace_uri);
  return {.element = {}, .attribute = "wml:", .declaration = " xmlns:wml=\"" + uri + "\""};
}

std::string revision_attributes(const WordNames& names, Revisions& revisions) {
  const std::string id = std::to_string(revisions.next_id++);
  const auto attribute = [&](const char* name, const std::string& value) {
    return " " + names.attribute + name + "=\"" + value + "\"";
  };
  std::string attributes = attribute("id", id) + attribute("author", revisions.author);
  if (!revisions.date.empty()) attributes += attribute("date", revisions.date);
  return attributes;
}

std::vector<Splice> splice_runs(const WordPart& part, std::vector<Deletion> deletions, std::vector<GapMarkup> markups,
                                Revisions& revisions, std::uint32_t& deleted) {
  std::stable_sort(markups.begin(), markups.end(),
                   [](const GapMarkup& a, const GapMarkup& b) { return order_of(a) < order_of(b); });
  std::map<std::uint32_t, RunChange> changes;
  std::vector<std::pair<Gap, Splice>> between;
  for (const Deletion& deletion : deletions) changes[deletion.run].deletions.push_back(deletion);
  for (const GapMarkup& markup : markups) {
    const XmlElement& element = part.elements[markup.gap.element];
    if (is_word(element, "r")) {
      changes[part.run_at(element.begin)].markups.push_back(&markup);
    } else {
      const std::uint32_t at = markup.gap.side == Side::After ? element.end : element.begin;
      between.push_back({markup.gap, {.begin = at, .end = at, .text = markup.xml}});
    }
  }
  std::vector<Splice> splices;
  std::stable_sort(between.begin(), between.end(), [](const auto& a, const auto& b) {
    const bool a_before = a.first.side != Side::After;
    const bool b_before = b.first.side != Side::After;
    return std::tuple(a.second.begin, a_before) < std::tuple(b.second.begin, b_before);
  });
  for (auto& [gap, splice] : between) splices.push_back(std::move(splice));
  for (Splice& splice : run_splices(part, changes, revisions, deleted)) splices.push_back(std::move(splice));
  std::stable_sort(splices.begin(), splices.end(), [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
  for (Splice& splice : splices) splice = shrunk(part.xml, std::move(splice));
  return splices;
}

}  // namespace clauselint
