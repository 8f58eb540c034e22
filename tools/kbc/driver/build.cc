#include "driver/build.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/baseline.h"
#include "analysis/buildable.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "config/version.h"
#include "driver/built_index.h"
#include "driver/changes.h"
#include "driver/depfile.h"
#include "driver/outputs.h"
#include "driver/progress.h"
#include "driver/settings.h"
#include "driver/trouble.h"
#include "emit/choose.h"
#include "link/link.h"
#include "link/place_titles.h"
#include "os/input.h"
#include "os/own_program.h"
#include "os/run_program.h"
#include "os/write_file.h"
#include "output/output.h"
#include "text/date.h"
#include "text/printer.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// Texts are looked at again only to show findings: a build need not keep them.
constexpr std::size_t kTextBudget = std::size_t{64} << 20;

// The front half's work: the entries as objects, and what was found.
struct Compiled {
  Pools pools;
  std::vector<Objects> objects;
  std::vector<std::string> inputs;   // files that were read, folders in which files were looked for
  std::vector<Diagnostic> accepted;  // by the baseline
};

Analysis compile(const Config& config, const BuildRequest& request,
                 std::optional<Baseline> baseline, Compiled& compiled) {
  ProgressBar progress(request.progress);
  AnalyseOptions options;
  settle_rules(config, {}, options.rules);
  keep_errors_only(options.rules);
  options.today = request.today ? Today::exactly(*request.today) : Today::now();
  options.jobs = request.jobs;
  options.texts.budget = kTextBudget;
  options.watch.progress = &progress.done;
  options.watch.total = &progress.total;
  compiled.objects.resize(request.jobs);
  options.watch.on_entry = [&](const Entry& entry, FileId file, unsigned worker) {
    assemble(entry, file, compiled.pools, compiled.objects[worker]);
  };
  Analysis analysis = analyse(config, options);
  suppress(config, options.rules, baseline ? &*baseline : nullptr, analysis, &compiled.accepted);
  for (FileId id = 0; id < analysis.entry_count; ++id) {
    compiled.inputs.push_back(analysis.sources[id].file);
  }
  compiled.inputs.insert(compiled.inputs.end(), analysis.folders.begin(), analysis.folders.end());
  return analysis;
}

// Only errors stand in the way; `kbc validate` shows the rest.
void show_errors(const BuildRequest& request, Analysis& analysis) {
  std::erase_if(analysis.diagnostics,
                [](const Diagnostic& finding) { return finding.severity < Severity::kError; });
  if (analysis.diagnostics.empty()) return;
  locate_and_sort(analysis);
  Rendering rendering;
  rendering.bases = {{&analysis.diagnostics, &analysis.sources, {}}};
  rendering.counts = count(analysis.diagnostics, analysis.sources, analysis.entry_count);
  rendering.color = request.color;
  rendering.summary = !request.quiet;
  render_text(rendering, data_output());
}

// The files that are left out, sorted: those with errors, and those with errors that are accepted
// but are in the way of what readers of an index rely on.
std::vector<FileId> faulty_files(const Analysis& analysis,
                                 const std::vector<Diagnostic>& accepted) {
  std::vector<FileId> files;
  for (const Diagnostic& finding : analysis.diagnostics) {
    if (finding.place.file < analysis.entry_count) files.push_back(finding.place.file);
  }
  for (const Diagnostic& finding : accepted) {
    const bool is_in_way = finding.severity == Severity::kError && !is_buildable_with(finding.rule);
    if (is_in_way && finding.place.file < analysis.entry_count) {
      files.push_back(finding.place.file);
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

Result<Provenance> provenance_of(const Config& config, const BuildRequest& request,
                                 StringPool& texts) {
  Provenance provenance;
  const auto add = [&](std::string_view name, std::string_view value) {
    provenance.emplace_back(texts.intern(name), texts.intern(value));
  };
  add("tool", "kbc");
  add("tool-version", kVersion);
  add("case", name_of(config.case_rule));
  if (!request.commit) return provenance;
  Result<std::string> commit = run_program({"git", "-C", config.root, "rev-parse", "HEAD"});
  if (!commit) return Error{"cannot determine the git commit: " + commit.error().message};
  while (!commit->empty() && commit->back() == '\n') commit->pop_back();
  add("commit", *commit);
  return provenance;
}

// Writes what is not up to date, or says so.
class Delivery {
 public:
  Delivery(const BuildRequest& request, const Border& border, std::string folder)
      : request_(request), border_(border), folder_(std::move(folder)) {}

  Status deliver(const Artefact& artefact) {
    const std::string path = path_of(artefact);
    std::error_code failed;
    if (request_.check && !fs::exists(folder_, failed)) {
      return request_.allow_missing ? tell(path, "not there") : tell_stale(path);
    }
    const Result<FilePlace> place =
        border_.output(path, Border::By::kPerson,
                       request_.check ? Border::Missing::kIsError : Border::Missing::kIsMade);
    if (!place) return place.error();
    const bool is_text = !artefact.name.ends_with(".kbx");
    const LineEnds ends = request_.check && is_text ? LineEnds::kAny : LineEnds::kExact;
    if (request_.check && request_.allow_missing && !fs::exists(path, failed)) {
      return tell(path, "not there");
    }
    if (holds(*place, artefact.write, ends)) return tell(path, "up to date");
    if (request_.check) return tell_stale(path);
    if (Status unwritten = write_file(*place, artefact.write)) return unwritten;
    return tell(path, "written");
  }

  // Which entries differ from those of the index that is there.
  void tell_changes(const kbx::Index& now) const {
    constexpr std::size_t kMaxIndexBytes = std::size_t{1} << 32;
    const Result<FilePlace> place =
        border_.output((fs::path(folder_) / "kb.kbx").string(), Border::By::kPerson);
    if (!place) return;
    const Result<std::string> before = read_file(*place, kMaxIndexBytes);
    if (before) kbc::tell_changes(*before, now, standard_output());
  }

  std::string path_of(const Artefact& artefact) const {
    return (fs::path(folder_) / artefact.name).string();
  }

  std::size_t stale() const { return stale_; }

 private:
  Status tell(const std::string& path, std::string_view what) const {
    if (!request_.quiet) standard_output() << display_path(path) << ": " << what << '\n';
    return {};
  }

  Status tell_stale(const std::string& path) {
    ++stale_;
    return tell(path, "out of date");
  }

  const BuildRequest& request_;
  const Border& border_;
  std::string folder_;
  std::size_t stale_ = 0;
};

Result<std::vector<Artefact>> all_artefacts(const BuildRequest& request, EmitInput& input) {
  std::vector<Artefact> all;
  for (const EmitterInfo* emitter : request.emitters) {
    Result<std::vector<Artefact>> artefacts = emitter->emit(input);
    if (!artefacts) return artefacts.error();
    std::move(artefacts->begin(), artefacts->end(), std::back_inserter(all));
  }
  return all;
}

// What a build system is told. It takes the stamp for what was made, since artefacts that do not
// change stay older than the entries; so the depfile speaks of the stamp alone. None with --check.
// A folder's time changes when an entry is added or removed; kbc has its schema in itself.
Result<std::optional<Depfile>> depfile_of(const BuildRequest& request, const Config& config,
                                          const Compiled& compiled,
                                          std::vector<std::string> targets) {
  if (request.depfile.empty() || request.check) return std::optional<Depfile>();
  if (!request.stamp.empty()) targets = {request.stamp};
  std::vector<std::string> inputs = compiled.inputs;
  for (const std::string& file : {config.path, config.entries, config.schema_path,
                                  config.taxonomy_path, config.baseline_path, own_program()}) {
    if (!file.empty()) inputs.push_back(file);
  }
  Result<Depfile> depfile = Depfile::of(targets, inputs);
  if (!depfile) return depfile.error();
  return std::optional<Depfile>(std::move(*depfile));
}

Status deliver_all(const BuildRequest& request, const Config& config,
                   const std::vector<Artefact>& artefacts, const std::optional<Depfile>& depfile,
                   Delivery& delivery) {
  for (const Artefact& artefact : artefacts) {
    if (Status failed = delivery.deliver(artefact)) return failed;
  }
  if (request.check) return {};
  if (depfile) {
    if (Status failed = depfile->write(config.border, request.depfile)) return failed;
  }
  if (request.stamp.empty()) return {};
  return write_output(config.border, request.stamp, [](std::ostream&) {});
}

// The back half: from a linked image to files. Gives kFindings when --check finds one out of date.
int emit(const BuildRequest& request, const Config& config, const Compiled& compiled,
         const Image& image, const Image& tables) {
  const std::string folder = request.out_folder.empty()
                                 ? fs::path(built_index_path(config)).parent_path().string()
                                 : request.out_folder;
  EmitInput input(image, {tables, request.fields, request.name_space, request.table_limit});
  const Result<std::vector<Artefact>> artefacts = all_artefacts(request, input);
  if (!artefacts) return report_trouble(artefacts.error());
  for (const std::string& warning : input.warnings())
    standard_error() << "kbc: warning: " << warning << '\n';
  Delivery delivery(request, config.border, folder);
  std::vector<std::string> targets;
  for (const Artefact& artefact : *artefacts) targets.push_back(delivery.path_of(artefact));
  std::vector<std::string> outputs = targets;
  outputs.insert(outputs.end(), {request.depfile, request.stamp});
  if (Status failed = check_outputs(outputs)) return report_trouble(*failed);
  const Result<std::optional<Depfile>> depfile =
      depfile_of(request, config, compiled, std::move(targets));
  if (!depfile) return report_trouble(depfile.error());
  if (Status failed = deliver_all(request, config, *artefacts, *depfile, delivery)) {
    return report_trouble(*failed);
  }
  if (!request.check || delivery.stale() == 0) return kClean;
  delivery.tell_changes(input.index());
  return kFindings;
}

bool writes_built_index(const BuildRequest& request) {
  return !request.check && request.out_folder.empty() &&
         std::ranges::any_of(request.emitters,
                             [](const EmitterInfo* emitter) { return emitter->name == "index"; });
}

// What C++ tables have, if that is less than all; spends the objects then.
Result<std::optional<Image>> part_of(const BuildRequest& request, const Config& config,
                                     const std::vector<FileId>& left_out,
                                     const Provenance& provenance, Compiled& compiled) {
  if (request.fields.is_all() && request.domains.empty()) return std::optional<Image>();
  if (Status unknown =
          keep_chosen(request.fields, request.domains, compiled.pools, compiled.objects)) {
    return *unknown;
  }
  Result<Image> image = link(compiled.objects, compiled.pools, left_out, provenance,
                             {config.case_rule, Patterns::kLeaveOut, Words::kLeaveOut, request.jobs,
                              titles_of(config.taxonomy, compiled.pools.texts)});
  if (!image) return image.error();
  return std::optional<Image>(std::move(*image));
}

}  // namespace

int build(const BuildRequest& request) {
  const Result<Settings> settings = settings_in({request.base, {}, nullptr});
  if (!settings) return report_trouble(settings.error());
  const Config* const config = &settings->config;
  for (const std::string& note : settings->notes) report_trouble(note);
  const bool is_remembered = writes_built_index(request);
  const Inputs inputs = is_remembered ? inputs_of(*config) : Inputs();
  Compiled compiled;
  std::vector<FileId> left_out;
  std::size_t entries = 0;
  bool is_faulty = false;  // beyond what the baseline accepts
  {
    Analysis analysis = compile(*config, request, settings->baseline, compiled);
    entries = analysis.entry_count;
    if (!analysis.note.empty() && !request.quiet) report_trouble(analysis.note);
    show_errors(request, analysis);
    if (!analysis.errors.empty()) return report_errors(analysis.errors, kTrouble);
    is_faulty = !analysis.diagnostics.empty();
    if (is_faulty && !request.keep_going) return kFindings;
    left_out = faulty_files(analysis, compiled.accepted);
    for (const FileId file : left_out) {
      standard_output() << analysis.sources[file].path << ": left out\n";
    }
  }
  if (entries == 0 && !request.allow_empty) {
    return report_trouble("no entries found in " + display_path(config->entries) +
                          "; pass --allow-empty to accept that");
  }
  const Result<Provenance> provenance = provenance_of(*config, request, compiled.pools.texts);
  if (!provenance) return report_trouble(provenance.error());
  const Result<Image> image =
      link(compiled.objects, compiled.pools, left_out, *provenance,
           {config->case_rule, Patterns::kPlace, Words::kPlace, request.jobs,
            titles_of(config->taxonomy, compiled.pools.texts)});
  if (!image) return report_trouble(image.error());
  const Result<std::optional<Image>> part =
      part_of(request, *config, left_out, *provenance, compiled);
  if (!part) return report_trouble(part.error());
  const int status = emit(request, *config, compiled, *image, *part ? **part : *image);
  if (status == kClean && left_out.empty() && is_remembered) {
    remember_inputs(*config, inputs);
  }
  const bool is_incomplete = is_faulty || (request.complete && !left_out.empty());
  return status == kClean && is_incomplete ? kFindings : status;
}

}  // namespace kbc
