#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "config/base_choice.h"
#include "config/config.h"
#include "core/result.h"
#include "driver/outputs.h"
#include "output/output.h"

namespace kbc {

// Where one form of the findings goes.
using OutputTarget = FormatTarget<FormatInfo>;

// Whether fixes are made, and whether the files get them.
enum class FixMode : std::uint8_t { kNone, kShow, kWrite };

// What a person asked of `kbc validate`.
struct ValidateRequest {
  BaseChoice base;
  std::vector<std::string> paths;
  std::optional<Overlay> overlay;
  bool staged = false;  // what git will commit, instead of what is in the working tree
  std::string since;    // a commit: only what has changed since then is reported; empty for all
  // In place of both: what a commit changes, or a push that pre-commit announces.
  bool hook = false;
  // A commit whose configuration applies in place of that of the files; empty for theirs.
  std::string config_from;
  std::vector<OutputTarget> outputs;
  Severity fail_on = Severity::kError;
  RuleChoice rules;
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
  std::string baseline;  // path; empty for none
  bool update_baseline = false;
  bool allow_empty = false;
  bool progress = false;
  FixMode fix = FixMode::kNone;
  Safety fix_safety = Safety::kSafe;  // with kUnsafe also fixes that change what an entry means
  Rendering display;                  // what the command line says of it; the rest is filled in
};

// Runs it; gives an ExitCode. Findings go to the targets, what is in the operator's way to
// standard error.
int validate(const ValidateRequest& request);

}  // namespace kbc
