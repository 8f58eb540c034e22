#include "output/output.h"

namespace kbc {

void render_short(const Rendering& rendering, std::ostream& out) {
  std::size_t shown = 0;
  for (const Diagnostic& finding : *rendering.findings) {
    if (shown++ == rendering.max_findings) return;
    out << short_line(finding, *rendering.sources) << '\n';
  }
}

}  // namespace kbc
