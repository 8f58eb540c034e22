#include "driver/selection.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string_view>

namespace kbc {
namespace {

namespace fs = std::filesystem;

std::string real_path(const std::string& path) {
  std::error_code failed;
  const fs::path real = fs::weakly_canonical(path, failed);
  return (failed ? fs::absolute(path, failed) : real).lexically_normal().string();
}

// The files and ids that a person named.
class Selection {
 public:
  // relative is a file or folder below the entries; "." is all of them.
  void add(const std::string& relative, const Analysis& analysis) {
    const std::string folder = relative == "." ? "" : relative + "/";
    const std::vector<EntryRecord>& entries = analysis.base.entries();
    add_range(entries, relative, [&](const std::string& path) { return path == relative; });
    add_range(entries, folder, [&](const std::string& path) { return path.starts_with(folder); });
    if (relative.ends_with(".json")) ids_.insert(relative.substr(0, relative.size() - 5));
  }

  void add_file(FileId file) { files_.insert(file); }

  bool wants(const Diagnostic& diagnostic) const {
    if (files_.contains(diagnostic.place.file)) return true;
    if (!diagnostic.concerns.empty() && ids_.contains(diagnostic.concerns)) return true;
    return std::any_of(diagnostic.notes.begin(), diagnostic.notes.end(),
                       [&](const Note& note) { return files_.contains(note.place.file); });
  }

  const std::set<FileId>& files() const { return files_; }

 private:
  // The entries stand in the order of their paths.
  template <typename Wanted>
  void add_range(const std::vector<EntryRecord>& entries, const std::string& first,
                 const Wanted& wanted) {
    const auto path = [](const EntryRecord& entry) { return std::string(entry.path_id) + ".json"; };
    auto entry = std::partition_point(entries.begin(), entries.end(),
                                      [&](const EntryRecord& one) { return path(one) < first; });
    for (; entry != entries.end() && wanted(path(*entry)); ++entry) {
      files_.insert(entry->file);
      ids_.insert(std::string(entry->path_id));
      ids_.insert(std::string(entry->id.value));
    }
  }

  std::set<FileId> files_;
  std::set<std::string> ids_;
};

}  // namespace

Status select_findings(const Config& config, const std::vector<std::string>& paths,
                       Analysis& analysis, std::vector<FileId>* selected) {
  if (paths.empty() && !analysis.overlay) {
    selected->resize(analysis.entry_count);
    std::iota(selected->begin(), selected->end(), FileId{0});
    return {};
  }
  Selection selection;
  if (analysis.overlay) selection.add_file(*analysis.overlay);
  const fs::path entries = real_path(config.entries);
  const fs::path root = real_path(config.root);
  for (const std::string& path : paths) {
    const fs::path real = real_path(path);
    const std::string relative = real.lexically_relative(entries).generic_string();
    const std::string below_root = real.lexically_relative(root).generic_string();
    const bool is_below = !relative.empty() && !relative.starts_with("..");
    if (is_below) {
      selection.add(relative, analysis);
    } else if (!entries.lexically_relative(real).generic_string().starts_with("..")) {
      selection.add(".", analysis);  // a folder around the entries
    } else if (below_root.starts_with("..") || below_root.empty()) {
      return Error{path + ": not in the knowledge base at " + display_path(config.root)};
    }
  }
  std::erase_if(analysis.diagnostics,
                [&](const Diagnostic& diagnostic) { return !selection.wants(diagnostic); });
  selected->assign(selection.files().begin(), selection.files().end());
  return {};
}

}  // namespace kbc
