// Finds the runs of a part and the fields they belong to.
#include "markup/docx_part.hpp"

#include <algorithm>
#include <utility>

namespace clauselint {
namespace {

constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

bool has_text_only(const WordPart& part, const XmlElement& text) {
  return part.content(text).find('<') == std::string_view::npos;
}

bool is_splittable(const WordPart& part, std::uint32_t run) {
  for (std::uint32_t i = run + 1; i < part.elements[run].after; ++i) {
    const XmlElement& inner = part.elements[i];
    if (is_word(inner, "rPrChange") || (is_word(inner, "rPr") && inner.parent == run && i != run + 1)) return false;
    if (is_word(inner, "t") && inner.parent == run && !has_text_only(part, inner)) return false;
  }
  return true;
}

/// Which complex fields are open while the runs go by; only the outermost counts.
class FieldTracker {
 public:
  explicit FieldTracker(WordPart& part) : part_(part) {}

  void enter(std::uint32_t run) { part_.runs[run].field_first = open_.empty() ? kNoElement : open_.front(); }

  void mark(std::uint32_t run, std::string_view type) {
    if (type == "begin") {
      open_.push_back(run);
      if (open_.size() == 1) part_.runs[run].field_first = run;
    } else if (type == "end" && !open_.empty()) {
      const std::uint32_t first = open_.front();
      open_.pop_back();
      if (open_.empty()) close(first, run);
    }
  }

  void instruction(std::uint32_t run) {
    if (part_.runs[run].field_first == kNoElement) close(run, run);
  }

  void finish() {  // a field that never ends holds all that follows
    if (!open_.empty()) close(open_.front(), static_cast<std::uint32_t>(part_.runs.size()) - 1);
  }

 private:
  void close(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i <= last; ++i) {
      part_.runs[i].field_first = std::min(part_.runs[i].field_first, first);
      part_.runs[i].field_last = last;
    }
  }

  WordPart& part_;
  std::vector<std::uint32_t> open_;
};

void collect_runs(WordPart& part) {
  for (std::uint32_t i = 0; i < part.elements.size(); ++i) {
    if (!is_word(part.elements[i], "r")) continue;
    WordRun run;
    run.element = i;
    run.splittable = is_splittable(part, i);
    part.runs.push_back(run);
  }
}

void collect_fields(WordPart& part) {
  FieldTracker tracker(part);
  std::uint32_t run = 0;
  for (std::uint32_t i = 0; i < part.elements.size(); ++i) {
    if (run < part.runs.size() && part.runs[run].element == i) tracker.enter(run++);
    const XmlElement& element = part.elements[i];
    if (run == 0 || !is_word_namespace(element.namespace_uri)) continue;
    if (element.local() == "fldChar") tracker.mark(run - 1, word_attribute(part.open_tag(element), "fldCharType"));
    if (element.local() == "instrText" || element.local() == "delInstrText") tracker.instruction(run - 1);
  }
  if (!part.runs.empty()) tracker.finish();
}

void collect_ids(WordPart& part) {
  for (const XmlElement& element : part.elements) {
    if (!is_word_namespace(element.namespace_uri)) continue;
    const std::uint32_t id = word_id(word_attribute(part.open_tag(element), "id"));
    if (id != kNoElement) part.ids.insert(id);
  }
}

}  // namespace

std::vector<std::uint32_t> WordPart::children(std::uint32_t element) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = element + 1; i < elements[element].after; i = elements[i].after) found.push_back(i);
  return found;
}

std::uint32_t WordPart::run_at(std::uint32_t at) const {
  auto found = std::upper_bound(runs.begin(), runs.end(), at, [this](std::uint32_t position, const WordRun& run) {
    return position < element_of(run).begin;
  });
  if (found == runs.begin()) return kNoElement;
  // A run that holds `at` begins before it, so it is the last such run or one around that.
  for (std::uint32_t i = (found - 1)->element; i != kNoElement; i = elements[i].parent) {
    if (elements[i].end <= at || !is_word(elements[i], "r")) continue;
    const auto holder = std::lower_bound(
        runs.begin(), runs.end(), i, [](const WordRun& run, std::uint32_t element) { return run.element < element; });
    return static_cast<std::uint32_t>(holder - runs.begin());
  }
  return kNoElement;
}

bool is_word_namespace(std::string_view uri) { return uri == kTransitional || uri == kStrict; }

bool is_word(const XmlElement& element, std::string_view local) {
  return element.local() == local && is_word_namespace(element.namespace_uri);
}

std::string_view word_attribute(std::string_view tag, std::string_view local) {
  for (const TagAttribute& found : attributes_of(tag)) {
    const std::string_view prefix = tag_prefix(found.name);
    if (tag_local(found.name) == local && prefix != "xmlns" && prefix != "xml") return found.value;
  }
  return {};
}

std::uint32_t word_id(std::string_view digits) {
  std::uint64_t value = 0;
  if (digits.empty() || digits.size() > 10) return kNoElement;
  for (const char c : digits) {
    if (c < '0' || c > '9') return kNoElement;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value < 0x80000000u ? static_cast<std::uint32_t>(value) : kNoElement;
}

std::uint32_t first_free_id(std::vector<std::uint32_t> used) {
  constexpr std::uint32_t kRoom = 1u << 20;
  constexpr std::uint32_t kHighest = 0x7FFFFFFF;
  std::sort(used.begin(), used.end());
  const std::uint32_t above = used.empty() ? 0 : used.back() + 1;
  if (above < kHighest - kRoom) return above;
  std::uint32_t start = 0;
  for (const std::uint32_t id : used) {
    if (id >= start && id - start > kRoom) break;
    start = id + 1;
  }
  return start;
}

Result<WordPart> scan_word_part(std::string_view xml) {
  auto elements = scan_elements(xml);
  if (!elements) return elements.error();
  WordPart part{.xml = xml, .elements = std::move(*elements), .runs = {}, .ids = {}};
  collect_runs(part);
  collect_fields(part);
  collect_ids(part);
  return part;
}

}  // namespace clauselint
