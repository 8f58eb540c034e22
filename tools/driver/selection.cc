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
  void add(const Config& config, const std::string& relative, const Analysis& analysis) {
    const std::string folder = relative == "." ? "" : relative + "/";
    const std::string shown = display_path(config.entries);
    const std::string whole = shown == "." ? "" : shown + "/";
    for (FileId file = 0; file < analysis.entry_count; ++file) {
      const std::string_view path = analysis.sources[file].path;
      if (!path.starts_with(whole)) continue;
      const std::string_view below = path.substr(whole.size());
      if (below != relative && !below.starts_with(folder)) continue;
      files_.insert(file);
      ids_.insert(std::string(analysis.base.entries()[file].path_id));
      ids_.insert(std::string(analysis.base.entries()[file].id.value));
    }
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
      selection.add(config, relative, analysis);
    } else if (!entries.lexically_relative(real).generic_string().starts_with("..")) {
      selection.add(config, ".", analysis);  // a folder around the entries
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
