// git lists the files with their object names; a file on disk that hashes to its name is read from
// there, and any other from one `git cat-file --batch` for each repository. Links are followed as
// Linux would follow them, within what git has.
#include "load/snapshot.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "git/object_name.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// As many links in a row as Linux follows.
constexpr int kMostLinks = 40;
constexpr std::size_t kMostTarget = 4096;

bool is_hidden(std::string_view relative) {
  return relative.starts_with('.') || relative.find("/.") != std::string_view::npos;
}

// The part of a path below a folder; an empty folder is the top.
std::string_view below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (path.size() <= folder.size() || path[folder.size()] != '/') return {};
  return path.starts_with(folder) ? path.substr(folder.size() + 1) : std::string_view();
}

bool is_entry(const TrackedFile& file, std::string_view relative) {
  return file.kind != TrackedFile::Kind::kSubmodule && relative.ends_with(".json") &&
         !is_hidden(relative);
}

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
  const Result<std::span<const TrackedFile>> listed = list_below(*place);
  if (!listed) {
    found.errors.push_back(listed.error());
    return found;
  }
  std::vector<TrackedFile> files(listed->begin(), listed->end());
  add_submodules(*place, files, found.errors);
  for (const TrackedFile& file : files) {
    if (file.kind == TrackedFile::Kind::kUnmerged) {
      found.errors.push_back(unmerged(file));
      continue;
    }
    const std::string relative(below(file.path, *place));
    if (!is_entry(file, relative) || exclude.match(std::string(prefix) + relative)) continue;
    Held held = held_as(file);
    if (file.kind == TrackedFile::Kind::kLink) {
      const Result<Leads> leads = follow(file, Border::By::kEntry, held);
      if (!leads) found.errors.push_back(leads.error());
      if (!leads || *leads == Leads::kToFolder) continue;
    }
    found_[folder + "/" + relative] = std::move(held);
    found.add(folder, relative);
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

Result<std::string> Snapshot::text_of(const Held& held, std::size_t max_bytes, Border::By by,
                                      bool& is_on_disk) const {
  is_on_disk = false;
  if (held.is_outside) return leads_out(held.path);
  if (held.is_missing) return Error{held.path + ": git does not have the file"};
  Result<std::string> text = border_.read(held.path, max_bytes, by);
  is_on_disk = held.object.empty() ||
               (text && text->size() <= max_bytes && is_blob_named(held.object, *text));
  if (is_on_disk) return text;
  text = held.blobs->read(held.object, max_bytes);
  if (!text) return Error{held.path + ": " + text.error().message};
  return text;
}

Source Snapshot::load(const std::string& file, std::string display_path,
                      std::string path_id) const {
  const Held& held = found_.at(file);
  bool is_on_disk = false;
  Result<std::string> text = text_of(held, kMaxFileBytes, Border::By::kEntry, is_on_disk);
  Source source = source_from_text(text ? std::move(*text) : std::string(), std::move(display_path),
                                   std::move(path_id));
  if (is_on_disk) source.file = held.path;
  if (!text) source.unreadable = text.error().message.substr(held.path.size() + 2);
  return source;
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
