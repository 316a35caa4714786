// For whom and for what a draft is read: side, market, and the actual service model of the business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/fact.hpp"

namespace clauselint {

/// Whose risk is judged.
enum class Side : std::uint8_t { Supplier, Distributor, ServicePartner, Customer };
inline constexpr int kSides = 4;

struct MatterDocument {
  std::string file;
  std::string role;
};

/// What a document of the set promises: a fact without a place in the draft that is read.
struct Statement {
  std::string fact;
  Value value;          ///< its span is of the other document's text
  std::string subject;  ///< as of Fact
  std::string clause;   ///< as a lawyer cites it; empty outside clauses
};

/// What is known of a document of the set when another one is read.
struct OtherDocument {
  std::string file;  ///< its name without folders
  std::vector<Statement> statements;
};

/// What matter.yaml says; everything is optional.
struct Matter {
  std::string path;  ///< empty when there is no file
  std::string name;
  std::optional<Side> side;
  std::string market;  ///< industrial, consumer, ...; empty when not said
  std::string product;
  std::string law;  ///< prc unless said otherwise
  std::vector<MatterDocument> documents;
  std::vector<OtherDocument> others;  ///< what those state, where they have been read (`read_documents_of`)
  std::vector<std::pair<std::string, std::string>> parties;  ///< alias in the draft -> role: `乙方` -> `distributor`
  std::vector<std::string> concerns;
  std::vector<std::pair<std::string, std::string>> service;  ///< `warranty.period` -> `12 months`; lists by index
};

/// Reads matter.yaml. Errors (kind Configuration) name line and column, unknown keys with "did you mean".
Result<Matter> parse_matter(const std::string& path, const std::string& yaml);

/// The words at a path of the service model, without the leading `matter.`. A path that runs through a list without
/// naming an entry takes the first (`response.respond`). nullopt when the matter does not say.
std::optional<std::string_view> service_entry(const Matter& matter, std::string_view path);

/// What is wrong with a path that no matter file can hold, with what was meant; empty for one that it can. Packs are
/// checked with it.
std::string fault_of_service_path(std::string_view path);

/// A commented matter.yaml to start from, for `clauselint init`.
std::string matter_template();

/// The role of a document of the set, by its file name; `draft` for one that the matter does not list.
std::string role_of(const Matter& matter, std::string_view path);

/// What is wrong with the name of a role of documents; empty for a known one.
std::string fault_of_role(std::string_view role);

std::string_view name_of(Side side);

}  // namespace clauselint
