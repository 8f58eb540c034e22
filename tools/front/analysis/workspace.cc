// Files are numbered by their paths, as all that comes after the analysis expects: a file more or
// less gives new numbers to those behind it, which costs far less than any rule. Whatever lasts
// names them by their slots. Records are shared with the snapshots that have been taken; one whose
// number changes is copied if somebody else has it, too.

#include "analysis/workspace.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
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

// Whether it is worth the while to find out what so many changes concern.
bool is_few(std::size_t changes, std::size_t files) { return changes <= 8 + files / 16; }

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

// All findings about one file, as they are reported.
std::vector<Diagnostic> findings_about(const RunRules& rules, const std::vector<Diagnostic>& own,
                                       const std::vector<Diagnostic>& others) {
  std::vector<Diagnostic> findings;
  findings.reserve(own.size() + others.size());
  for (const Diagnostic& finding : own) findings.push_back(copy_of(finding));
  for (const Diagnostic& finding : others) findings.push_back(copy_of(finding));
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
  bool has_moved = false;             // whether some files have other numbers, or are gone or new
  std::map<FileId, std::vector<Diagnostic>> own, others;  // of files where they are new
  // By the paths of the files that are gone.
  std::map<std::string, std::vector<Diagnostic>> gone_own, gone_others;
};

Workspace::Workspace(const Config& config, AnalyseOptions options, Use use)
    : config_(&config), options_(std::move(options)), sources_(config.border) {
  if (use == Use::kForChanges) memory_.emplace();
  sources_.set_home(config.root, config.entries_name, config.around);
}

void Workspace::open(const std::vector<std::string>& paths, const Load& load) {
  files_.reserve(paths.size());
  for (const std::string& path : paths) files_.push_back({path, take_slot(), {}, {}});
  sources_.resize(paths.size());
  std::vector<FileId> all(paths.size());
  for (FileId file = 0; file < all.size(); ++file) all[file] = file;
  analyse_files(all, Texts::kNew, load);
  check_whole_base(nullptr);
  options_.watch = {};
}

std::vector<FileDelta> Workspace::apply(const EntryChanges& changes, const Load& load) {
  Before before;
  before.rules = options_.rules;
  remember_base(changes.written.size() + changes.removed.size());
  base_.reset();
  rearrange(changes, before);
  set_aside(before);
  analyse_files(before.changed, Texts::kNew, load);
  check_base(before);
  return difference(before);
}

std::vector<FileDelta> Workspace::configure(const Config& config, AnalyseOptions options,
                                            const Load& load) {
  Before before;
  before.rules = options_.rules;
  const bool is_for_files = concerns_files(config, options);
  const bool is_for_base = is_for_files || config.removed != config_->removed;
  for (FileId file = 0; file < files_.size(); ++file) {
    if (is_for_files || is_other_day_for(files_[file], options.today)) {
      before.changed.push_back(file);
    }
  }
  config_ = &config;
  options_ = std::move(options);
  sources_.set_home(config.root, config.entries_name, config.around);
  std::vector<std::shared_ptr<EntryRecord>> records;
  for (const FileId file : before.changed) records.push_back(files_[file].result.record);
  set_aside(before);
  analyse_files(before.changed, Texts::kHeld, load);
  if (is_for_base) {
    base_.reset();
    if (memory_) memory_.emplace();
    check_whole_base(&before);
  } else {
    // Where the texts are the same, so are the records, which others view.
    for (std::size_t at = 0; at < records.size(); ++at) {
      files_[before.changed[at]].result.record = std::move(records[at]);
    }
  }
  return difference(before);
}

// Whether any file by itself may have other findings, or another record.
bool Workspace::concerns_files(const Config& config, const AnalyseOptions& options) const {
  return config.text != config_->text || config.schema_text != config_->schema_text ||
         config.taxonomy != config_->taxonomy ||
         !same_severities(options.rules.running, options_.rules.running);
}

// Whether a rule may find something else in the file because today is another day.
bool Workspace::is_other_day_for(const File& file, const Today& today) const {
  const Today& last = options_.today;
  if (today.day < last.day || today.latest < last.latest) return true;
  if (today.day == last.day && today.latest == last.latest) return false;
  return file.result.next_change && *file.result.next_change <= today.latest;
}

// Before a change of so many files. It costs about as much as some rules; the first change pays.
void Workspace::remember_base(std::size_t changes) {
  if (!memory_ || memory_->is_filled() || !is_few(changes, files_.size())) return;
  memory_->fill(records(), config_->removed, options_.rules.running);
  for (FileId file = 0; file < files_.size(); ++file) note(file);
}

// Whether no file comes or goes; then finds those that are written.
bool Workspace::write_in_place(const EntryChanges& changes, Before& before) const {
  const auto is_there = [&](const std::string& path) { return file_at(path).has_value(); };
  if (!std::all_of(changes.written.begin(), changes.written.end(), is_there)) return false;
  const std::set<std::string_view> written(changes.written.begin(), changes.written.end());
  for (const std::string& path : changes.removed) {
    if (!written.contains(path) && is_there(path)) return false;
  }
  for (const std::string_view path : written) {
    before.changed.push_back(*file_at(std::string(path)));
  }
  return true;
}

// Gives every file the number that it will have, and leaves room for those that come.
void Workspace::rearrange(const EntryChanges& changes, Before& before) {
  if (write_in_place(changes, before)) return;
  before.has_moved = true;
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
      files.push_back({*next, take_slot(), {}, {}});
    }
  };
  std::vector<File> gone;
  for (FileId number = 0; number < files_.size(); ++number) {
    File& file = files_[number];
    add_until(&file.path);
    const bool is_written = next != written.end() && *next == file.path;
    if (is_written) ++next;
    if (is_gone(file.path)) {
      held_bytes_ -= sources_[number].put_away ? 0 : sources_[number].size;
      before.records.push_back(file.result.record);
      free_slots_.push_back(file.slot);
      gone.push_back(std::move(file));
      continue;
    }
    moves[number] = static_cast<FileId>(files.size());
    if (is_written) before.changed.push_back(moves[number]);
    files.push_back(std::move(file));
  }
  add_until(nullptr);
  files_ = std::move(files);
  sources_.move(moves, files_.size());
  for (File& file : gone) {
    for (Diagnostic& finding : file.result.diagnostics) renumber(finding, moves);
    for (Diagnostic& finding : file.others) renumber(finding, moves);
    before.gone_own[file.path] = std::move(file.result.diagnostics);
    before.gone_others[file.path] = std::move(file.others);
  }
  for (const FileId number : moves) {
    if (number != kGoneFile) move_file(number, moves);
  }
}

void Workspace::move_file(FileId number, const Moves& moves) {
  // What is said of it may name others that have moved.
  for (Diagnostic& finding : files_[number].others) renumber(finding, moves);
  FileResult& result = files_[number].result;
  if (result.record->file == number) return;
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

Slot Workspace::take_slot() {
  if (free_slots_.empty()) return slots_++;
  const Slot slot = free_slots_.back();
  free_slots_.pop_back();
  return slot;
}

std::vector<SharedRecord> Workspace::records() const {
  std::vector<SharedRecord> records;
  records.reserve(files_.size());
  for (const File& file : files_) records.push_back(file.result.record);
  return records;
}

void Workspace::check_base(Before& before) {
  const bool is_around = memory_ && memory_->is_filled() &&
                         is_few(before.changed.size() + before.records.size(), files_.size());
  if (is_around) {
    check_around(before);
  } else {
    if (memory_) memory_.emplace();
    check_whole_base(&before);
  }
}

void Workspace::check_whole_base(Before* before) {
  base_.emplace(records(), config_->removed);
  std::vector<Diagnostic> findings;
  const auto search = [&] {
    return memory_ ? memory_->find_all(*base_, options_.jobs)
                   : cross_matches(*base_, options_.jobs);
  };
  run_base_checks(*base_, options_.rules.running, options_.jobs, search, findings);
  for (FileId file = 0; file < files_.size(); ++file) {
    if (before != nullptr) before->others[file] = std::move(files_[file].others);
    files_[file].others.clear();
  }
  for (Diagnostic& finding : findings) {
    files_[finding.place.file].others.push_back(std::move(finding));
  }
}

// The rules run where the change may matter, over what they look at there.
void Workspace::check_around(Before& before) {
  std::vector<SharedRecord> now;
  for (const FileId file : before.changed) now.push_back(files_[file].result.record);
  if (before.has_moved) {
    std::vector<SharedRecord> same = before.records;
    for (FileId file = 0; file < files_.size(); ++file) {
      if (!before.own.contains(file)) same.push_back(files_[file].result.record);
    }
    memory_->rebind(same);
  }
  const Neighbourhood around =
      memory_->change(before.records, now, config_->removed, options_.jobs);
  std::vector<Diagnostic> findings;
  run_base_checks(
      around.part, options_.rules.running, 1, [&] { return around.cross; }, findings);
  for (const FileId file : around.about) {
    before.others[file] = std::move(files_[file].others);
    files_[file].others.clear();
  }
  for (Diagnostic& finding : findings) {
    const FileId file = finding.place.file;
    if (!std::binary_search(around.about.begin(), around.about.end(), file)) continue;
    files_[file].others.push_back(std::move(finding));
  }
  for (const FileId file : around.about) note(file);
}

void Workspace::note(FileId file) {
  memory_->note(files_[file].slot, files_[file].others,
                [&](FileId other) { return files_[other].slot; });
}

std::vector<FileDelta> Workspace::difference(const Before& before) const {
  std::set<FileId> files(before.changed.begin(), before.changed.end());
  for (const auto& [file, others] : before.others) files.insert(file);
  if (!same_rules(before.rules, options_.rules)) {
    for (FileId file = 0; file < files_.size(); ++file) files.insert(files.end(), file);
  }
  const auto was = [](const std::map<FileId, std::vector<Diagnostic>>& kept, FileId file,
                      const std::vector<Diagnostic>& now) -> const std::vector<Diagnostic>& {
    const auto known = kept.find(file);
    return known == kept.end() ? now : known->second;
  };
  std::map<std::string, FileDelta> deltas;
  for (const FileId number : files) {
    const File& file = files_[number];
    const std::vector<Diagnostic>& own = file.result.diagnostics;
    FileDelta delta{file.path,
                    findings_about(before.rules, was(before.own, number, own),
                                   was(before.others, number, file.others)),
                    findings_about(options_.rules, own, file.others)};
    drop_common(delta.removed, delta.added);
    if (!delta.removed.empty() || !delta.added.empty()) deltas[delta.path] = std::move(delta);
  }
  for (const auto& [path, own] : before.gone_own) {
    FileDelta delta{path, findings_about(before.rules, own, before.gone_others.at(path)), {}};
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

KnowledgeBase Workspace::base() const {
  return base_ ? *base_ : KnowledgeBase(records(), config_->removed);
}

std::vector<Diagnostic> Workspace::findings_of(const std::set<FileId>& files) const {
  std::vector<Diagnostic> found;
  for (const FileId file : files) {
    for (const Diagnostic& finding : files_[file].result.diagnostics) {
      found.push_back(copy_of(finding));
    }
    for (const Diagnostic& finding : files_[file].others) found.push_back(copy_of(finding));
  }
  drop_refined(found);
  stamp(options_.rules, found);
  return found;
}

Analysis Workspace::snapshot() const {
  std::size_t count = 0;
  for (const File& file : files_) count += file.result.diagnostics.size() + file.others.size();
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(count);
  for (const File& file : files_) {
    for (const Diagnostic& finding : file.result.diagnostics) {
      diagnostics.push_back(copy_of(finding));
    }
    for (const Diagnostic& finding : file.others) diagnostics.push_back(copy_of(finding));
  }
  return finish(sources_, std::move(diagnostics));
}

Analysis Workspace::take() && {
  std::size_t count = 0;
  for (const File& file : files_) count += file.result.diagnostics.size() + file.others.size();
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(count);
  for (File& file : files_) {
    for (std::vector<Diagnostic>* findings : {&file.result.diagnostics, &file.others}) {
      std::move(findings->begin(), findings->end(), std::back_inserter(diagnostics));
      std::vector<Diagnostic>().swap(*findings);
    }
  }
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
  return {std::move(sources), entry_count,      {}, config_file, base(), std::move(diagnostics),
          std::move(muted),   std::move(errors)};
}

}  // namespace kbc
