#include "diagnostic/rule.h"

#include <algorithm>
#include <array>

#include "core/named.h"
#include "diagnostic/rule_id.h"
#include "text/nearest.h"

namespace kbc {
namespace {

// By Severity.
constexpr std::array<std::string_view, 4> kSeverityNames = {"off", "info", "warning", "error"};

// The words of diagnostic/rules.def.
constexpr Severity info = Severity::kInfo;
constexpr Severity warning = Severity::kWarning;
constexpr Severity error = Severity::kError;
constexpr bool kFix = true;
constexpr bool kNoFix = false;

// The column `refines`: `none`, a rule, or two with a `|` between them.
std::vector<RuleId> operator|(RuleId first, RuleId second) { return {first, second}; }
std::vector<RuleId> listed(std::vector<RuleId> rules) { return rules; }
std::vector<RuleId> listed(RuleId rule) {
  if (rule == RuleId::none) return {};
  return {rule};
}

std::string kebab(std::string_view snake) {
  std::string name(snake);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::vector<RuleInfo> make_rules() {
  using enum RuleId;
  std::vector<RuleInfo> rules = {
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) \
  {name, kebab(#name), {}, severity, exceptional, fix, listed(refines), summary},
#include "diagnostic/rules.def"
#undef KBC_RULE
  };
  for (RuleInfo& rule : rules) rule.group = rule.name.substr(0, rule.name.find('-'));
  return rules;
}

}  // namespace

std::string_view name_of(Severity severity) {
  return kSeverityNames[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(std::string_view name) {
  const auto* found = std::ranges::find(kSeverityNames, name);
  if (found == kSeverityNames.end()) return {};
  return static_cast<Severity>(found - kSeverityNames.begin());
}

const std::vector<RuleInfo>& all_rules() {
  static const std::vector<RuleInfo> rules = make_rules();
  return rules;
}

const RuleInfo& info_of(RuleId rule) { return all_rules()[static_cast<std::size_t>(rule)]; }

std::optional<RuleId> rule_named(std::string_view name) {
  const RuleInfo* rule = find_named(all_rules(), name);
  return rule == nullptr ? std::nullopt : std::optional(rule->id);
}

std::vector<RuleId> rules_named(std::string_view name_or_group) {
  std::vector<RuleId> rules;
  for (const RuleInfo& rule : all_rules()) {
    if (rule.name == name_or_group || rule.group == name_or_group) rules.push_back(rule.id);
  }
  return rules;
}

std::optional<std::string_view> nearest_rule_name(std::string_view name) {
  std::vector<std::string_view> names;
  for (const RuleInfo& rule : all_rules()) {
    names.push_back(rule.name);
    names.push_back(rule.group);
  }
  return nearest(name, names);
}

Severities::Severities() {
  for (const RuleInfo& rule : all_rules()) {
    severities_.push_back({rule.severity, rule.exceptional});
  }
}

Severity Severities::of(RuleId rule, bool exceptional) const {
  const Pair& pair = severities_[static_cast<std::size_t>(rule)];
  return exceptional ? pair.exceptional : pair.usual;
}

void Severities::set(RuleId rule, Severity severity) {
  severities_[static_cast<std::size_t>(rule)] = {severity, severity};
}

}  // namespace kbc
