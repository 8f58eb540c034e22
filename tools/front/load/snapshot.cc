// git lists the files with their object names; a file on disk that hashes to its name is read from
// there, and any other from one `git cat-file --batch` for each repository. Links are followed as
// Linux would follow them, within what git has.
#include "load/snapshot.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "git/lfs_pointer.h"
#include "git/object_name.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// As many links in a row as Linux follows.
constexpr int kMostLinks = 40;
constexpr std::size_t kMostTarget = 4096;

// The part of a path below a folder; an empty folder is the top.
std::string_view below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (path.size() <= folder.size() || path[folder.size()] != '/') return {};
  return path.starts_with(folder) ? path.substr(folder.size() + 1) : std::string_view();
}

// The folders below the entries that are knowledge bases of their own.
class OtherBases {
 public:
  OtherBases(const std::vector<TrackedFile>& files, std::string_view place) {
    for (const TrackedFile& file : files) {
      const std::string_view path = below(file.path, place);
      const std::size_t slash = path.rfind('/');
      if (slash != std::string_view::npos && path.substr(slash + 1) == kConfigName) {
        folders_.emplace(path.substr(0, slash));
      }
    }
  }

  // The outermost one around a path; empty without one.
  std::string_view around(std::string_view path) const {
    for (std::size_t end = path.find('/'); end != std::string_view::npos && !folders_.empty();
         end = path.find('/', end + 1)) {
      if (folders_.contains(path.substr(0, end))) return path.substr(0, end);
    }
    return {};
  }

 private:
  std::set<std::string, std::less<>> folders_;
};

Error unmerged(const TrackedFile& file) {
  return {file.path + ": not merged; resolve the conflict and `git add` the file"};
}

}  // namespace

Snapshot::Snapshot(Repository repository, Border border, std::string commit)
    : repository_(std::move(repository)),
      border_(std::move(border)),
      commit_(std::move(commit)),
      blobs_(std::make_unique<BlobReader>(repository_)) {}

Result<std::unique_ptr<Snapshot>> Snapshot::staged(const std::string& folder,
                                                   const Border& border) {
  return committed(folder, border, "");
}

Result<std::unique_ptr<Snapshot>> Snapshot::committed(const std::string& folder,
                                                      const Border& border,
                                                      const std::string& commit) {
  Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  return std::unique_ptr<Snapshot>(new Snapshot(std::move(*repository), border, commit));
}

Result<std::unique_ptr<Snapshot>> Snapshot::only_of(const std::string& folder, const Border& border,
                                                    const std::string& reference) {
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  const Result<std::string> commit = repository->commit_of(reference);
  if (!commit) return commit.error();
  Result<std::unique_ptr<Snapshot>> snapshot = committed(folder, border, *commit);
  if (snapshot) (*snapshot)->falls_back_ = false;
  return snapshot;
}

Result<std::unique_ptr<Snapshot>> Snapshot::sparse(const std::string& folder,
                                                   const Border& border) {
  Result<std::unique_ptr<Snapshot>> snapshot = staged(folder, border);
  if (snapshot) (*snapshot)->is_sparse_ = true;
  return snapshot;
}

Result<std::span<const TrackedFile>> Snapshot::list() const {
  if (!files_) {
    files_.emplace(commit_.empty() ? repository_.staged() : repository_.committed(commit_));
  }
  if (!*files_) return files_->error();
  return std::span<const TrackedFile>(**files_);
}

Result<std::span<const TrackedFile>> Snapshot::list_below(const std::string& path) const {
  Result<std::span<const TrackedFile>> all = list();
  if (!all || path.empty()) return all;
  const auto place_of = [&](const std::string& from) {
    return std::lower_bound(
        all->begin(), all->end(), from,
        [](const TrackedFile& file, const std::string& other) { return file.path < other; });
  };
  return std::span<const TrackedFile>(place_of(path + "/"), place_of(path + char{'/' + 1}));
}

Result<const TrackedFile*> Snapshot::file_at(const std::string& path) const {
  Result<std::span<const TrackedFile>> all = list();
  if (!all) return all.error();
  const auto file = std::lower_bound(
      all->begin(), all->end(), path,
      [](const TrackedFile& one, const std::string& other) { return one.path < other; });
  if (file == all->end() || file->path != path) return nullptr;
  if (file->kind == TrackedFile::Kind::kUnmerged) return unmerged(*file);
  return &*file;
}

bool Snapshot::has(const std::string& path) const {
  const auto place = path_in(repository_, path);
  if (!place) return false;
  const Result<const TrackedFile*> file = file_at(*place);
  return file && *file != nullptr && (*file)->kind != TrackedFile::Kind::kSubmodule;
}

bool Snapshot::has_below(const std::string& path) const {
  const auto place = path_in(repository_, path);
  if (!place) return false;
  const Result<std::span<const TrackedFile>> files = list_below(*place);
  return files && !files->empty();
}

Status Snapshot::add_submodule(const TrackedFile& submodule, std::vector<TrackedFile>& files) {
  const std::string top = repository_.top() + "/" + submodule.path;
  std::error_code failed;
  if (!fs::exists(top + "/.git", failed)) return {};
  const Repository repository = Repository::at(top);
  Result<std::vector<TrackedFile>> listed = repository.committed(submodule.object);
  if (!listed) return Error{submodule.path + ": " + listed.error().message};
  submodules_[submodule.path] = std::make_unique<BlobReader>(repository);
  for (TrackedFile& file : *listed) {
    file.path = submodule.path + "/" + file.path;
    if (file.kind == TrackedFile::Kind::kFile) files.push_back(std::move(file));
  }
  return {};
}

Result<Snapshot::Leads> Snapshot::follow(const TrackedFile& file, Border::By by, Held& held) const {
  TrackedFile at = file;
  for (int links = 0; links < kMostLinks && at.kind == TrackedFile::Kind::kLink; ++links) {
    const Result<std::string> target = blobs_->read(at.object, kMostTarget);
    if (!target) return target.error();
    const fs::path folder = (fs::path(repository_.top()) / at.path).parent_path();
    held = Held{.path = (folder / *target).lexically_normal().string()};
    const auto path = path_in(repository_, held.path);
    if (!path) {
      const Result<FileKind> kind = border_.kind_of(held.path, by);
      return kind && *kind == FileKind::kFolder ? Leads::kToFolder : Leads::kToFile;
    }
    const Result<const TrackedFile*> next = file_at(*path);
    if (!next) return next.error();
    if (*next == nullptr && !list_below(*path)->empty()) return Leads::kToFolder;
    held.is_missing = *next == nullptr;
    if (held.is_missing) return Leads::kToFile;
    at = **next;
  }
  held.is_missing = at.kind != TrackedFile::Kind::kFile;
  held.object = at.object;
  held.path = repository_.top() + "/" + at.path;
  held.is_outside = !border_.contains(held.path, by);
  held.blobs = blobs_.get();
  return Leads::kToFile;
}

void Snapshot::add_submodules(std::string_view folder, std::vector<TrackedFile>& files,
                              std::vector<Error>& errors) {
  std::vector<TrackedFile> inner;
  for (const TrackedFile& file : files) {
    if (file.kind != TrackedFile::Kind::kSubmodule || is_hidden(below(file.path, folder))) continue;
    if (Status failed = add_submodule(file, inner)) errors.push_back(*failed);
  }
  std::move(inner.begin(), inner.end(), std::back_inserter(files));
}

Snapshot::Held Snapshot::held_as(const TrackedFile& file) const {
  Held held{.path = repository_.top() + "/" + file.path,
            .object = file.object,
            .blobs = blobs_.get(),
            .is_missing = false};
  for (const auto& [path, blobs] : submodules_) {
    if (!below(file.path, path).empty()) held.blobs = blobs.get();
  }
  return held;
}

std::vector<TrackedFile> Snapshot::files_below(const std::string& place,
                                               std::vector<Error>& errors) {
  const Result<std::span<const TrackedFile>> listed = list_below(place);
  if (!listed) {
    errors.push_back(listed.error());
    return {};
  }
  std::vector<TrackedFile> files(listed->begin(), listed->end());
  if (is_sparse_) {
    std::erase_if(files, [](const TrackedFile& file) { return !file.is_skipped; });
    return files;
  }
  for (std::size_t end = place.find('/'); !place.empty(); end = place.find('/', end + 1)) {
    const Result<const TrackedFile*> around = file_at(place.substr(0, end));
    if (around && *around != nullptr && (*around)->kind == TrackedFile::Kind::kSubmodule) {
      if (Status failed = add_submodule(**around, files)) errors.push_back(*failed);
      std::erase_if(files,
                    [&](const TrackedFile& file) { return below(file.path, place).empty(); });
      break;
    }
    if (end == std::string::npos) break;
  }
  add_submodules(place, files, errors);
  filtered_ = repository_.filtered();
  return files;
}

Discovered Snapshot::find_entries(const std::string& folder, std::string_view prefix,
                                  const Globs& exclude) {
  Discovered found;
  std::error_code unknown;
  const std::string real = fs::weakly_canonical(folder, unknown).string();
  const auto place = path_in(repository_, unknown ? folder : real);
  if (!place) {
    found.errors.push_back({folder + ": not in the repository at " + repository_.top()});
    return found;
  }
  if (is_sparse_) found = find_entry_files(border_, folder, prefix, exclude);
  const std::vector<TrackedFile> files = files_below(*place, found.errors);
  const OtherBases others(files, *place);
  for (const TrackedFile& file : files) {
    if (file.kind == TrackedFile::Kind::kUnmerged) {
      found.errors.push_back(unmerged(file));
      continue;
    }
    const std::string relative(below(file.path, *place));
    if (file.kind == TrackedFile::Kind::kSubmodule || is_hidden(relative)) continue;
    if (exclude.match(std::string(prefix) + relative)) continue;
    const std::string_view other = others.around(relative);
    if (other.empty()) {
      consider(file, folder, relative, found);
    } else if (!exclude.match(std::string(prefix) + std::string(other))) {
      found.passed.push_back({std::string(other), kIsOtherBase});
    }
  }
  found.sort();
  return found;
}

void Snapshot::consider(const TrackedFile& file, const std::string& folder,
                        const std::string& relative, Discovered& found) {
  const NameKind kind = kind_of_name(relative);
  Held held = held_as(file);
  if (file.kind == TrackedFile::Kind::kLink) {
    const Result<Leads> leads = follow(file, Border::By::kEntry, held);
    if (!leads && kind == NameKind::kEntry) found.errors.push_back(leads.error());
    if (!leads) return;
    if (*leads == Leads::kToFolder) {
      found.passed.push_back({relative, kIsLinkedFolder});
      return;
    }
  }
  if (kind == NameKind::kLookalike) found.passed.push_back({relative, kIsNoJson});
  if (kind != NameKind::kEntry) return;
  if (filtered_.contains(file.path)) {
    found.passed.push_back({relative, kIsFiltered});
    return;
  }
  found_[folder + "/" + relative] = std::move(held);
  found.add(folder, relative);
}

Result<std::string> Snapshot::text_of(const Held& held, std::size_t max_bytes, Border::By by,
                                      bool& is_on_disk) const {
  is_on_disk = false;
  if (held.is_outside) return leads_out(held.path);
  if (held.is_missing) return Error{held.path + ": git does not have the file"};
  Result<std::string> on_disk = border_.read(held.path, max_bytes, by);
  is_on_disk = held.object.empty() ||
               (on_disk && on_disk->size() <= max_bytes && is_blob_named(held.object, *on_disk));
  if (is_on_disk) return on_disk;
  Result<std::string> text = held.blobs->read(held.object, max_bytes);
  if (!text) return Error{held.path + ": " + text.error().message};
  const std::optional<LfsPointer> pointer = lfs_pointer(*text);
  is_on_disk = pointer && on_disk && is_file_of(*pointer, *on_disk);
  return is_on_disk ? on_disk : text;
}

Source Snapshot::load(const std::string& file, std::string display_path,
                      std::string path_id) const {
  if (is_sparse_ && !found_.contains(file)) {
    return load_source(border_, file, std::move(display_path), std::move(path_id));
  }
  const Held& held = found_.at(file);
  bool is_on_disk = false;
  Result<std::string> text = text_of(held, kMaxFileBytes, Border::By::kEntry, is_on_disk);
  Source source = source_from_text(text ? std::move(*text) : std::string(), std::move(display_path),
                                   std::move(path_id));
  if (is_on_disk) source.file = held.path;
  if (!text) source.unreadable = text.error().message.substr(held.path.size() + 2);
  return source;
}

const Snapshot::Held* Snapshot::named(const std::string& file) const {
  const auto found = found_.find(file);
  if (found == found_.end()) return nullptr;
  const Held& held = found->second;
  return held.object.empty() || held.is_missing || held.is_outside ? nullptr : &held;
}

bool Snapshot::surely_has(const std::string& file, std::string_view text) const {
  const Held* const held = named(file);
  return held != nullptr && is_blob_named(held->object, text);
}

bool Snapshot::surely_shares(const std::string& file, const Snapshot& other) const {
  const Held* const here = named(file);
  const Held* const there = other.named(file);
  return here != nullptr && there != nullptr && here->object == there->object &&
         here->path == there->path;
}

Result<std::string> Snapshot::read(const std::string& path, std::size_t max_bytes,
                                   Border::By by) const {
  const auto on_disk = [&]() -> Result<std::string> {
    if (falls_back_) return border_.read(path, max_bytes, by);
    return Error{path + ": git does not have the file"};
  };
  const auto place = path_in(repository_, path);
  if (!place) return on_disk();
  const Result<const TrackedFile*> found = file_at(*place);
  if (!found) return Error{path + ": " + found.error().message};
  const TrackedFile* file = *found;
  if (file == nullptr || file->kind == TrackedFile::Kind::kSubmodule) return on_disk();
  if (is_sparse_ && !file->is_skipped) return on_disk();
  Held held{.path = path, .object = file->object, .blobs = blobs_.get(), .is_missing = false};
  if (file->kind == TrackedFile::Kind::kLink) {
    if (const Result<Leads> leads = follow(*file, by, held); !leads) {
      return Error{path + ": " + leads.error().message};
    }
    if (held.object.empty() && !held.is_missing && !falls_back_) return on_disk();
  }
  bool is_on_disk = false;
  Result<std::string> text = text_of(held, max_bytes, by, is_on_disk);
  if (!text) return Error{path + text.error().message.substr(held.path.size())};
  return text;
}

Result<std::string> read_file(const Snapshot* snapshot, const Border& border,
                              const std::string& path, std::size_t max_bytes, Border::By by) {
  return snapshot == nullptr ? border.read(path, max_bytes, by)
                             : snapshot->read(path, max_bytes, by);
}

}  // namespace kbc
