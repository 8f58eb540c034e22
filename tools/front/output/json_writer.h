#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string_view>

namespace kbc {

// How a document is laid out: without blanks; or a member or element a line, with two blanks for
// each level, where an array may also stay on its line.
enum class JsonLayout : std::uint8_t { kDense, kIndented, kArraysInLine };

// Writes a JSON document piece by piece, in UTF-8, holding nothing of it in memory. Bytes that are
// not UTF-8 become U+FFFD. The caller opens and closes what it opens in turn, and gives a member's
// name before its value.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out, JsonLayout layout = JsonLayout::kDense);
  ~JsonWriter();

  void start_object();
  void end_object();
  void start_array();
  void end_array();
  void key(std::string_view name);
  void string(std::string_view value);
  void number(std::uint64_t value);
  // A number as it is written. Requires: RFC 8259 calls it one.
  void number(std::string_view text);
  // A value as it is written. Requires: it is JSON in UTF-8.
  void json(std::string_view text);
  // The shortest text that reads as the same double. Requires: a finite value.
  void real(double value);
  void null();
  void boolean(bool value);

  // The frequent pairs of a name and a value.
  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, std::uint64_t value);
  void start_object(std::string_view name);
  void start_array(std::string_view name);
  // The member `tool` of kbc's own documents: its name and version.
  void tool();

 private:
  struct Backend;
  std::unique_ptr<Backend> backend_;
};

}  // namespace kbc
