#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/since.h"
#include "core/result.h"
#include "diagnostic/rule.h"
#include "driver/analyse_files.h"
#include "driver/settings.h"
#include "driver/validate.h"

namespace kbc {

// The findings before a change: by the configuration of then, or by that of --config-from. Only
// those of rules that find something after it matter, so the others need not run.
class FindingsBefore {
 public:
  FindingsBefore(const ValidateRequest& request, const Change& change, Earlier which,
                 const Settings& settings, AnalysedFiles& files)
      : request_(request), change_(change), which_(which), settings_(settings), files_(files) {}

  // Their names, as far as findings after the change may have them. Valid until the next call.
  const std::vector<std::string>& names(const Analysis& after);

 private:
  // Null where the configuration of then cannot be read.
  const Settings* settings_before();
  void read_settings_before();
  Analysis analysis_of(const Settings& then);

  const ValidateRequest& request_;
  const Change& change_;
  Earlier which_;
  const Settings& settings_;  // after the change
  AnalysedFiles& files_;      // after it
  std::optional<Result<Settings>> then_;
  std::set<RuleId> known_;  // whose findings names_ has
  std::vector<std::string> names_;
};

}  // namespace kbc
