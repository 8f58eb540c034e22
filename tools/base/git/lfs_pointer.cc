#include "git/lfs_pointer.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "git/object_name.h"

namespace kbc {
namespace {

// A pointer is less than this, so that no large file is looked through.
constexpr std::size_t kMostBytes = 1024;
constexpr std::size_t kDigits = 64;

// The value of the line that begins with a key and a blank; empty without one.
std::string_view value_of(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(key) && line.substr(key.size()).starts_with(' ')) {
      return line.substr(key.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

}  // namespace

std::optional<LfsPointer> lfs_pointer(std::string_view text) {
  if (text.size() >= kMostBytes) return {};
  // The second is from the time before the first release.
  if (!text.starts_with("version https://git-lfs.github.com/spec/") &&
      !text.starts_with("version https://hawser.github.com/spec/")) {
    return {};
  }
  constexpr std::string_view kMethod = "sha256:";
  const std::string_view object = value_of(text, "oid");
  const std::string_view size = value_of(text, "size");
  if (!object.starts_with(kMethod)) return {};
  LfsPointer pointer{object.substr(kMethod.size())};
  const auto [end, failed] = std::from_chars(size.data(), size.data() + size.size(), pointer.size);
  const bool is_number = failed == std::errc() && end == size.data() + size.size();
  if (!is_number || pointer.sha256.size() != kDigits) return {};
  return pointer;
}

bool is_file_of(const LfsPointer& pointer, std::string_view bytes) {
  return bytes.size() == pointer.size && is_sha256(pointer.sha256, bytes);
}

}  // namespace kbc
