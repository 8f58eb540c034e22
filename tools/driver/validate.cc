#include "driver/validate.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <utility>

#include "base/write_file.h"
#include "command/command.h"
#include "driver/baseline.h"
#include "driver/progress.h"
#include "driver/repair.h"
#include "driver/rule_choice.h"
#include "driver/selection.h"
#include "driver/suppress.h"
#include "driver/update_baseline.h"
#include "text/date.h"

namespace kbc {
namespace {

AnalyseOptions options_of(const Config& config, const ValidateRequest& request,
                          ProgressBar& progress) {
  AnalyseOptions options;
  settle_rules(config, request.rules, options);
  options.today = request.today.value_or(today_utc());
  options.jobs = request.jobs;
  options.overlay = request.overlay;
  options.progress = &progress.done;
  options.total = &progress.total;
  return options;
}

Status write_outputs(const ValidateRequest& request, const Rendering& rendering) {
  for (const OutputTarget& target : request.outputs) {
    if (target.path.empty()) {
      target.format->render(rendering, std::cout);
      continue;
    }
    Status failed =
        write_file(target.path, [&](std::ostream& out) { target.format->render(rendering, out); });
    if (failed) return failed;
  }
  return {};
}

std::string no_entry_in(const Config& config) {
  const std::string folder = display_path(config.entries);
  std::error_code failed;
  const bool is_there = std::filesystem::exists(config.entries, failed);
  return "no entry found in " + folder +
         (is_there ? "" : ", which does not exist (`entries` in kbc.json names the folder)") +
         "; --allow-empty accepts that";
}

// Null for the working tree.
Result<std::unique_ptr<Snapshot>> staged_files(const ValidateRequest& request) {
  if (!request.staged) return std::unique_ptr<Snapshot>();
  const Result<std::string> folder = find_knowledge_base(request.kb_folder);
  if (!folder) return folder.error();
  return Snapshot::staged(*folder);
}

int show(const ValidateRequest& request, const std::vector<FileId>& selected, Analysis& analysis) {
  locate_and_sort(analysis);
  Rendering rendering = request.display;
  rendering.findings = &analysis.diagnostics;
  rendering.sources = &analysis.sources;
  rendering.entries = &selected;
  rendering.counts = count(analysis.diagnostics, selected.size());
  rendering.fail_on = request.fail_on;
  if (Status failed = write_outputs(request, rendering)) return report_trouble(failed->message);
  return fails(analysis.diagnostics, request.fail_on) ? kFindings : kClean;
}

// One pass over the knowledge base: what there is to report of it.
struct Checked {
  Analysis analysis;
  AnalyseOptions options;
  Selected selected;
};

Result<Checked> check(const Config& config, const ValidateRequest& request,
                      std::optional<Baseline> baseline, Snapshot* snapshot,
                      const EditedTexts& edited) {
  std::optional<ProgressBar> progress(std::in_place, request.progress);
  AnalyseOptions options = options_of(config, request, *progress);
  options.snapshot = snapshot;
  options.edited = &edited;
  Analysis analysis = analyse(config, options);
  progress.reset();
  suppress(config, options, baseline ? &*baseline : nullptr, analysis);
  if (request.update_baseline) return Checked{std::move(analysis), std::move(options), {}};
  Result<Selected> selected = select_findings(config, request.paths, analysis);
  if (!selected) return selected.error();
  return Checked{std::move(analysis), std::move(options), std::move(*selected)};
}

Result<std::optional<Baseline>> read_baseline(const ValidateRequest& request, Snapshot* snapshot) {
  if (request.baseline.empty() || request.update_baseline) return std::optional<Baseline>();
  Result<Baseline> read = Baseline::read(request.baseline, snapshot);
  if (!read) return read.error();
  return std::optional<Baseline>(std::move(*read));
}

// Says on standard error what the fixes were, and gives the files their new texts.
std::vector<Error> make_repairs(const ValidateRequest& request, const Repairs& repairs) {
  std::vector<Error> errors = repairs.write();
  if (!request.display.summary || !repairs.has_changes()) return errors;
  for (const std::string& line : repairs.done()) std::cerr << line << '\n';
  std::cerr << counted(repairs.done().size(), "fix") << " in "
            << counted(repairs.texts().size(), "file") << '\n';
  return errors;
}

int show_repairs(const ValidateRequest& request, const Repairs& repairs, const Checked& checked) {
  std::cout << repairs.diff();
  const bool fail =
      repairs.has_changes() || fails(checked.analysis.diagnostics, request.fail_on);
  return report_errors(checked.analysis.errors, fail ? kFindings : kClean);
}

int finish(const Config& config, const ValidateRequest& request, Checked& checked) {
  Analysis& analysis = checked.analysis;
  if (request.update_baseline) {
    if (Status failed = update_baseline(request.baseline, checked.options.severities, analysis)) {
      return report_trouble(failed->message);
    }
    return report_errors(analysis.errors, kClean);
  }
  for (const std::string& note : checked.selected.notes) std::cerr << "kbc: " << note << '\n';
  if (analysis.entry_count == 0 && analysis.diagnostics.empty() && analysis.errors.empty() &&
      !request.allow_empty) {
    return report_trouble(no_entry_in(config));
  }
  return report_errors(analysis.errors, show(request, checked.selected.entries, analysis));
}

}  // namespace

int validate(const ValidateRequest& request) {
  const Result<std::unique_ptr<Snapshot>> snapshot = staged_files(request);
  if (!snapshot) return report_trouble("--staged: " + snapshot.error().message);
  const Result<Config> config = load_config(request.kb_folder, snapshot->get());
  if (!config) return report_trouble(config.error().message);
  const Result<std::optional<Baseline>> baseline = read_baseline(request, snapshot->get());
  if (!baseline) return report_trouble(baseline.error().message);
  Repairs repairs(request.fix_safety);
  for (;;) {
    Result<Checked> checked = check(*config, request, *baseline, snapshot->get(), repairs.texts());
    if (!checked) return report_trouble(checked.error().message);
    if (request.fix == FixMode::kNone) return finish(*config, request, *checked);
    locate_and_sort(checked->analysis);
    if (repairs.mend(checked->analysis)) continue;
    if (request.fix == FixMode::kShow) return show_repairs(request, repairs, *checked);
    const std::vector<Error> errors = make_repairs(request, repairs);
    return report_errors(errors, finish(*config, request, *checked));
  }
}

}  // namespace kbc
