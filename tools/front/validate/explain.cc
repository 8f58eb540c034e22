// A function for each keyword: what the value is, what the schema wants, and the one value that was
// meant where that is certain. Written after the fact, so that evaluation itself makes no text.
#include "validate/explain.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "core/re2.h"
#include "parse/exact_number.h"
#include "parse/literal.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/number_text.h"
#include "text/ticked.h"
#include "text/utf8.h"
#include "validate/retype.h"
#include "validate/schema_regex.h"

namespace kbc {
namespace {

FaultText explain_type(const Document& document, const SchemaFault& fault, const Schema& schema) {
  const Node& node = document[fault.node];
  const SchemaRule& rule = schema.rule(fault.rule);
  Retyped meant = retype(schema, rule, document, fault.node);
  FaultText text;
  text.span = mark_of(node);
  text.message = "expected " + type_words(rule.types) + ", found " + kind_words(node);
  text.replacement = std::move(meant.value);
  text.help = std::move(meant.help);
  return text;
}

std::string names_there(const Document& document, std::uint32_t object) {
  constexpr std::size_t kMost = 6;
  std::string names;
  std::size_t count = 0;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    if (++count > kMost) return names + ", …";
    if (!names.empty()) names += ", ";
    names += ticked(document[at].text);
  }
  return names;
}

FaultText explain_required(const Document& document, const SchemaFault& fault) {
  const std::string names = names_there(document, fault.node);
  FaultText text;
  text.span = mark_of(document[fault.node]);
  text.message = "field " + ticked(fault.name) + " is missing";
  text.help = names.empty() ? "the object is empty" : "the object has " + names;
  return text;
}

std::string fields_help(const SchemaRule& rule) {
  constexpr std::size_t kMost = 12;
  if (rule.names.empty()) return "no fields are allowed here";
  if (rule.names.size() > kMost) return "remove it; `kbc schema` prints the known fields";
  std::vector<std::string_view> names;
  for (const auto& name : rule.names) names.push_back(*name);
  return "remove it, or write " + choices(names);
}

std::string not_a_regex(std::string_view text) {
  return ticked(text) + " is not a valid RE2 regex: " + compile_schema_regex(text).error;
}

FaultText explain_unknown(const Document& document, const SchemaFault& fault,
                          const SchemaRule& rule) {
  const Node& node = document[fault.node];
  FaultText text;
  text.span = node.span;
  if (rule.format == "regex") {  // of propertyNames
    text.message = not_a_regex(node.text);
    return text;
  }
  if (rule.pattern) {
    text.message = "name " + ticked(node.text) + " does not match the pattern " +
                   ticked(rule.pattern->text, 200);
    return text;
  }
  text.message = "unknown field " + ticked(node.text);
  if (fault.name.empty()) {
    text.help = fields_help(rule);
    return text;
  }
  text.help = "did you mean " + ticked(fault.name) + "?";
  const bool is_free = document.member(node.parent, fault.name) == Document::kNoNode;
  if (!is_free) text.help += " It is already present";
  if (is_free && is_slip(node.text, fault.name)) text.replacement = quote(fault.name);
  return text;
}

FaultText explain_enum(const Document& document, const SchemaFault& fault, const SchemaRule& rule) {
  const Node& node = document[fault.node];
  FaultText text;
  text.span = mark_of(node);
  text.message = (node.is(Kind::kString) ? ticked(node.text) : kind_words(node)) +
                 " is not one of the allowed values";
  const std::vector<std::string_view> names(rule.strings.begin(), rule.strings.end());
  const auto near = node.is(Kind::kString) ? nearest(node.text, names) : std::nullopt;
  if (near) {
    text.help = "did you mean " + ticked(*near) + "?";
    if (is_slip(node.text, *near)) text.replacement = quote(*near);
    return text;
  }
  if (!names.empty()) text.help = "write " + choices(names);
  return text;
}

std::string length_message(const Node& node, std::string_view unit, std::string_view relation,
                           std::uint64_t bound) {
  return std::string(node.is(Kind::kString)  ? "the text"
                     : node.is(Kind::kArray) ? "the list"
                                             : "the object") +
         " has " + std::string(relation) + " " + counted(bound, unit);
}

// The bound that a number breaks, and how: "less than 0".
std::string minimum_words(std::string_view number, const SchemaRule& rule) {
  const bool is_less = rule.minimum && compare_numbers(number, rule.minimum->text) < 0;
  return is_less ? "less than " + rule.minimum->shown()
                 : "not greater than " + rule.exclusive_minimum->shown();
}
std::string maximum_words(std::string_view number, const SchemaRule& rule) {
  const bool is_greater = rule.maximum && compare_numbers(number, rule.maximum->text) > 0;
  return is_greater ? "greater than " + rule.maximum->shown()
                    : "not less than " + rule.exclusive_maximum->shown();
}

std::string bounds_message(const Node& node, const SchemaFault& fault, const SchemaRule& rule) {
  switch (fault.keyword) {
    case Keyword::kMinimum:
      return ticked(node.text) + " is " + minimum_words(node.text, rule);
    case Keyword::kMaximum:
      return ticked(node.text) + " is " + maximum_words(node.text, rule);
    case Keyword::kMultipleOf:
      return ticked(node.text) + " is not a multiple of " + rule.multiple_of->shown();
    case Keyword::kMinLength:
      return node.text.empty() ? "the text is empty"
                               : length_message(node, "character", "fewer than", rule.min_length);
    case Keyword::kMaxLength:
      return length_message(node, "character", "more than", rule.max_length);
    case Keyword::kMinItems:
      return node.count == 0 ? "the list is empty"
                             : length_message(node, "item", "fewer than", rule.min_items);
    case Keyword::kMaxItems:
      return length_message(node, "item", "more than", rule.max_items);
    case Keyword::kMinProperties:
      return length_message(node, "field", "fewer than", rule.min_members);
    case Keyword::kMaxProperties:
      return length_message(node, "field", "more than", rule.max_members);
    case Keyword::kUniqueItems:
      return "duplicate item";
    case Keyword::kContains:
      return "no item of the list has the required form";
    case Keyword::kTooComplex:
      return "the schema takes too many steps on this entry";
    default:
      return "the schema excludes this value";
  }
}

std::string bounds_help(const Node& node, const SchemaFault& fault, const SchemaRule& rule) {
  switch (fault.keyword) {
    case Keyword::kMinLength:
      return "the schema requires at least " + counted(rule.min_length, "character") +
             ((rule.types & type_bit(Kind::kNull)) != 0 ? "; write `null` for none" : "");
    case Keyword::kMinItems:
      return "the schema requires at least " + counted(rule.min_items, "item");
    case Keyword::kMinProperties:
      return "the schema requires at least " + counted(rule.min_members, "field");
    case Keyword::kUniqueItems:
      return "remove one of the two";
    case Keyword::kMinimum:
    case Keyword::kMaximum:
      return "write " + number_words(rule);
    case Keyword::kMaxLength:
      return "shorten it to " + counted(rule.max_length, "character") + "; it has " +
             std::to_string(count_code_points(node.text));
    case Keyword::kMaxItems:
      return "keep " + counted(rule.max_items, "item") + "; there are " +
             std::to_string(node.count);
    default:
      return {};
  }
}

FaultText explain_bounds(const Document& document, const SchemaFault& fault,
                         const SchemaRule& rule) {
  const Node& node = document[fault.node];
  FaultText text;
  text.span = node.count > 0 ? mark_of(node) : node.span;
  text.message = bounds_message(node, fault, rule);
  text.help = bounds_help(node, fault, rule);
  if (fault.keyword == Keyword::kUniqueItems) {
    text.other = fault.other;
    text.other_messages = {"first here"};
  }
  return text;
}

// The text as it would look if its author had known the pattern; empty when that is not all that is
// wrong with it.
std::string reformed(std::string_view text, const SchemaRule& rule) {
  constexpr std::size_t kMost = 128;
  if (text.size() > kMost) return {};
  std::string joined;  // words joined by hyphens
  for (const char c : text) joined += c == ' ' || c == '_' ? '-' : c;
  for (const std::string& candidate : {joined, lower_ascii(joined)}) {
    if (RE2::PartialMatch(candidate, *rule.pattern->regex)) return candidate;
  }
  return {};
}

FaultText explain_format(const Document& document, const SchemaFault& fault,
                         const SchemaRule& rule) {
  const Node& node = document[fault.node];
  FaultText text;
  text.span = node.span;
  if (fault.keyword == Keyword::kFormat && rule.format == "regex") {
    text.message = not_a_regex(node.text);
    return text;
  }
  if (fault.keyword == Keyword::kFormat) {
    text.message = ticked(node.text) + " does not have the format `" + rule.format + "`";
    return text;
  }
  text.message = ticked(node.text) + " does not match the pattern of this field";
  const std::string better = reformed(node.text, rule);
  text.help = better.empty() ? "it must match " + ticked(rule.pattern->text, 200)
                             : "write " + ticked(better);
  return text;
}

std::string no_form_message(const Node& node, std::size_t forms) {
  const std::string value = node.is(Kind::kString) ? ticked(node.text) : kind_words(node);
  return value + " has none of the " + std::to_string(forms) + " forms that the schema allows here";
}

const std::vector<std::uint32_t>& forms_of(const SchemaFault& fault, const Schema& schema) {
  const SchemaRule& rule = schema.rule(fault.rule);
  return fault.name == kAnyOf ? rule.any_of : rule.one_of;
}

// Forms of forms are not told one by one: there can be exponentially many. Of values only the help
// says which they are.
std::string short_text(const SchemaFault& fault, const Document& document, const Schema& schema) {
  if (fault.keyword == Keyword::kNoForm) {
    return no_form_message(document[fault.node], forms_of(fault, schema).size());
  }
  const FaultText text = explain(fault, document, schema);
  const bool has_values = fault.keyword == Keyword::kEnum && !text.help.empty();
  return has_values ? text.message + "; " + text.help : text.message;
}

// What the value lacks of each form, the form that lacks least first.
std::vector<std::string> form_texts(const Document& document, std::uint32_t node,
                                    const Schema& schema, const std::vector<std::uint32_t>& forms) {
  struct Form {
    std::size_t faults;
    std::string text;
  };
  std::vector<Form> lacking;
  for (std::size_t index = 0; index < forms.size(); ++index) {
    const std::vector<SchemaFault> faults = schema.faults_of(document, node, forms[index]);
    if (faults.empty()) continue;
    std::string text =
        "form " + std::to_string(index + 1) + ": " + short_text(faults.front(), document, schema);
    if (faults.front().node != node) text += ", at " + document.pointer(faults.front().node);
    if (faults.size() > 1) text += ", and " + counted(faults.size() - 1, "fault") + " more";
    lacking.push_back({faults.size(), std::move(text)});
  }
  std::stable_sort(lacking.begin(), lacking.end(),
                   [](const Form& left, const Form& right) { return left.faults < right.faults; });
  constexpr std::size_t kMost = 8;
  std::vector<std::string> texts;
  for (Form& form : lacking) {
    if (texts.size() < kMost) texts.push_back(std::move(form.text));
  }
  return texts;
}

// The types of all forms, if each of them is of another type than the value.
TypeSet types_wanted(const Node& node, const Schema& schema,
                     const std::vector<std::uint32_t>& forms) {
  TypeSet types = 0;
  for (const std::uint32_t form : forms) {
    const SchemaRule& rule = schema.rule(form);
    if (rule.never || (rule.types & type_bit(node.kind)) != 0) return 0;
    types = static_cast<TypeSet>(types | rule.types);
  }
  return types;
}

FaultText explain_no_form(const Document& document, const SchemaFault& fault,
                          const Schema& schema) {
  const std::vector<std::uint32_t>& forms = forms_of(fault, schema);
  const Node& node = document[fault.node];
  FaultText text;
  text.span = mark_of(node);
  if (const TypeSet types = types_wanted(node, schema, forms); types != 0) {
    text.message = "expected " + type_words(types) + ", found " + kind_words(node);
    return text;
  }
  text.message = no_form_message(node, forms.size());
  text.other = fault.node;
  text.other_messages = form_texts(document, fault.node, schema, forms);
  return text;
}

}  // namespace

Span mark_of(const Node& node) {
  const bool is_container = node.is(Kind::kArray) || node.is(Kind::kObject);
  return is_container ? Span{node.span.begin, node.span.begin + 1} : node.span;
}

std::string type_words(TypeSet types) {
  struct Word {
    TypeSet types;
    std::string_view word;
  };
  const Word words[] = {
      {type_bit(Kind::kString), "a string"},
      {type_bit(Kind::kNumber), (types & kInteger) ? "a whole number" : "a number"},
      {type_bit(Kind::kTrue), "true or false"},
      {type_bit(Kind::kArray), "an array"},
      {type_bit(Kind::kObject), "an object"},
      {type_bit(Kind::kNull), "null"}};
  std::string text;
  for (const Word& word : words) {
    if ((types & word.types) == 0) continue;
    if (!text.empty()) text += " or ";
    text += word.word;
  }
  return text;
}

std::string kind_words(const Node& node) {
  switch (node.kind) {
    case Kind::kNull:
      return "null";
    case Kind::kFalse:
      return "`false`";
    case Kind::kTrue:
      return "`true`";
    case Kind::kNumber:
      return "the number " + ticked(node.text);
    case Kind::kString:
      return "a string";
    case Kind::kArray:
      return "an array";
    case Kind::kObject:
      return "an object";
  }
  return {};
}

FaultName name_of(Keyword keyword) {
  switch (keyword) {
    case Keyword::kType:
      return "wrong-type"_fault;
    case Keyword::kRequired:
      return "missing-field"_fault;
    case Keyword::kUnknownName:
      return "unknown-field"_fault;
    case Keyword::kEnum:
      return "unknown-value"_fault;
    case Keyword::kMinimum:
      return "too-small"_fault;
    case Keyword::kMaximum:
      return "too-large"_fault;
    case Keyword::kMultipleOf:
      return "not-a-multiple"_fault;
    case Keyword::kMinLength:
      return "too-short"_fault;
    case Keyword::kMaxLength:
      return "too-long"_fault;
    case Keyword::kMinItems:
      return "too-few-items"_fault;
    case Keyword::kMaxItems:
      return "too-many-items"_fault;
    case Keyword::kMinProperties:
      return "too-few-fields"_fault;
    case Keyword::kMaxProperties:
      return "too-many-fields"_fault;
    case Keyword::kUniqueItems:
      return "duplicate-item"_fault;
    case Keyword::kContains:
      return "missing-item"_fault;
    case Keyword::kPattern:
      return "pattern-mismatch"_fault;
    case Keyword::kFormat:
      return "format-mismatch"_fault;
    case Keyword::kNoForm:
      return "no-form"_fault;
    case Keyword::kExcluded:
      return "excluded-value"_fault;
    case Keyword::kTooComplex:
      return "too-complex"_fault;
  }
  return "invalid-value"_fault;
}

FaultText explain(const SchemaFault& fault, const Document& document, const Schema& schema) {
  const SchemaRule& rule = schema.rule(fault.rule);
  switch (fault.keyword) {
    case Keyword::kType:
      return explain_type(document, fault, schema);
    case Keyword::kRequired:
      return explain_required(document, fault);
    case Keyword::kUnknownName:
      return explain_unknown(document, fault, rule);
    case Keyword::kEnum:
      return explain_enum(document, fault, rule);
    case Keyword::kNoForm:
      return explain_no_form(document, fault, schema);
    case Keyword::kPattern:
    case Keyword::kFormat:
      return explain_format(document, fault, rule);
    default:
      return explain_bounds(document, fault, rule);
  }
}

}  // namespace kbc
