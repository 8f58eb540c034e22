#include "driver/analyse_files.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analysis/changed_entries.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "core/parallel.h"
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

AnalysedFiles::AnalysedFiles(const Config& config, const ValidateRequest& request,
                             AnalyseOptions options, Workspace::Use use)
    : config_(config), request_(request), options_(std::move(options)), use_(use) {}

Analysis AnalysedFiles::analyse(const std::vector<FileId>& edited, std::optional<Baseline> baseline,
                                const Change* change) {
  Analysis analysis = analyse_files(edited);
  if (change != nullptr) check_change(config_, options_.rules, *change, analysis);
  suppress(config_, options_.rules, baseline ? &*baseline : nullptr, analysis);
  return analysis;
}

namespace {

// The texts that are others before a change, by their paths below the entries.
class TextsBefore {
 public:
  // Reads those that may differ from what the workspace has, and keeps those that do.
  TextsBefore(const EntryFiles& files, const EntryFiles& files_now, const Workspace& now,
              unsigned jobs) {
    std::vector<std::optional<Source>> sources(files.paths().size());
    parallel_for(sources.size(), jobs, [&](std::size_t index, unsigned) {
      const std::string& path = files.paths()[index];
      const std::optional<FileId> file = now.file_at(path);
      if (file && files.surely_has(path, files_now, now.sources()[*file])) return;
      Source source = files.load(path);
      if (!file || !is_same(source, now.sources()[*file])) sources[index] = std::move(source);
    });
    for (std::size_t index = 0; index < sources.size(); ++index) {
      if (sources[index]) texts_.emplace(files.paths()[index], *std::move(sources[index]));
    }
    for (const auto& [path, source] : texts_) {
      changes_.written.push_back(path);
      (now.file_at(path) ? way_back_.written : way_back_.removed).push_back(path);
    }
    for (FileId file = 0; file < now.sources().size(); ++file) {
      const std::string& path = now.path_of(file);
      if (std::binary_search(files.paths().begin(), files.paths().end(), path)) continue;
      changes_.removed.push_back(path);
      way_back_.written.push_back(path);
    }
  }

  const EntryChanges& changes() const { return changes_; }
  const EntryChanges& way_back() const { return way_back_; }
  Source load(const std::string& path) const { return texts_.at(path); }

 private:
  static bool is_same(const Source& before, const Source& now) {
    return !now.put_away && before.text == now.text && before.path == now.path &&
           before.unreadable == now.unreadable && before.too_large == now.too_large;
  }

  std::map<std::string, Source> texts_;
  EntryChanges changes_, way_back_;
};

}  // namespace

bool AnalysedFiles::is_for(const Config& config) const {
  return use_ == Workspace::Use::kForChanges && config.text == config_.text &&
         config.root == config_.root && config.schema_text == config_.schema_text &&
         config.taxonomy == config_.taxonomy;
}

Analysis AnalysedFiles::analyse_before(Snapshot& before, std::optional<Baseline> baseline) {
  RunTexts texts = options_.texts;
  texts.snapshot = &before;
  texts.edited = nullptr;
  const EntryFiles files(config_, texts);
  const TextsBefore then(files, *files_, *workspace_, options_.jobs);
  workspace_->apply(then.changes(), [&](const std::string& path) { return then.load(path); });
  Analysis analysis = workspace_->snapshot();
  files.complete(analysis);
  workspace_->apply(then.way_back(), [&](const std::string& path) { return files_->load(path); });
  suppress(config_, options_.rules, baseline ? &*baseline : nullptr, analysis);
  return analysis;
}

Analysis AnalysedFiles::analyse_files(const std::vector<FileId>& edited) {
  const auto load = [&](const std::string& path) { return files_->load(path); };
  if (workspace_) {
    EntryChanges changes;
    for (const FileId file : edited) changes.written.push_back(workspace_->path_of(file));
    workspace_->apply(changes, load);
  } else {
    ProgressBar progress(request_.progress);
    AnalyseOptions options = options_;
    options.watch.progress = &progress.done;
    files_.emplace(config_, options_.texts);
    progress.total = files_->paths().size();
    workspace_.emplace(config_, std::move(options), use_);
    workspace_->open(files_->paths(), load);
  }
  Analysis analysis =
      use_ == Workspace::Use::kOnce ? std::move(*workspace_).take() : workspace_->snapshot();
  files_->complete(analysis);
  return analysis;
}

}  // namespace kbc
