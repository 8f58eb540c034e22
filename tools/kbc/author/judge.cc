#include "author/judge.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/entry_files.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "analysis/workspace.h"
#include "diagnostic/rule.h"
#include "output/output.h"

namespace kbc {

// All entries but the one that is judged, which has another text each time.
class Judge::Others {
 public:
  Others(const Config& config, AnalyseOptions options)
      : config_(config), options_(std::move(options)) {}

  Analysis analyse_with(const Overlay& overlay) {
    const std::string place = place_below_entries(config_, overlay.path).value_or("");
    const auto load = [&](const std::string& path) {
      return path == place ? EntryFiles::load(place, overlay) : files_->load(path);
    };
    if (!workspace_) {
      open(place, load);
    } else {
      EntryChanges changes{{place}, {}};
      (is_on_disk(place_) ? changes.written : changes.removed).push_back(place_);
      workspace_->apply(changes, load);
    }
    place_ = place;
    Analysis analysis = workspace_->snapshot();
    analysis.overlay = workspace_->file_at(place);
    return analysis;
  }

 private:
  void open(const std::string& place, const Workspace::Load& load) {
    files_.emplace(config_, options_.texts);
    workspace_.emplace(config_, options_, Workspace::Use::kForChanges);
    std::vector<std::string> paths = files_->paths();
    const auto at = std::lower_bound(paths.begin(), paths.end(), place);
    if (at == paths.end() || *at != place) paths.insert(at, place);
    workspace_->open(paths, load);
  }

  bool is_on_disk(const std::string& path) const {
    return std::binary_search(files_->paths().begin(), files_->paths().end(), path);
  }

  const Config& config_;
  AnalyseOptions options_;
  std::optional<EntryFiles> files_;
  std::optional<Workspace> workspace_;
  std::string place_;  // of the text that was judged last
};

Judge::Judge(const Config& config, std::chrono::year_month_day today, unsigned jobs)
    : config_(config), today_(today), jobs_(jobs) {
  others_ = std::make_unique<Others>(config, options());
}

Judge::~Judge() = default;

AnalyseOptions Judge::options() const {
  AnalyseOptions options;
  settle_rules(config_, {}, options.rules);
  options.today = Today::exactly(today_);
  options.jobs = jobs_;
  return options;
}

std::vector<Judgement> Judge::alone(const std::string& text, const std::string& path) const {
  AnalyseOptions alone = options();
  alone.texts.overlay = Overlay{text, path};
  alone.texts.is_alone = true;
  return judgements_of(analyse(config_, alone));
}

std::vector<Judgement> Judge::among_others(const std::string& text, const std::string& path) const {
  return judgements_of(others_->analyse_with({text, path}));
}

std::vector<Judgement> Judge::judgements_of(Analysis analysis) const {
  suppress(config_, options().rules, nullptr, analysis);
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
