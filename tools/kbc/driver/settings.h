#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/baseline.h"
#include "config/config.h"
#include "core/result.h"
#include "load/snapshot.h"

namespace kbc {

// What files are checked by.
struct Settings {
  Config config;
  std::optional<Baseline> baseline;
  std::vector<std::string> notes;  // for people, a line each
};

// Where settings are looked for.
struct SettingsPlace {
  BaseChoice base;
  std::string baseline;  // a person's path, which wins over that of kbc.json; empty for none
  const Snapshot* snapshot = nullptr;  // in place of the working tree
  bool no_baseline = false;            // not that of kbc.json either
};

// Those of the place itself.
Result<Settings> settings_in(const SettingsPlace& place);

// Those of a commit, the base of the branch that the place has: what a stranger's branch changes of
// them applies only where it accepts nothing more. So names are added to the taxonomy, ids to those
// of removed entries, and lines that the branch removed from the baseline are gone. Where the
// commit has no kbc.json, all is as with `{}`; where it has no baseline, nothing is accepted. A
// note says which of the files differ.
Result<Settings> settings_from(const std::string& reference, const SettingsPlace& place);

}  // namespace kbc
