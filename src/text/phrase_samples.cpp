// Texts made of a phrase pattern that it should match: one for each of its alternatives.
#include "text/phrase_samples.hpp"

#include <map>

#include "text/phrase_tree.hpp"

namespace clauselint {
namespace {

class Sampler {
 public:
  Sampler(bool spaced, const TermLookup& terms, const ValueWords& values, std::size_t most)
      : spaced_(spaced), terms_(terms), values_(values), most_(most) {}

  std::vector<std::string> samples(const PhraseNode& root) {
    root_ = &root;
    take();
    vary(root);
    return sound_ ? std::move(made_) : std::vector<std::string>();
  }

 private:
  void take() {
    if (made_.size() < most_) made_.push_back(text_of(*root_, 0));
  }

  void vary(const PhraseNode& node) {
    switch (node.kind) {
      case PhraseNode::Kind::Sequence:
        for (const PhraseNode& part : node.parts) vary(part);
        break;
      case PhraseNode::Kind::Choice:
        for (std::size_t i = 0; i < node.parts.size() && made_.size() < most_; ++i) {
          picks_[&node] = i;
          if (i > 0) take();
          vary(node.parts[i]);
        }
        picks_.erase(&node);
        break;
      case PhraseNode::Kind::Optional:
        picks_[&node] = 1;
        take();
        vary(node.parts.front());
        picks_.erase(&node);
        break;
      default: break;
    }
  }

  std::size_t pick(const PhraseNode& node) const {
    const auto found = picks_.find(&node);
    return found == picks_.end() ? 0 : found->second;
  }

  std::string text_of(const PhraseNode& node, int depth) {
    switch (node.kind) {
      case PhraseNode::Kind::Words: return node.text;
      case PhraseNode::Kind::Separator: return spaced_ ? " " : "";
      case PhraseNode::Kind::WideGap:
      case PhraseNode::Kind::LongGap:
      case PhraseNode::Kind::ShortGap: return spaced_ ? " " : "的";  // or digits on both sides would be one number
      case PhraseNode::Kind::Tail: return {};
      case PhraseNode::Kind::Value: return values_(node.text.front());
      case PhraseNode::Kind::Term: return term(node.text, depth);
      case PhraseNode::Kind::Optional: return pick(node) == 0 ? std::string() : text_of(node.parts.front(), depth);
      case PhraseNode::Kind::Choice: return text_of(node.parts[pick(node)], depth);
      case PhraseNode::Kind::Sequence: {
        std::string text;
        for (const PhraseNode& part : node.parts) text += text_of(part, depth);
        return text;
      }
    }
    return {};
  }

  std::string term(const std::string& name, int depth) {
    const auto phrases = terms_(name);
    PhraseNode inner;
    sound_ =
        sound_ && depth <= kMaxPhraseNesting && phrases && !phrases->empty() && !parse_phrase(phrases->front(), inner);
    return sound_ ? text_of(inner, depth + 1) : std::string();
  }

  bool spaced_;
  const TermLookup& terms_;
  const ValueWords& values_;
  std::size_t most_;
  const PhraseNode* root_ = nullptr;
  std::map<const PhraseNode*, std::size_t> picks_;  // of choices the alternative, of options whether it is there
  std::vector<std::string> made_;
  bool sound_ = true;
};

}  // namespace

std::vector<std::string> samples_of_phrase(std::string_view pattern, bool spaced, const TermLookup& terms,
                                           const ValueWords& values, std::size_t most) {
  PhraseNode root;
  if (parse_phrase(pattern, root)) return {};
  return Sampler(spaced, terms, values, most).samples(root);
}

}  // namespace clauselint
