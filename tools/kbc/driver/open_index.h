#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "config/config.h"
#include "core/result.h"
#include "kbx/index.h"
#include "link/link.h"

namespace kbc {

// What becomes of a file that cannot be read.
enum class Unreadable : std::uint8_t { kIsError, kIsLeftOut };

// An index to look into, from a file or made in memory.
class OpenIndex {
 public:
  const kbx::Index& index() const { return *index_; }

 private:
  friend Result<OpenIndex> open_index(const std::string& file);
  friend Result<OpenIndex> open_index(const Config& config, Patterns patterns, Words words,
                                      Unreadable unreadable);

  std::unique_ptr<std::string> bytes_;  // null for a file
  std::unique_ptr<kbx::Index> index_;
};

// The index in a file.
Result<OpenIndex> open_index(const std::string& file);

// That of the entries of a knowledge base as they are, whether they pass `kbc validate` or not (of
// several with one id, the first), with its patterns and words if they are placed.
Result<OpenIndex> open_index(const Config& config, Patterns patterns, Words words,
                             Unreadable unreadable);

// That of the file or, without one, of the knowledge base in the folder.
Result<OpenIndex> open_index(const std::string& file, const BaseChoice& base, Patterns patterns,
                             Words words);

}  // namespace kbc
