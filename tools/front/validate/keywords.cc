#include "validate/keywords.h"

#include <algorithm>
#include <array>

#include "text/nearest.h"

namespace kbc {
namespace {

using enum KeywordValue;

// https://json-schema.org/draft-07/json-schema-validation
constexpr std::array kKeywords = std::to_array<SchemaKeyword>({
    {"$comment", kAnnotation},
    {"$defs", kNamedSchemas},
    {"$id", kIdentity},
    {"$ref", kIdentity},
    {"$schema", kIdentity},
    {"additionalItems", kSchema},
    {"additionalProperties", kSchema},
    {"allOf", kSchemas},
    {"anyOf", kSchemas},
    {"const", kAnyValue},
    {"contains", kSchema},
    {"contentEncoding", kAnnotation},
    {"contentMediaType", kAnnotation},
    {"default", kAnnotation},
    {"definitions", kNamedSchemas},
    {"dependencies", kDependencies},
    {"description", kAnnotation},
    {"else", kSchema},
    {"enum", kAnyValues},
    {"examples", kAnnotation},
    {"exclusiveMaximum", kNumber},
    {"exclusiveMinimum", kNumber},
    {"format", kPlain},
    {"if", kSchema},
    {"items", kSchemaOrList},
    {"maxItems", kCount},
    {"maxLength", kCount},
    {"maxProperties", kCount},
    {"maximum", kNumber},
    {"minItems", kCount},
    {"minLength", kCount},
    {"minProperties", kCount},
    {"minimum", kNumber},
    {"multipleOf", kNumber},
    {"not", kSchema},
    {"oneOf", kSchemas},
    {"pattern", kPlain},
    {"patternProperties", kNamedSchemas},
    {"properties", kNamedSchemas},
    {"propertyNames", kSchema},
    {"readOnly", kAnnotation},
    {"required", kPlain},
    {"then", kSchema},
    {"title", kAnnotation},
    {"type", kPlain},
    {"uniqueItems", kPlain},
    {"writeOnly", kAnnotation},
});

constexpr std::string_view kLater = "2019-09 and later";
constexpr std::array kForeign = std::to_array<ForeignKeyword>({
    {"$anchor", kLater, "write `\"$id\": \"#name\"`"},
    {"$dynamicAnchor", "2020-12", ""},
    {"$dynamicRef", "2020-12", "write `$ref`"},
    {"$recursiveAnchor", "2019-09", ""},
    {"$recursiveRef", "2019-09", "write `$ref`"},
    {"$vocabulary", kLater, ""},
    {"dependentRequired", kLater, "write `dependencies`"},
    {"dependentSchemas", kLater, "write `dependencies`"},
    {"disallow", "draft-03", "write `not`"},
    {"divisibleBy", "draft-03", "write `multipleOf`"},
    {"extends", "draft-03", "write `allOf`"},
    {"maxContains", kLater, ""},
    {"minContains", kLater, ""},
    {"prefixItems", "2020-12", "write the list as `items`, and `additionalItems` for the rest"},
    {"unevaluatedItems", kLater, "write `additionalItems`"},
    {"unevaluatedProperties", kLater, "write `additionalProperties`"},
});

struct NamedDraft {
  std::string_view uri;  // without scheme and `#`
  Draft draft;
  std::string_view name;
};
constexpr std::array kDrafts = std::to_array<NamedDraft>({
    {"json-schema.org/draft-04/schema", Draft::k4, "draft-04"},
    {"json-schema.org/draft-06/schema", Draft::k6, "draft-06"},
    {"json-schema.org/draft-07/schema", Draft::k7, "draft-07"},
    {"json-schema.org/draft/2019-09/schema", Draft::k2019, "2019-09"},
    {"json-schema.org/draft/2020-12/schema", Draft::k2020, "2020-12"},
});

// By its name, in a table sorted by names.
template <typename Table>
auto found(const Table& table, std::string_view name) -> decltype(table.data()) {
  const auto at = std::lower_bound(
      table.begin(), table.end(), name,
      [](const auto& keyword, std::string_view wanted) { return keyword.name < wanted; });
  return at != table.end() && at->name == name ? &*at : nullptr;
}

}  // namespace

const SchemaKeyword* schema_keyword(std::string_view name) { return found(kKeywords, name); }

const ForeignKeyword* foreign_keyword(std::string_view name) { return found(kForeign, name); }

std::optional<std::string_view> meant_keyword(std::string_view name) {
  constexpr std::size_t kLeastLetters = 4;  // `note` is no `not`
  for (const SchemaKeyword& keyword : kKeywords) {
    if (keyword.value == kAnnotation || keyword.name.size() < kLeastLetters) continue;
    if (is_slip(name, keyword.name)) return keyword.name;
  }
  return {};
}

std::optional<Draft> draft_named(std::string_view uri) {
  if (uri.ends_with('#')) uri.remove_suffix(1);
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!uri.starts_with(scheme)) continue;
    uri.remove_prefix(scheme.size());
    break;
  }
  for (const NamedDraft& known : kDrafts) {
    if (known.uri == uri) return known.draft;
  }
  return {};
}

std::string_view name_of(Draft draft) { return kDrafts[static_cast<std::size_t>(draft)].name; }

}  // namespace kbc
