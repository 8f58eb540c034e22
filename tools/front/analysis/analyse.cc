#include "analysis/analyse.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "analysis/place.h"
#include "check/registry.h"
#include "core/parallel.h"
#include "load/discover.h"
#include "load/source.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// What one file's pass leaves behind.
struct FileResult {
  EntryRecord record;
  std::vector<Diagnostic> diagnostics;
};

// The overlay's place below the entries, or nothing when it lies elsewhere.
std::optional<std::string> overlay_place(const Config& config, const Overlay& overlay) {
  if (overlay.path.empty()) return {};
  return named_below(real_path(config.entries), overlay.path);
}

// What a narrower rule's finding says of the broader rule's at the same value.
struct Refinement {
  RuleId broad;
  FileId file;
  PointerText pointer;

  bool operator==(const Refinement&) const = default;
};

struct RefinementHash {
  std::size_t operator()(const Refinement& key) const {
    return key.pointer.hash() ^ (std::size_t{key.file} << 8 | static_cast<std::size_t>(key.broad));
  }
};

}  // namespace

void drop_refined(std::vector<Diagnostic>& diagnostics) {
  std::unordered_set<Refinement, RefinementHash> refined;
  for (const Diagnostic& narrow : diagnostics) {
    for (const RuleId broad : info_of(narrow.rule).refines) {
      refined.insert({broad, narrow.place.file, narrow.place.pointer});
    }
  }
  if (refined.empty()) return;
  std::erase_if(diagnostics, [&](const Diagnostic& broad) {
    return refined.contains({broad.rule, broad.place.file, broad.place.pointer});
  });
}

namespace {

void locate(Place& place, const LineIndex& lines) {
  place.begin = lines.at(place.span.begin);
  place.end = lines.at(place.span.end);
}

// Places of other files are left for later.
void locate_own(std::vector<Diagnostic>& diagnostics, std::string_view text) {
  if (diagnostics.empty()) return;
  const LineIndex lines(text);
  for (Diagnostic& diagnostic : diagnostics) {
    locate(diagnostic.place, lines);
    if (!diagnostic.has_details()) continue;
    for (Note& note : diagnostic.details().notes) {
      if (note.place.file == diagnostic.place.file) locate(note.place, lines);
    }
  }
}

// What one thread uses for file after file.
struct Scratch {
  ParsedFile file;
  Recorder recorder;
  std::vector<Diagnostic> diagnostics;
};

// The phases of one file, from its text to the findings about it.
class FilePass {
 public:
  FilePass(const Config& config, const AnalyseOptions& options)
      : config_(config),
        options_(options),
        context_{&config.taxonomy, options.today, &config.private_hosts},
        literals_(needs_literals(options.rules.running) ? RegexLiterals::kKeep
                                                        : RegexLiterals::kDrop) {}

  FileResult run(const Source& source, FileId id, Scratch& scratch, unsigned worker) const {
    FileResult result;
    ParsedFile& file = scratch.file;
    file.source = &source;
    file.schema = &config_.schema;
    file.document.clear();
    file.json_faults.clear();
    file.schema_faults.clear();
    if (source.unreadable.empty() && !source.too_large) {
      file.json_faults = parse_json(source.text, Dialect::kJson, file.document);
      file.schema_faults = config_.schema.validate(file.document);
    }
    const Entry entry =
        lower(file.document, file.schema_faults, source.text, source.path_id, config_.case_rule);
    if (source.unreadable.empty()) {
      check(file, entry, id, scratch.diagnostics);
      // Not the vector itself, which has room for more.
      result.diagnostics = {std::make_move_iterator(scratch.diagnostics.begin()),
                            std::make_move_iterator(scratch.diagnostics.end())};
      scratch.diagnostics.clear();
    }
    if (options_.watch.on_entry && !file.document.empty())
      options_.watch.on_entry(entry, id, worker);
    result.record = scratch.recorder.record(entry, id, !file.document.empty(), literals_);
    return result;
  }

 private:
  void check(const ParsedFile& file, const Entry& entry, FileId id,
             std::vector<Diagnostic>& diagnostics) const {
    run_file_checks(file, id, options_.rules.running, diagnostics);
    if (!file.document.empty()) {
      run_entry_checks(entry, file.document, context_, id, options_.rules.running, diagnostics);
    }
    locate_own(diagnostics, file.source->text);
  }

  const Config& config_;
  const AnalyseOptions& options_;
  Context context_;
  RegexLiterals literals_;
};

// The files of a run.
struct Plan {
  std::vector<std::string> paths;  // below the entries, sorted; empty for a text without a place
  // What diagnostics show before them; nothing when the working directory lies below the entries,
  // where a path may be shorter than any prefix.
  std::optional<std::string> shown_prefix;
  std::optional<FileId> overlay;
  std::vector<Error> errors;
  std::string note;  // about what is passed over
  std::vector<std::string> folders;
};

Plan plan_files(const Config& config, const RunTexts& texts) {
  const std::string prefix = config.entries_name + "/";
  Discovered found;
  if (texts.snapshot != nullptr) {
    found = texts.snapshot->find_entries(config.entries, prefix, config.exclude);
  } else if (!texts.is_alone) {
    found = find_entry_files(config.border, config.entries, prefix, config.exclude);
  }
  const std::string folder = display_path(config.entries);
  Plan plan{std::move(found.paths),  {}, {}, std::move(found.errors), note_of(found.passed, folder),
            std::move(found.folders)};
  if (!folder.ends_with("..")) plan.shown_prefix = folder == "." ? "" : folder + "/";
  if (!texts.overlay) return plan;
  const std::string place = overlay_place(config, *texts.overlay).value_or("");
  if (Status unfit = check_file_name(place)) plan.errors.push_back(*unfit);
  const auto at = std::lower_bound(plan.paths.begin(), plan.paths.end(), place);
  plan.overlay = static_cast<FileId>(at - plan.paths.begin());
  if (at == plan.paths.end() || *at != place) plan.paths.insert(at, place);
  return plan;
}

// As diagnostics show it.
std::string shown_path(const RunTexts& texts, const Plan& plan, FileId id,
                       const std::string& file) {
  if (plan.overlay == id) {
    return texts.overlay->path.empty() ? "<stdin>" : display_path(texts.overlay->path);
  }
  return plan.shown_prefix ? *plan.shown_prefix + plan.paths[id] : display_path(file);
}

Source load(const Config& config, const RunTexts& texts, const Plan& plan, FileId id) {
  const std::string& relative = plan.paths[id];
  const std::string path_id =
      kind_of_name(relative) == NameKind::kEntry ? id_of_path(relative) : "";
  const std::string file = config.entries + "/" + relative;
  const std::string shown = shown_path(texts, plan, id, file);
  if (texts.edited != nullptr) {
    const auto edited = texts.edited->find(shown);
    if (edited != texts.edited->end()) return source_from_text(edited->second, shown, path_id);
  }
  if (plan.overlay == id) return source_from_text(texts.overlay->text, shown, path_id);
  if (texts.snapshot != nullptr) return texts.snapshot->load(file, shown, path_id);
  return load_source(config.border, file, shown, path_id);
}

void add_unreadable(const SourceSet& sources, std::vector<Error>& errors) {
  for (FileId id = 0; id < sources.size(); ++id) {
    if (sources[id].unreadable.empty()) continue;
    errors.push_back({sources[id].path + ": " + sources[id].unreadable});
  }
}

std::vector<EntryRecord> take_records(std::vector<FileResult>& results,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<EntryRecord> records;
  records.reserve(results.size());
  std::size_t count = 0;
  for (const FileResult& result : results) count += result.diagnostics.size();
  diagnostics.reserve(count);
  for (FileResult& result : results) {
    records.push_back(std::move(result.record));
    std::move(result.diagnostics.begin(), result.diagnostics.end(),
              std::back_inserter(diagnostics));
    std::vector<Diagnostic>().swap(result.diagnostics);
  }
  return records;
}

std::vector<Recorder> take_recorders(std::vector<Scratch>& scratches) {
  std::vector<Recorder> recorders;
  for (Scratch& scratch : scratches) recorders.push_back(std::move(scratch.recorder));
  return recorders;
}

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.place.file, one.place.span.begin, one.place.span.end, one.rule,
                    one.message);
  };
  return key(left) < key(right);
}

// Stamps severities; what a muted rule found is only counted.
void stamp(const RunRules& rules, Analysis& analysis) {
  analysis.muted_counts.assign(rules.muted.size(), 0);
  for (Diagnostic& diagnostic : analysis.diagnostics) {
    diagnostic.severity = rules.severities.of(diagnostic.rule, diagnostic.exceptional);
    const auto muted = std::find(rules.muted.begin(), rules.muted.end(), diagnostic.rule);
    if (muted == rules.muted.end()) continue;
    ++analysis.muted_counts[static_cast<std::size_t>(muted - rules.muted.begin())];
    diagnostic.severity = Severity::kOff;
  }
  std::erase_if(analysis.diagnostics,
                [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kOff; });
}

}  // namespace

Analysis analyse(const Config& config, const AnalyseOptions& options) {
  Plan plan = plan_files(config, options.texts);
  if (options.watch.total != nullptr) *options.watch.total = plan.paths.size();
  SourceSet sources(config.border);
  sources.set_home(config.root, config.entries_name, config.around);
  sources.resize(plan.paths.size());
  std::vector<FileResult> results(plan.paths.size());
  std::vector<Scratch> scratches(options.jobs);
  const FilePass pass(config, options);
  std::atomic<std::size_t> text_bytes = 0;
  parallel_for(plan.paths.size(), options.jobs, [&](std::size_t index, unsigned worker) {
    const auto id = static_cast<FileId>(index);
    sources.set(id, load(config, options.texts, plan, id));
    results[index] = pass.run(sources[id], id, scratches[worker], worker);
    text_bytes += sources[id].size;
    if (text_bytes > options.texts.budget) sources.put_away(id);
    if (options.watch.progress != nullptr) ++*options.watch.progress;
  });
  add_unreadable(sources, plan.errors);

  std::vector<Diagnostic> diagnostics;
  KnowledgeBase base(take_records(results, diagnostics), take_recorders(scratches), config.removed);
  run_base_checks(base, options.rules.running, options.jobs, diagnostics);
  drop_refined(diagnostics);
  const std::size_t entry_count = sources.size();
  const FileId config_file =
      sources.add(source_from_text(config.text, display_path(config.path), ""));
  if (!config.unknown_removals.empty() && !options.texts.is_alone) {
    const FileId taxonomy =
        sources.add(source_from_text(config.taxonomy_text, display_path(config.taxonomy_path), ""));
    run_taxonomy_checks(config.unknown_removals, built_in_taxonomy(), taxonomy,
                        options.rules.running, diagnostics);
  }
  Analysis analysis{std::move(sources),
                    entry_count,
                    plan.overlay,
                    config_file,
                    std::move(base),
                    std::move(diagnostics),
                    {},
                    std::move(plan.errors),
                    std::move(plan.note),
                    std::move(plan.folders)};
  stamp(options.rules, analysis);
  return analysis;
}

void locate_and_sort(Analysis& analysis) {
  std::vector<Diagnostic>& diagnostics = analysis.diagnostics;
  std::sort(diagnostics.begin(), diagnostics.end(), stands_before);
  std::vector<Place*> places;  // that have none yet
  const auto collect = [&](Place& place) {
    if (place.begin.line == 0) places.push_back(&place);
  };
  for (Diagnostic& diagnostic : diagnostics) {
    collect(diagnostic.place);
    if (!diagnostic.has_details()) continue;
    for (Note& note : diagnostic.details().notes) collect(note.place);
  }
  std::sort(places.begin(), places.end(),
            [](const Place* left, const Place* right) { return left->file < right->file; });
  for (Place* place : places) locate(*place, analysis.sources.lines(place->file));
}

}  // namespace kbc
