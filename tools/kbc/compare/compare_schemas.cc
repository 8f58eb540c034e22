#include "compare/compare_schemas.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "parse/parse.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What fields a schema names, by their paths (`dead_ends.action`), and the types of each.
class SchemaFields {
 public:
  explicit SchemaFields(std::string_view text) {
    if (!parse_json(text, Dialect::kJson, document_).empty() || document_.empty()) return;
    add(0, "", 0);
  }

  const std::map<std::string, std::string>& fields() const { return fields_; }

 private:
  // A schema may refer to itself, and a path has no more names than an entry can have levels.
  static constexpr int kMostLevels = 8;
  static constexpr std::size_t kMostFields = 10'000;

  void add(std::uint32_t schema, const std::string& path, int level) {
    schema = resolved(schema);
    if (schema == Document::kNoNode || level > kMostLevels || fields_.size() > kMostFields) return;
    const std::uint32_t items = document_.member(schema, "items");
    if (items != Document::kNoNode && document_[items].is(Kind::kObject)) {
      add(items, path, level + 1);
    }
    const std::uint32_t members = document_.member(schema, "properties");
    if (members == Document::kNoNode || !document_[members].is(Kind::kObject)) return;
    for (std::uint32_t at = members + 1; at < document_[members].next; at = document_[at].next) {
      const std::string name = (path.empty() ? "" : path + ".") + std::string(document_[at].text);
      fields_.emplace(name, types_of(at + 1));
      add(at + 1, name, level + 1);
    }
  }

  // Follows `$ref` within the document.
  std::uint32_t resolved(std::uint32_t schema) const {
    for (int step = 0; step < kMostLevels; ++step) {
      if (schema == Document::kNoNode || !document_[schema].is(Kind::kObject)) break;
      const std::uint32_t reference = document_.member(schema, "$ref");
      if (reference == Document::kNoNode) return schema;
      const std::string_view pointer = document_[reference].text;
      if (!pointer.starts_with('#')) break;
      schema = document_.at_pointer(0, pointer.substr(1));
    }
    return Document::kNoNode;
  }

  // "string or null", "any".
  std::string types_of(std::uint32_t schema) const {
    schema = resolved(schema);
    const std::uint32_t type =
        schema == Document::kNoNode ? Document::kNoNode : document_.member(schema, "type");
    if (type == Document::kNoNode) return "any";
    if (!document_[type].is(Kind::kArray)) return std::string(document_[type].text);
    std::vector<std::string> names;
    for (std::uint32_t at = type + 1; at < document_[type].next; at = document_[at].next) {
      names.emplace_back(document_[at].text);
    }
    std::sort(names.begin(), names.end());
    return listed(names);
  }

  Document document_;
  std::map<std::string, std::string> fields_;
};

}  // namespace

void compare_schemas(std::string_view before, std::string_view now,
                     std::vector<Difference>& differences) {
  if (before == now) return;
  const SchemaFields old_schema(before), new_schema(now);
  const auto& old_fields = old_schema.fields();
  const auto& new_fields = new_schema.fields();
  if (old_fields.empty() || new_fields.empty()) return;
  for (const auto& [name, types] : old_fields) {
    const auto field = new_fields.find(name);
    if (field == new_fields.end()) {
      differences.push_back(difference(ChangeClass::kBreaking, "field-removed", name, "",
                                       "the schema has no field of this name any more"));
    } else if (field->second != types) {
      differences.push_back(
          difference(ChangeClass::kBreaking, "field-type-changed", name, "",
                     "the field's type is " + field->second + " now, and was " + types));
    }
  }
  for (const auto& [name, types] : new_fields) {
    if (old_fields.contains(name)) continue;
    differences.push_back(difference(ChangeClass::kInfo, "field-added", name, "",
                                     "a new field of the schema, of type " + types));
  }
}

}  // namespace kbc
