#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace kbc {

// What a field of an entry holds, as far as an editor can help with it.
enum class FieldKind : std::uint8_t {
  kOther,
  kId,        // of the entry itself
  kAlias,     // another id of it
  kTarget,    // the id or alias of another entry
  kRegex,     // what recognises the error
  kSample,    // a message that it must match, or must not
  kVersion,   // a product and its versions
  kDate,      // a calendar day
  kRule,      // the name of a rule or of a group of them
  kTaxonomy,  // a name of the taxonomy
};

// By a shape: the JSON Pointer of a value with `*` for the numbers of elements.
FieldKind kind_of_field(std::string_view shape);

// What lies at a place of a text that should be an entry.
struct Cursor {
  enum class Where : std::uint8_t {
    kNowhere,  // between values, or outside
    kName,     // in the name of a member, or where one is missing
    kValue,    // in a scalar value, or where a value is missing
  };

  Where where = Where::kNowhere;
  std::uint32_t offset = 0;
  std::string pointer;  // of the value, or of the member; of the object where a name is missing
  std::string shape;    // the same for kind_of_field()
  Span token;           // the name or value; empty where it is missing
  bool is_string = false;
  bool is_closed = true;     // false for a string that its line does not close
  std::string text;          // of the name or value, decoded
  std::string typed;         // the part of it before the offset
  std::string written;       // the same as it is written, an opening quote included
  bool has_colon = false;    // follows a name
  bool needs_comma = false;  // another member or element follows without one
  // After what a comma is missing, if one is.
  std::optional<std::uint32_t> comma_at;
  std::vector<std::string> names;  // of the other members of the object around

  FieldKind field() const { return kind_of_field(shape); }
  bool is_in_token() const { return token.size() > 0; }
};

// Whatever the text is. Linear; the rest of the object around is looked at, too.
Cursor cursor_at(std::string_view text, std::uint32_t offset);

}  // namespace kbc
