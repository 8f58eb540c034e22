#include "driver/validate.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "analysis/baseline.h"
#include "analysis/repair.h"
#include "analysis/rule_choice.h"
#include "analysis/selection.h"
#include "analysis/since.h"
#include "driver/analyse_files.h"
#include "driver/bases.h"
#include "driver/findings_before.h"
#include "driver/history.h"
#include "driver/run_report.h"
#include "driver/settings.h"
#include "driver/trouble.h"
#include "format/line_diff.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

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
  Analysis nothing{
      SourceSet(config.border), 0, {}, 0, KnowledgeBase(std::vector<SharedRecord>()), {}, {}, {}};
  return {kClean, Part{config.border, std::move(nothing), {}, {}}};
}

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
