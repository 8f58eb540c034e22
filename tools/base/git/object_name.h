#pragma once

#include <string>
#include <string_view>

namespace kbc {

// Whether git would give a blob with these bytes this name: the SHA-1 of them after a header, or
// the SHA-256 in a repository of that kind, in hexadecimal digits.
bool is_blob_named(std::string_view name, std::string_view bytes);

// Whether these bytes have this SHA-256, in hexadecimal digits.
bool is_sha256(std::string_view digits, std::string_view bytes);

// The SHA-256 of these bytes, in hexadecimal digits.
std::string sha256_of(std::string_view bytes);

}  // namespace kbc
