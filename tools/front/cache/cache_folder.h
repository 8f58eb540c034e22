#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cache/cache_choice.h"
#include "core/result.h"
#include "kbx/map_file.h"
#include "os/border.h"
#include "os/descriptor.h"

namespace kbc {

// What was kept, in memory that does not change when another run replaces the file.
class KeptBytes {
 public:
  KeptBytes(kbx::MappedFile file, std::size_t begin) : file_(std::move(file)), begin_(begin) {}

  std::string_view bytes() const { return file_.bytes().substr(begin_); }

 private:
  kbx::MappedFile file_;
  std::size_t begin_;
};

// A file of the cache.
struct CacheItem {
  std::string name;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // in nanoseconds since 1970
};

// The folder in which kbc keeps what it found out, so that the next run need not find it out again.
// What is there is never needed and never trusted further than its owner: a folder or a file that
// somebody else may write is not read, nor what does not fit to the last byte. A file is
// written beside its place and renamed, so that readers wait for nobody; of several writers one
// writes.
class CacheFolder {
 public:
  // That of the knowledge base in the folder `root`: the one that a person named, else `kbc-cache`
  // in the folder that all working trees of the git repository around it share, else one in the
  // person's folder for caches. It is made where it does not exist. The error says why there is
  // none.
  static Result<CacheFolder> of(const std::string& root, const Border& border,
                                const CacheChoice& choice);

  const std::string& path() const { return path_; }

  // What was kept under a name, in the environment; nothing when it is not there or does not fit.
  std::optional<KeptBytes> read(const std::string& name, std::string_view environment) const;

  // Keeps the pieces, one after the other, in place of what has the name. The oldest files give way
  // when there is no room. False when they cannot be kept, or another run is writing.
  bool keep(const std::string& name, std::string_view environment,
            std::span<const std::string_view> pieces) const;

  // The files of the cache, the oldest first, and nothing else that lies there.
  std::vector<CacheItem> items() const;

  // False when it cannot be removed.
  bool remove(const CacheItem& item) const;

 private:
  CacheFolder(Descriptor folder, std::string path)
      : folder_(std::move(folder)), path_(std::move(path)) {}

  Result<FilePlace> place_of(const std::string& name) const;
  void make_room(std::uint64_t size, const std::string& name) const;

  Descriptor folder_;
  std::string path_;
};

// The most bytes that all files of a cache have together.
inline constexpr std::uint64_t kMostCached = std::uint64_t{512} << 20;

// The name of a file that holds something of a kind, in an environment; of the environment, which
// is a SHA-256, the beginning is enough.
std::string cache_name(std::string_view kind, std::string_view environment);

// The kind that a name says, as cache_name made it; empty for a name that it did not make.
std::string_view kind_of_cached(std::string_view name);

// What the result of a question depends on beside the files that it is about: this build of kbc,
// this kind of machine, and what is given. A SHA-256 in hexadecimal digits; empty where the build
// has no id, so that nothing can be kept.
std::string environment_of(std::span<const std::string_view> parts);

}  // namespace kbc
