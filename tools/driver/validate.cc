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

}  // namespace

int validate(const ValidateRequest& request) {
  const Result<std::unique_ptr<Snapshot>> snapshot = staged_files(request);
  if (!snapshot) return report_trouble("--staged: " + snapshot.error().message);
  const Result<Config> config = load_config(request.kb_folder, snapshot->get());
  if (!config) return report_trouble(config.error().message);
  std::optional<Baseline> baseline;
  if (!request.baseline.empty() && !request.update_baseline) {
    Result<Baseline> read = Baseline::read(request.baseline, snapshot->get());
    if (!read) return report_trouble(read.error().message);
    baseline = std::move(*read);
  }
  std::optional<ProgressBar> progress(std::in_place, request.progress);
  AnalyseOptions options = options_of(*config, request, *progress);
  options.snapshot = snapshot->get();
  Analysis analysis = analyse(*config, options);
  progress.reset();
  suppress(*config, options, baseline ? &*baseline : nullptr, analysis);
  if (request.update_baseline) {
    if (Status failed = update_baseline(request.baseline, options.severities, analysis)) {
      return report_trouble(failed->message);
    }
    return report_errors(analysis.errors, kClean);
  }
  const Result<Selected> selected = select_findings(*config, request.paths, analysis);
  if (!selected) return report_trouble(selected.error().message);
  for (const std::string& note : selected->notes) std::cerr << "kbc: " << note << '\n';
  if (analysis.entry_count == 0 && analysis.diagnostics.empty() && analysis.errors.empty() &&
      !request.allow_empty) {
    return report_trouble(no_entry_in(*config));
  }
  return report_errors(analysis.errors, show(request, selected->entries, analysis));
}

}  // namespace kbc
