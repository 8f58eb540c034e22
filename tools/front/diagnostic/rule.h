#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

enum class Severity : std::uint8_t { kOff, kInfo, kWarning, kError };

std::string_view name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

// A rule: its place in the registry. diagnostic/rule_id.h has the names, for the few files that
// need one; whatever includes it is compiled again for every new rule.
enum class RuleId : std::uint8_t;
inline constexpr RuleId kNoRuleId{0xff};

// What the registry says of one rule; diagnostic/rules.def explains the columns.
struct RuleInfo {
  RuleId id = kNoRuleId;
  std::string name;   // kebab-case: `id-duplicate`
  std::string group;  // `id`
  Severity severity = Severity::kOff;
  Severity exceptional = Severity::kOff;
  bool has_fix = false;
  std::vector<RuleId> refines;  // whose findings at the same value its own replace
  std::string_view summary;
};

// All rules, in the registry's order, indexed by RuleId.
const std::vector<RuleInfo>& all_rules();

const RuleInfo& info_of(RuleId rule);
std::optional<RuleId> rule_named(std::string_view name);

// The rules that a name stands for: one rule, or all of a group. Empty for neither.
std::vector<RuleId> rules_named(std::string_view name_or_group);

// The rule or group name nearest to a mistaken one, if one is near.
std::optional<std::string_view> nearest_rule_name(std::string_view name);

// The severity of each rule's findings, usual and exceptional, as a run wants them.
class Severities {
 public:
  // The registry's.
  Severities();

  Severity of(RuleId rule, bool exceptional) const;
  bool is_on(RuleId rule) const { return of(rule, false) != Severity::kOff; }
  void set(RuleId rule, Severity severity);

 private:
  struct Pair {
    Severity usual;
    Severity exceptional;
  };
  std::vector<Pair> severities_;  // by RuleId
};

}  // namespace kbc
