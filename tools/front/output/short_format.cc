#include "output/output.h"
#include "text/printer.h"

namespace kbc {

void render_short(const Rendering& rendering, std::ostream& out) {
  Printer page(out);
  std::size_t shown = 0;
  for (const RenderedBase& base : rendering.bases) {
    for (const Diagnostic& finding : *base.findings) {
      if (shown++ == rendering.max_findings) return;
      page << short_line(finding, *base.sources) << '\n';
    }
  }
}

}  // namespace kbc
