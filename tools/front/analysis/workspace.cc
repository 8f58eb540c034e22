// Files are numbered by their paths, as all that comes after the analysis expects: a file more or
// less gives new numbers to those behind it, which costs far less than any rule. Records are shared
// with the snapshots that have been taken; one whose number changes is copied if somebody else has
// it, too.

#include "analysis/workspace.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "check/registry.h"
#include "core/parallel.h"
#include "load/source.h"

namespace kbc {
namespace {

// Where each file goes when some come and some go, by its number before.
using Moves = std::vector<FileId>;

void renumber(Diagnostic& finding, const Moves& moves) {
  finding.place.file = moves[finding.place.file];
  if (!finding.has_details()) return;
  for (Note& note : finding.details().notes) note.place.file = moves[note.place.file];
  if (!finding.details().fix) return;
  for (Edit& edit : finding.details().fix->edits) edit.file = moves[edit.file];
}

Diagnostic copy_of(const Diagnostic& finding) {
  Diagnostic copy;
  copy.place = finding.place;
  copy.rule = finding.rule;
  copy.severity = finding.severity;
  copy.exceptional = finding.exceptional;
  copy.fault = finding.fault;
  copy.subject = finding.subject;
  copy.message = finding.message;
  copy.help = finding.help;
  if (!finding.has_details()) return copy;
  Details& details = copy.details();
  details.notes.assign(finding.notes().begin(), finding.notes().end());
  if (finding.fix() != nullptr) details.fix = *finding.fix();
  details.concerns = finding.concerns();
  return copy;
}

bool same_severities(const Severities& left, const Severities& right) {
  const std::vector<RuleInfo>& rules = all_rules();
  return std::all_of(rules.begin(), rules.end(), [&](const RuleInfo& rule) {
    return left.of(rule.id, false) == right.of(rule.id, false) &&
           left.of(rule.id, true) == right.of(rule.id, true);
  });
}

bool same_rules(const RunRules& left, const RunRules& right) {
  return same_severities(left.severities, right.severities) &&
         same_severities(left.running, right.running) && left.muted == right.muted;
}

bool same_place(const Place& left, const Place& right) {
  return left.file == right.file && left.span == right.span && left.pointer == right.pointer;
}

bool same_note(const Note& left, const Note& right) {
  return same_place(left.place, right.place) && left.message == right.message;
}

bool same_edit(const Edit& left, const Edit& right) {
  return left.file == right.file && left.span == right.span && left.text == right.text;
}

bool same_fix(const Fix* left, const Fix* right) {
  if (left == nullptr || right == nullptr) return left == right;
  return left->message == right->message && left->safety == right->safety &&
         std::equal(left->edits.begin(), left->edits.end(), right->edits.begin(),
                    right->edits.end(), same_edit);
}

// Lines and columns follow from the text and are no part of a finding.
bool same_finding(const Diagnostic& left, const Diagnostic& right) {
  return left.rule == right.rule && left.exceptional == right.exceptional &&
         left.severity == right.severity && left.fault == right.fault &&
         same_place(left.place, right.place) && left.subject == right.subject &&
         left.message == right.message && left.help == right.help &&
         left.concerns() == right.concerns() && same_fix(left.fix(), right.fix()) &&
         std::equal(left.notes().begin(), left.notes().end(), right.notes().begin(),
                    right.notes().end(), same_note);
}

// Takes out of both what is in both.
void drop_common(std::vector<Diagnostic>& left, std::vector<Diagnostic>& right) {
  const auto key = [](const Diagnostic& finding) {
    return std::tie(finding.place.span.begin, finding.place.span.end, finding.rule,
                    finding.message);
  };
  const auto is_before = [&](const Diagnostic& one, const Diagnostic& other) {
    return key(one) < key(other);
  };
  std::sort(left.begin(), left.end(), is_before);
  std::sort(right.begin(), right.end(), is_before);
  std::vector<bool> is_common(right.size());
  std::erase_if(left, [&](const Diagnostic& one) {
    const auto [begin, end] = std::equal_range(right.begin(), right.end(), one, is_before);
    for (auto other = begin; other != end; ++other) {
      const auto at = static_cast<std::size_t>(other - right.begin());
      if (is_common[at] || !same_finding(one, *other)) continue;
      is_common[at] = true;
      return true;
    }
    return false;
  });
  std::size_t at = 0;
  std::erase_if(right, [&](const Diagnostic&) { return is_common[at++]; });
}

using FindingViews = std::vector<const Diagnostic*>;

// In the order of their files, and otherwise as they are.
FindingViews by_file(const std::vector<Diagnostic>& findings) {
  FindingViews views;
  views.reserve(findings.size());
  for (const Diagnostic& finding : findings) views.push_back(&finding);
  std::stable_sort(views.begin(), views.end(), [](const Diagnostic* left, const Diagnostic* right) {
    return left->place.file < right->place.file;
  });
  return views;
}

std::span<const Diagnostic* const> of_file(const FindingViews& views, FileId file) {
  const auto begin =
      std::partition_point(views.begin(), views.end(),
                           [&](const Diagnostic* finding) { return finding->place.file < file; });
  const auto end = std::partition_point(
      begin, views.end(), [&](const Diagnostic* finding) { return finding->place.file == file; });
  return {begin, end};
}

// The files about which the two say something different.
void add_different(const FindingViews& left, const FindingViews& right, std::set<FileId>& files) {
  auto one = left.begin();
  auto other = right.begin();
  while (one != left.end() || other != right.end()) {
    const FileId file = one == left.end()      ? (*other)->place.file
                        : other == right.end() ? (*one)->place.file
                                               : std::min((*one)->place.file, (*other)->place.file);
    const auto is_here = [&](const Diagnostic* finding) { return finding->place.file == file; };
    const auto one_end = std::find_if_not(one, left.end(), is_here);
    const auto other_end = std::find_if_not(other, right.end(), is_here);
    const bool is_same = std::equal(one, one_end, other, other_end,
                                    [](const Diagnostic* first, const Diagnostic* second) {
                                      return same_finding(*first, *second);
                                    });
    if (!is_same) files.insert(file);
    one = one_end;
    other = other_end;
  }
}

// Findings about one file: its own and those of the rules of the whole knowledge base.
std::vector<Diagnostic> findings_about(const RunRules& rules, std::span<const Diagnostic> own,
                                       std::span<const Diagnostic* const> others) {
  std::vector<Diagnostic> findings;
  findings.reserve(own.size() + others.size());
  for (const Diagnostic& finding : own) findings.push_back(copy_of(finding));
  for (const Diagnostic* finding : others) findings.push_back(copy_of(*finding));
  drop_refined(findings);
  stamp(rules, findings);
  return findings;
}

}  // namespace

// What was found before a change, under the numbers that the files have after it.
struct Workspace::Before {
  RunRules rules;
  std::vector<FileId> changed;        // files whose own findings are new
  std::vector<SharedRecord> records;  // of files that changed or went
  std::map<FileId, std::vector<Diagnostic>> own;
  std::vector<Diagnostic> others;
  // By the paths of the files that are gone.
  std::map<std::string, std::vector<Diagnostic>> gone_own, gone_others;
};

Workspace::Workspace(const Config& config, AnalyseOptions options, Use use)
    : config_(&config), options_(std::move(options)), sources_(config.border), base_({}) {
  if (use == Use::kForChanges) memory_.emplace();
  sources_.set_home(config.root, config.entries_name, config.around);
}

void Workspace::open(const std::vector<std::string>& paths, const Load& load) {
  files_.reserve(paths.size());
  for (const std::string& path : paths) files_.push_back({path, take_slot(), {}});
  sources_.resize(paths.size());
  std::vector<FileId> all(paths.size());
  for (FileId file = 0; file < all.size(); ++file) all[file] = file;
  analyse_files(all, Texts::kNew, load);
  check_base({});
  options_.watch = {};
}

std::vector<FileDelta> Workspace::apply(const EntryChanges& changes, const Load& load) {
  Before before;
  before.rules = options_.rules;
  rearrange(changes, before);
  set_aside(before);
  analyse_files(before.changed, Texts::kNew, load);
  check_base({std::move(before.records), before.changed});
  return difference(before);
}

std::vector<FileDelta> Workspace::configure(const Config& config, AnalyseOptions options,
                                            const Load& load) {
  Before before;
  before.rules = options_.rules;
  const bool is_for_files = concerns_files(config, options);
  const bool is_for_base = is_for_files || config.removed != config_->removed;
  config_ = &config;
  options_ = std::move(options);
  sources_.set_home(config.root, config.entries_name, config.around);
  if (is_for_files) {
    for (FileId file = 0; file < files_.size(); ++file) before.changed.push_back(file);
  }
  set_aside(before);
  analyse_files(before.changed, Texts::kHeld, load);
  if (is_for_base) {
    if (is_for_files && memory_) memory_.emplace();
    check_base({});
  } else {
    for (const Diagnostic& finding : before.others) base_findings_.push_back(copy_of(finding));
  }
  return difference(before);
}

// Whether one file by itself may have other findings, or another record.
bool Workspace::concerns_files(const Config& config, const AnalyseOptions& options) const {
  return config.text != config_->text || config.schema_text != config_->schema_text ||
         config.taxonomy != config_->taxonomy ||
         !same_severities(options.rules.running, options_.rules.running) ||
         options.today.day != options_.today.day || options.today.latest != options_.today.latest;
}

// Gives every file the number that it will have, and leaves room for those that come.
void Workspace::rearrange(const EntryChanges& changes, Before& before) {
  const std::set<std::string> written(changes.written.begin(), changes.written.end());
  const std::set<std::string> removed(changes.removed.begin(), changes.removed.end());
  const auto is_gone = [&](const std::string& path) {
    return removed.contains(path) && !written.contains(path);
  };
  std::vector<File> files;
  Moves moves(files_.size(), kGoneFile);
  auto next = written.begin();
  const auto add_until = [&](const std::string* path) {
    for (; next != written.end() && (path == nullptr || *next < *path); ++next) {
      before.changed.push_back(static_cast<FileId>(files.size()));
      files.push_back({*next, take_slot(), {}});
    }
  };
  bool is_same = true;
  for (FileId number = 0; number < files_.size(); ++number) {
    File& file = files_[number];
    add_until(&file.path);
    const bool is_written = next != written.end() && *next == file.path;
    if (is_written) ++next;
    if (is_gone(file.path)) {
      held_bytes_ -= sources_[number].put_away ? 0 : sources_[number].size;
      for (Diagnostic& finding : file.result.diagnostics) renumber(finding, moves);
      before.gone_own[file.path] = std::move(file.result.diagnostics);
      before.records.push_back(file.result.record);
      free_slots_.push_back(file.slot);
      is_same = false;
      continue;
    }
    moves[number] = static_cast<FileId>(files.size());
    is_same = is_same && moves[number] == number;
    if (is_written) before.changed.push_back(moves[number]);
    files.push_back(std::move(file));
  }
  add_until(nullptr);
  is_same = is_same && files.size() == moves.size();
  if (is_same) {
    files_ = std::move(files);
    return;
  }
  for (Diagnostic& finding : base_findings_) {
    const FileId file = finding.place.file;
    const std::string path = moves[file] == kGoneFile ? files_[file].path : "";
    renumber(finding, moves);
    if (moves[file] == kGoneFile) before.gone_others[path].push_back(std::move(finding));
  }
  std::erase_if(base_findings_,
                [](const Diagnostic& finding) { return finding.place.file == kGoneFile; });
  files_ = std::move(files);
  sources_.move(moves, files_.size());
  base_ = KnowledgeBase({});
  for (FileId number = 0; number < moves.size(); ++number) {
    if (moves[number] != kGoneFile && moves[number] != number) move_file(moves[number], moves);
  }
}

void Workspace::move_file(FileId number, const Moves& moves) {
  FileResult& result = files_[number].result;
  for (Diagnostic& finding : result.diagnostics) renumber(finding, moves);
  // Nobody else may see it change.
  if (result.record.use_count() > 1) result.record = std::make_shared<EntryRecord>(*result.record);
  result.record->file = number;
}

// Keeps what is to be found anew.
void Workspace::set_aside(Before& before) {
  for (const FileId file : before.changed) {
    FileResult& result = files_[file].result;
    before.own[file] = std::move(result.diagnostics);
    result.diagnostics.clear();
    if (result.record) before.records.push_back(result.record);
  }
  before.others = std::move(base_findings_);
  base_findings_.clear();
}

void Workspace::analyse_files(const std::vector<FileId>& files, Texts texts, const Load& load) {
  std::vector<FileScratch> scratches(options_.jobs);
  const FilePass pass(*config_, options_);
  std::atomic<std::size_t> held = held_bytes_;
  parallel_for(files.size(), options_.jobs, [&](std::size_t index, unsigned worker) {
    const FileId file = files[index];
    const bool is_there = sources_.has(file);
    if (is_there && !sources_[file].put_away) held -= sources_[file].size;
    if (!is_there || texts == Texts::kNew || sources_[file].put_away) {
      sources_.set(file, load(files_[file].path));
    }
    files_[file].result = pass.run(sources_[file], file, scratches[worker], worker);
    files_[file].result.record->slot = files_[file].slot;
    held += sources_[file].size;
    if (held > options_.texts.budget) {
      sources_.put_away(file);
      if (sources_[file].put_away) held -= sources_[file].size;
    }
    if (options_.watch.progress != nullptr) ++*options_.watch.progress;
  });
  held_bytes_ = held;
}

std::uint32_t Workspace::take_slot() {
  if (free_slots_.empty()) return slots_++;
  const std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  return slot;
}

void Workspace::check_base(const ChangedRecords& changes) {
  std::vector<SharedRecord> records;
  records.reserve(files_.size());
  for (const File& file : files_) records.push_back(file.result.record);
  base_ = KnowledgeBase(std::move(records), config_->removed);
  const Severities& rules = options_.rules.running;
  if (memory_) {
    run_base_checks(base_, rules, options_.jobs, *memory_, changes, base_findings_);
  } else {
    run_base_checks(base_, rules, options_.jobs, base_findings_);
  }
}

std::vector<FileDelta> Workspace::difference(const Before& before) const {
  const FindingViews others_before = by_file(before.others);
  const FindingViews others_now = by_file(base_findings_);
  std::set<FileId> files(before.changed.begin(), before.changed.end());
  add_different(others_before, others_now, files);
  if (!same_rules(before.rules, options_.rules)) {
    for (FileId file = 0; file < files_.size(); ++file) files.insert(file);
  }
  std::map<std::string, FileDelta> deltas;
  for (const FileId file : files) {
    const std::vector<Diagnostic>& own_now = files_[file].result.diagnostics;
    const auto kept = before.own.find(file);
    const std::vector<Diagnostic>& own_before = kept == before.own.end() ? own_now : kept->second;
    FileDelta delta{files_[file].path,
                    findings_about(before.rules, own_before, of_file(others_before, file)),
                    findings_about(options_.rules, own_now, of_file(others_now, file))};
    drop_common(delta.removed, delta.added);
    if (!delta.removed.empty() || !delta.added.empty()) deltas[delta.path] = std::move(delta);
  }
  for (const auto& [path, own] : before.gone_own) {
    const auto others = before.gone_others.find(path);
    const FindingViews views =
        others == before.gone_others.end() ? FindingViews() : by_file(others->second);
    FileDelta delta{path, findings_about(before.rules, own, views), {}};
    if (!delta.removed.empty()) deltas[path] = std::move(delta);
  }
  std::vector<FileDelta> list;
  for (auto& [path, delta] : deltas) list.push_back(std::move(delta));
  return list;
}

std::optional<FileId> Workspace::file_at(const std::string& path) const {
  const auto at = std::partition_point(files_.begin(), files_.end(),
                                       [&](const File& file) { return file.path < path; });
  if (at == files_.end() || at->path != path) return {};
  return static_cast<FileId>(at - files_.begin());
}

Analysis Workspace::snapshot() const {
  std::size_t count = base_findings_.size();
  for (const File& file : files_) count += file.result.diagnostics.size();
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(count);
  for (const File& file : files_) {
    for (const Diagnostic& finding : file.result.diagnostics) {
      diagnostics.push_back(copy_of(finding));
    }
  }
  for (const Diagnostic& finding : base_findings_) diagnostics.push_back(copy_of(finding));
  return finish(sources_, std::move(diagnostics));
}

Analysis Workspace::take() && {
  std::size_t count = base_findings_.size();
  for (const File& file : files_) count += file.result.diagnostics.size();
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(count);
  for (File& file : files_) {
    std::move(file.result.diagnostics.begin(), file.result.diagnostics.end(),
              std::back_inserter(diagnostics));
    std::vector<Diagnostic>().swap(file.result.diagnostics);
  }
  std::move(base_findings_.begin(), base_findings_.end(), std::back_inserter(diagnostics));
  std::vector<Diagnostic>().swap(base_findings_);
  return finish(std::move(sources_), std::move(diagnostics));
}

Analysis Workspace::finish(SourceSet sources, std::vector<Diagnostic> diagnostics) const {
  drop_refined(diagnostics);
  std::vector<Error> errors;
  for (FileId file = 0; file < sources.size(); ++file) {
    if (sources[file].unreadable.empty()) continue;
    errors.push_back({sources[file].path + ": " + sources[file].unreadable});
  }
  const std::size_t entry_count = sources.size();
  const FileId config_file =
      sources.add(source_from_text(config_->text, display_path(config_->path), ""));
  if (!config_->unknown_removals.empty() && !options_.texts.is_alone) {
    const FileId taxonomy = sources.add(
        source_from_text(config_->taxonomy_text, display_path(config_->taxonomy_path), ""));
    run_taxonomy_checks(config_->unknown_removals, built_in_taxonomy(), taxonomy,
                        options_.rules.running, diagnostics);
  }
  std::vector<std::size_t> muted = stamp(options_.rules, diagnostics);
  return {std::move(sources), entry_count,      {}, config_file, base_, std::move(diagnostics),
          std::move(muted),   std::move(errors)};
}

}  // namespace kbc
