#include "analysis/selection.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "analysis/place.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code failed;
  return fs::exists(path, failed);
}

// The files and ids that a person named.
class Selection {
 public:
  // relative is a file or folder below the entries; "." is all of them. False when there is no
  // entry; there may have been one.
  bool add(const std::string& relative, const Analysis& analysis) {
    const std::string folder = relative == "." ? "" : relative + "/";
    const bool is_file = add_range(analysis.base, relative,
                                   [&](const std::string& path) { return path == relative; });
    const bool is_folder = add_range(
        analysis.base, folder, [&](const std::string& path) { return path.starts_with(folder); });
    if (kind_of_name(relative) == NameKind::kEntry) ids_.insert(id_of_path(relative));
    return is_file || is_folder;
  }

  void add_file(FileId file) { files_.insert(file); }

  // Of a folder that is gone: what concerns any entry that may have been in it.
  void add_ids_below(const std::string& folder) { id_prefixes_.push_back(folder + "/"); }

  bool wants(const Diagnostic& diagnostic) const {
    if (files_.contains(diagnostic.place.file)) return true;
    const std::string concerns(diagnostic.concerns());
    if (!concerns.empty() && concerns_any(concerns)) return true;
    const std::span<const Note> notes = diagnostic.notes();
    return std::any_of(notes.begin(), notes.end(),
                       [&](const Note& note) { return files_.contains(note.place.file); });
  }

  const std::set<FileId>& files() const { return files_; }

 private:
  bool concerns_any(const std::string& id) const {
    return ids_.contains(id) ||
           std::any_of(id_prefixes_.begin(), id_prefixes_.end(),
                       [&](const std::string& prefix) { return id.starts_with(prefix); });
  }

  // The entries are in the order of their paths.
  template <typename Wanted>
  bool add_range(const KnowledgeBase& base, const std::string& first, const Wanted& wanted) {
    const auto& entries = base.entries();
    const auto path = [](const EntryRecord& entry) { return path_of_id(entry.path_id); };
    const auto begin = std::partition_point(
        entries.begin(), entries.end(), [&](const EntryRecord& one) { return path(one) < first; });
    auto at = begin;
    for (; at != entries.end() && wanted(path(*at)); ++at) {
      const EntryRecord& entry = *at;
      files_.insert(entry.file);
      ids_.insert(std::string(entry.path_id));
      ids_.insert(std::string(entry.id.value));
    }
    return at != begin;
  }

  std::set<FileId> files_;
  std::set<std::string> ids_;
  std::vector<std::string> id_prefixes_;
};

// Finds out what each path is.
class PathReader {
 public:
  PathReader(const Config& config, const Analysis& analysis,
             const std::function<bool(const std::string& path)>& was_there, Selection& selection)
      : config_(config),
        analysis_(analysis),
        was_there_(was_there),
        selection_(selection),
        entries_(real_path(config.entries)),
        root_(real_path(config.root)) {}

  // Adds what the path names to the selection, or says why it names nothing.
  Status read(const std::string& path, std::vector<std::string>& notes) {
    if (path.empty()) return Error{"a PATH is empty"};
    const fs::path place = real_place(path);
    const fs::path target = real_path(path);
    const auto in_entries = named_below(entries_, path);
    if (in_entries && selection_.add(*in_entries, analysis_)) return {};
    if (below(target, entries_)) {
      selection_.add(".", analysis_);  // the entries, or a folder around them
      return {};
    }
    if (add_other_source(place)) return {};
    const bool exists = is_there(place);
    if (!in_entries && !below(root_, place) && !below(root_, target)) {
      return Error{path + ": not in the knowledge base at " + display_path(config_.root)};
    }
    if (!exists && !was_there_(path)) {
      return Error{path + ": no such file or folder, neither on disk nor in git"};
    }
    const bool is_entry = in_entries && kind_of_name(*in_entries) == NameKind::kEntry;
    if (!exists && in_entries && !is_entry) selection_.add_ids_below(*in_entries);
    notes.push_back(path + ": " + (exists ? what_is(path) : "no longer there"));
    return {};
  }

 private:
  // A folder is what an entry in it would be.
  std::string what_is(const std::string& path) const {
    std::error_code failed;
    const std::string entry = fs::is_directory(path, failed) ? path + "/any.json" : path;
    const std::string why = what_is_no_entry(config_, entry);
    return why.empty() ? "no entry in it" : why;
  }

  // kbc.json and the baseline have findings, too.
  bool add_other_source(const fs::path& place) {
    bool is_source = false;
    for (auto file = static_cast<FileId>(analysis_.entry_count); file < analysis_.sources.size();
         ++file) {
      if (real_place(analysis_.sources[file].path) != place) continue;
      selection_.add_file(file);
      is_source = true;
    }
    return is_source;
  }

  const Config& config_;
  const Analysis& analysis_;
  const std::function<bool(const std::string& path)>& was_there_;
  Selection& selection_;
  fs::path entries_;
  fs::path root_;
};

}  // namespace

std::string what_is_no_entry(const Config& config, const std::string& path) {
  const auto in_root = named_below(real_path(config.root), path);
  if (in_root && config.exclude.match(*in_root)) return "excluded in " + display_path(config.path);
  const auto in_entries = named_below(real_path(config.entries), path);
  if (!in_entries) return "no entry: it lies outside of " + display_path(config.entries);
  const std::string_view why = why_passed_over(config.border, config.entries, *in_entries,
                                               config.entries_name + "/", config.exclude);
  return why.empty() ? "" : "no entry: " + std::string(why);
}

Result<Selected> select_findings(const Config& config, const std::vector<std::string>& paths,
                                 const std::function<bool(const std::string& path)>& was_there,
                                 Analysis& analysis) {
  Selected selected;
  if (paths.empty() && !analysis.overlay) {
    selected.entries.resize(analysis.entry_count);
    std::iota(selected.entries.begin(), selected.entries.end(), FileId{0});
    return selected;
  }
  Selection selection;
  if (analysis.overlay) selection.add_file(*analysis.overlay);
  PathReader reader(config, analysis, was_there, selection);
  for (const std::string& path : paths) {
    if (Status failed = reader.read(path, selected.notes)) return *failed;
  }
  std::erase_if(analysis.diagnostics,
                [&](const Diagnostic& diagnostic) { return !selection.wants(diagnostic); });
  const auto end = selection.files().lower_bound(static_cast<FileId>(analysis.entry_count));
  selected.entries.assign(selection.files().begin(), end);
  return selected;
}

}  // namespace kbc
