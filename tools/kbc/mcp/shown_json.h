// The one way by which texts of entries, and of whoever asks, get into an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "output/json_writer.h"
#include "parse/document.h"

namespace kbc {

// A text of unknown origin as an agent may see it: control, bidirectional, zero-width and tag
// characters, all that nobody would see, are spelled out (`\u200b`, and those beyond U+FFFF as
// two); line feeds and tabs stay, which JSON escapes. Every byte that is not UTF-8 becomes U+FFFD.
std::string shown(std::string_view text);

// Writes JSON into a text; every name and every value is shown().
class ShownJson {
 public:
  ShownJson() : writer_(out_) {}

  void start_object() { writer_.start_object(); }
  void end_object() { writer_.end_object(); }
  void start_array() { writer_.start_array(); }
  void end_array() { writer_.end_array(); }
  void start_object(std::string_view name) {
    key(name);
    start_object();
  }
  void start_array(std::string_view name) {
    key(name);
    start_array();
  }
  void key(std::string_view name) { writer_.key(shown(name)); }
  void string(std::string_view value) { writer_.string(shown(value)); }
  void number(std::uint64_t value) { writer_.number(value); }
  void real(double value) { writer_.real(value); }
  void boolean(bool value) { writer_.boolean(value); }
  void null() { writer_.null(); }
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void member(std::string_view name, std::uint64_t value) {
    key(name);
    number(value);
  }
  // A member only where there is a value: a text that is not empty, a rate that is a number.
  void member_if(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void rate_if(std::string_view name, double value);
  // The member `score`, with no more digits than mean something.
  void score(double value);
  // What another of these has written.
  void json(std::string_view text) { writer_.json(text); }
  // A value of a document.
  void value(const Document& document, std::uint32_t node);

  std::string take() && { return std::move(out_).str(); }

 private:
  std::ostringstream out_;
  JsonWriter writer_;
};

// Adds an item that another of these has written, if there is room for it; what is left is told.
bool add_if_fits(std::string_view item, std::size_t& room, ShownJson& json);

// What an agent reads where it does not take structured results: the same JSON, in a fence that no
// text in it can close, since it is one line, below a sentence on what the texts are.
std::string fenced(std::string_view json);

}  // namespace kbc
