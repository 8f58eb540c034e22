#include "driver/validate.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "analysis/baseline.h"
#include "analysis/repair.h"
#include "analysis/rule_choice.h"
#include "analysis/selection.h"
#include "analysis/since.h"
#include "analysis/suppress.h"
#include "analysis/update_baseline.h"
#include "driver/bases.h"
#include "driver/outputs.h"
#include "driver/progress.h"
#include "driver/settings.h"
#include "driver/trouble.h"
#include "format/line_diff.h"
#include "git/repository.h"
#include "os/real_path.h"
#include "os/write_file.h"
#include "output/sarif_parts.h"
#include "text/date.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

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

// What a run over one knowledge base has to show.
struct Part {
  Border border;
  Analysis analysis;
  std::vector<FileId> entries;  // that were looked at
};

// What became of one knowledge base.
struct Passed {
  int status = kClean;       // an ExitCode, which does not count the findings of the part
  std::optional<Part> part;  // none where something other than findings was shown
};

// No link inside of any of the knowledge bases leads a report out of it.
Status write_report(const std::vector<Part>& parts, const std::string& path,
                    const std::function<void(std::ostream&)>& write) {
  for (const Part& part : parts) {
    const Result<FilePlace> place = part.border.output(path, Border::By::kPerson);
    if (!place) return place.error();
  }
  return write_output(parts.front().border, path, write);
}

Status write_outputs(const std::vector<Part>& parts, const ValidateRequest& request,
                     const Rendering& rendering) {
  for (const OutputTarget& target : request.outputs) {
    if (target.path.empty()) {
      target.format->render(rendering, data_output());
      continue;
    }
    // The path may be that of standard output.
    data_output().flush();
    Status failed = write_report(parts, target.path,
                                 [&](std::ostream& out) { target.format->render(rendering, out); });
    if (failed) return failed;
  }
  return {};
}

void limit_results(const ValidateRequest& request, Rendering& rendering) {
  const bool has_sarif = std::any_of(
      request.outputs.begin(), request.outputs.end(),
      [](const OutputTarget& target) { return target.format->format == Format::sarif_format; });
  if (!has_sarif) return;
  rendering.max_results = most_sarif_results();
  const std::size_t all = rendering.counts.findings();
  if (all <= rendering.max_results) return;
  report_trouble("sarif: GitHub takes " + std::to_string(rendering.max_results) +
                 " results, so the log has the worst of " + counted(all, "finding"));
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

int show(const ValidateRequest& request, std::vector<Part>& parts) {
  Rendering rendering = request.display;
  rendering.fail_on = request.fail_on;
  int status = kClean;
  for (Part& part : parts) {
    locate_and_sort(part.analysis);
    const std::vector<Diagnostic>& findings = part.analysis.diagnostics;
    rendering.bases.push_back({&findings, &part.analysis.sources, &part.entries});
    add(count(findings, part.entries.size()), rendering.counts);
    if (fails(findings, request.fail_on)) status = kFindings;
  }
  limit_results(request, rendering);
  if (Status failed = write_outputs(parts, request, rendering)) return report_trouble(*failed);
  return status;
}

// Why the text on standard input is not checked; empty when it is.
std::string why_not_checked(const Config& config, const ValidateRequest& request) {
  if (!request.overlay || request.overlay->path.empty()) return {};
  return what_is_no_entry(config, request.overlay->path);
}

// An editor asks about every file; of one that is no entry there is nothing to say but that.
Passed pass_unchecked(const Config& config, const ValidateRequest& request,
                      const std::string& why) {
  if (request.fix == FixMode::kShow) return {};
  report_trouble(request.overlay->path + ": " + why);
  Analysis nothing{SourceSet(config.border), 0, {}, 0, KnowledgeBase({}, {}), {}, {}, {}};
  return {kClean, Part{config.border, std::move(nothing), {}}};
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

Passed show_repairs(const ValidateRequest& request, const Repairs& repairs,
                    const Checked& checked) {
  print_diff(repairs.diff(), standard_output());
  const bool fail = repairs.has_changes() || fails(checked.analysis.diagnostics, request.fail_on);
  return {report_errors(checked.analysis.errors, fail ? kFindings : kClean), {}};
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

Passed finish(const Config& config, const ValidateRequest& request, Checked&& checked) {
  Analysis& analysis = checked.analysis;
  if (request.update_baseline) {
    if (Status failed =
            update_baseline(config.border, request.baseline, checked.severities, analysis)) {
      return {report_trouble(*failed), {}};
    }
    return {report_errors(analysis.errors, kClean), {}};
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
    return {report_trouble(no_entry_in(config)), {}};
  }
  const int status = report_errors(analysis.errors, kClean);
  return {status, Part{config.border, std::move(analysis), std::move(checked.selected.entries)}};
}

// Of one knowledge base, which the request names.
Passed validate_base(const ValidateRequest& request) {
  Result<History> history = ask_git(request);
  if (!history) return {report_trouble(history.error()), {}};
  const Result<Settings> settings = settings_of(request, history->staged.get());
  if (!settings) return {report_trouble(settings.error()), {}};
  const Config& config = settings->config;
  for (const std::string& note : config.notes) report_trouble(Error{note});
  for (const std::string& note : settings->notes) report_trouble(note);
  if (const std::string why = why_not_checked(config, request); !why.empty()) {
    return pass_unchecked(config, request, why);
  }
  if (history->change) {
    history->earlier = analyse_before(request, *history->change, *settings);
  }
  Repairs repairs(request.fix_safety);
  for (;;) {
    Result<Checked> checked = check(config, request, *history, settings->baseline, repairs.texts());
    if (!checked) return {report_trouble(checked.error()), {}};
    if (request.fix == FixMode::kNone) return finish(config, request, std::move(*checked));
    locate_and_sort(checked->analysis);
    if (repairs.mend(checked->analysis)) continue;
    if (request.fix == FixMode::kShow) return show_repairs(request, repairs, *checked);
    const std::vector<Error> errors = make_repairs(config.border, request, repairs);
    Passed passed = finish(config, request, std::move(*checked));
    passed.status = report_errors(errors, passed.status);
    return passed;
  }
}

// A baseline names entries by their ids, which two knowledge bases may share.
Status check_baseline(const ValidateRequest& request, const NamedBases& named) {
  if (request.baseline.empty() || named.bases.size() < 2) return {};
  std::vector<std::string> folders;
  for (const NamedBase& base : named.bases) folders.push_back(display_path(base.choice.folder));
  return Error{"--baseline is for one knowledge base, and the PATHs lie in " +
               listed(folders, "and") + ": check each by itself"};
}

NamedBases bases_of(const ValidateRequest& request) {
  std::vector<std::string> places = request.paths;
  if (request.overlay && !request.overlay->path.empty()) places.push_back(request.overlay->path);
  return bases_of(request.base, places);
}

// What is asked of one of the knowledge bases. The text on standard input belongs to the one that
// its place is in, and to the first without one.
ValidateRequest request_for(const NamedBase& base, bool is_first, const ValidateRequest& request) {
  ValidateRequest one = request;
  one.base = base.choice;
  one.paths = base.paths;
  if (!one.overlay) return one;
  const bool is_here = one.overlay->path.empty() ? is_first : one.paths.back() == one.overlay->path;
  if (!is_here) {
    one.overlay.reset();
  } else if (!one.overlay->path.empty()) {
    one.paths.pop_back();
  }
  return one;
}

}  // namespace

int validate(const ValidateRequest& request) {
  std::vector<std::string> outputs;
  for (const OutputTarget& target : request.outputs) outputs.push_back(target.path);
  if (Status failed = check_outputs(outputs)) return report_trouble(*failed);
  const NamedBases named = bases_of(request);
  if (Status failed = check_baseline(request, named)) return report_trouble(*failed);
  int status = report_errors(named.errors, kClean);
  std::vector<Part> parts;
  for (const NamedBase& base : named.bases) {
    Passed passed = validate_base(request_for(base, &base == named.bases.data(), request));
    status = std::max(status, passed.status);
    if (passed.part) parts.push_back(std::move(*passed.part));
  }
  return parts.empty() ? status : std::max(status, show(request, parts));
}

}  // namespace kbc
