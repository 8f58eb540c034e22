#ifndef KBC_DRIVER_OPEN_INDEX_H_
#define KBC_DRIVER_OPEN_INDEX_H_

#include <memory>
#include <string>

#include "core/result.h"
#include "kbx/index.h"
#include "link/link.h"

namespace kbc {

// An index to look into, from a file or made in memory.
class OpenIndex {
 public:
  const kbx::Index& index() const { return *index_; }

 private:
  friend Result<OpenIndex> open_index(const std::string& file, const std::string& kb_folder,
                                      Patterns patterns, Words words);

  std::unique_ptr<std::string> bytes_;  // null for a file
  std::unique_ptr<kbx::Index> index_;
};

// The index in a file or, without one, that of the entries of a knowledge base as they are, whether
// they pass `kbc validate` or not (of several with one id, the first). What a file has it has; of
// the patterns and words of a knowledge base its index has those that are placed.
Result<OpenIndex> open_index(const std::string& file, const std::string& kb_folder,
                             Patterns patterns, Words words);

}  // namespace kbc

#endif  // KBC_DRIVER_OPEN_INDEX_H_
