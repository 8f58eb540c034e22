#ifndef KBX_MAP_FILE_H_
#define KBX_MAP_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// A file in memory, read only, for as long as the object lives.
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Empty, and a sentence that begins with the path in error, when it cannot be mapped.
  static MappedFile open(const std::string& path, std::string& error);

  // The same for a copy of the file's bytes, which no longer depends on the file.
  static MappedFile read(const std::string& path, std::string& error);

  // Of a file that is open, with all of its bytes at hand; the descriptor may be closed afterwards.
  // Empty when it cannot be mapped. Requires: it is a regular file with so many bytes.
  static MappedFile of(int descriptor, std::size_t size);

  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_MAP_FILE_H_
