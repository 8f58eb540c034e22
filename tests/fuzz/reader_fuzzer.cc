// The reader over arbitrary bytes: open, verify, and walk over everything that an index gives out.
// The checksums are made right, since few bytes would come past them. Of what verify finds sound,
// what it promises must hold.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "index/damage.h"
#include "index/walk.h"
#include "kbx/index.h"

namespace kbc {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_found(const kbx::Index& index) {
  std::uint64_t links = 0, incoming = 0;
  for (const auto& entry : index.entries()) {
    require(index.find(entry.id()).index() == entry.index());
    require(index.at(entry.index())->hash() == entry.hash());
    links += entry.leads_to().size() + entry.preceded_by().size();
    links += entry.frequently_confused_with().size();
    for (const auto& link : index.incoming(entry.index())) {
      require(link.target == entry.index());
      ++incoming;
    }
  }
  require(incoming <= links);
}

// Gives false when the bytes are refused.
bool read(std::string_view bytes) {
  const ExactCopy copy(bytes);
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(copy.view(), error);
  require(index.has_value() == error.empty());
  if (!index) return false;
  const Walk walk(*index);
  const bool is_sound = index->verify(error);
  require(is_sound == error.empty());
  if (is_sound) require_found(*index);
  return is_sound;
}

void check(std::string_view bytes) {
  if (read(bytes)) return;
  std::string fixed(bytes);
  fix_header(fixed);
  read(fixed);
  fix_checksums(fixed);
  read(fixed);
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
