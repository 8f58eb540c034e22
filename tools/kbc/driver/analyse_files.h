#pragma once

#include <optional>

#include "analysis/analyse.h"
#include "analysis/baseline.h"
#include "analysis/since.h"
#include "config/config.h"
#include "driver/validate.h"

namespace kbc {

// What the configuration and the command line say of rules, threads and texts.
AnalyseOptions options_of(const Config& config, const ValidateRequest& request);

// Analyses the files, with a change also by what they were before it, and takes away what is
// accepted.
Analysis analyse_files(const Config& config, const ValidateRequest& request, AnalyseOptions options,
                       std::optional<Baseline> baseline, const Change* change);

}  // namespace kbc
