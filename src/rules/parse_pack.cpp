// A pack's file: terms, topics, facts, rules and triggers; and the register of provisions.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "rules/pack_reader.hpp"

namespace clauselint {
namespace {

constexpr std::array<std::string_view, 11> kPackKeys = {"pack",     "version", "title", "roles",   "terms",   "topics",
                                                        "subjects", "facts",   "rules", "changes", "triggers"};

// Calls `read(name, node)` for each entry of a map of named things.
template <class Read>
void for_each_named(YamlReader& yaml, const YAML::Node& root, const char* key, Read&& read) {
  const YAML::Node node = root[key];
  if (!node) return;
  if (!node.IsMap()) return yaml.fail(node, fmt::format("\"{}\" must be a map, each entry under its name", key));
  std::vector<std::string> seen;
  for (const auto& entry : node) {
    if (!entry.first.IsScalar()) {
      yaml.fail(entry.first, "a name must be a word");
      continue;
    }
    const std::string name = entry.first.Scalar();
    for (const std::string& other : seen) {
      if (other == name) yaml.fail(entry.first, fmt::format("\"{}\" is declared twice: give it another name", name));
    }
    seen.push_back(name);
    read(name, entry.first, entry.second);
  }
}

WordList read_words(YamlReader& yaml, const YAML::Node& map) {
  WordList list{.en = yaml.scalars(map, "en"), .zh = yaml.scalars(map, "zh")};
  for (const std::vector<std::string>* words : {&list.en, &list.zh}) {
    if (std::find(words->begin(), words->end(), "") != words->end())
      yaml.fail(map, "a word is empty: write it, or leave it out");
  }
  return list;
}

void read_roles(YamlReader& yaml, const YAML::Node& root, Pack& pack) {
  for_each_named(yaml, root, "roles", [&](const std::string& name, const YAML::Node& at, const YAML::Node& body) {
    if (!yaml.check_keys(body, "a role", {"title", "en", "zh", "does", "opposite"})) return;
    PartyRole role;
    role.name = name;
    role.place = place_of(at);
    role.title = read_text(yaml, body, "title", true);
    role.words = read_words(yaml, body);
    if (role.words.empty())
      yaml.fail(body, fmt::format("role \"{}\" has no words: give some under \"en\" and \"zh\"", name));
    if (body["does"] && yaml.check_keys(body["does"], "\"does\"", {"en", "zh"})) {
      role.deeds = read_words(yaml, body["does"]);
    }
    role.opposite = yaml.scalar(body, "opposite");
    pack.roles.push_back(std::move(role));
  });
}

void read_terms(YamlReader& yaml, const YAML::Node& root, Pack& pack) {
  for_each_named(yaml, root, "terms", [&](const std::string& name, const YAML::Node& at, const YAML::Node& body) {
    if (!yaml.check_keys(body, "a term", {"en", "zh", "vague"})) return;
    Term term;
    term.name = name;
    term.place = place_of(at);
    term.vague = body["vague"] && body["vague"].IsScalar() && body["vague"].Scalar() == "true";
    term.phrases = read_phrases(yaml, body);
    if (term.phrases.empty())
      yaml.fail(body, fmt::format("term \"{}\" has no phrases: give some under \"en\" and \"zh\"", name));
    pack.terms.push_back(std::move(term));
  });
}

struct Part {
  const char* key;
  PhraseSet* phrases;
};

// The keys of a topic or a fact that hold nothing but phrases.
void read_parts(YamlReader& yaml, const YAML::Node& body, std::initializer_list<Part> parts) {
  for (const Part& part : parts) {
    if (!body[part.key]) continue;
    if (!yaml.check_keys(body[part.key], fmt::format("\"{}\"", part.key), {"en", "zh"})) continue;
    *part.phrases = read_phrases(yaml, body[part.key]);
  }
}

void read_topics(YamlReader& yaml, const YAML::Node& root, Pack& pack) {
  for_each_named(yaml, root, "topics", [&](const std::string& name, const YAML::Node& at, const YAML::Node& body) {
    if (!yaml.check_keys(body, "a topic", {"title", "headings", "mentions", "supports", "unless", "within"})) return;
    Topic topic;
    topic.name = name;
    topic.place = place_of(at);
    topic.title = read_text(yaml, body, "title", true);
    read_parts(yaml, body,
               {{"headings", &topic.headings},
                {"mentions", &topic.mentions},
                {"supports", &topic.supports},
                {"unless", &topic.unless}});
    topic.within = yaml.scalars(body, "within");
    if (!topic.within.empty() && topic.supports.empty())
      yaml.fail(body["within"],
                "\"within\" says where \"supports\" count, and there are none: add some, or leave \"within\" out");
    if (topic.headings.empty() && topic.mentions.empty())
      yaml.fail(body, fmt::format("topic \"{}\" has no patterns: give \"headings\" or \"mentions\"", name));
    pack.topics.push_back(std::move(topic));
  });
}

std::vector<NamedPhrases> read_named(YamlReader& yaml, const YAML::Node& root, const char* key, const char* what) {
  std::vector<NamedPhrases> list;
  for_each_named(yaml, root, key, [&](const std::string& name, const YAML::Node& at, const YAML::Node& body) {
    if (!yaml.check_keys(body, what, {"title", "en", "zh"})) return;
    NamedPhrases read;
    read.name = name;
    read.place = place_of(at);
    read.title = read_text(yaml, body, "title", true);
    read.phrases = read_phrases(yaml, body);
    if (read.phrases.empty())
      yaml.fail(body, fmt::format("\"{}\" has no phrases: give some under \"en\" and \"zh\"", name));
    list.push_back(std::move(read));
  });
  return list;
}

// `under: {leads: {en: […]}, patterns: {en: […]}}`: entries of a list, and the words that stand before the list.
void read_under(YamlReader& yaml, const YAML::Node& node, FactSpec& fact) {
  if (!node || !yaml.check_keys(node, "\"under\"", {"leads", "patterns"})) return;
  for (const char* key : {"leads", "patterns"}) {
    if (!node[key]) {
      if (std::string_view(key) == "patterns") continue;  // every value of the kind
      yaml.fail(node, fmt::format("\"{}\" is missing", key));
      continue;
    }
    if (!yaml.check_keys(node[key], fmt::format("\"{}\"", key), {"en", "zh"})) continue;
    (std::string_view(key) == "leads" ? fact.leads : fact.led) = read_phrases(yaml, node[key]);
  }
}

void read_facts(YamlReader& yaml, const YAML::Node& root, Pack& pack) {
  for_each_named(yaml, root, "facts", [&](const std::string& name, const YAML::Node& at, const YAML::Node& body) {
    if (!yaml.check_keys(
            body, "a fact",
            {"title", "value", "in", "patterns", "unless", "except", "polarity", "to", "headers", "under", "starts"}))
      return;
    FactSpec fact;
    fact.name = name;
    fact.place = place_of(at);
    fact.title = read_text(yaml, body, "title", true);
    if (const YAML::Node value = body["value"]) {
      const int kind = read_value_kind(yaml, value);
      if (kind >= 0) fact.value = static_cast<ValueKind>(kind);
    } else {
      yaml.fail(body, "\"value\" is missing");
    }
    fact.topics = yaml.scalars(body, "in");
    read_parts(
        yaml, body,
        {{"patterns", &fact.patterns}, {"unless", &fact.unless}, {"except", &fact.except}, {"headers", &fact.headers}});
    if (fact.patterns.empty()) yaml.fail(body, fmt::format("fact \"{}\" has no patterns: give \"patterns\"", name));
    if (body["polarity"]) fact.negated_too = read_choice(yaml, body["polarity"], "polarity", {"promised", "any"}) == 1;
    if (const YAML::Node to = body["to"]) fact.extends = read_choice(yaml, to, "to", {"match", "end"}) == 1;
    read_under(yaml, body["under"], fact);
    fact.starts = read_named(yaml, body, "starts", "a start event");
    pack.facts.push_back(std::move(fact));
  });
}

double read_share(YamlReader& yaml, const YAML::Node& node) {
  const std::string word = node.IsScalar() ? node.Scalar() : std::string();
  char* end = nullptr;
  const double share = std::strtod(word.c_str(), &end);
  const bool percent = end != word.c_str() && std::string_view(end) == "%";
  if (!percent || share <= 0 || share > 1000) {
    yaml.fail(node, "\"at\" must be a share of the promised time, such as 80%");
    return 1.0;
  }
  return share / 100;
}

void read_triggers(YamlReader& yaml, const YAML::Node& root, Pack& pack) {
  const YAML::Node node = root["triggers"];
  if (!node) return;
  if (!node.IsSequence()) return yaml.fail(node, "\"triggers\" must be a list");
  for (const auto& entry : node) {
    if (!yaml.check_keys(entry, "a trigger", {"id", "fact", "topic", "at", "text", "absent", "matter"})) continue;
    Trigger trigger;
    trigger.place = place_of(entry);
    trigger.id = yaml.scalar(entry, "id", true);
    trigger.fact = yaml.scalar(entry, "fact");
    trigger.topic = yaml.scalar(entry, "topic");
    if (trigger.fact.empty() == trigger.topic.empty())
      yaml.fail(entry, "a trigger has either a \"fact\" or a \"topic\"");
    if (entry["at"]) trigger.at = read_share(yaml, entry["at"]);
    trigger.text = read_text(yaml, entry, "text", true);
    trigger.absent = read_text(yaml, entry, "absent");
    trigger.matter = yaml.scalar(entry, "matter");
    const std::string fault = trigger.matter.empty() ? std::string() : fault_of_service_path(trigger.matter);
    if (!fault.empty()) yaml.fail(entry["matter"], fault);
    pack.triggers.push_back(std::move(trigger));
  }
}

void read_pack(YamlReader& yaml, const std::string& text, Pack& pack) {
  const std::optional<YAML::Node> root = yaml.load(text);
  if (!root || !yaml.check_keys(*root, "a pack", kPackKeys)) return;
  pack.name = yaml.scalar(*root, "pack", true);
  pack.version = yaml.scalar(*root, "version", true);
  pack.title = read_text(yaml, *root, "title", true);
  read_roles(yaml, *root, pack);
  read_terms(yaml, *root, pack);
  read_topics(yaml, *root, pack);
  pack.subjects = read_named(yaml, *root, "subjects", "a subject");
  read_facts(yaml, *root, pack);
  if (const YAML::Node rules = (*root)["rules"]) {
    if (rules.IsSequence()) {
      for (const auto& entry : rules) {
        pack.rules.push_back(read_rule(yaml, entry));
        pack.rules.back().pack = pack.name;
      }
    } else {
      yaml.fail(rules, "\"rules\" must be a list");
    }
  }
  for_each_named(yaml, *root, "changes", [&](const std::string& rule, const YAML::Node& at, const YAML::Node& body) {
    pack.changes.push_back(read_change(yaml, rule, at, body));
  });
  read_triggers(yaml, *root, pack);
}

void read_provisions(YamlReader& yaml, const std::string& text, std::vector<Provision>& provisions) {
  const std::optional<YAML::Node> root = yaml.load(text);
  if (!root) return;
  if (!root->IsSequence()) return yaml.fail(*root, "the register of provisions must be a list");
  for (const auto& entry : *root) {
    if (!yaml.check_keys(entry, "a provision",
                         {"id", "instrument", "article", "since", "until", "gate", "mark", "says"}))
      continue;
    Provision provision;
    provision.place = place_of(entry);
    provision.id = yaml.scalar(entry, "id", true);
    provision.instrument = read_text(yaml, entry, "instrument", true);
    provision.article = yaml.scalar(entry, "article");
    provision.since = yaml.scalar(entry, "since");
    provision.until = yaml.scalar(entry, "until");
    provision.gate = yaml.scalar(entry, "gate");
    provision.mark = yaml.scalar(entry, "mark", true);
    provision.says = read_text(yaml, entry, "says", true);
    for (const Provision& other : provisions) {
      if (other.id == provision.id)
        yaml.fail(entry, fmt::format("provision \"{}\" is given twice: give one of them another id", provision.id));
    }
    provisions.push_back(std::move(provision));
  }
}

}  // namespace

Pack parse_pack(const std::string& path, const std::string& text, std::vector<Error>& errors) {
  Pack pack;
  pack.path = path;
  YamlReader yaml(path, ErrorKind::Pack, errors);
  try {
    read_pack(yaml, text, pack);
  } catch (const YAML::Exception& e) {
    yaml.fail(1, 1, std::string("the pack could not be read: ") + e.what());
  }
  return pack;
}

std::vector<Provision> parse_provisions(const std::string& path, const std::string& text, std::vector<Error>& errors) {
  std::vector<Provision> provisions;
  YamlReader yaml(path, ErrorKind::Pack, errors);
  try {
    read_provisions(yaml, text, provisions);
  } catch (const YAML::Exception& e) {
    yaml.fail(1, 1, std::string("the register could not be read: ") + e.what());
  }
  return provisions;
}

}  // namespace clauselint
