#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"

namespace kbc {

// What a schema says to people: titles, descriptions, the names and values that it lists.
class SchemaGuide {
 public:
  // Views the text.
  explicit SchemaGuide(std::string_view schema);

  // A member that an object may have.
  struct Member {
    std::string_view name;
    std::uint32_t place = 0;  // its schema
    bool is_required = false;
  };

  // A value that is listed.
  struct Value {
    std::string_view json;         // as the schema writes it
    std::string_view description;  // may be empty
  };

  // Where the schema speaks of a value, by a shape as in lsp/cursor.h; kNoNode where it does not.
  // References within the schema are followed.
  std::uint32_t place(std::string_view shape) const;

  std::string_view title(std::uint32_t place) const { return text(place, "title"); }
  std::string_view description(std::uint32_t place) const { return text(place, "description"); }

  // The types of its values: `string`; none where all are allowed.
  std::vector<std::string_view> types(std::uint32_t place) const;
  std::vector<Value> values(std::uint32_t place) const;
  // The required ones first, in the order of `required`, then the others in that of the schema.
  std::vector<Member> members(std::uint32_t place) const;

 private:
  std::uint32_t member(std::uint32_t object, std::string_view name) const;
  std::uint32_t resolved(std::uint32_t place) const;
  std::string_view text(std::uint32_t place, std::string_view name) const;

  std::string_view schema_;
  Document document_;
};

}  // namespace kbc
