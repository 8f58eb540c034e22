#include "analysis/buildable.h"

#include "diagnostic/rule_id.h"

namespace kbc {

bool is_buildable_with(RuleId rule) {
  switch (rule) {
    case RuleId::schema_unknown_field:  // nobody reads it
      return true;
    case RuleId::regex_syntax:
    case RuleId::regex_unsupported:
    case RuleId::regex_limits:
    case RuleId::regex_empty:
    case RuleId::rate_range:
    case RuleId::rate_percent:
      return false;
    default:
      break;
  }
  const std::string& group = info_of(rule).group;
  return group != "json" && group != "schema" && group != "id" && group != "alias";
}

}  // namespace kbc
