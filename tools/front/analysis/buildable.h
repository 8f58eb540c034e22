#pragma once

#include "diagnostic/rule.h"

namespace kbc {

// Whether an entry with an error of this rule that a baseline accepts is still what
// readers of an index rely on: its fields were read and have the form that the schema gives them,
// its id is its own, and its regex can be matched. docs/artefacts.md says the same.
bool is_buildable_with(RuleId rule);

}  // namespace kbc
