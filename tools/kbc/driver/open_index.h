#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cache/cache_choice.h"
#include "cache/cache_folder.h"
#include "config/config.h"
#include "core/result.h"
#include "kbx/index.h"
#include "link/link.h"
#include "load/snapshot.h"
#include "os/file_state.h"

namespace kbc {

// What becomes of a file that cannot be read.
enum class Unreadable : std::uint8_t { kIsError, kIsLeftOut };

// An index to look into, from a file or made in memory.
class OpenIndex {
 public:
  OpenIndex() = default;
  static Result<OpenIndex> over(std::string bytes);
  static Result<OpenIndex> over(KeptBytes bytes);

  const kbx::Index& index() const { return *index_; }

  // Of one that was made in memory.
  const std::string& bytes() const { return *bytes_; }

  // Whether it is a copy of a file that was cut or overwritten in place meanwhile.
  bool is_outdated() const { return file_ && file_->is_changed(); }

  // What compiling the entries took and how it is saved; empty when they were not compiled.
  const std::string& advice() const { return advice_; }
  void advise(std::string advice) { advice_ = std::move(advice); }

 private:
  friend Result<OpenIndex> open_index(const std::string& file);
  friend Result<OpenIndex> read_index(const std::string& file);

  std::unique_ptr<std::string> bytes_;  // null for a file that is mapped
  std::optional<KeptBytes> kept_;       // or for one from the cache
  std::optional<WatchedFile> file_;     // of which the bytes are a copy
  std::unique_ptr<kbx::Index> index_;
  std::string advice_;
};

// The index in a file, which is mapped: for a command that is soon through.
Result<OpenIndex> open_index(const std::string& file);

// The same as a copy in memory, which nothing that happens to the file changes.
Result<OpenIndex> read_index(const std::string& file);

// The same as a verified copy in memory, for a command that may run long: nothing that happens to
// the file changes an answer.
Result<OpenIndex> copy_index(const std::string& file);

// What `kbc build` wrote by itself in the folder of kbc.json, whether or not it is of the entries
// as they are; nothing where it cannot be read.
std::optional<OpenIndex> built_index(const std::string& root, const Border& border);

// That of the entries of a knowledge base as they are, whether they pass `kbc validate` or not (of
// several with one id, the first), with its patterns and words if they are placed; from a snapshot
// if there is one.
Result<OpenIndex> open_index(const Config& config, Patterns patterns, Words words,
                             Unreadable unreadable, Snapshot* snapshot = nullptr);

// That of the file or, without one, of the knowledge base in the folder: the one that `kbc build`
// wrote or an earlier run left in the cache if it is of these entries, else it is made, and left
// there.
Result<OpenIndex> open_index(const std::string& file, const BaseChoice& base, Patterns patterns,
                             Words words, const CacheChoice& cache = {});

// One of those two if it is of the entries as they are, as far as that can be told without reading
// them.
std::optional<OpenIndex> known_index(const Config& config, Patterns patterns, Words words,
                                     const CacheChoice& cache);

// That of the knowledge base as the third above gives it.
Result<OpenIndex> current_index(const Config& config, Patterns patterns, Words words,
                                const CacheChoice& cache);

}  // namespace kbc
