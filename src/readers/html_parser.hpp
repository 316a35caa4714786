// libxml2's HTML parser, told what it finds where: the only place that knows libxml2.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "clauselint/span.hpp"

namespace clauselint {

struct HtmlAttribute {
  std::string_view name;   ///< lower case
  std::string_view value;  ///< references resolved
};

/// An element as it opens. Views live until the call returns.
struct HtmlTag {
  std::string_view name;  ///< lower case
  std::span<const HtmlAttribute> attributes;
  ByteSpan at;        ///< the whole tag; empty for an element that the parser adds
  bool known = true;  ///< libxml2's HTML 4 has it

  std::string_view attribute(std::string_view wanted) const;
  bool has(std::string_view wanted) const;
};

/// Hears what the parser finds, in the order of the file. Spans are bytes of the markup.
class HtmlListener {
 public:
  virtual ~HtmlListener() = default;

  /// False stops the parser.
  virtual bool open(const HtmlTag& tag) = 0;
  virtual void close(std::string_view name) = 0;
  /// `shown` is empty where the text is the bytes at `at`, else what a reference at `at` stands for.
  virtual void text(ByteSpan at, std::string_view shown) = 0;
};

/// Parses markup (UTF-8 without control characters). Returns where the parser stopped if that is not the end. Safe in
/// many threads; opens nothing and prints nothing.
std::optional<std::size_t> parse_html(const std::string& markup, HtmlListener& listener);

}  // namespace clauselint
