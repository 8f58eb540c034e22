#include "lsp/base_change.h"

#include <algorithm>

namespace kbc {
namespace {

FileChange& change_of(const std::string& path, std::vector<FileChange>& changes) {
  const auto known = std::find_if(changes.begin(), changes.end(),
                                  [&](const FileChange& change) { return change.path == path; });
  if (known != changes.end()) return *known;
  changes.push_back({path, {}, {}, {}});
  return changes.back();
}

}  // namespace

std::vector<FileChange> changes_of(const Plan& plan) {
  std::vector<FileChange> changes;
  const Plan::Step* made = nullptr;
  for (const Plan::Step& step : plan.steps()) {
    if (!step.renamed.empty()) {
      change_of(step.path, changes).renamed = step.renamed;
    } else if (step.before && step.after) {
      FileChange& change = change_of(step.path, changes);
      change.before = *step.before;
      change.edits = changed_lines(*step.before, *step.after);
    } else if (step.after) {
      made = &step;
    } else if (made != nullptr) {
      changes.insert(changes.begin(), {step.path, *step.before,
                                       changed_lines(*step.before, *made->after), made->path});
      made = nullptr;
    }
  }
  return changes;
}

}  // namespace kbc
