#include "analysis/entry_files.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/place.h"
#include "load/discover.h"

namespace kbc {
namespace {

std::string path_id_of(const std::string& path) {
  return kind_of_name(path) == NameKind::kEntry ? id_of_path(path) : "";
}

}  // namespace

std::optional<std::string> place_below_entries(const Config& config, const std::string& path) {
  if (path.empty()) return {};
  return named_below(real_path(config.entries), path);
}

EntryFiles::EntryFiles(const Config& config, const RunTexts& texts)
    : config_(config), texts_(texts) {
  const std::string prefix = config.entries_name + "/";
  Discovered found;
  if (texts.snapshot != nullptr) {
    found = texts.snapshot->find_entries(config.entries, prefix, config.exclude);
  } else if (!texts.is_alone) {
    found = find_entry_files(config.border, config.entries, prefix, config.exclude);
  }
  const std::string folder = display_path(config.entries);
  note_ = note_of(found.passed, folder);
  paths_ = std::move(found.paths);
  errors_ = std::move(found.errors);
  folders_ = std::move(found.folders);
  if (texts.added != nullptr) add_paths(*texts.added);
  if (!folder.ends_with("..")) shown_prefix_ = folder == "." ? "" : folder + "/";
  if (!texts.overlay) return;
  overlay_ = place_below_entries(config, texts.overlay->path).value_or("");
  if (Status unfit = check_file_name(*overlay_)) errors_.push_back(*unfit);
  const auto at = std::lower_bound(paths_.begin(), paths_.end(), *overlay_);
  if (at == paths_.end() || *at != *overlay_) paths_.insert(at, *overlay_);
}

void EntryFiles::add_paths(const AddedTexts& added) {
  std::vector<std::string> all, more;
  for (const auto& [path, text] : added) more.push_back(path);
  std::set_union(paths_.begin(), paths_.end(), more.begin(), more.end(), std::back_inserter(all));
  paths_ = std::move(all);
}

void EntryFiles::complete(Analysis& analysis) const {
  analysis.errors.insert(analysis.errors.begin(), errors_.begin(), errors_.end());
  analysis.note = note_;
  analysis.folders = folders_;
  if (!overlay_) return;
  const auto at = std::lower_bound(paths_.begin(), paths_.end(), *overlay_);
  analysis.overlay = static_cast<FileId>(at - paths_.begin());
}

// As diagnostics show it.
std::string EntryFiles::shown_path(const std::string& path, const std::string& file) const {
  if (overlay_ == path) return shown_path(*texts_.overlay);
  return shown_prefix_ ? *shown_prefix_ + path : display_path(file);
}

std::string EntryFiles::shown_path(const Overlay& overlay) {
  return overlay.path.empty() ? "<stdin>" : display_path(overlay.path);
}

Source EntryFiles::load(const std::string& place, const Overlay& overlay) {
  return source_from_text(overlay.text, shown_path(overlay), path_id_of(place));
}

Source EntryFiles::load(const std::string& path) const {
  const std::string path_id = path_id_of(path);
  const std::string file = config_.entries + "/" + path;
  const std::string shown = shown_path(path, file);
  if (texts_.edited != nullptr) {
    const auto edited = texts_.edited->find(shown);
    if (edited != texts_.edited->end()) return source_from_text(edited->second, shown, path_id);
  }
  if (overlay_ == path) return source_from_text(texts_.overlay->text, shown, path_id);
  if (texts_.added != nullptr) {
    const auto added = texts_.added->find(path);
    if (added != texts_.added->end()) return source_from_text(added->second, shown, path_id);
  }
  if (texts_.snapshot != nullptr) return texts_.snapshot->load(file, shown, path_id);
  return load_source(config_.border, file, shown, path_id);
}

// That are neither on disk nor in git.
bool EntryFiles::has_own_texts() const {
  return (texts_.edited != nullptr && !texts_.edited->empty()) || texts_.added != nullptr ||
         texts_.overlay;
}

bool EntryFiles::surely_has(const std::string& path, const EntryFiles& other,
                            const Source& text) const {
  if (texts_.snapshot == nullptr || has_own_texts()) return false;
  const std::string file = config_.entries + "/" + path;
  if (other.texts_.snapshot != nullptr && !other.has_own_texts() &&
      texts_.snapshot->surely_shares(file, *other.texts_.snapshot)) {
    return true;
  }
  return text.unreadable.empty() && !text.too_large && !text.put_away &&
         texts_.snapshot->surely_has(file, text.text);
}

}  // namespace kbc
