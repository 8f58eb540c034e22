#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "output/output.h"

namespace kbc {

// Chooses the worst findings, as many as there is room for.
class Worst {
 public:
  Worst(const Tally& found, std::size_t room)
      : errors_(std::min(found.errors, room)),
        warnings_(std::min(found.warnings, room - errors_)),
        infos_(std::min(found.infos, room - errors_ - warnings_)) {}

  // Requires: each finding that was counted is asked for once.
  bool takes(Severity severity) {
    std::size_t& room = severity == Severity::kError     ? errors_
                        : severity == Severity::kWarning ? warnings_
                                                         : infos_;
    if (room == 0) return false;
    --room;
    return true;
  }

 private:
  std::size_t errors_, warnings_, infos_;
};

// A finding, and whose it is.
struct ShownFinding {
  const Diagnostic* finding = nullptr;
  SourceSet* sources = nullptr;
};

// What people are shown of the findings, by `show`, `max_findings` and `worst_first`.
std::vector<ShownFinding> shown_findings(const Rendering& rendering);

}  // namespace kbc
