#pragma once

#include <cstddef>
#include <cstdint>

#include "diagnostic/rule.h"

namespace kbc {

enum class RuleId : std::uint8_t {
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) name,
#include "diagnostic/rules.def"
#undef KBC_RULE
  count,
  none = static_cast<std::uint8_t>(kNoRuleId),
};

inline constexpr std::size_t kRuleCount = static_cast<std::size_t>(RuleId::count);

}  // namespace kbc
