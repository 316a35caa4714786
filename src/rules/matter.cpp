// Reading matter.yaml: the service model of the business as paths and words.
#include "clauselint/matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "io/yaml.hpp"

namespace clauselint {
namespace {

struct SideName {
  Side side;
  std::string_view name;
};
constexpr std::array<SideName, kSides> kSideNames = {{{Side::Supplier, "supplier"},
                                                      {Side::Distributor, "distributor"},
                                                      {Side::ServicePartner, "service-partner"},
                                                      {Side::Customer, "customer"}}};

constexpr std::array<std::string_view, 9> kTopKeys = {"matter",    "side",    "market",  "product", "law",
                                                      "documents", "parties", "service", "concerns"};
constexpr std::array<std::string_view, 5> kRoles = {"draft", "customer-terms", "promise", "upstream", "other"};

// The vocabulary of a service model: paths of leaves; a list's entries are checked against the same names.
constexpr std::array<std::string_view, 25> kServicePaths = {
    "warranty.period",       "warranty.from",      "warranty.longest",
    "warranty.after-repair", "first-line",         "field-service.by",
    "field-service.cities",  "field-service.cost", "repair.by",
    "repair.turnaround",     "spare-parts.stock",  "spare-parts.lead-time",
    "spare-parts.available", "response.severity",  "response.respond",
    "response.on-site",      "response.restore",   "response.hours",
    "returns.approved-by",   "returns.window",     "returns.freight",
    "returns.answer",        "escalation.level",   "escalation.who",
    "escalation.after"};

std::vector<std::string_view> names_below(std::string_view prefix) {
  std::vector<std::string_view> names;
  for (const std::string_view path : kServicePaths) {
    if (!prefix.empty() && !(path.starts_with(prefix) && path.size() > prefix.size() && path[prefix.size()] == '.'))
      continue;
    const std::string_view rest = prefix.empty() ? path : path.substr(prefix.size() + 1);
    const std::string_view name = rest.substr(0, rest.find('.'));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

class ServiceReader {
 public:
  ServiceReader(YamlReader& yaml, Matter& matter) : yaml_(yaml), matter_(matter) {}

  // `name` is the path in the vocabulary, `path` the one with list indexes.
  void read(const YAML::Node& node, const std::string& name, const std::string& path) {
    if (node.IsMap()) {
      read_map(node, name, path);
    } else if (node.IsSequence()) {
      read_list(node, name, path);
    } else if (node.IsScalar()) {
      if (!names_below(name).empty() &&
          std::find(kServicePaths.begin(), kServicePaths.end(), name) == kServicePaths.end()) {
        yaml_.fail(node,
                   fmt::format("\"{}\" must be a map with the keys {}", name, fmt::join(names_below(name), ", ")));
        return;
      }
      matter_.service.emplace_back(path, node.Scalar());
    } else {
      yaml_.fail(node, fmt::format("\"{}\" has no value", name));
    }
  }

 private:
  void read_map(const YAML::Node& node, const std::string& name, const std::string& path) {
    const std::vector<std::string_view> known = names_below(name);
    if (known.empty()) {
      yaml_.fail(node, fmt::format("\"{}\" must be a single value or a list", name));
      return;
    }
    yaml_.check_keys(node, name.empty() ? "service" : name, known);
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) continue;
      const std::string key = entry.first.Scalar();
      if (std::find(known.begin(), known.end(), key) == known.end()) continue;
      read(entry.second, name.empty() ? key : name + "." + key, path.empty() ? key : path + "." + key);
    }
  }

  void read_list(const YAML::Node& node, const std::string& name, const std::string& path) {
    const bool leaf = names_below(name).empty();
    if (leaf) {  // cities: [Shanghai, Suzhou]
      std::string joined;
      for (const auto& entry : node) {
        if (!entry.IsScalar()) {
          yaml_.fail(entry, fmt::format("an entry of \"{}\" must be a single value", name));
          continue;
        }
        joined += (joined.empty() ? "" : ", ") + entry.Scalar();
      }
      matter_.service.emplace_back(path, joined);
      return;
    }
    for (std::size_t i = 0; i < node.size(); ++i) read(node[i], name, fmt::format("{}.{}", path, i));
  }

  YamlReader& yaml_;
  Matter& matter_;
};

void read_documents(const YAML::Node& node, YamlReader& yaml, Matter& matter) {
  if (!node.IsSequence()) return yaml.fail(node, "\"documents\" must be a list of {file, role}");
  for (const auto& entry : node) {
    if (!yaml.check_keys(entry, "a document", {"file", "role"})) continue;
    MatterDocument document{.file = yaml.scalar(entry, "file", true), .role = yaml.scalar(entry, "role")};
    const std::string wrong = document.role.empty() ? std::string() : fault_of_role(document.role);
    if (!wrong.empty()) yaml.fail(entry["role"], wrong);
    matter.documents.push_back(std::move(document));
  }
}

void read_parties(const YAML::Node& node, YamlReader& yaml, Matter& matter) {
  if (!node.IsMap()) return yaml.fail(node, "\"parties\" must be a map of what the draft calls a party to its role");
  for (const auto& entry : node) {
    if (!entry.first.IsScalar() || !entry.second.IsScalar() || entry.first.Scalar().empty()) {
      yaml.fail(entry.first, "a party is written ALIAS: ROLE");
      continue;
    }
    const auto same = [&](const auto& party) { return party.first == entry.first.Scalar(); };
    if (std::any_of(matter.parties.begin(), matter.parties.end(), same)) {
      yaml.fail(entry.first, fmt::format("\"{}\" is given twice", entry.first.Scalar()));
    }
    matter.parties.emplace_back(entry.first.Scalar(), entry.second.Scalar());
  }
}

bool is_index(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `response.0.respond` without its indexes.
std::string without_indexes(std::string_view path) {
  std::string name;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (is_index(part)) continue;
    if (!name.empty()) name += '.';
    name += part;
  }
  return name;
}

Matter read_matter(YamlReader& yaml, const std::string& text) {
  Matter matter;
  matter.path = yaml.path();
  matter.law = "prc";
  const std::optional<YAML::Node> root = yaml.load(text);
  if (root && yaml.check_keys(*root, "the matter", kTopKeys)) {
    matter.name = yaml.scalar(*root, "matter");
    matter.market = yaml.scalar(*root, "market");
    matter.product = yaml.scalar(*root, "product");
    if ((*root)["law"]) matter.law = yaml.scalar(*root, "law");
    matter.concerns = yaml.scalars(*root, "concerns");
    if (const std::string side = yaml.scalar(*root, "side"); !side.empty()) {
      const auto found =
          std::find_if(kSideNames.begin(), kSideNames.end(), [&](const SideName& s) { return s.name == side; });
      if (found != kSideNames.end()) {
        matter.side = found->side;
      } else {
        std::vector<std::string_view> names;
        for (const SideName& s : kSideNames) names.push_back(s.name);
        yaml.fail((*root)["side"], unknown_word("side", side, names));
      }
    }
    if (const YAML::Node documents = (*root)["documents"]) read_documents(documents, yaml, matter);
    if (const YAML::Node parties = (*root)["parties"]) read_parties(parties, yaml, matter);
    if (const YAML::Node service = (*root)["service"]) ServiceReader(yaml, matter).read(service, "", "");
  }
  return matter;
}

}  // namespace

Result<Matter> parse_matter(const std::string& path, const std::string& text) {
  std::vector<Error> errors;
  YamlReader yaml(path, ErrorKind::Configuration, errors);
  Matter matter;
  try {
    matter = read_matter(yaml, text);
  } catch (const YAML::Exception& e) {
    yaml.fail(1, 1, std::string("the matter could not be read: ") + e.what());
  }
  if (errors.empty()) return matter;
  Error first = errors.front();
  if (errors.size() > 1) first.message += fmt::format(" (and {} more)", errors.size() - 1);
  return first;
}

std::optional<std::string_view> service_entry(const Matter& matter, std::string_view path) {
  for (const auto& [key, value] : matter.service) {
    if (key == path) return value;
  }
  for (const auto& [key, value] : matter.service) {
    if (without_indexes(key) == path) return value;
  }
  return std::nullopt;
}

std::string fault_of_service_path(std::string_view path) {
  const std::string name = without_indexes(path);
  if (std::find(kServicePaths.begin(), kServicePaths.end(), name) != kServicePaths.end()) return {};
  const std::string unknown = fmt::format("unknown matter field \"{}\"", path);
  if (const std::string_view meant = nearest(name, kServicePaths); !meant.empty())
    return fmt::format("{}, did you mean \"{}\"?", unknown, meant);
  const std::string group = name.substr(0, name.find('.'));
  const std::vector<std::string_view> within = names_below(group);
  if (within.empty()) return fmt::format("{}; known begin with {}", unknown, fmt::join(names_below({}), ", "));
  return fmt::format("{}; known are {}.{}", unknown, group, fmt::join(within, fmt::format(", {}.", group)));
}

std::string_view name_of(Side side) {
  return std::find_if(kSideNames.begin(), kSideNames.end(), [&](const SideName& s) { return s.side == side; })->name;
}

std::string fault_of_role(std::string_view role) {
  const bool known = std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
  return known ? std::string() : unknown_word("role", role, kRoles);
}

std::string role_of(const Matter& matter, std::string_view path) {
  const auto name = [](std::string_view file) { return file.substr(file.find_last_of("/\\") + 1); };
  for (const MatterDocument& document : matter.documents) {
    if (!document.role.empty() && name(document.file) == name(path)) return document.role;
  }
  return std::string(kRoles.front());
}

std::string matter_template() {
  return R"(# The matter: for whom and for what the draft is read. Everything is optional: what is missing
# appears as [●] in proposed wording and is listed as an open question in the summary.
matter: Distributor appendix          # a name for the report
side: supplier                        # whose risk: supplier | distributor | service-partner | customer
market: industrial                    # industrial | consumer: consumer law is applied to consumer sales only
law: prc

# Other papers that say something about the same goods (relative to this file). Where one of them gives another warranty
# or time than the draft, that is a finding.
# documents:
#   - {file: appendix.docx, role: draft}
#   - {file: warranty-card.docx, role: customer-terms}
#   - {file: quote-email.txt, role: promise}

# Which part each party plays, where the draft does not say it or says it wrong: what the draft calls the party, and
# supplier | distributor | service-partner | customer.
# parties: {Party A: supplier, 乙方: distributor}

# How after-sales service really works today. The draft is compared with it.
service:
  warranty: {period: 12 months, from: delivery, longest: 18 months from shipment}
  first-line: distributor
  # field-service: {by: service-partner, cities: [Shanghai, Suzhou], cost: customer after the first visit}
  # repair: {by: service-partner, turnaround: 10 working days}
  # spare-parts: {stock: distributor, lead-time: 15 working days, available: 7 years after last delivery}
  # response: [{severity: 1, respond: 4 hours, on-site: 48 hours, restore: 5 working days}]
  # returns: {approved-by: supplier, window: 30 days, answer: 3 working days, freight: customer unless defective}
  # escalation: [{level: 1, who: service manager, after: 8 hours}, {level: 2, who: country head, after: 24 hours}]

# What management worries about most: packs, topics or rules, as `clauselint rules list` names them.
# concerns: [returns, response]
)";
}

}  // namespace clauselint
