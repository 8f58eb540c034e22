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
#include "analysis/update_baseline.h"
#include "driver/analyse_files.h"
#include "driver/bases.h"
#include "driver/findings_before.h"
#include "driver/history.h"
#include "driver/outputs.h"
#include "driver/settings.h"
#include "driver/trouble.h"
#include "format/line_diff.h"
#include "git/repository.h"
#include "os/real_path.h"
#include "os/write_file.h"
#include "output/sarif_parts.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What a run over one knowledge base has to show.
struct Part {
  Border border;
  Analysis analysis;
  std::vector<FileId> entries;   // that were looked at
  std::optional<Tally> earlier;  // Rendering has it
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

// Drops the findings that were there before the change, and gives their number.
Tally drop_earlier(const ValidateRequest& request, const Config& config, const History& history,
                   FindingsBefore& before, Analysis& analysis) {
  // A link that --allow-outside accepts may lead to what the change touches.
  const bool is_untouched = request.base.allowed.empty() && request.baseline.empty() &&
                            !history.change->touches_base(config);
  if (!is_untouched) {
    return history.change->keep_findings(config, history.which, before.names(analysis), analysis);
  }
  const Tally all = tally(analysis.diagnostics);
  analysis.diagnostics.clear();
  return all;
}

// Keeps the findings and the entries that the PATHs ask for, of what the change has left.
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

bool has_text_on_screen(const ValidateRequest& request) {
  return std::ranges::any_of(request.outputs, [](const OutputTarget& target) {
    return target.path.empty() && target.format->format == Format::text_format;
  });
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
  return {kClean, Part{config.border, std::move(nothing), {}, {}}};
}

// One pass over the knowledge base: what there is to report of it.
struct Checked {
  Analysis analysis;
  Severities severities;
  Selected selected;
  std::optional<Tally> earlier = {};
};

Result<Checked> check(const Settings& settings, const ValidateRequest& request,
                      const History& history, FindingsBefore* before,
                      const std::vector<FileId>& edited, AnalysedFiles& files) {
  const Config& config = settings.config;
  const Change* const change = history.change ? &*history.change : nullptr;
  Checked checked{
      files.analyse(edited, settings.baseline, change), files.options().rules.severities, {}};
  if (request.update_baseline) return checked;
  if (before != nullptr) {
    const Tally earlier = drop_earlier(request, config, history, *before, checked.analysis);
    if (request.hook) checked.earlier = earlier;
  }
  Result<Selected> selected = select(request, config, history, checked.analysis);
  if (!selected) return selected.error();
  checked.selected = std::move(*selected);
  return checked;
}

Result<Settings> settings_of(const ValidateRequest& request, const Snapshot* snapshot) {
  const SettingsPlace place{request.base, request.baseline, snapshot, request.update_baseline};
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

// Of one knowledge base, which the request names.
Passed validate_base(const ValidateRequest& request) {
  const Result<History> history =
      ask_git(request.base, {request.staged, request.hook, request.since});
  if (!history) return {report_trouble(history.error()), {}};
  const Result<Settings> settings = settings_of(request, history->after.get());
  if (!settings) return {report_trouble(settings.error()), {}};
  const Config& config = settings->config;
  for (const std::string& note : config.notes) report_trouble(Error{note});
  for (const std::string& note : settings->notes) report_trouble(note);
  if (const std::string why = why_not_checked(config, request); !why.empty()) {
    return pass_unchecked(config, request, why);
  }
  Repairs repairs(request.fix_safety);
  AnalyseOptions options = options_of(config, request);
  options.texts.snapshot = history->after.get();
  options.texts.edited = &repairs.texts();
  const bool is_once = request.fix == FixMode::kNone && !history->change;
  AnalysedFiles files(config, request, std::move(options),
                      is_once ? Workspace::Use::kOnce : Workspace::Use::kForChanges);
  std::optional<FindingsBefore> before;
  if (history->change) before.emplace(request, *history->change, history->which, *settings, files);
  for (;;) {
    Result<Checked> checked =
        check(*settings, request, *history, before ? &*before : nullptr, repairs.mended(), files);
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
  if (Status failed = check_targets(request.outputs)) return report_trouble(*failed);
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
