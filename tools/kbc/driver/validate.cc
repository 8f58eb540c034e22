#include "driver/validate.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "analysis/baseline.h"
#include "analysis/repair.h"
#include "analysis/rule_choice.h"
#include "analysis/selection.h"
#include "analysis/since.h"
#include "analysis/suppress.h"
#include "analysis/update_baseline.h"
#include "driver/outputs.h"
#include "driver/progress.h"
#include "driver/settings.h"
#include "driver/trouble.h"
#include "format/line_diff.h"
#include "git/repository.h"
#include "os/real_path.h"
#include "os/write_file.h"
#include "text/date.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

AnalyseOptions options_of(const Config& config, const ValidateRequest& request) {
  AnalyseOptions options;
  settle_rules(config, request.rules, options.rules);
  options.today = request.today ? Today::exactly(*request.today) : Today::now();
  options.jobs = request.jobs;
  options.texts.overlay = request.overlay;
  return options;
}

// Analyses the files, and takes away what is accepted.
Analysis analyse_files(const Config& config, const ValidateRequest& request, AnalyseOptions options,
                       std::optional<Baseline> baseline) {
  std::optional<ProgressBar> progress(std::in_place, request.progress);
  options.watch.progress = &progress->done;
  options.watch.total = &progress->total;
  Analysis analysis = analyse(config, options);
  progress.reset();
  suppress(config, options.rules, baseline ? &*baseline : nullptr, analysis);
  return analysis;
}

Status write_outputs(const Border& border, const ValidateRequest& request,
                     const Rendering& rendering) {
  for (const OutputTarget& target : request.outputs) {
    if (target.path.empty()) {
      target.format->render(rendering, data_output());
      continue;
    }
    // The path may be that of standard output.
    data_output().flush();
    Status failed = write_output(border, target.path,
                                 [&](std::ostream& out) { target.format->render(rendering, out); });
    if (failed) return failed;
  }
  return {};
}

std::string no_entry_in(const Config& config) {
  const std::string folder = display_path(config.entries);
  std::error_code failed;
  const bool is_there = std::filesystem::exists(config.entries, failed);
  return "no entries found in " + folder +
         (is_there ? "" : ", which does not exist (`entries` in kbc.json names the folder)") +
         "; pass --allow-empty to accept that";
}

// What git knows of the files to check.
struct History {
  std::unique_ptr<Snapshot> staged;  // what git has of the files; null for the working tree
  std::optional<Change> change;      // that --since asks for
  std::vector<std::string> earlier;  // fingerprints of the findings before it
};

Result<History> ask_git(const ValidateRequest& request) {
  History history;
  if (!request.staged && request.since.empty()) return history;
  const Result<std::string> folder = find_knowledge_base(request.base);
  if (!folder) return folder.error();
  const Result<Border> border = border_around(*folder, request.base);
  if (!border) return border.error();
  if (request.staged) {
    Result<std::unique_ptr<Snapshot>> staged = Snapshot::staged(*folder, *border);
    if (!staged) return Error{"--staged: " + staged.error().message};
    history.staged = std::move(*staged);
  }
  if (request.since.empty()) return history;
  const Until until = request.staged ? Until::kIndex : Until::kWorkingTree;
  Result<Change> change = Change::since(request.since, *folder, *border, until);
  if (!change) return Error{"--since: " + change.error().message};
  history.change.emplace(std::move(*change));
  if (!request.staged && history.change->before().repository().is_sparse()) {
    Result<std::unique_ptr<Snapshot>> sparse = Snapshot::sparse(*folder, *border);
    if (!sparse) return Error{"--since: " + sparse.error().message};
    history.staged = std::move(*sparse);
  }
  return history;
}

std::vector<std::string> analyse_before(const ValidateRequest& request, const Change& change,
                                        const Config& config, std::optional<Baseline> baseline) {
  AnalyseOptions options = options_of(config, request);
  options.texts.snapshot = &change.before();
  Analysis analysis = analyse_files(config, request, options, std::move(baseline));
  return fingerprints_of(analysis);
}

// The fingerprints of the findings before the change, by the configuration of then, or by that of
// --config-from.
std::vector<std::string> analyse_before(const ValidateRequest& request, const Change& change,
                                        const Settings& settings) {
  if (!request.config_from.empty()) {
    return analyse_before(request, change, settings.config, settings.baseline);
  }
  const Result<Config> config = load_config(request.base, &change.before());
  if (!config) {
    report_trouble(
        "--since: cannot read the configuration of that commit, so every finding counts as new: " +
        config.error().message);
    return {};
  }
  return analyse_before(request, change, *config, settings.baseline);
}

// Keeps the findings and the entries that the change, and the PATHs, ask for.
Result<Selected> select(const ValidateRequest& request, const Config& config,
                        const History& history, Analysis& analysis) {
  if (!history.change) return select_findings(config, request.paths, analysis);
  history.change->keep_findings(config, history.earlier, analysis);
  Result<Selected> selected = select_findings(config, request.paths, analysis);
  if (!selected) return selected;
  const std::vector<FileId> changed = history.change->changed_entries(config, analysis);
  std::erase_if(selected->entries, [&](FileId file) {
    return !std::binary_search(changed.begin(), changed.end(), file);
  });
  return selected;
}

int show(const Border& border, const ValidateRequest& request, const std::vector<FileId>& selected,
         Analysis& analysis) {
  locate_and_sort(analysis);
  Rendering rendering = request.display;
  rendering.findings = &analysis.diagnostics;
  rendering.sources = &analysis.sources;
  rendering.entries = &selected;
  rendering.counts = count(analysis.diagnostics, selected.size());
  rendering.fail_on = request.fail_on;
  if (Status failed = write_outputs(border, request, rendering)) return report_trouble(*failed);
  return fails(analysis.diagnostics, request.fail_on) ? kFindings : kClean;
}

// Why the text on standard input is not checked; empty when it is.
std::string why_not_checked(const Config& config, const ValidateRequest& request) {
  if (!request.overlay || request.overlay->path.empty()) return {};
  return what_is_no_entry(config, request.overlay->path);
}

// An editor asks about every file; of one that is no entry there is nothing to say but that.
int show_unchecked(const Config& config, const ValidateRequest& request, const std::string& why) {
  if (request.fix == FixMode::kShow) return kClean;
  report_trouble(request.overlay->path + ": " + why);
  Analysis nothing{SourceSet(config.border), 0, {}, 0, KnowledgeBase({}, {}), {}, {}, {}};
  return show(config.border, request, {}, nothing);
}

// One pass over the knowledge base: what there is to report of it.
struct Checked {
  Analysis analysis;
  Severities severities;
  Selected selected;
};

Result<Checked> check(const Config& config, const ValidateRequest& request, const History& history,
                      std::optional<Baseline> baseline, const EditedTexts& edited) {
  AnalyseOptions options = options_of(config, request);
  options.texts.snapshot = history.staged.get();
  options.texts.edited = &edited;
  Analysis analysis = analyse_files(config, request, options, std::move(baseline));
  if (request.update_baseline) return Checked{std::move(analysis), options.rules.severities, {}};
  Result<Selected> selected = select(request, config, history, analysis);
  if (!selected) return selected.error();
  return Checked{std::move(analysis), options.rules.severities, std::move(*selected)};
}

Result<Settings> settings_of(const ValidateRequest& request, const Snapshot* snapshot) {
  const SettingsPlace place{request.base, request.update_baseline ? "" : request.baseline,
                            snapshot};
  return request.config_from.empty() ? settings_in(place)
                                     : settings_from(request.config_from, place);
}

// Says on standard error what the fixes were, and gives the files their new texts.
std::vector<Error> make_repairs(const Border& border, const ValidateRequest& request,
                                const Repairs& repairs) {
  std::vector<Error> errors = repairs.write(border);
  if (!request.display.summary || !repairs.has_changes()) return errors;
  for (const std::string& line : repairs.done()) standard_error() << line << '\n';
  standard_error() << counted(repairs.done().size(), "fix") << " in "
                   << counted(repairs.texts().size(), "file") << '\n';
  return errors;
}

int show_repairs(const ValidateRequest& request, const Repairs& repairs, const Checked& checked) {
  print_diff(repairs.diff(), standard_output());
  const bool fail = repairs.has_changes() || fails(checked.analysis.diagnostics, request.fail_on);
  return report_errors(checked.analysis.errors, fail ? kFindings : kClean);
}

// A link out of a sparse checkout leads to what git has and the disk does not.
std::string sparse_note(const Config& config, const ValidateRequest& request,
                        const Analysis& analysis) {
  const auto is_dangling = [](const Diagnostic& finding) {
    return info_of(finding.rule).name == "link-unresolved";
  };
  const std::vector<Diagnostic>& findings = analysis.diagnostics;
  if (request.staged || !request.since.empty() ||
      std::none_of(findings.begin(), findings.end(), is_dangling) ||
      working_tree_around(config.root).empty()) {
    return {};
  }
  const Result<Repository> repository = Repository::around(config.root);
  if (!repository || !repository->is_sparse()) return {};
  return "this checkout is sparse, and an entry that it leaves out counts as missing; `--staged` "
         "checks all that git has";
}

int finish(const Config& config, const ValidateRequest& request, Checked& checked) {
  Analysis& analysis = checked.analysis;
  if (request.update_baseline) {
    if (Status failed =
            update_baseline(config.border, request.baseline, checked.severities, analysis)) {
      return report_trouble(*failed);
    }
    return report_errors(analysis.errors, kClean);
  }
  if (!analysis.note.empty() && request.paths.empty()) {
    report_trouble(analysis.note);
  }
  if (const std::string note = sparse_note(config, request, analysis); !note.empty()) {
    report_trouble(note);
  }
  for (const std::string& note : checked.selected.notes) report_trouble(note);
  if (analysis.entry_count == 0 && analysis.diagnostics.empty() && analysis.errors.empty() &&
      !request.allow_empty) {
    return report_trouble(no_entry_in(config));
  }
  return report_errors(analysis.errors,
                       show(config.border, request, checked.selected.entries, analysis));
}

}  // namespace

int validate(const ValidateRequest& request) {
  std::vector<std::string> outputs;
  for (const OutputTarget& target : request.outputs) outputs.push_back(target.path);
  if (Status failed = check_outputs(outputs)) return report_trouble(*failed);
  Result<History> history = ask_git(request);
  if (!history) return report_trouble(history.error());
  const Result<Settings> settings = settings_of(request, history->staged.get());
  if (!settings) return report_trouble(settings.error());
  const Config& config = settings->config;
  for (const std::string& note : config.notes) report_trouble(Error{note});
  for (const std::string& note : settings->notes) report_trouble(note);
  if (const std::string why = why_not_checked(config, request); !why.empty()) {
    return show_unchecked(config, request, why);
  }
  if (history->change) {
    history->earlier = analyse_before(request, *history->change, *settings);
  }
  Repairs repairs(request.fix_safety);
  for (;;) {
    Result<Checked> checked = check(config, request, *history, settings->baseline, repairs.texts());
    if (!checked) return report_trouble(checked.error());
    if (request.fix == FixMode::kNone) return finish(config, request, *checked);
    locate_and_sort(checked->analysis);
    if (repairs.mend(checked->analysis)) continue;
    if (request.fix == FixMode::kShow) return show_repairs(request, repairs, *checked);
    const std::vector<Error> errors = make_repairs(config.border, request, repairs);
    return report_errors(errors, finish(config, request, *checked));
  }
}

}  // namespace kbc
