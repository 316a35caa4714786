// Parsed packs as one block of bytes: what the build embeds, so that starting parses no YAML.
#include "rules/pack_image.hpp"

#include <cstring>
#include <optional>
#include <type_traits>

namespace clauselint {
namespace {

// Raised with every change of the layout below.
constexpr std::string_view kMagic = "clauselint-packs-18";

class Writer {
 public:
  static constexpr bool kReading = false;
  std::string bytes;

  void raw(const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); }
  void size(std::size_t& count) {
    const auto narrow = static_cast<std::uint32_t>(count);
    raw(&narrow, sizeof narrow);
  }
};

class Reader {
 public:
  static constexpr bool kReading = true;
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  void raw(void* data, std::size_t size) {
    if (size > left_.size()) {
      good = false;
      left_ = {};
      return;
    }
    if (size > 0) std::memcpy(data, left_.data(), size);
    left_.remove_prefix(size);
  }
  // A count can never exceed the bytes that are left: each entry takes at least one.
  void size(std::size_t& count) {
    std::uint32_t narrow = 0;
    raw(&narrow, sizeof narrow);
    if (narrow > left_.size()) good = false;
    count = good ? narrow : 0;
  }
  bool at_end() const { return left_.empty(); }

  bool good = true;

 private:
  std::string_view left_;
};

template <class A, class T>
void visit(A& a, T& value);

template <class A, class T>
void visit(A& a, std::vector<T>& list);

template <class A>
void visit(A& a, std::string& text) {
  std::size_t size = text.size();
  a.size(size);
  if constexpr (A::kReading) text.resize(size);
  a.raw(text.data(), size);
}

template <class A, class T>
void visit(A& a, std::vector<T>& list) {
  std::size_t size = list.size();
  a.size(size);
  if constexpr (A::kReading) list.resize(size);
  for (T& entry : list) visit(a, entry);
}

template <class A, class T>
void visit(A& a, std::optional<T>& maybe) {
  bool has = maybe.has_value();
  a.raw(&has, sizeof has);
  if constexpr (A::kReading) {
    if (has) maybe.emplace();
  }
  if (has) visit(a, *maybe);
}

template <class A, class... T>
void visit_all(A& a, T&... values) {
  (visit(a, values), ...);
}

// The layout: each structure's members, in one place for both directions.
template <class A>
void members(A& a, Text& v) {
  visit_all(a, v.en, v.zh);
}
template <class A>
void members(A& a, Place& v) {
  visit_all(a, v.line, v.column);
}
template <class A>
void members(A& a, Phrase& v) {
  visit_all(a, v.pattern, v.regex, v.place);
}
template <class A>
void members(A& a, PhraseSet& v) {
  visit_all(a, v.en, v.zh);
}
template <class A>
void members(A& a, WordList& v) {
  visit_all(a, v.en, v.zh);
}
template <class A>
void members(A& a, PartyRole& v) {
  visit_all(a, v.name, v.title, v.words, v.deeds, v.opposite, v.place);
}
template <class A>
void members(A& a, Term& v) {
  visit_all(a, v.name, v.vague, v.phrases, v.place);
}
template <class A>
void members(A& a, Topic& v) {
  visit_all(a, v.name, v.title, v.headings, v.mentions, v.supports, v.unless, v.within, v.place);
}
template <class A>
void members(A& a, NamedPhrases& v) {
  visit_all(a, v.name, v.title, v.phrases, v.place);
}
template <class A>
void members(A& a, FactSpec& v) {
  visit_all(a, v.name, v.title, v.value, v.topics, v.patterns, v.unless, v.except, v.negated_too, v.extends, v.headers,
            v.leads, v.led, v.starts, v.place);
}
template <class A>
void members(A& a, Condition& v) {
  visit_all(a, v.kind, v.parts, v.phrases, v.polarity, v.scope, v.at_least, v.at_most, v.party, v.among_documents,
            v.fact, v.topic, v.value, v.comparison, v.fault, v.against, v.place);
}
template <class A>
void members(A& a, Fix& v) {
  visit_all(a, v.kind, v.target, v.term, v.with, v.fallback, v.floor, v.place);
}
template <class A>
void members(A& a, Example& v) {
  visit_all(a, v.kind, v.text, v.words, v.value, v.fixed, v.todo, v.matter, v.elsewhere, v.place);
}
template <class A>
void members(A& a, Gates& v) {
  visit_all(a, v.law, v.market, v.product, v.parties, v.language, v.role);
}
template <class A>
void members(A& a, Rule& v) {
  visit_all(a, v.id, v.pack, v.title, v.dimension, v.severity, v.once, v.recommended, v.since, v.until, v.gates,
            v.topics, v.facts, v.settings, v.stories, v.when, v.message, v.why, v.law, v.fix, v.caution, v.examples,
            v.place);
}
template <class A>
void members(A& a, RuleChange& v) {
  for (std::optional<Severity>& severity : v.severity) visit(a, severity);
  visit_all(a, v.rule, v.once, v.recommended, v.gates, v.when, v.title, v.message, v.why, v.caution, v.fix, v.examples,
            v.place);
}
template <class A>
void members(A& a, Trigger& v) {
  visit_all(a, v.id, v.fact, v.topic, v.at, v.text, v.absent, v.matter, v.place);
}
template <class A>
void members(A& a, Pack& v) {
  visit_all(a, v.name, v.version, v.path, v.title, v.roles, v.terms, v.topics, v.subjects, v.facts, v.rules, v.changes,
            v.triggers);
}
template <class A>
void members(A& a, Provision& v) {
  visit_all(a, v.id, v.instrument, v.article, v.since, v.until, v.gate, v.mark, v.says, v.place);
}
template <class A>
void members(A& a, PhraseCapture& v) {
  visit_all(a, v.kind, v.name, v.value);
}
template <class A>
void members(A& a, PhraseProgram& v) {
  visit_all(a, v.regex, v.needed, v.captures, v.values);
}
template <class A>
void members(A& a, Translation& v) {
  visit_all(a, v.language, v.pattern, v.program);
}
template <class A>
void members(A& a, RuleSet::Translations& v) {
  visit_all(a, v.phrases);
}
template <class A>
void members(A& a, PackImage& v) {
  visit_all(a, v.packs, v.provisions, v.translations);
}

template <class A, class T>
void visit(A& a, T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::array<Severity, kSides>>) {
    a.raw(&value, sizeof value);
  } else {
    members(a, value);
  }
}

}  // namespace

std::string write_image(const PackImage& image) {
  Writer writer;
  writer.bytes = kMagic;
  PackImage copy = image;  // one layout serves both directions, and reading needs it mutable
  members(writer, copy);
  return std::move(writer.bytes);
}

bool read_image(std::string_view bytes, PackImage& image) {
  if (!bytes.starts_with(kMagic)) return false;
  Reader reader(bytes.substr(kMagic.size()));
  members(reader, image);
  return reader.good && reader.at_end();
}

}  // namespace clauselint
