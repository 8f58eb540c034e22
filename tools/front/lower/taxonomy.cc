#include "lower/taxonomy.h"

#include "parse/literal.h"

namespace kbc {
namespace {

void take_names(const Document& document, const TaxonomyList& list, Taxonomy::Names& names,
                std::vector<UnknownRemoval>* unknown) {
  const std::uint32_t object = document.member(0, list.field);
  if (object == Document::kNoNode) return;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    const Node& name = document[at];
    if (!document[at + 1].is(Kind::kNull)) {
      names.insert_or_assign(std::string(name.text), std::string(document[at + 1].text));
    } else if (names.erase(std::string(name.text)) == 0 && unknown != nullptr) {
      unknown->push_back({&list, std::string(name.text), name.span, document.pointer(at)});
    }
  }
}

void append_list(const TaxonomyList& list, const Taxonomy::Names& names, std::string& text) {
  text += "  " + quote(list.field) + ": {";
  std::string_view before = "\n";
  for (const auto& [name, description] : names) {
    text.append(before).append("    " + quote(name) + ": " + quote(description));
    before = ",\n";
  }
  text += names.empty() ? "}" : "\n  }";
}

}  // namespace

Taxonomy taxonomy_from(const Document& document, Taxonomy extended,
                       std::vector<UnknownRemoval>* unknown) {
  if (document.empty()) return extended;
  for (const TaxonomyList& list : kTaxonomyLists) {
    take_names(document, list, extended.*list.of, unknown);
  }
  return extended;
}

std::string text_of(const Taxonomy& taxonomy) {
  std::string text = "{\n";
  for (const TaxonomyList& list : kTaxonomyLists) {
    if (&list != kTaxonomyLists) text += ",\n";
    append_list(list, taxonomy.*list.of, text);
  }
  return text + "\n}\n";
}

}  // namespace kbc
