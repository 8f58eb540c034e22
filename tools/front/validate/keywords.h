// The keywords of JSON Schema draft-07, and those of other drafts that it does not have.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kbc {

// What the value of a keyword is.
enum class KeywordValue : std::uint8_t {
  kAnnotation,  // nothing that a value is held against
  kIdentity,    // `$id`, `$ref`, `$schema`
  kPlain,       // a text, a word, a list of names, true or false
  kNumber,
  kCount,         // a whole number of at least 0
  kAnyValue,      // `const`
  kAnyValues,     // `enum`
  kSchema,        // one schema
  kSchemas,       // a list of schemas
  kSchemaOrList,  // `items`
  kNamedSchemas,  // an object whose members are schemas
  kDependencies,  // an object whose members are schemas or lists of names
};

struct SchemaKeyword {
  std::string_view name;
  KeywordValue value;
};

// A keyword of draft-07, and `$defs`, which later drafts have for `definitions`.
const SchemaKeyword* schema_keyword(std::string_view name);

// Drafts in the order of their publication.
enum class Draft : std::uint8_t { k4, k6, k7, k2019, k2020 };

// The draft that a `$schema` names, if it is one of them.
std::optional<Draft> draft_named(std::string_view uri);
std::string_view name_of(Draft draft);

// A keyword that says something in another draft and nothing in draft-07.
struct ForeignKeyword {
  std::string_view name;
  std::string_view draft;    // "draft-04", or "2019-09 and later"
  std::string_view instead;  // what to write in draft-07, as an order; may be empty
};
const ForeignKeyword* foreign_keyword(std::string_view name);

// The keyword that an unknown name is a slip of the pen for. A name that no value is held against
// may be anything: the draft allows notes of one's own.
std::optional<std::string_view> meant_keyword(std::string_view name);

}  // namespace kbc
