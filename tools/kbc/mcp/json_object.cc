#include "mcp/json_object.h"

#include "parse/exact_number.h"

namespace kbc {

std::uint32_t JsonObject::find(std::string_view name) const {
  return is_object() ? document_.member(object_, name) : Document::kNoNode;
}

std::string_view JsonObject::text(std::string_view name) const {
  const std::uint32_t node = find(name);
  const bool is_text = node != Document::kNoNode && document_[node].is(Kind::kString);
  return is_text ? document_[node].text : std::string_view();
}

std::optional<std::uint64_t> JsonObject::number(std::string_view name) const {
  const std::uint32_t node = find(name);
  if (node == Document::kNoNode || !document_[node].is(Kind::kNumber)) return {};
  return ExactNumber(document_[node].text).count();
}

std::vector<std::string_view> JsonObject::texts(std::string_view name) const {
  const std::uint32_t node = find(name);
  std::vector<std::string_view> texts;
  if (node == Document::kNoNode || !document_[node].is(Kind::kArray)) return texts;
  for (std::uint32_t at = node + 1; at < document_[node].next; at = document_[at].next) {
    if (document_[at].is(Kind::kString)) texts.push_back(document_[at].text);
  }
  return texts;
}

}  // namespace kbc
