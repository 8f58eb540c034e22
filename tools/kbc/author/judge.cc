#include "author/judge.h"

#include <algorithm>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "diagnostic/rule.h"
#include "output/output.h"

namespace kbc {

Judge::Judge(const Config& config, std::chrono::year_month_day today, unsigned jobs)
    : config_(config), today_(today), jobs_(jobs) {}

std::vector<Judgement> Judge::alone(const std::string& text, const std::string& path) const {
  return judge(text, path, Company::kNone);
}

std::vector<Judgement> Judge::among_others(const std::string& text, const std::string& path) const {
  return judge(text, path, Company::kOthers);
}

std::vector<Judgement> Judge::judge(const std::string& text, const std::string& path,
                                    Company company) const {
  AnalyseOptions options;
  settle_rules(config_, {}, options.rules);
  options.today = Today::exactly(today_);
  options.jobs = jobs_;
  options.texts.overlay = Overlay{text, path};
  options.texts.is_alone = company == Company::kNone;
  Analysis analysis = analyse(config_, options);
  suppress(config_, options.rules, nullptr, analysis);
  locate_and_sort(analysis);
  std::vector<Judgement> judgements;
  for (const Diagnostic& finding : analysis.diagnostics) {
    if (finding.place.file != *analysis.overlay) continue;
    judgements.push_back({finding.severity, finding.place.pointer.text(),
                          info_of(finding.rule).name, std::string(finding.message),
                          std::string(advice_of(finding)), short_line(finding, analysis.sources)});
  }
  return judgements;
}

bool has_error(const std::vector<Judgement>& judgements) {
  return std::any_of(judgements.begin(), judgements.end(), [](const Judgement& judgement) {
    return judgement.severity == Severity::kError;
  });
}

}  // namespace kbc
