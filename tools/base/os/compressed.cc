#include "os/compressed.h"

#include <array>

namespace kbc {
namespace {

struct Compression {
  std::string_view magic;
  std::string_view name;
  std::string_view reader;  // the program that writes it as text on standard output
};

constexpr std::array<Compression, 4> kCompressions = {{
    {"\x1F\x8B\x08", "gzip", "zcat"},
    {{"\xFD\x37zXZ\0", 6}, "xz", "xzcat"},
    {"\x28\xB5\x2F\xFD", "zstd", "zstdcat"},
    {"BZh", "bzip2", "bzcat"},
}};

// bzip2's mark is text, too; a block follows that begins with the digits of pi, or the end with
// those of its root.
bool is_bzip2(std::string_view bytes) {
  const std::string_view block = bytes.substr(4, 6);
  return bytes.size() >= 10 && bytes[3] >= '1' && bytes[3] <= '9' &&
         (block == "1AY&SY" || block == std::string_view("\x17\x72\x45\x38\x50\x90", 6));
}

}  // namespace

std::string compressed_help(std::string_view bytes, std::string_view path,
                            std::string_view command) {
  for (const Compression& one : kCompressions) {
    if (!bytes.starts_with(one.magic)) continue;
    if (one.name == "bzip2" && !is_bzip2(bytes)) continue;
    std::string help = "compressed with " + std::string(one.name) + "; use `";
    help += path == "-" ? "… | " + std::string(one.reader)
                        : std::string(one.reader) + " " + std::string(path);
    return help + " | kbc " + std::string(command) + " -`";
  }
  return {};
}

}  // namespace kbc
