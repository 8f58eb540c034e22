#include "text/width.h"

#include <utf8proc.h>

namespace kbc {

std::size_t display_width(char32_t code_point) {
  if (code_point < 0xa0) return 1;
  return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)));
}

}  // namespace kbc
