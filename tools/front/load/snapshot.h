#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "git/blob_reader.h"
#include "git/repository.h"
#include "load/discover.h"
#include "load/source.h"
#include "os/border.h"

namespace kbc {

// The files of a knowledge base as git has them, in place of those in the working tree: what the
// next commit will hold, or what a commit holds. A file whose bytes on disk are those that git has
// is read from there, which costs less than asking git. Git lists all files once; links are
// followed in that list. For one thread, but for load().
class Snapshot {
 public:
  // Of the index. folder is one of the knowledge base's.
  static Result<std::unique_ptr<Snapshot>> staged(const std::string& folder, const Border& border);

  // Of a commit, by its name.
  static Result<std::unique_ptr<Snapshot>> committed(const std::string& folder,
                                                     const Border& border,
                                                     const std::string& commit);

  // Of the commit that a reference leads to. What it does not have is not there: nothing comes from
  // disk in its place.
  static Result<std::unique_ptr<Snapshot>> only_of(const std::string& folder, const Border& border,
                                                   const std::string& reference);

  // The working tree, and of the index what a sparse checkout leaves out of it.
  static Result<std::unique_ptr<Snapshot>> sparse(const std::string& folder, const Border& border);

  const Repository& repository() const { return repository_; }

  // Whether what git does not have is read from disk.
  bool falls_back() const { return falls_back_; }

  // Whether git has a file, or a link, of this path.
  bool has(const std::string& path) const;

  // Whether git has any below a folder of this path.
  bool has_below(const std::string& path) const;

  // What find_entry_files finds in a folder, here. Files of submodules are those of the commit that
  // is recorded for each; of one that is not checked out there are none, as on disk.
  Discovered find_entries(const std::string& folder, std::string_view prefix, const Globs& exclude);

  // One of the files found, as load_source loads it. Safe for many threads.
  Source load(const std::string& file, std::string display_path, std::string path_id) const;

  // Whether load() would give this text for one of the files found, and whether it gives the same
  // as in another snapshot. False where only reading tells.
  bool surely_has(const std::string& file, std::string_view text) const;
  bool surely_shares(const std::string& file, const Snapshot& other) const;

  // What Border::read reads, here; from disk when git does not have the file.
  Result<std::string> read(const std::string& path, std::size_t max_bytes, Border::By by) const;

 private:
  // Where a file's text is.
  struct Held {
    std::string path;         // on disk
    std::string object = {};  // empty when git does not have the file
    BlobReader* blobs = nullptr;
    bool is_missing = false;  // a link to what git does not have
    bool is_outside = false;  // a link to what git has outside of the border
  };
  enum class Leads { kToFile, kToFolder };

  Snapshot(Repository repository, Border border, std::string commit);

  // All that git has, in the order of paths: it is asked once.
  Result<std::span<const TrackedFile>> list() const;
  // Those below a path from the top; empty for all.
  Result<std::span<const TrackedFile>> list_below(const std::string& path) const;
  // The one of this path; null when there is none. An error when it is not merged.
  Result<const TrackedFile*> file_at(const std::string& path) const;
  Status add_submodule(const TrackedFile& submodule, std::vector<TrackedFile>& files);
  // All files that git has below a place, those of submodules around and in it among them.
  std::vector<TrackedFile> files_below(const std::string& place, std::vector<Error>& errors);
  // Adds the files of the submodules among those of a folder.
  void add_submodules(std::string_view folder, std::vector<TrackedFile>& files,
                      std::vector<Error>& errors);
  // Adds a file below the entries to what was found, if it is one.
  void consider(const TrackedFile& file, const std::string& folder, const std::string& relative,
                Discovered& found);
  // What git has of a file that was found, by its name; null where it is not there, or not in git.
  const Held* named(const std::string& file) const;
  // Where the text of a file is that is no link.
  Held held_as(const TrackedFile& file) const;
  // Follows links, and says what the last one leads to.
  Result<Leads> follow(const TrackedFile& file, Border::By by, Held& held) const;
  Result<std::string> text_of(const Held& held, std::size_t max_bytes, Border::By by,
                              bool& is_on_disk) const;

  Repository repository_;
  Border border_;
  std::string commit_;  // empty for the index
  bool falls_back_ = true;
  bool is_sparse_ = false;  // only what the index skips counts, the rest is on disk
  std::set<std::string, std::less<>> filtered_;  // paths from the top that clean filters change
  mutable std::optional<Result<std::vector<TrackedFile>>> files_;
  std::unique_ptr<BlobReader> blobs_;
  // By their paths from the top.
  std::unordered_map<std::string, std::unique_ptr<BlobReader>> submodules_;
  std::unordered_map<std::string, Held> found_;
};

// What Border::read reads, from a snapshot if there is one.
Result<std::string> read_file(const Snapshot* snapshot, const Border& border,
                              const std::string& path, std::size_t max_bytes, Border::By by);

}  // namespace kbc
