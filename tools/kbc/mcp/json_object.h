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
      : document_(document), object_(object) {}

  bool has(std::string_view name) const { return find(name) != Document::kNoNode; }
  std::string_view text(std::string_view name) const;
  std::optional<std::uint64_t> number(std::string_view name) const;
  std::vector<std::string_view> texts(std::string_view name) const;
  // Of none of them where it is no object.
  JsonObject object(std::string_view name) const { return {document_, find(name)}; }
  bool is_object() const {
    return object_ != Document::kNoNode && document_[object_].is(Kind::kObject);
  }

  const Document& document() const { return document_; }
  std::uint32_t node() const { return object_; }

 private:
  std::uint32_t find(std::string_view name) const;

  const Document& document_;
  std::uint32_t object_;
};

}  // namespace kbc
