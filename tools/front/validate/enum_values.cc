#include "validate/enum_values.h"

#include <charconv>
#include <memory>
#include <valijson/constraint_builder.hpp>
#include <valijson/internal/adapter.hpp>
#include <valijson/schema_parser.hpp>

#include "parse/literal.h"
#include "parse/parse.h"
#include "text/number_text.h"

namespace kbc {
namespace {

std::string json_text(const valijson::adapters::Adapter& value);

std::string array_text(const valijson::adapters::Adapter& value) {
  std::string text = "[";
  value.applyToArray([&](const valijson::adapters::Adapter& element) {
    if (text.size() > 1) text += ',';
    text += json_text(element);
    return true;
  });
  return text + "]";
}

std::string object_text(const valijson::adapters::Adapter& value) {
  std::string text = "{";
  value.applyToObject([&](const std::string& name, const valijson::adapters::Adapter& member) {
    if (text.size() > 1) text += ',';
    text += quote(name) + ':' + json_text(member);
    return true;
  });
  return text + "}";
}

std::string json_text(const valijson::adapters::Adapter& value) {
  if (value.isArray()) return array_text(value);
  if (value.isObject()) return object_text(value);
  if (value.isString()) return quote(value.asString());
  if (value.isBool()) return value.asBool() ? "true" : "false";
  if (value.isNull()) return "null";
  return value.isInteger() ? std::to_string(value.asInteger()) : shortest(value.asDouble());
}

void add_value(const valijson::adapters::Adapter& value, ValuesConstraint& constraint) {
  if (value.isString()) constraint.strings.push_back(value.asString());
  Document document;
  const std::string text = json_text(value);
  parse_json(text, Dialect::kJson, document);
  if (!document.empty()) constraint.values.push_back(canonical(document, 0));
}

class EnumBuilder : public valijson::ConstraintBuilder {
 public:
  valijson::constraints::Constraint* make(
      const valijson::adapters::Adapter& adapter) const override {
    auto constraint = std::make_unique<ValuesConstraint>();
    adapter.applyToArray([&](const valijson::adapters::Adapter& value) {
      add_value(value, *constraint);
      return true;
    });
    return constraint.release();
  }
};

class ConstBuilder : public valijson::ConstraintBuilder {
 public:
  valijson::constraints::Constraint* make(
      const valijson::adapters::Adapter& adapter) const override {
    auto constraint = std::make_unique<ValuesConstraint>();
    add_value(adapter, *constraint);
    return constraint.release();
  }
};

}  // namespace

void read_enum_values(valijson::SchemaParser& parser) {
  parser.addConstraintBuilder("enum", new EnumBuilder);
  parser.addConstraintBuilder("const", new ConstBuilder);
}

}  // namespace kbc
