#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "parse/document.h"

namespace re2 {
class RE2;
}

namespace kbc {

// The keyword of a JSON Schema that a value does not satisfy.
enum class Keyword : std::uint8_t {
  kType,
  kRequired,     // also a dependency on another member
  kUnknownName,  // additionalProperties, propertyNames
  kEnum,         // also const
  kMinimum,
  kMaximum,
  kMultipleOf,
  kMinLength,
  kMaxLength,
  kMinItems,
  kMaxItems,
  kMinProperties,
  kMaxProperties,
  kUniqueItems,
  kContains,
  kPattern,
  kFormat,
  kNoForm,      // none of anyOf or oneOf fits, and more than one may have been meant
  kExcluded,    // not, the schema `false`, more than one of oneOf
  kTooComplex,  // the schema asks for more steps than kMaxSteps on this document
};

// The names of the two lists of forms of which a value must fit one.
inline constexpr std::string_view kAnyOf = "anyOf", kOneOf = "oneOf";

// One unsatisfied keyword at one value.
struct SchemaFault {
  Keyword keyword = Keyword::kType;
  std::uint32_t node = 0;                   // in the Document: the value; for kUnknownName the name
  std::uint32_t rule = 0;                   // in the Schema: what the value should have satisfied
  std::uint32_t other = Document::kNoNode;  // kUniqueItems: the equal item before it
  // kRequired: what is missing; kUnknownName: the known name that was meant, empty when nobody can
  // say; kNoForm: `anyOf` or `oneOf`. Lives as long as the Schema.
  std::string_view name;
};

using TypeSet = std::uint8_t;  // bits by Kind; kInteger narrows kNumber
inline constexpr TypeSet kInteger = 0x80;
inline constexpr TypeSet kAnyType = 0x7f;
constexpr TypeSet type_bit(Kind kind) {
  return static_cast<TypeSet>(1u << static_cast<unsigned>(kind));
}

inline constexpr std::uint32_t kNoRule = 0xffffffff;

// A number of a schema, as it is written.
struct NumberBound {
  // As short as can be without another value.
  std::string shown() const;

  std::string text;
};

struct Pattern {
  std::string text;
  std::shared_ptr<const re2::RE2> regex;
};

// One subschema, its references resolved. Numbers of rules index the Schema's rules.
struct SchemaRule {
  struct Member {
    std::uint32_t rule = kNoRule;     // kNoRule: named by `required` only
    std::uint32_t required_bit = 64;  // position in a bit set; 64 for one that is optional
  };
  struct Dependency {
    std::string name;
    std::vector<std::string> names;
    std::uint32_t rule = kNoRule;
  };

  TypeSet types = kAnyType;
  bool never = false;                // the schema `false`
  bool has_values = false;           // enum or const
  std::vector<std::string> strings;  // its strings
  std::vector<std::string> values;   // its other values, canonical(), and the strings' too
  std::optional<NumberBound> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of;
  std::uint64_t min_length = 0, max_length = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t min_items = 0, max_items = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t min_members = 0, max_members = std::numeric_limits<std::uint64_t>::max();
  bool unique_items = false;
  std::optional<Pattern> pattern;
  std::string format;
  std::unordered_map<std::string_view, Member> members;  // keys view names
  std::vector<std::unique_ptr<std::string>> names;       // of members, sorted
  std::vector<std::string_view> required;                // by required_bit
  std::vector<std::pair<Pattern, std::uint32_t>> member_patterns;
  std::uint32_t other_members = kNoRule;  // for members not named above
  bool allows_others = true;              // additionalProperties is not false
  std::uint32_t member_names = kNoRule;
  std::vector<Dependency> dependencies;
  std::uint32_t items = kNoRule;
  std::vector<std::uint32_t> tuple;  // for the first items; then items
  bool allows_more_items = true;     // beyond the tuple
  std::uint32_t contains = kNoRule;
  std::vector<std::uint32_t> all_of, any_of, one_of;
  std::uint32_t not_rule = kNoRule, if_rule = kNoRule, then_rule = kNoRule, else_rule = kNoRule;
};

// A JSON Schema (draft-07), ready to be applied. Patterns are RE2's; `format` knows what
// validate/format.h lists and takes every other name for an annotation, as the draft allows.
// Immutable, and so safe for many threads.
class Schema {
 public:
  // How many steps one document may take: a schema can ask for exponentially many.
  static constexpr std::uint64_t kMaxSteps = 20'000'000;
  static constexpr std::size_t kMaxFaults = 200;

  // The error names what is wrong with the schema: its JSON, a keyword, a reference, a pattern.
  static Result<Schema> compile(std::string_view text);

  // The faults of the document, each at the narrowest value, in order of places, at most
  // kMaxFaults. One mistake is one fault: a field that is there under a misspelt name is not
  // missing too, and what was reported about a damaged value is not told again.
  std::vector<SchemaFault> validate(const Document& document) const;

  // What the value of a node lacks under one of the rules.
  std::vector<SchemaFault> faults_of(const Document& document, std::uint32_t node,
                                     std::uint32_t rule) const;

  // Whether nothing would be wrong with the node's value if it were this one.
  bool allows(const Document& document, std::uint32_t node, const Document& value) const;

  // Whether the member whose value the node is could be missing.
  bool allows_absence(const Document& document, std::uint32_t node) const;

  const SchemaRule& rule(std::uint32_t index) const { return rules_[index]; }

 private:
  std::vector<SchemaRule> rules_;  // the first is the root
};

}  // namespace kbc
