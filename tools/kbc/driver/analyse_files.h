#pragma once

#include <optional>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/baseline.h"
#include "analysis/entry_files.h"
#include "analysis/since.h"
#include "analysis/workspace.h"
#include "config/config.h"
#include "driver/validate.h"
#include "load/snapshot.h"

namespace kbc {

// What the configuration and the command line say of rules, threads and texts.
AnalyseOptions options_of(const Config& config, const ValidateRequest& request);

// The files of a knowledge base, which are analysed once, and again for the texts that a round of
// fixes has changed.
class AnalysedFiles {
 public:
  // Views the configuration and the request.
  AnalysedFiles(const Config& config, const ValidateRequest& request, AnalyseOptions options,
                Workspace::Use use);
  AnalysedFiles(const AnalysedFiles&) = delete;
  AnalysedFiles& operator=(const AnalysedFiles&) = delete;

  // With these files changed, which is of no account the first time. With a change of the knowledge
  // base also by what it was before that, and without what is accepted. Called once only if that
  // is the use.
  Analysis analyse(const std::vector<FileId>& edited, std::optional<Baseline> baseline,
                   const Change* change);

  // The files as a snapshot has them, under the same configuration but for the baseline: only what
  // differs is analysed. Requires: the use is for changes, and the files were analysed.
  Analysis analyse_before(Snapshot& before, std::optional<Baseline> baseline);

  // Whether that is possible under a configuration.
  bool is_for(const Config& config) const;

  const AnalyseOptions& options() const { return options_; }

 private:
  Analysis analyse_files(const std::vector<FileId>& edited);

  const Config& config_;
  const ValidateRequest& request_;
  AnalyseOptions options_;
  Workspace::Use use_;
  std::optional<EntryFiles> files_;
  std::optional<Workspace> workspace_;
};

}  // namespace kbc
