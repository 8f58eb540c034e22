#pragma once

#include <optional>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/selection.h"
#include "config/config.h"
#include "core/result.h"
#include "driver/history.h"
#include "driver/trouble.h"
#include "driver/validate.h"
#include "os/border.h"
#include "output/output.h"

namespace kbc {

// One pass over the knowledge base: what there is to report of it.
struct Checked {
  Analysis analysis;
  Severities severities;
  Selected selected;
  std::optional<Tally> earlier = {};
};

// What a run over one knowledge base has to show.
struct Part {
  Border border;
  Analysis analysis;
  std::vector<FileId> entries;   // that were looked at
  std::optional<Tally> earlier;  // Rendering has it
};

// What became of one knowledge base.
struct Passed {
  int status = kClean;       // an ExitCode, which does not count the findings of the part
  std::optional<Part> part;  // none where something other than findings was shown
};

// Keeps the findings and the entries that the PATHs ask for, of what the change has left.
Result<Selected> select(const ValidateRequest& request, const Config& config,
                        const History& history, Analysis& analysis);

// Says on standard error what there is to say beside the findings, and writes the baseline if that
// is asked for.
Passed finish(const Config& config, const ValidateRequest& request, Checked&& checked);

// Writes the findings to the targets; gives an ExitCode.
int show(const ValidateRequest& request, std::vector<Part>& parts);

}  // namespace kbc
