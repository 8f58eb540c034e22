#include "driver/findings_before.h"

#include <utility>

#include "analysis/rule_choice.h"
#include "driver/analyse_files.h"
#include "driver/trouble.h"

namespace kbc {

const std::vector<std::string>& FindingsBefore::names(const Analysis& after) {
  std::set<RuleId> rules = known_;
  for (const Diagnostic& finding : after.diagnostics) rules.insert(finding.rule);
  if (rules == known_) return names_;
  known_ = std::move(rules);
  const Settings* const then = settings_before();
  if (then == nullptr) return names_;
  Analysis analysis = analysis_of(*then);
  names_ = change_.names_of(then->config, which_, analysis);
  return names_;
}

Analysis FindingsBefore::analysis_of(const Settings& then) {
  if (files_.is_for(then.config)) return files_.analyse_before(change_.before(), then.baseline);
  AnalyseOptions options = options_of(then.config, request_);
  keep_rules(known_, options.rules);
  options.texts.snapshot = &change_.before();
  AnalysedFiles files(then.config, request_, std::move(options), Workspace::Use::kOnce);
  return files.analyse({}, then.baseline, nullptr);
}

const Settings* FindingsBefore::settings_before() {
  if (!request_.config_from.empty()) return &settings_;
  if (!then_) read_settings_before();
  return *then_ ? &**then_ : nullptr;
}

void FindingsBefore::read_settings_before() {
  const bool is_named = !request_.baseline.empty();
  then_.emplace(settings_in({request_.base, "", &change_.before(), is_named}));
  if (!*then_) {
    report_trouble(std::string(request_.hook ? "--hook" : "--since") +
                   ": cannot read the configuration of that commit, so every finding counts as "
                   "new: " +
                   then_->error().message);
  } else if (is_named) {
    (*then_)->baseline = settings_.baseline;
  }
}

}  // namespace kbc
