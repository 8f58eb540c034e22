#include "validate/retype.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "parse/literal.h"
#include "parse/parse.h"
#include "text/ascii.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

bool wants(TypeSet types, Kind kind) { return (types & type_bit(kind)) != 0; }

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// A number as people write it who do not think of JSON, as JSON: blanks around it, a decimal comma,
// no digit before the point. Empty when it is none, and for a comma that may group thousands.
std::string number_in(std::string_view text) {
  std::string number(trimmed(text, " "));
  const std::size_t comma = number.find(',');
  if (comma != std::string::npos) {
    constexpr std::size_t kGroup = 3;
    if (number.size() - comma - 1 == kGroup) return {};
    number[comma] = '.';
  }
  if (number.starts_with('.')) number.insert(0, 1, '0');
  return !number.empty() && number_length(number) == number.size() ? number : "";
}

// The numbers that a text may stand for, the likeliest first. From 10 to 100 it may be a percentage
// where a fraction is wanted; with its sign it can be nothing else.
std::vector<std::string> numbers_in(std::string_view text) {
  const bool has_sign = text.ends_with('%');
  if (has_sign) text.remove_suffix(1);
  const std::string number = number_in(text);
  if (number.empty()) return {};
  std::vector<std::string> numbers;
  if (!has_sign) numbers.push_back(number);
  const double value = parse_number(number);
  constexpr double kCertain = 10;
  constexpr double kHundred = 100;
  const bool is_percentage = value >= (has_sign ? 0 : kCertain) && value <= kHundred;
  if (is_percentage) numbers.push_back(decimal(value / kHundred));
  return numbers;
}

// Of `20260131` the date.
std::vector<std::string> texts_of_number(std::string_view number) {
  constexpr std::size_t kDateDigits = 8;
  std::vector<std::string> texts = {quote(number)};
  if (number.size() == kDateDigits && is_digits(number)) {
    texts.push_back(quote(std::string(number.substr(0, 4)) + "-" +
                          std::string(number.substr(4, 2)) + "-" + std::string(number.substr(6))));
  }
  return texts;
}

// What an absent value looks like: the format takes null, an empty text, `[]` and `{}` for the
// same.
std::vector<std::string> empty_values(TypeSet wanted) {
  std::vector<std::string> values;
  if (wants(wanted, Kind::kArray)) values.emplace_back("[]");
  if (wants(wanted, Kind::kObject)) values.emplace_back("{}");
  if (wants(wanted, Kind::kString)) values.emplace_back("\"\"");
  return values;
}

// What a value may have been meant to be, as JSON of a type that is wanted.
std::vector<std::string> candidates(const Node& node, TypeSet wanted) {
  const bool wants_string = wants(wanted, Kind::kString);
  if (node.is(Kind::kNull)) return empty_values(wanted);
  if (node.is_bool() && wants_string) {
    return {node.is(Kind::kTrue) ? "\"true\"" : "\"false\""};
  }
  if (node.is(Kind::kNumber) && wants_string) return texts_of_number(node.text);
  if (!node.is(Kind::kString)) return {};
  if (wants(wanted, Kind::kTrue) && (node.text == "true" || node.text == "false")) {
    return {std::string(node.text)};
  }
  if (node.text == "null" && wants(wanted, Kind::kNull)) return {"null"};
  return wants(wanted, Kind::kNumber) ? numbers_in(node.text) : std::vector<std::string>();
}

std::string text_words(const SchemaRule& rule) {
  if (!rule.strings.empty()) return choices({rule.strings.begin(), rule.strings.end()});
  return rule.format == "date" ? "a date in double quotes: `\"2026-01-31\"`"
                               : "a string in double quotes";
}

std::string value_words(const SchemaRule& rule) {
  if (wants(rule.types, Kind::kArray)) return "a list: `[…]`";
  if (wants(rule.types, Kind::kObject)) return "an object: `{ … }`";
  if (wants(rule.types, Kind::kString)) return text_words(rule);
  if (wants(rule.types, Kind::kNumber)) return number_words(rule);
  return wants(rule.types, Kind::kTrue) ? "`true` or `false`" : "";
}

std::string help_for(const SchemaRule& rule, const Node& node) {
  if (wants(rule.types, Kind::kArray) && !node.is(Kind::kNull)) {
    return "enclose it in brackets: `[…]`";
  }
  const std::string words = value_words(rule);
  const bool is_nullable = wants(rule.types, Kind::kNull);
  if (words.empty()) return is_nullable ? "write `null`" : "";
  return "write " + words + (is_nullable ? ", or `null` for none" : "");
}

}  // namespace

std::string choices(const std::vector<std::string_view>& names) {
  constexpr std::size_t kMost = 12;
  std::string text;
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (index == kMost) return text + ", …";
    const bool is_last = index + 1 == names.size();
    if (index > 0) text += is_last ? " or " : ", ";
    text += ticked(names[index]);
  }
  return text;
}

std::string number_words(const SchemaRule& rule) {
  std::string text = (rule.types & kInteger) != 0 ? "a whole number" : "a number";
  if (rule.minimum && rule.maximum) {
    text += " from " + rule.minimum->shown() + " to " + rule.maximum->shown();
  } else if (rule.minimum) {
    text += " of at least " + rule.minimum->shown();
  } else if (rule.maximum) {
    text += " of at most " + rule.maximum->shown();
  } else if (rule.exclusive_minimum) {
    text += " greater than " + rule.exclusive_minimum->shown();
  } else if (rule.exclusive_maximum) {
    text += " less than " + rule.exclusive_maximum->shown();
  }
  return text;
}

Retyped retype(const Schema& schema, const SchemaRule& rule, const Document& document,
               std::uint32_t node) {
  Retyped result;
  for (const std::string& candidate : candidates(document[node], rule.types)) {
    Document value;
    parse_json(candidate, Dialect::kJson, value);
    if (value.empty() || !schema.allows(document, node, value)) continue;
    result.value = candidate;
    break;
  }
  result.help =
      result.value.empty() ? help_for(rule, document[node]) : "write " + ticked(result.value);
  const bool may_go = document[node].is(Kind::kNull) && !result.help.empty() &&
                      schema.allows_absence(document, node);
  if (may_go) result.help += ", or leave the field out";
  return result;
}

}  // namespace kbc
