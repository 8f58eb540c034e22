#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"

namespace kbc {

// The members of an object that a client has sent. What is absent, or of another type, is empty.
// Views the document.
class JsonObject {
 public:
  JsonObject(const Document& document, std::uint32_t object)
      : document_(&document), object_(object) {}

  bool has(std::string_view name) const { return find(name) != Document::kNoNode; }
  std::string_view text(std::string_view name) const;
  std::optional<std::uint64_t> number(std::string_view name) const;
  // Whether it is there and true.
  bool is_true(std::string_view name) const;
  std::vector<std::string_view> texts(std::string_view name) const;
  // The objects of an array; what else is in it is passed over.
  std::vector<JsonObject> objects(std::string_view name) const;
  // Of none of them where it is no object.
  JsonObject object(std::string_view name) const { return {*document_, find(name)}; }
  bool is_object() const {
    return object_ != Document::kNoNode && (*document_)[object_].is(Kind::kObject);
  }
  // The value of a member, or Document::kNoNode.
  std::uint32_t find(std::string_view name) const;

  const Document& document() const { return *document_; }
  std::uint32_t node() const { return object_; }

 private:
  // The elements of an array.
  std::vector<std::uint32_t> elements(std::string_view name) const;

  const Document* document_;
  std::uint32_t object_;
};

}  // namespace kbc
