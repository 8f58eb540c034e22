#include "driver/analyse_files.h"

#include "analysis/changed_entries.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "driver/progress.h"

namespace kbc {

AnalyseOptions options_of(const Config& config, const ValidateRequest& request) {
  AnalyseOptions options;
  settle_rules(config, request.rules, options.rules);
  options.today = request.today ? Today::exactly(*request.today) : Today::now();
  options.jobs = request.jobs;
  options.texts.overlay = request.overlay;
  return options;
}

Analysis analyse_files(const Config& config, const ValidateRequest& request, AnalyseOptions options,
                       std::optional<Baseline> baseline, const Change* change) {
  std::optional<ProgressBar> progress(std::in_place, request.progress);
  options.watch.progress = &progress->done;
  options.watch.total = &progress->total;
  Analysis analysis = analyse(config, options);
  progress.reset();
  if (change != nullptr) check_change(config, options.rules, *change, analysis);
  suppress(config, options.rules, baseline ? &*baseline : nullptr, analysis);
  return analysis;
}

}  // namespace kbc
