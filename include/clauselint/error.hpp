// What can go wrong outside the contract: an error names the place and the way out.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace clauselint {

/// Which door an error leaves by; the command line turns it into an exit code.
enum class ErrorKind {
  Usage,          ///< a flag or an argument
  Configuration,  ///< a matter or configuration file
  Pack,           ///< a rule pack
  Unreadable,     ///< a document that could not be read, or only partly
  Unwritable,     ///< an output that could not be written
  Internal,       ///< our own fault
};

/// One error: `where` is a path, or `path:line:column`; `message` is one sentence without a full stop.
struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string where;
  std::string message;
};

/// The error as one line, `where: message`.
inline std::string describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

/// A value or the error that kept it from being made. Same names as std::expected, which neither compiler has.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  bool has_value() const { return held_.index() == 0; }

  T& value() { return *std::get_if<0>(&held_); }
  const T& value() const { return *std::get_if<0>(&held_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

/// The result of a deed that yields nothing but may fail.
using Outcome = Result<std::monostate>;

}  // namespace clauselint
