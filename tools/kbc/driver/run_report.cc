#include "driver/run_report.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "analysis/update_baseline.h"
#include "driver/outputs.h"
#include "git/repository.h"
#include "os/real_path.h"
#include "output/sarif_parts.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// No link inside of any of the knowledge bases leads a report out of it.
Status write_report(const std::vector<Part>& parts, const std::string& path,
                    const std::function<void(std::ostream&)>& write) {
  for (const Part& part : parts) {
    if (path.empty()) break;
    const Result<FilePlace> place = part.border.output(path, Border::By::kPerson);
    if (!place) return place.error();
  }
  return write_report(parts.front().border, path, write);
}

Status write_outputs(const std::vector<Part>& parts, const ValidateRequest& request,
                     const Rendering& rendering) {
  for (const OutputTarget& target : request.outputs) {
    Rendering form = rendering;
    // Only what a person reads on a terminal is in another order than its place.
    if (!target.path.empty()) form.worst_first = false;
    Status failed = write_report(parts, target.path,
                                 [&](std::ostream& out) { target.format->render(form, out); });
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

bool has_text_on_screen(const ValidateRequest& request) {
  return std::ranges::any_of(request.outputs, [](const OutputTarget& target) {
    return target.path.empty() && target.format->format == Format::text_format;
  });
}

// A link out of a sparse checkout leads to what git has and the disk does not.
std::string sparse_note(const Config& config, const ValidateRequest& request,
                        const Analysis& analysis) {
  const auto is_dangling = [](const Diagnostic& finding) {
    return info_of(finding.rule).name == "link-unresolved";
  };
  const std::vector<Diagnostic>& findings = analysis.diagnostics;
  if (request.staged || request.hook || !request.since.empty() ||
      std::none_of(findings.begin(), findings.end(), is_dangling) ||
      working_tree_around(config.root).empty()) {
    return {};
  }
  const Result<Repository> repository = Repository::around(config.root);
  if (!repository || !repository->is_sparse()) return {};
  return "this checkout is sparse, and an entry that it leaves out counts as missing; `--staged` "
         "checks all that git has";
}

Status write_baseline(const Config& config, const ValidateRequest& request, Checked& checked) {
  if (!request.baseline.empty()) {
    return update_baseline(config.border, request.baseline, Border::By::kPerson, checked.severities,
                           checked.analysis);
  }
  if (!config.baseline_path.empty()) {
    return update_baseline(config.border, display_path(config.baseline_path), Border::By::kOperator,
                           checked.severities, checked.analysis);
  }
  return Error{"--update-baseline needs --baseline FILE, or the key `baseline` in " +
               display_path(config.path)};
}

}  // namespace

Result<Selected> select(const ValidateRequest& request, const Config& config,
                        const History& history, Analysis& analysis) {
  KnownPaths known(config, history);
  Result<Selected> selected = select_findings(
      config, request.paths, [&](const std::string& path) { return known.has(path); }, analysis);
  if (!selected || !history.change) return selected;
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
    add(count(findings, part.analysis.sources, part.entries.size()), rendering.counts);
    if (part.earlier && !rendering.earlier) rendering.earlier.emplace();
    if (part.earlier) rendering.earlier->add(*part.earlier);
    if (fails(findings, request.fail_on)) status = kFindings;
  }
  limit_results(request, rendering);
  if (Status failed = write_outputs(parts, request, rendering)) return report_trouble(*failed);
  if (rendering.earlier && rendering.earlier->findings() > 0 && !has_text_on_screen(request)) {
    report_trouble(earlier_line(*rendering.earlier));
  }
  return status;
}

Passed finish(const Config& config, const ValidateRequest& request, Checked&& checked) {
  Analysis& analysis = checked.analysis;
  if (request.update_baseline) {
    if (Status failed = write_baseline(config, request, checked)) {
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
  return {status, Part{config.border, std::move(analysis), std::move(checked.selected.entries),
                       checked.earlier}};
}

}  // namespace kbc
