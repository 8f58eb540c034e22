// Every look finds all entries anew, which takes a few milliseconds and cannot miss any; what is
// expensive, to read and check them, is done for those that are touched. The configuration is a few
// small files, and read at every look.

#include "driver/watched_base.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "analysis/suppress.h"
#include "config/named_files.h"
#include "driver/analyse_files.h"
#include "driver/history.h"
#include "driver/progress.h"
#include "driver/trouble.h"
#include "load/discover.h"
#include "os/real_path.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// Absolute, whatever links there are.
std::string plain_path(const std::string& path) {
  std::error_code failed;
  std::string plain = fs::absolute(path.empty() ? "." : path, failed).lexically_normal().string();
  if (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
  return plain;
}

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }
std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

bool lies_in(const std::string& path, const std::string& folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

bool same_error(const std::optional<Error>& left, const std::optional<Error>& right) {
  if (!left || !right) return !left && !right;
  return left->message == right->message && left->further == right->further;
}

bool same_errors(const std::vector<Error>& left, const std::vector<Error>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Error& one, const Error& other) { return same_error(one, other); });
}

// All else in a configuration follows from these.
bool same_config(const Config& left, const Config& right) {
  return left.text == right.text && left.schema_text == right.schema_text &&
         left.taxonomy_text == right.taxonomy_text;
}

std::string text_of(const std::optional<Baseline>& baseline) {
  return baseline ? baseline->text() : std::string();
}

bool same_day(const Today& left, const Today& right) {
  return left.day == right.day && left.latest == right.latest;
}

}  // namespace

WatchedBase::WatchedBase(ValidateRequest request) : request_(std::move(request)) {
  for (const OutputTarget& target : request_.outputs) {
    if (!target.path.empty()) outputs_.insert(plain_path(target.path));
  }
}

// The folder is found once: while a file gets its place, another knowledge base may be the nearest.
Result<std::unique_ptr<WatchedBase>> WatchedBase::open(ValidateRequest request) {
  const Result<std::string> root = find_knowledge_base(request.base);
  if (!root) return root.error();
  Result<Border> border = border_around(*root, request.base);
  if (!border) return border.error();
  request.base.folder = *root;
  std::unique_ptr<WatchedBase> base(new WatchedBase(std::move(request)));
  base->border_ = std::move(*border);
  return base;
}

void WatchedBase::look() {
  // Another folder may have the path by now.
  Result<Border> border = border_around(request_.base.folder, request_.base);
  if (border) border_ = std::move(*border);
  find_settings_files();
  read_settings();
  if (!unusable_) find_entries();
}

void WatchedBase::find_settings_files() {
  settings_files_.clear();
  const auto add = [&](const std::string& path, Border::By by) {
    const std::string plain = plain_path(path);
    if (!border_.contains(real_path(folder_of(plain)).string(), by)) return;
    settings_files_.insert(plain);
    if (border_.find(plain, by)) settings_files_.insert(real_path(plain).string());
  };
  for (const std::string& path : configuration_files(request_.base.folder, border_)) {
    add(path, Border::By::kOperator);
  }
  if (!request_.baseline.empty()) add(request_.baseline, Border::By::kPerson);
}

void WatchedBase::read_settings() {
  Result<Settings> read = settings_in({request_.base, request_.baseline});
  const std::optional<Error> before =
      std::exchange(unusable_, read ? std::nullopt : std::optional(read.error()));
  if (!same_error(before, unusable_)) has_news_ = true;
  if (!read) return;
  if (settings_ == nullptr || !same_config(settings_->config, read->config)) {
    newer_ = std::make_unique<Settings>(std::move(*read));
    has_news_ = true;
    return;
  }
  newer_.reset();
  if (text_of(settings_->baseline) != text_of(read->baseline)) has_news_ = true;
  settings_->baseline = std::move(read->baseline);
  settings_->notes = std::move(read->notes);
}

void WatchedBase::find_entries() {
  const Config& config = newer_ ? newer_->config : settings_->config;
  entries_ = plain_path(config.entries);
  auto found = std::make_unique<EntryFiles>(config, texts_);
  static const std::vector<std::string> kNone;
  const std::vector<std::string>& before = files_ ? files_->paths() : kNone;
  std::vector<std::string> different;
  std::set_symmetric_difference(before.begin(), before.end(), found->paths().begin(),
                                found->paths().end(), std::back_inserter(different));
  for (const std::string& entry : different) {
    follow_link(entry);
    if (files_) mark(entries_ + "/" + entry);
  }
  if (files_ &&
      (files_->note() != found->note() || !same_errors(files_->errors(), found->errors()))) {
    has_news_ = true;
  }
  files_ = std::move(found);
}

// Of a chain of links the last alone is known to have changed.
void WatchedBase::follow_link(const std::string& entry) {
  if (const auto known = targets_.find(entry); known != targets_.end()) {
    const auto links = links_.find(known->second);
    links->second.erase(entry);
    if (links->second.empty()) links_.erase(links);
    targets_.erase(known);
  }
  const std::string path = entries_ + "/" + entry;
  std::error_code failed;
  if (!fs::is_symlink(fs::symlink_status(path, failed))) return;
  const std::string target = real_path(path).string();
  if (!border_.contains(target, Border::By::kEntry)) return;
  targets_[entry] = target;
  links_[target].insert(entry);
}

// The entries that lead to a path, or into it.
std::vector<std::string> WatchedBase::links_to(const std::string& path) const {
  std::vector<std::string> entries;
  const auto add = [&](const std::set<std::string>& more) {
    entries.insert(entries.end(), more.begin(), more.end());
  };
  if (const auto found = links_.find(path); found != links_.end()) add(found->second);
  for (auto at = links_.lower_bound(path + "/"); at != links_.end(); ++at) {
    if (!lies_in(at->first, path)) break;
    add(at->second);
  }
  return entries;
}

std::vector<WatchedFolder> WatchedBase::folders() const {
  std::vector<WatchedFolder> folders;
  // A folder on the way that moves takes the file along, of which the file's own folder tells
  // nothing.
  const std::string root = plain_path(request_.base.folder);
  const auto add_file = [&](const std::string& path) {
    folders.push_back({folder_of(path), border_, {name_of(path)}});
    for (std::string way = folder_of(path); lies_in(way, root); way = folder_of(way)) {
      folders.push_back({folder_of(way), border_, {name_of(way)}});
    }
  };
  for (const std::string& path : settings_files_) add_file(path);
  for (const auto& [target, entries] : links_) add_file(target);
  if (files_ == nullptr) return folders;
  if (entries_ != plain_path(request_.base.folder)) add_file(entries_);
  for (const std::string& path : files_->folders()) {
    folders.push_back({plain_path(path), border_, {}});
  }
  return folders;
}

void WatchedBase::take(const PathChanges& changes) {
  if (changes.is_all) is_all_touched_ = has_news_ = true;
  for (const std::string& path : changes.paths) take_path(path);
}

void WatchedBase::take_path(const std::string& path) {
  const auto is_meant = [&](const std::string& file) {
    return file == path || lies_in(file, path);
  };
  for (const std::string& file : settings_files_) {
    if (is_meant(file)) mark(file);
  }
  for (const std::string& entry : links_to(path)) touch(entry);
  if (files_ == nullptr || outputs_.contains(path)) return;
  if (is_meant(entries_)) {
    is_all_touched_ = true;
    mark(entries_);
  }
  if (!lies_in(path, entries_)) return;
  const std::string below = path.substr(entries_.size() + 1);
  if (is_hidden(below)) return;
  const std::vector<std::string>& paths = files_->paths();
  auto at = std::lower_bound(paths.begin(), paths.end(), below);
  if (at != paths.end() && *at == below) touch(*at);
  at = std::lower_bound(at, paths.end(), below + "/");
  for (; at != paths.end() && lies_in(*at, below); ++at) touch(*at);
}

void WatchedBase::touch(const std::string& entry) {
  follow_link(entry);
  touched_.insert(entry);
  mark(entries_ + "/" + entry);
}

void WatchedBase::mark(const std::string& path) {
  has_news_ = true;
  news_.insert(display_path(path));
}

Passed WatchedBase::pass() {
  has_news_ = false;
  news_.clear();
  if (unusable_) return {report_trouble(*unusable_), {}};
  const Config& config = newer_ ? newer_->config : settings_->config;
  AnalyseOptions options = options_of(config, request_);
  const RunRules rules = options.rules;
  bring_up_to_date(std::move(options));
  for (const std::string& note : settings_->config.notes) report_trouble(Error{note});
  for (const std::string& note : settings_->notes) report_trouble(note);
  Checked checked{workspace_->snapshot(), rules.severities, {}};
  files_->complete(checked.analysis);
  std::optional<Baseline> baseline = settings_->baseline;
  suppress(settings_->config, rules, baseline ? &*baseline : nullptr, checked.analysis);
  Result<Selected> selected = select(request_, settings_->config, History(), checked.analysis);
  if (!selected) return {report_trouble(selected.error()), {}};
  checked.selected = std::move(*selected);
  return finish(settings_->config, request_, std::move(checked));
}

void WatchedBase::bring_up_to_date(AnalyseOptions options) {
  const auto load = [this](const std::string& path) { return files_->load(path); };
  // The workspace views its configuration until it has another.
  const std::unique_ptr<Settings> before = newer_ ? std::move(settings_) : nullptr;
  if (newer_) settings_ = std::move(newer_);
  const bool is_elsewhere = before && before->config.entries != settings_->config.entries;
  if (workspace_ == nullptr || is_elsewhere) {
    start(std::move(options));
  } else {
    const bool is_other_day = !same_day(options.today, today_);
    today_ = options.today;
    if (before || is_other_day) {
      workspace_->configure(settings_->config, std::move(options), load);
    }
    const EntryChanges changes = entry_changes();
    if (!changes.written.empty() || !changes.removed.empty()) workspace_->apply(changes, load);
  }
  touched_.clear();
  is_all_touched_ = false;
}

void WatchedBase::start(AnalyseOptions options) {
  ProgressBar progress(request_.progress);
  progress.total = files_->paths().size();
  options.watch.progress = &progress.done;
  today_ = options.today;
  workspace_ = std::make_unique<Workspace>(settings_->config, std::move(options),
                                           Workspace::Use::kForChanges);
  workspace_->open(files_->paths(), [this](const std::string& path) { return files_->load(path); });
}

EntryChanges WatchedBase::entry_changes() const {
  EntryChanges changes;
  const std::vector<std::string>& paths = files_->paths();
  for (const std::string& path : paths) {
    if (is_all_touched_ || touched_.contains(path) || !workspace_->file_at(path)) {
      changes.written.push_back(path);
    }
  }
  for (FileId file = 0; file < workspace_->sources().size(); ++file) {
    const std::string& path = workspace_->path_of(file);
    if (!std::binary_search(paths.begin(), paths.end(), path)) changes.removed.push_back(path);
  }
  return changes;
}

}  // namespace kbc
