#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kbc {

// What is in an operator's way: a disk, a permission, a configuration, a usage. One sentence
// without a full stop, fit to be printed after `kbc: `; or several, each in a line of its own.
struct Error {
  std::string message;
  std::vector<std::string> further = {};  // the lines after the first
};

// A value, or the error that prevented it. Authors' mistakes are Diagnostics, never an Error.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Requires: ok().
  T& value() {
    assert(ok());
    return std::get<T>(state_);
  }
  const T& value() const {
    assert(ok());
    return std::get<T>(state_);
  }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Requires: !ok().
  const Error& error() const {
    assert(!ok());
    return std::get<Error>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

// The outcome of an action that yields nothing: no value means success.
using Status = std::optional<Error>;

}  // namespace kbc
