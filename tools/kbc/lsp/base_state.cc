#include "lsp/base_state.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <sstream>
#include <utility>

#include "analysis/rule_choice.h"
#include "analysis/selection.h"
#include "analysis/suppress.h"
#include "load/discover.h"
#include "lsp/diagnostic_json.h"
#include "lsp/file_uri.h"
#include "text/hash.h"
#include "text/printable.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

FileFindings findings_of(std::string json, Severity worst) {
  Fnv1a hash;
  hash.add(json);
  return {std::move(json), hash.value(), worst};
}

// A sentence about a file as a whole, or about a place of it.
std::string fault_json(LspPosition at, std::string_view message) {
  std::ostringstream out;
  JsonWriter json(out);
  json.start_array();
  json.start_object();
  json.key("range");
  write_range({at, at}, json);
  json.member("severity", std::uint64_t{1});
  json.member("source", "kbc");
  json.member("message", message);
  json.end_object();
  json.end_array();
  return std::move(out).str();
}

// The place `:line:column: ` at the beginning of a text, which is taken away; the beginning of the
// file where there is none.
LspPosition take_place(std::string_view& text) {
  LspPosition place;
  const char* const end = text.data() + text.size();
  std::string_view rest = text;
  for (std::uint32_t* number : {&place.line, &place.character}) {
    if (!rest.starts_with(':')) return {};
    const auto [after, error] = std::from_chars(rest.data() + 1, end, *number);
    if (error != std::errc() || *number == 0) return {};
    --*number;
    rest.remove_prefix(static_cast<std::size_t>(after - rest.data()));
  }
  if (!rest.starts_with(": ")) return {};
  text = rest;
  return place;
}

}  // namespace

BaseState::BaseState(std::string folder, const ClientAbilities& client, BaseOptions options)
    : folder_(std::move(folder)), client_(client), options_(options), today_(Today::now()) {}

TextPositions BaseState::positions(FileId file) const {
  return positions_in(analysis_->sources[file], client_.encoding);
}

std::optional<FileId> BaseState::file_at(const std::string& path) {
  const std::optional<std::string> place = place_of(path);
  return place ? workspace_->file_at(*place) : std::nullopt;
}

std::string BaseState::path_of(FileId file) const {
  if (file < analysis_->entry_count) return file_of(workspace_->path_of(file));
  if (file == analysis_->config_file) return config().path;
  const std::string& shown = analysis_->sources[file].path;
  return shown == display_path(config().taxonomy_path) ? config().taxonomy_path
                                                       : config().baseline_path;
}

std::string BaseState::uri_of(FileId file) const { return uri_of(path_of(file)); }

std::string BaseState::uri_of(const std::string& path) const {
  const auto open = open_.find(path);
  return open == open_.end() ? uri_of_path(path) : open->second.uri;
}

const FileFindings& BaseState::said_of(const std::string& path) const {
  static const FileFindings none;
  const auto said = said_.find(path);
  return said == said_.end() ? none : said->second;
}

std::optional<std::string> BaseState::place_of(const std::string& path) {
  const auto known = places_.find(path);
  if (known != places_.end()) return known->second;
  std::optional<std::string> place = place_below_entries(config(), path);
  if (place && (kind_of_name(*place) != NameKind::kEntry ||
                !what_is_no_entry(config(), path).empty() || check_file_name(*place))) {
    place.reset();
  }
  return places_[path] = place;
}

void BaseState::set_buffer(const std::string& path, std::string_view uri, std::string_view text) {
  Buffer& buffer = open_[path];
  buffer.uri = uri;
  buffer.text = text;
  if (!is_sound()) return;
  const std::optional<std::string> place = place_of(path);
  if (!place) return;
  buffers_[*place] = buffer.text;
  pending_.insert(*place);
}

void BaseState::drop_buffer(const std::string& path) {
  open_.erase(path);
  if (!is_sound()) return;
  const std::optional<std::string> place = place_of(path);
  if (!place) return;
  buffers_.erase(*place);
  pending_.insert(*place);
}

void BaseState::look_at(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  if (named_.contains(path)) {
    is_new_ = true;
  } else if (!path.starts_with(folder_ + "/")) {
    return;
  } else if (!is_sound()) {
    is_new_ = true;
  } else if (name == kConfigName || kind_of_name(name) != NameKind::kEntry) {
    must_look_ = true;
  } else if (const std::optional<std::string> place = place_of(path)) {
    pending_.insert(*place);
  }
}

void BaseState::look_at_all() { must_look_ = true; }

bool BaseState::is_another_day() const {
  return !options_.today && is_sound() && Today::now().day != today_.day;
}

bool BaseState::is_entry_on_disk(const std::string& place) {
  const std::string file = file_of(place);
  return state_of(file) && place_of(file);
}

void BaseState::remember_named() {
  named_.clear();
  const auto remember = [&](const std::string& path) {
    if (!path.empty()) named_[path] = state_of(path);
  };
  remember((fs::path(folder_) / kConfigName).string());
  if (!settings_) return;
  remember(config().schema_path);
  remember(config().taxonomy_path);
  remember(config().baseline_path);
}

bool BaseState::has_new_settings() const {
  return std::any_of(named_.begin(), named_.end(),
                     [](const auto& named) { return state_of(named.first) != named.second; });
}

// Which files there are, and which are others than they were.
void BaseState::look_below() {
  places_.clear();
  files_.emplace(config(), texts_);
  std::map<std::string, std::optional<FileState>> now;
  for (const std::string& place : files_->paths()) now[place] = state_of(file_of(place));
  for (const auto& [place, state] : now) {
    const auto seen = seen_.find(place);
    if (seen == seen_.end() || seen->second != state) pending_.insert(place);
  }
  for (const auto& [place, state] : seen_) {
    if (!now.contains(place)) pending_.insert(place);
  }
  seen_ = std::move(now);
}

std::vector<std::string> BaseState::settle() {
  Paths changed;
  if (must_look_ && has_new_settings()) is_new_ = true;
  if (is_new_ || is_another_day()) {
    reload(changed);
  } else if (must_look_ && is_sound()) {
    look_below();
  }
  is_new_ = must_look_ = false;
  if (is_sound() && !pending_.empty()) apply(changed);
  pending_.clear();
  return {changed.begin(), changed.end()};
}

// Settings that cannot be understood leave those in force that could.
void BaseState::reload(Paths& changed) {
  Result<Settings> settings = settings_in({{folder_, {}, {}}, {}});
  if (!settings) {
    fault_ = settings.error();
    remember_named();
    return say_fault(changed);
  }
  fault_.reset();
  pending_.clear();
  analysis_.reset();
  workspace_.reset();
  files_.reset();
  settings_ = std::move(*settings);
  remember_named();
  for (const std::string& note : config().notes) notes_.push_back(note);
  for (const std::string& note : settings_->notes) notes_.push_back(note);
  place_buffers();
  open();
  conclude();
  say_all(changed);
}

void BaseState::place_buffers() {
  places_.clear();
  buffers_.clear();
  for (const auto& [path, buffer] : open_) {
    if (const std::optional<std::string> place = place_of(path)) buffers_[*place] = buffer.text;
  }
}

Workspace::Load BaseState::loader() const {
  return [this](const std::string& place) { return files_->load(place); };
}

void BaseState::open() {
  texts_ = {};
  texts_.added = &buffers_;
  files_.emplace(config(), texts_);
  seen_.clear();
  for (const std::string& place : files_->paths()) seen_[place] = state_of(file_of(place));
  today_ = options_.today ? Today::exactly(*options_.today) : Today::now();
  rules_ = {};
  settle_rules(config(), {}, rules_);
  AnalyseOptions options;
  options.rules = rules_;
  options.today = today_;
  options.jobs = options_.jobs;
  options.watch.progress = &done;
  options.texts.budget = std::numeric_limits<std::size_t>::max();
  done = 0;
  total = files_->paths().size();
  workspace_.emplace(config(), std::move(options), Workspace::Use::kForChanges);
  workspace_->open(files_->paths(), loader());
}

// Only what differs from what was analysed: an editor that opens a file shows what is on disk.
EntryChanges BaseState::take_changes() {
  EntryChanges changes;
  for (const std::string& place : pending_) {
    const auto buffer = buffers_.find(place);
    const std::optional<FileId> file = workspace_->file_at(place);
    if (buffer == buffers_.end()) {
      if (is_entry_on_disk(place)) {
        changes.written.push_back(place);
      } else if (file) {
        changes.removed.push_back(place);
      }
    } else if (!file || workspace_->sources()[*file].text != buffer->second ||
               buffer->second.starts_with(kMark)) {
      changes.written.push_back(place);
    }
  }
  pending_.clear();
  return changes;
}

void BaseState::apply(Paths& changed) {
  const EntryChanges changes = take_changes();
  if (changes.written.empty() && changes.removed.empty()) return;
  const bool has_same_files =
      changes.removed.empty() &&
      std::all_of(changes.written.begin(), changes.written.end(),
                  [&](const std::string& place) { return workspace_->file_at(place); });
  const std::vector<FileDelta> deltas = workspace_->apply(changes, loader());
  const std::set<FileId> edited = files_of(changes);
  if (has_same_files && !depends_on_all()) {
    const std::set<FileId> files = concerned(edited, deltas);
    conclude(edited, files);
    return say(files, changed);
  }
  conclude();
  std::set<FileId> files = concerned(edited, deltas);
  // What is said of those that are no entries is little.
  for (auto file = static_cast<FileId>(analysis_->entry_count); file < findings_.size(); ++file) {
    files.insert(file);
  }
  say(files, changed);
  for (const std::string& place : changes.removed) set_said(file_of(place), {}, changed);
}

// Whether what is accepted in one file may depend on all others.
bool BaseState::depends_on_all() const {
  return settings_->baseline.has_value() || !rules_.muted.empty();
}

void BaseState::conclude() {
  Analysis analysis = workspace_->snapshot();
  files_->complete(analysis);
  std::optional<Baseline> baseline = settings_->baseline;
  suppress(config(), rules_, baseline ? &*baseline : nullptr, analysis);
  findings_.clear();
  findings_.resize(analysis.sources.size());
  for (Diagnostic& finding : analysis.diagnostics) {
    findings_[finding.place.file].push_back(std::move(finding));
  }
  for (std::vector<Diagnostic>& of_file : findings_) {
    std::sort(of_file.begin(), of_file.end(), stands_before);
  }
  analysis.diagnostics.clear();
  analysis_.emplace(std::move(analysis));
}

// The same where some files have other texts, and some have other findings. What an entry ignores
// concerns its own file alone.
void BaseState::conclude(const std::set<FileId>& edited, const std::set<FileId>& files) {
  Analysis& analysis = *analysis_;
  for (const FileId file : edited) analysis.sources.set(file, workspace_->sources()[file]);
  analysis.base = workspace_->base();
  analysis.diagnostics = workspace_->findings_of(files);
  suppress(config(), rules_, nullptr, analysis);
  for (const FileId file : files) findings_[file].clear();
  for (Diagnostic& finding : analysis.diagnostics) {
    const FileId file = finding.place.file;
    if (files.contains(file)) findings_[file].push_back(std::move(finding));
  }
  for (const FileId file : files) {
    std::sort(findings_[file].begin(), findings_[file].end(), stands_before);
  }
  analysis.diagnostics.clear();
}

std::set<FileId> BaseState::files_of(const EntryChanges& changes) const {
  std::set<FileId> files;
  for (const std::string& place : changes.written) files.insert(*workspace_->file_at(place));
  return files;
}

// A place in a file that has changed is another position, if not another place.
std::set<FileId> BaseState::concerned(const std::set<FileId>& edited,
                                      const std::vector<FileDelta>& deltas) const {
  std::set<FileId> files = edited;
  for (const FileDelta& delta : deltas) {
    if (const std::optional<FileId> file = workspace_->file_at(delta.path)) files.insert(*file);
  }
  for (FileId file = 0; file < findings_.size(); ++file) {
    for (const Diagnostic& finding : findings_[file]) {
      const auto notes = finding.notes();
      if (std::any_of(notes.begin(), notes.end(),
                      [&](const Note& note) { return edited.contains(note.place.file); })) {
        files.insert(file);
      }
    }
  }
  return files;
}

void BaseState::say(const std::set<FileId>& files, Paths& changed) {
  DiagnosticJson json(*analysis_, client_, [&](FileId file) { return uri_of(file); });
  for (const FileId file : files) {
    const std::span<const Diagnostic> about = findings(file);
    const std::string& unreadable = analysis_->sources[file].unreadable;
    if (!unreadable.empty()) {
      set_said(
          path_of(file),
          findings_of(fault_json({}, "cannot be read: " + printable(unreadable)), Severity::kError),
          changed);
    } else if (about.empty()) {
      set_said(path_of(file), {}, changed);
    } else {
      Severity worst = Severity::kOff;
      for (const Diagnostic& finding : about) worst = std::max(worst, finding.severity);
      set_said(path_of(file), findings_of(json.write(about), worst), changed);
    }
  }
}

void BaseState::say_all(Paths& changed) {
  std::set<FileId> files;
  Paths gone;
  for (const auto& [path, findings] : said_) gone.insert(path);
  for (FileId file = 0; file < analysis_->sources.size(); ++file) {
    files.insert(file);
    gone.erase(path_of(file));
  }
  say(files, changed);
  for (const std::string& path : gone) set_said(path, {}, changed);
}

void BaseState::say_fault(Paths& changed) {
  const std::string path = (fs::path(folder_) / kConfigName).string();
  const std::string shown = display_path(path);
  std::string_view first = fault_->message;
  LspPosition at;
  if (first.starts_with(shown)) {
    std::string_view rest = first.substr(shown.size());
    at = take_place(rest);
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 2));
    first = rest.starts_with("error: ") ? rest.substr(7) : rest;
  }
  std::string message = printable(first);
  for (const std::string& line : fault_->further) message += "\n" + printable(line);
  set_said(path, findings_of(fault_json(at, message), Severity::kError), changed);
}

void BaseState::set_said(const std::string& path, FileFindings findings, Paths& changed) {
  const auto said = said_.find(path);
  if (findings.name == 0) {
    if (said == said_.end()) return;
    said_.erase(said);
  } else if (said == said_.end() || said->second.name != findings.name) {
    said_[path] = std::move(findings);
  } else {
    return;
  }
  changed.insert(path);
}

}  // namespace kbc
