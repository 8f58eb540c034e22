#include "mcp/text_faults.h"

#include <string>

#include "analysis/rule_choice.h"
#include "check/registry.h"
#include "config/config.h"
#include "diagnostic/rule.h"
#include "kbx/json.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

constexpr std::string_view kGroup = "text";

const Severities& text_rules() {
  static const Severities severities = [] {
    Severities chosen;
    for (const RuleInfo& rule : all_rules()) {
      if (rule.group != kGroup) chosen.set(rule.id, Severity::kOff);
    }
    return chosen;
  }();
  return severities;
}

}  // namespace

// The checks look at an entry as it is written, so it is written once more.
std::vector<std::string_view> text_faults(const IndexEntry& entry) {
  const std::string text = kbx::json_of(entry);
  Document document;
  std::vector<std::string_view> names;
  if (!parse_json(text, Dialect::kJson, document).empty() || document.empty()) {
    return {"json-encoding"};
  }
  const Entry lowered = lower(document, {}, text, entry.id(), CaseRule::kIgnoreCase);
  const HostList no_hosts;
  const Context context{&built_in_taxonomy(), Today::now(), &no_hosts};
  std::vector<Diagnostic> found;
  run_entry_checks(lowered, document, context, 0, text_rules(), found);
  for (const Diagnostic& finding : found) {
    const std::string_view name = info_of(finding.rule).name;
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

}  // namespace kbc
