// Parts of a rule that its page and its explanation tell alike.
#include "report/rule_parts.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace clauselint {

std::string gates_by_name(const Gates& gates) {
  std::string out;
  const auto add = [&](std::string_view name, const std::vector<std::string>& values) {
    if (!values.empty()) out += fmt::format("{}{} {}", out.empty() ? "" : "; ", name, fmt::join(values, ", "));
  };
  add("law", gates.law);
  add("market", gates.market);
  add("product", gates.product);
  add("party", gates.parties);
  add("language", gates.language);
  add("document", gates.role);
  return out;
}

}  // namespace clauselint
