#pragma once

#include <string>
#include <string_view>

namespace kbc {

// A log that was rotated is often compressed, and nothing in it reads as text.
//
// What to do instead of reading a file that begins with these bytes, "-" for standard input, with
// kbc's `command`, such as `match`; empty unless it is compressed with gzip, xz, zstd or bzip2.
std::string compressed_help(std::string_view bytes, std::string_view path,
                            std::string_view command);

}  // namespace kbc
