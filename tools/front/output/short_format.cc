#include "output/output.h"
#include "output/worst.h"
#include "text/printer.h"

namespace kbc {

void render_short(const Rendering& rendering, std::ostream& out) {
  Printer page(out);
  Rendering in_order = rendering;
  in_order.worst_first = false;
  for (const auto& [finding, sources] : shown_findings(in_order)) {
    page << short_line(*finding, *sources) << '\n';
  }
}

}  // namespace kbc
