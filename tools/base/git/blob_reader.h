#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>

#include "core/result.h"
#include "git/repository.h"
#include "os/coprocess.h"

namespace kbc {

// Reads blobs of a repository through one `git cat-file --batch`, which starts when the first is
// wanted. Safe for many threads.
class BlobReader {
 public:
  explicit BlobReader(Repository repository) : repository_(std::move(repository)) {}

  // At most max_bytes + 1 bytes, like read_file. Nothing is fetched: of a blob that a partial clone
  // left out the error has the command that brings it.
  Result<std::string> read(const std::string& object, std::size_t max_bytes);

 private:
  // Asks for a blob, and gives the line that git answers before it.
  Result<std::string> ask(const std::string& object);
  Error missing(const std::string& object, Error otherwise) const;
  Result<std::string> header();
  // The next bytes of what git writes; fewer only with an error.
  Status take(std::size_t size, std::string* into);
  Status fill();

  std::mutex mutex_;
  Repository repository_;
  std::optional<Coprocess> git_;
  int ends_ = 0;  // how often git has ended by itself
  std::string buffer_;
  std::size_t used_ = 0;  // of the buffer
};

}  // namespace kbc
