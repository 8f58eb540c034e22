#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace kbc {

// Finds lines and columns in one text, which must outlive it. A line ends with LF, CR or CR LF. A
// byte that is not UTF-8 counts as the start of a column unless it looks like a continuation.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // Of any offset up to the text's size; a greater one means the end. Logarithmic, whatever the
  // length of the line.
  Position at(std::uint32_t offset) const;

  // The line with this 1-based number, without its end; empty when there is none.
  std::string_view line(std::uint32_t number) const;

  // The offset at which it begins; the end of the text when there is none.
  std::uint32_t line_start(std::uint32_t number) const;

 private:
  // Code points before each multiple of kStride bytes.
  static constexpr std::uint32_t kStride = 256;

  std::uint32_t code_points_before(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace kbc
