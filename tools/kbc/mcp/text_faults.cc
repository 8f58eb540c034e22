#include "mcp/text_faults.h"

#include <string>
#include <utility>

#include "analysis/rule_choice.h"
#include "check/registry.h"
#include "config/config.h"
#include "diagnostic/rule.h"
#include "kbx/json.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "text/utf8.h"

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

// An entry without its addresses, at which these rules do not look. They are most of many entries.
class JsonOfTexts : public kbx::JsonText {
 public:
  using JsonText::JsonText;
  using JsonText::start_array;
  void start_array(std::string_view name) {
    is_passing_ = name == "sources";
    if (!is_passing_) JsonText::start_array(name);
  }
  void string(std::string_view value) {
    if (!is_passing_) return JsonText::string(value);
    is_utf8_ = is_utf8_ && !first_invalid_utf8(value);
  }
  void end_array() {
    if (!std::exchange(is_passing_, false)) JsonText::end_array();
  }

  // Whether the addresses are what JSON could hold.
  bool is_utf8() const { return is_utf8_; }

 private:
  bool is_passing_ = false;
  bool is_utf8_ = true;
};

}  // namespace

// The checks look at an entry as it is written, so it is written once more.
std::vector<std::string_view> text_faults(const IndexEntry& entry) {
  std::string text;
  JsonOfTexts json(text);
  kbx::write_json(entry, json);
  Document document;
  std::vector<std::string_view> names;
  if (!json.is_utf8() || !parse_json(text, Dialect::kJson, document).empty() || document.empty()) {
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
