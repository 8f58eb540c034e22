#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/baseline.h"
#include "config/config.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/rule.h"

namespace kbc {

// The line of a baseline that would accept this finding, without its place in the file; nothing for
// one about a file that is neither an entry nor kbc.json.
std::optional<std::pair<Baseline::Key, Baseline::Line>> baseline_line(const Diagnostic& diagnostic,
                                                                      const Analysis& analysis,
                                                                      NamedPlaces& places);

// Whether a run that cannot tell if this line still accepts something leaves it where it is.
bool keeps_line(const Baseline::Key& key, const Severities& severities);

// Takes away the findings that an entry's kbc_ignore or the baseline accepts, and reports ignores
// that accept nothing (rule ignore-unused): those of entries, of the configuration's `rules`, and
// of the baseline. Only rules that ran can show that an ignore is unused. What the baseline accepts
// goes to accepted, if there is one.
void suppress(const Config& config, const RunRules& rules, Baseline* baseline, Analysis& analysis,
              std::vector<Diagnostic>* accepted = nullptr);

}  // namespace kbc
