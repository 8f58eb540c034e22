// Reading a JSON Schema into the table of SchemaRules that validate/evaluate.cc walks.
//
// valijson reads the draft: it walks the schema, checks the types of keywords' values, resolves
// `$ref`, and hands each keyword to a visitor, which makes one SchemaRule of each subschema. Its
// own evaluation is not used, because it gives no places, stops at the first fault of a value, and
// hands patterns to std::regex; tests/unit/schema_judge_test.cc holds kbc's evaluation to its
// verdicts.
//
// What kbc does itself, because valijson does not or does it otherwise than the specification:
// JSON is read by parse/parse.h first, which is strict; references are checked before
// (validate/references.h), since a circular one would overflow valijson's stack; the values of
// `enum` and `const`, which valijson only compares, are read through its extension point for
// constraints; patterns are RE2's. valijson throws; nothing it throws leaves this file, so all that
// calls it is here, hence the length.

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <sstream>
#include <utility>

#include "output/json_writer.h"
#include "parse/parse.h"
#include "text/ticked.h"
#include "validate/references.h"
#include "validate/schema.h"
#include "validate/schema_regex.h"
#include "validate/valijson.h"

namespace kbc {
namespace {

namespace vc = valijson::constraints;
using valijson::adapters::Adapter;

constexpr TypeSet kNumberType = type_bit(Kind::kNumber);

TypeSet type_set(vc::TypeConstraint::JsonType type) {
  switch (type) {
    case vc::TypeConstraint::kArray:
      return type_bit(Kind::kArray);
    case vc::TypeConstraint::kBoolean:
      return type_bit(Kind::kFalse) | type_bit(Kind::kTrue);
    case vc::TypeConstraint::kInteger:
      return kNumberType | kInteger;
    case vc::TypeConstraint::kNull:
      return type_bit(Kind::kNull);
    case vc::TypeConstraint::kNumber:
      return kNumberType;
    case vc::TypeConstraint::kObject:
      return type_bit(Kind::kObject);
    case vc::TypeConstraint::kString:
      return type_bit(Kind::kString);
    case vc::TypeConstraint::kAny:
      return kAnyType;
  }
  return kAnyType;
}

// valijson's strings have an allocator of their own.
template <typename String>
std::string_view view(const String& text) {
  return {text.data(), text.size()};
}

// The values of an `enum` or `const`.
class ValuesConstraint : public vc::PolyConstraint {
 public:
  std::vector<std::string> strings;
  std::vector<std::string> values;  // canonical(), the strings too

  bool validate(const Adapter&, const std::vector<std::string>&,
                valijson::ValidationResults*) const override {
    return true;
  }

 private:
  vc::Constraint* cloneInto(void* place) const override {
    return new (place) ValuesConstraint(*this);
  }
  std::size_t sizeOf() const override { return sizeof(ValuesConstraint); }
};

void write(const Adapter& value, JsonWriter& json) {
  if (value.isArray()) {
    json.start_array();
    value.applyToArray([&](const Adapter& element) {
      write(element, json);
      return true;
    });
    json.end_array();
  } else if (value.isObject()) {
    json.start_object();
    value.applyToObject([&](const std::string& name, const Adapter& member) {
      json.key(name);
      write(member, json);
      return true;
    });
    json.end_object();
  } else if (value.isString()) {
    json.string(value.asString());
  } else if (value.isBool()) {
    json.boolean(value.asBool());
  } else if (value.isNull()) {
    json.null();
  } else {
    json.real(value.asDouble());
  }
}

void add_value(const Adapter& value, ValuesConstraint& constraint) {
  if (value.isString()) constraint.strings.push_back(value.asString());
  std::ostringstream out;
  JsonWriter json(out);
  write(value, json);
  const std::string text = out.str();
  Document document;
  parse_json(text, Dialect::kJson, document);
  if (!document.empty()) constraint.values.push_back(canonical(document, 0));
}

class EnumBuilder : public valijson::ConstraintBuilder {
 public:
  vc::Constraint* make(const Adapter& adapter) const override {
    auto constraint = std::make_unique<ValuesConstraint>();
    adapter.applyToArray([&](const Adapter& value) {
      add_value(value, *constraint);
      return true;
    });
    return constraint.release();
  }
};

class ConstBuilder : public valijson::ConstraintBuilder {
 public:
  vc::Constraint* make(const Adapter& adapter) const override {
    auto constraint = std::make_unique<ValuesConstraint>();
    add_value(adapter, *constraint);
    return constraint.release();
  }
};

// Numbers the subschemas in the order in which they are met, the root first.
class Compiler : public vc::ConstraintVisitor {
 public:
  std::uint32_t number(const valijson::Subschema* subschema) {
    if (subschema == nullptr) return kNoRule;
    const auto [known, is_new] =
        numbers_.try_emplace(subschema, static_cast<std::uint32_t>(order_.size()));
    if (is_new) order_.push_back(subschema);
    return known->second;
  }

  std::vector<SchemaRule> compile_all() {
    std::vector<SchemaRule> rules;
    for (std::size_t index = 0; index < order_.size(); ++index) {
      rule_ = SchemaRule();
      rule_.never = order_[index]->getAlwaysInvalid();
      valijson::Subschema::ApplyFunction apply = [this](const vc::Constraint& constraint) {
        return constraint.accept(*this);
      };
      order_[index]->apply(apply);
      rules.push_back(std::move(rule_));
    }
    return rules;
  }

  // What is wrong with a pattern of the schema; empty for nothing.
  const std::string& fault() const { return fault_; }

  bool visit(const AllOfConstraint& constraint) override {
    return take_all(constraint, rule_.all_of);
  }
  bool visit(const AnyOfConstraint& constraint) override {
    return take_all(constraint, rule_.any_of);
  }
  bool visit(const OneOfConstraint& constraint) override {
    return take_all(constraint, rule_.one_of);
  }
  bool visit(const ConditionalConstraint& constraint) override {
    rule_.if_rule = number(constraint.getIfSubschema());
    rule_.then_rule = number(constraint.getThenSubschema());
    rule_.else_rule = number(constraint.getElseSubschema());
    return true;
  }
  bool visit(const ConstConstraint&) override { return true; }
  bool visit(const EnumConstraint&) override { return true; }
  bool visit(const PolyConstraint& constraint) override;
  bool visit(const ContainsConstraint& constraint) override {
    return set(rule_.contains, number(constraint.getSubschema()));
  }
  bool visit(const DependenciesConstraint& constraint) override;
  bool visit(const FormatConstraint& constraint) override {
    return set(rule_.format, constraint.getFormat());
  }
  bool visit(const LinearItemsConstraint& constraint) override {
    constraint.applyToItemSubschemas([this](unsigned, const valijson::Subschema* item) {
      rule_.tuple.push_back(number(item));
      return true;
    });
    const valijson::Subschema* more = constraint.getAdditionalItemsSubschema();
    rule_.allows_more_items = more != nullptr && !more->getAlwaysInvalid();
    rule_.items = number(more);
    return true;
  }
  bool visit(const SingularItemsConstraint& constraint) override {
    return set(rule_.items, number(constraint.getItemsSubschema()));
  }
  bool visit(const MaximumConstraint& constraint) override {
    return set(constraint.getExclusiveMaximum() ? rule_.exclusive_maximum : rule_.maximum,
               constraint.getMaximum());
  }
  bool visit(const MinimumConstraint& constraint) override {
    return set(constraint.getExclusiveMinimum() ? rule_.exclusive_minimum : rule_.minimum,
               constraint.getMinimum());
  }
  bool visit(const MaxItemsConstraint& constraint) override {
    return set(rule_.max_items, constraint.getMaxItems());
  }
  bool visit(const MinItemsConstraint& constraint) override {
    return set(rule_.min_items, constraint.getMinItems());
  }
  bool visit(const MaxLengthConstraint& constraint) override {
    return set(rule_.max_length, constraint.getMaxLength());
  }
  bool visit(const MinLengthConstraint& constraint) override {
    return set(rule_.min_length, constraint.getMinLength());
  }
  bool visit(const MaxPropertiesConstraint& constraint) override {
    return set(rule_.max_members, constraint.getMaxProperties());
  }
  bool visit(const MinPropertiesConstraint& constraint) override {
    return set(rule_.min_members, constraint.getMinProperties());
  }
  bool visit(const MultipleOfDoubleConstraint& constraint) override {
    return set(rule_.multiple_of, constraint.getDivisor());
  }
  bool visit(const MultipleOfIntConstraint& constraint) override {
    return set(rule_.multiple_of, static_cast<double>(constraint.getDivisor()));
  }
  bool visit(const NotConstraint& constraint) override {
    return set(rule_.not_rule, number(constraint.getSubschema()));
  }
  bool visit(const PatternConstraint& constraint) override {
    return set(rule_.pattern, pattern(constraint.getPattern<std::allocator<char>>()));
  }
  bool visit(const PropertiesConstraint& constraint) override;
  bool visit(const PropertyNamesConstraint& constraint) override {
    return set(rule_.member_names, number(constraint.getSubschema()));
  }
  bool visit(const RequiredConstraint& constraint) override;
  bool visit(const TypeConstraint& constraint) override;
  bool visit(const UniqueItemsConstraint&) override { return set(rule_.unique_items, true); }

 private:
  template <typename Value, typename From>
  static bool set(Value& value, From&& from) {
    value = std::forward<From>(from);
    return true;
  }

  template <typename Constraint>
  bool take_all(const Constraint& constraint, std::vector<std::uint32_t>& rules) {
    constraint.applyToSubschemas([&](unsigned, const valijson::Subschema* subschema) {
      rules.push_back(number(subschema));
      return true;
    });
    return true;
  }

  SchemaRule::Member& member(std::string_view name) {
    const auto known = rule_.members.find(name);
    if (known != rule_.members.end()) return known->second;
    rule_.names.push_back(std::make_unique<std::string>(name));
    return rule_.members[*rule_.names.back()];
  }

  Pattern pattern(const std::string& text) {
    SchemaRegex compiled = compile_schema_regex(text);
    if (!compiled.regex && fault_.empty()) {
      fault_ = "the pattern " + ticked(text) + " is not valid in RE2: " + compiled.error;
    }
    return {text, std::move(compiled.regex)};
  }

  std::map<const valijson::Subschema*, std::uint32_t> numbers_;
  std::vector<const valijson::Subschema*> order_;
  SchemaRule rule_;
  std::string fault_;
};

// A schema may have both `enum` and `const`: then only what is in both is allowed.
void keep_values(const std::vector<std::string>& values, bool is_second,
                 std::vector<std::string>& kept) {
  if (!is_second) kept = values;
  std::erase_if(kept, [&](const std::string& value) {
    return std::find(values.begin(), values.end(), value) == values.end();
  });
}

bool Compiler::visit(const PolyConstraint& constraint) {
  const auto* values = dynamic_cast<const ValuesConstraint*>(&constraint);
  if (values == nullptr) return true;
  const bool is_second = std::exchange(rule_.has_values, true);
  keep_values(values->strings, is_second, rule_.strings);
  keep_values(values->values, is_second, rule_.values);
  return true;
}

bool Compiler::visit(const DependenciesConstraint& constraint) {
  constraint.applyToPropertyDependencies([this](const auto& name, const auto& names) {
    SchemaRule::Dependency dependency;
    dependency.name = view(name);
    for (const auto& other : names) dependency.names.emplace_back(view(other));
    rule_.dependencies.push_back(std::move(dependency));
    return true;
  });
  constraint.applyToSchemaDependencies([this](const auto& name, const auto* subschema) {
    SchemaRule::Dependency dependency;
    dependency.name = view(name);
    dependency.rule = number(subschema);
    rule_.dependencies.push_back(std::move(dependency));
    return true;
  });
  return true;
}

bool Compiler::visit(const PropertiesConstraint& constraint) {
  constraint.applyToProperties([this](const auto& name, const auto* subschema) {
    member(view(name)).rule = number(subschema);
    return true;
  });
  constraint.applyToPatternProperties([this](const auto& name, const auto* subschema) {
    rule_.member_patterns.emplace_back(pattern(std::string(view(name))), number(subschema));
    return true;
  });
  const valijson::Subschema* others = constraint.getAdditionalPropertiesSubschema();
  rule_.allows_others = others != nullptr && !others->getAlwaysInvalid();
  rule_.other_members = rule_.allows_others ? number(others) : kNoRule;
  return true;
}

bool Compiler::visit(const RequiredConstraint& constraint) {
  constraint.applyToRequiredProperties([this](const auto& name) {
    SchemaRule::Member& entry = member(view(name));
    entry.required_bit = static_cast<std::uint32_t>(rule_.required.size());
    rule_.required.push_back(rule_.members.find(view(name))->first);
    return true;
  });
  return true;
}

bool Compiler::visit(const TypeConstraint& constraint) {
  TypeSet types = 0;
  constraint.applyToNamedTypes([&](vc::TypeConstraint::JsonType type) {
    types = static_cast<TypeSet>(types | type_set(type));
    return true;
  });
  constraint.applyToNamedTypes([&](vc::TypeConstraint::JsonType type) {
    if (type == vc::TypeConstraint::kNumber) types = static_cast<TypeSet>(types & ~kInteger);
    return true;
  });
  rule_.types = types;
  return true;
}

Result<std::vector<SchemaRule>> compile_document(const rapidjson::Document& document) {
  try {
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.addConstraintBuilder("enum", new EnumBuilder);
    parser.addConstraintBuilder("const", new ConstBuilder);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), schema);
    Compiler compiler;
    compiler.number(schema.root());
    std::vector<SchemaRule> rules = compiler.compile_all();
    if (!compiler.fault().empty()) return Error{compiler.fault()};
    if (std::string fault = recursion_fault(rules); !fault.empty()) return Error{std::move(fault)};
    return rules;
  } catch (const std::exception& failure) {
    return Error{failure.what()};
  }
}

}  // namespace

Result<Schema> Schema::compile(std::string_view text) {
  Document spans;
  const std::vector<JsonFault> faults = parse_json(text, Dialect::kJson, spans);
  if (!faults.empty()) {
    return Error{"byte " + std::to_string(faults.front().span.begin) + ": " +
                 faults.front().message};
  }
  if (!spans.root().is(Kind::kObject)) return Error{"a schema must be a JSON object"};
  if (std::string fault = reference_fault(spans); !fault.empty()) return Error{std::move(fault)};
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(text.data(),
                                                                                      text.size());
  if (document.HasParseError()) return Error{"a number is out of range"};
  Result<std::vector<SchemaRule>> rules = compile_document(document);
  if (!rules) return rules.error();
  Schema schema;
  schema.rules_ = std::move(*rules);
  for (SchemaRule& rule : schema.rules_) {
    std::sort(rule.names.begin(), rule.names.end(),
              [](const auto& left, const auto& right) { return *left < *right; });
  }
  return schema;
}

}  // namespace kbc
