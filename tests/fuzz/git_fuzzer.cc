// What the program `git` writes, of arbitrary bytes: the listings of an index and of a commit, the
// lines of cat-file, the remotes of a configuration, what Git LFS keeps in the place of a file.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/lfs_pointer.h"
#include "git/listing.h"
#include "git/object_name.h"

namespace kbc {
namespace {

using namespace std::string_view_literals;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_sound(const std::vector<TrackedFile>& files, std::string_view listing) {
  require(files.size() <= records_of(listing).size());
  for (std::size_t at = 0; at < files.size(); ++at) {
    require(at == 0 || files[at - 1].path <= files[at].path);
    require(files[at].path.find('\0') == std::string::npos);
    require(files[at].object.find_first_of("\t\0"sv) == std::string::npos);
    const bool is_unmerged = files[at].kind == TrackedFile::Kind::kUnmerged;
    require(!is_unmerged || files[at].object.empty());
  }
}

void check(std::string_view bytes) {
  std::size_t total = 0;
  for (const std::string_view record : records_of(bytes)) {
    total += record.size() + 1;
    require(record.find('\0') == std::string_view::npos);
  }
  require(total == bytes.size() || total == bytes.size() + 1);
  require_sound(staged_files(bytes), bytes);
  require_sound(committed_files(bytes), bytes);
  require(promisor_of(bytes).size() <= bytes.size());
  if (const std::optional<LfsPointer> pointer = lfs_pointer(bytes)) {
    require(pointer->sha256.size() == 64);
    is_file_of(*pointer, bytes);
  }
  const std::size_t line = bytes.find('\n');
  blob_size(bytes.substr(0, line));
  if (line != std::string_view::npos) is_blob_named(bytes.substr(0, line), bytes.substr(line + 1));
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
