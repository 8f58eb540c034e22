#include "lower/taxonomy.h"

namespace kbc {
namespace {

Taxonomy::Names names(const Document& document, std::string_view field) {
  Taxonomy::Names names;
  const std::uint32_t object = document.member(0, field);
  if (object == Document::kNoNode) return names;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    names.emplace(document[at].text, document[at + 1].text);
  }
  return names;
}

}  // namespace

Taxonomy taxonomy_from(const Document& document) {
  if (document.empty()) return {};
  return {names(document, "domains"), names(document, "categories"),
          names(document, "root_cause_types")};
}

}  // namespace kbc
