#include "rpc/json_object.h"

#include "parse/exact_number.h"

namespace kbc {

std::uint32_t JsonObject::find(std::string_view name) const {
  return is_object() ? document_->member(object_, name) : Document::kNoNode;
}

std::string_view JsonObject::text(std::string_view name) const {
  const std::uint32_t node = find(name);
  const bool is_text = node != Document::kNoNode && (*document_)[node].is(Kind::kString);
  return is_text ? (*document_)[node].text : std::string_view();
}

std::optional<std::uint64_t> JsonObject::number(std::string_view name) const {
  const std::uint32_t node = find(name);
  if (node == Document::kNoNode || !(*document_)[node].is(Kind::kNumber)) return {};
  return ExactNumber((*document_)[node].text).count();
}

bool JsonObject::is_true(std::string_view name) const {
  const std::uint32_t node = find(name);
  return node != Document::kNoNode && (*document_)[node].is(Kind::kTrue);
}

std::vector<std::uint32_t> JsonObject::elements(std::string_view name) const {
  const std::uint32_t node = find(name);
  std::vector<std::uint32_t> elements;
  if (node == Document::kNoNode || !(*document_)[node].is(Kind::kArray)) return elements;
  for (std::uint32_t at = node + 1; at < (*document_)[node].next; at = (*document_)[at].next) {
    elements.push_back(at);
  }
  return elements;
}

std::vector<std::string_view> JsonObject::texts(std::string_view name) const {
  std::vector<std::string_view> texts;
  for (const std::uint32_t at : elements(name)) {
    if ((*document_)[at].is(Kind::kString)) texts.push_back((*document_)[at].text);
  }
  return texts;
}

std::vector<JsonObject> JsonObject::objects(std::string_view name) const {
  std::vector<JsonObject> objects;
  for (const std::uint32_t at : elements(name)) {
    if ((*document_)[at].is(Kind::kObject)) objects.emplace_back(*document_, at);
  }
  return objects;
}

}  // namespace kbc
