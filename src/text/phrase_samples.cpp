// Texts made of a phrase pattern that it should match: one for each of its alternatives.
#include "text/phrase_samples.hpp"

#include <map>
#include <utility>

#include "text/phrase_tree.hpp"

namespace clauselint {
namespace {

// What no author writes into a pattern.
constexpr std::string_view kForeignLetters = "qx";
constexpr std::string_view kForeignHan = "兮";

// A gap as wide as it may be: a wide one has commas, which a short one does not take.
std::string foreign_words(PhraseNode::Kind gap, bool spaced) {
  const int characters = gap == PhraseNode::Kind::ShortGap ? 17 : gap == PhraseNode::Kind::LongGap ? 76 : 396;
  const bool commas = gap != PhraseNode::Kind::ShortGap;
  std::string words = commas ? (spaced ? "qx, " : "兮，") : "";
  for (int i = commas ? (spaced ? 4 : 2) : 0; i < characters; ++i)
    words += spaced ? std::string("q") : std::string(kForeignHan);
  return spaced ? " " + words + " " : words;
}

class Sampler {
 public:
  Sampler(const TermLookup& terms, const ValueWords& values, const SampleOptions& options)
      : terms_(terms), values_(values), options_(options) {}

  std::vector<std::string> samples(PhraseNode& root) {
    fill_in_terms(root, 0);
    if (!sound_) return {};
    root_ = &root;
    take();
    vary(root);
    return std::move(made_);
  }

 private:
  // Each term becomes the choice between its phrases.
  void fill_in_terms(PhraseNode& node, int depth) {
    for (PhraseNode& part : node.parts) fill_in_terms(part, depth);
    if (node.kind != PhraseNode::Kind::Term || !sound_) return;
    const auto phrases = terms_(node.text);
    sound_ = depth <= kMaxPhraseNesting && phrases && !phrases->empty();
    if (!sound_) return;
    node = {.kind = PhraseNode::Kind::Choice, .text = {}, .parts = {}, .offset = node.offset};
    for (const std::string& phrase : *phrases) {
      if (parse_phrase(phrase, node.parts.emplace_back())) sound_ = false;
      if (!options_.all_phrases) break;
    }
    for (PhraseNode& part : node.parts) fill_in_terms(part, depth + 1);
  }

  void take() {
    if (made_.size() < options_.most) made_.push_back(text_of(*root_));
  }

  void vary(const PhraseNode& node) {
    switch (node.kind) {
      case PhraseNode::Kind::Sequence:
        for (const PhraseNode& part : node.parts) vary(part);
        break;
      case PhraseNode::Kind::Choice:
        for (std::size_t i = 0; i < node.parts.size() && made_.size() < options_.most; ++i) {
          picks_[&node] = i;
          if (i > 0) take();
          vary(node.parts[i]);
        }
        picks_.erase(&node);
        break;
      case PhraseNode::Kind::Optional:
      case PhraseNode::Kind::Tail:
        picks_[&node] = 1;
        take();
        if (node.kind == PhraseNode::Kind::Optional) vary(node.parts.front());
        picks_.erase(&node);
        break;
      default: break;
    }
  }

  std::size_t pick(const PhraseNode& node) const {
    const auto found = picks_.find(&node);
    return found == picks_.end() ? 0 : found->second;
  }

  std::string text_of(const PhraseNode& node) const {
    switch (node.kind) {
      case PhraseNode::Kind::Words: return node.text;
      case PhraseNode::Kind::Separator: return options_.spaced ? " " : "";
      case PhraseNode::Kind::WideGap:
      case PhraseNode::Kind::LongGap:
      case PhraseNode::Kind::ShortGap:
        if (options_.gaps_filled) return foreign_words(node.kind, options_.spaced);
        return options_.spaced ? " " : "的";  // or digits on both sides would be one number
      case PhraseNode::Kind::Tail: return pick(node) == 0 ? std::string() : std::string(kForeignLetters);
      case PhraseNode::Kind::Value: return values_(node.text.front());
      case PhraseNode::Kind::Term: return {};  // filled in
      case PhraseNode::Kind::Optional: return pick(node) == 0 ? std::string() : text_of(node.parts.front());
      case PhraseNode::Kind::Choice: return text_of(node.parts[pick(node)]);
      case PhraseNode::Kind::Sequence: {
        std::string text;
        for (const PhraseNode& part : node.parts) text += text_of(part);
        return text;
      }
    }
    return {};
  }

  const TermLookup& terms_;
  const ValueWords& values_;
  const SampleOptions& options_;
  const PhraseNode* root_ = nullptr;
  std::map<const PhraseNode*, std::size_t> picks_;  // of choices the alternative, of options and tails whether they are
  std::vector<std::string> made_;
  bool sound_ = true;
};

}  // namespace

std::vector<std::string> samples_of_phrase(std::string_view pattern, const TermLookup& terms, const ValueWords& values,
                                           const SampleOptions& options) {
  PhraseNode root;
  if (parse_phrase(pattern, root)) return {};
  return Sampler(terms, values, options).samples(root);
}

}  // namespace clauselint
