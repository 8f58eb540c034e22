// Reading a JSON Schema into the table of SchemaRules that validate/evaluate.cc walks.
//
// valijson reads the draft: it walks the schema, checks the types of keywords' values, resolves
// `$ref`, and hands each keyword to a visitor, which makes one SchemaRule of each subschema. Its
// own evaluation is not used, because it gives no places, stops at the first fault of a value, and
// hands patterns to std::regex; tests/unit/schema_judge_test.cc holds kbc's evaluation to its
// verdicts.
//
// What kbc does itself, because valijson does not or does it otherwise than the specification:
// JSON is read by parse/parse.h first, which is strict; validate/schema_text.h refuses what
// draft-07 does not have, finds what references mean, and writes the schema so that valijson cannot
// mistake it; numbers, counts and values come through its extension point for constraints, since it
// reads bounds as 64-bit integers and only compares values; patterns are RE2's. valijson throws;
// nothing it throws leaves this file, so all that calls it is here, hence the length.

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "parse/exact_number.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/ticked.h"
#include "validate/references.h"
#include "validate/schema.h"
#include "validate/schema_regex.h"
#include "validate/schema_text.h"
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

// A keyword whose value is JSON in a string, or strings of JSON; see validate/schema_text.h.
class ExactConstraint : public vc::PolyConstraint {
 public:
  ExactConstraint(std::string_view name, const Adapter& adapter) : keyword(name) {
    if (adapter.isString()) {
      values.push_back(adapter.asString());
    } else {
      is_list = adapter.applyToArray([&](const Adapter& value) {
        values.push_back(value.asString());
        return true;
      });
    }
  }

  std::string keyword;
  std::vector<std::string> values;
  bool is_list = false;

  bool validate(const Adapter&, const std::vector<std::string>&,
                valijson::ValidationResults*) const override {
    return true;
  }

 private:
  vc::Constraint* cloneInto(void* place) const override {
    return new (place) ExactConstraint(*this);
  }
  std::size_t sizeOf() const override { return sizeof(ExactConstraint); }
};

class ExactBuilder : public valijson::ConstraintBuilder {
 public:
  explicit ExactBuilder(std::string_view keyword) : keyword_(keyword) {}

  vc::Constraint* make(const Adapter& adapter) const override {
    return new ExactConstraint(keyword_, adapter);
  }

 private:
  std::string_view keyword_;
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
  bool visit(const MaximumConstraint&) override { return true; }
  bool visit(const MinimumConstraint&) override { return true; }
  bool visit(const MaxItemsConstraint&) override { return true; }
  bool visit(const MinItemsConstraint&) override { return true; }
  bool visit(const MaxLengthConstraint&) override { return true; }
  bool visit(const MinLengthConstraint&) override { return true; }
  bool visit(const MaxPropertiesConstraint&) override { return true; }
  bool visit(const MinPropertiesConstraint&) override { return true; }
  bool visit(const MultipleOfDoubleConstraint&) override { return true; }
  bool visit(const MultipleOfIntConstraint&) override { return true; }
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

void add_values(const std::vector<std::string>& texts, SchemaRule& rule) {
  std::vector<std::string> strings, values;
  for (const std::string& text : texts) {
    Document document;
    parse_json(text, Dialect::kJson, document);
    if (document.empty()) continue;
    if (document.root().is(Kind::kString)) strings.emplace_back(document.root().text);
    values.push_back(canonical(document, 0));
  }
  const bool is_second = std::exchange(rule.has_values, true);
  keep_values(strings, is_second, rule.strings);
  keep_values(values, is_second, rule.values);
}

struct NumberKeyword {
  std::string_view name;
  std::optional<NumberBound> SchemaRule::*bound;
};
constexpr NumberKeyword kNumbers[] = {{"minimum", &SchemaRule::minimum},
                                      {"maximum", &SchemaRule::maximum},
                                      {"exclusiveMinimum", &SchemaRule::exclusive_minimum},
                                      {"exclusiveMaximum", &SchemaRule::exclusive_maximum},
                                      {"multipleOf", &SchemaRule::multiple_of}};

struct CountKeyword {
  std::string_view name;
  std::uint64_t SchemaRule::*count;
};
constexpr CountKeyword kCounts[] = {
    {"minLength", &SchemaRule::min_length},      {"maxLength", &SchemaRule::max_length},
    {"minItems", &SchemaRule::min_items},        {"maxItems", &SchemaRule::max_items},
    {"minProperties", &SchemaRule::min_members}, {"maxProperties", &SchemaRule::max_members}};

bool Compiler::visit(const PolyConstraint& constraint) {
  const auto* exact = dynamic_cast<const ExactConstraint*>(&constraint);
  if (exact == nullptr) return true;
  const std::string& name = exact->keyword;
  if (name == "enum" && !exact->is_list) return set(fault_, "`enum` must be a list");
  if (name == "enum" || name == "const") {
    add_values(exact->values, rule_);
    return true;
  }
  const std::string value = exact->values.empty() ? "" : exact->values.front();
  if (value.empty() || number_length(value) != value.size()) {
    return set(fault_, ticked(name) + " must be a number");
  }
  for (const NumberKeyword& keyword : kNumbers) {
    if (keyword.name == name) rule_.*keyword.bound = NumberBound{value};
  }
  for (const CountKeyword& keyword : kCounts) {
    if (keyword.name != name) continue;
    const ExactNumber count(value);
    if (!count.is_whole() || compare_numbers(value, "0") < 0) {
      fault_ = ticked(name) + " is " + value + ", which is no whole number of at least 0";
    }
    rule_.*keyword.count = count.count();
  }
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
    const auto add_exact = [&parser](std::string_view keyword) {
      parser.addConstraintBuilder("kbc:" + std::string(keyword), new ExactBuilder(keyword));
    };
    add_exact("enum");
    add_exact("const");
    for (const NumberKeyword& keyword : kNumbers) add_exact(keyword.name);
    for (const CountKeyword& keyword : kCounts) add_exact(keyword.name);
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
  if (!spans.root().is(Kind::kObject) && !spans.root().is_bool()) {
    return Error{"a schema must be a JSON object, `true` or `false`"};
  }
  const SchemaText schema_text(text, spans);
  if (!schema_text.faults().empty()) {
    const SchemaRemark& fault = schema_text.faults().front();
    return Error{"at " + ticked(spans.pointer(fault.node), 200) + ": " + fault.message +
                 (fault.help.empty() ? "" : "; " + fault.help)};
  }
  const std::string json = schema_text.for_valijson();
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError()) return Error{"the schema cannot be read"};
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
