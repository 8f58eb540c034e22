#pragma once

#include <string_view>

#include "check/input.h"
#include "diagnostic/report.h"
#include "lower/entry.h"
#include "lower/knowledge_base.h"

namespace kbc {

// A check is a pure function of one input and a Report: it reports what it finds and knows nothing
// of severities, other rules or output. Its declaration comes from its line in
// diagnostic/rules.def, in check/registry.cc; a check with other parameters does not link.

// What `kbc explain` and docs/rules.md say of a rule. Sentences, with code in back-ticks; bad and
// good are JSON, cut down to what matters.
struct Explanation {
  std::string_view meaning;
  std::string_view why;
  std::string_view bad;
  std::string_view good;
  std::string_view fix;
};

}  // namespace kbc
