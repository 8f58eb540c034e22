// An index as another minor version of the format writes it.
#pragma once

#include <cstddef>
#include <string>

namespace kbc {

// The same index with so many bytes more in each row of every section that has rows, which no
// reader of today knows, and a minor version that is one higher; all checksums are right.
std::string with_longer_rows(const std::string& bytes, std::size_t more);

// The same index as version 1.2 wrote it, without the fields of entries that came later.
std::string with_first_rows(const std::string& bytes);

}  // namespace kbc
