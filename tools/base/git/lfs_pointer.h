#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kbc {

// What Git LFS keeps in git in place of a file: its size and the SHA-256 of its bytes.
// Source: docs/spec.md of git-lfs, "The Pointer".
struct LfsPointer {
  std::string_view sha256;  // 64 hexadecimal digits; a part of the text
  std::uint64_t size = 0;
};

// Nothing for a text that is no pointer.
std::optional<LfsPointer> lfs_pointer(std::string_view text);

// Whether these are the bytes of the file that the pointer stands for.
bool is_file_of(const LfsPointer& pointer, std::string_view bytes);

}  // namespace kbc
