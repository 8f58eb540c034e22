#include "analysis/update_baseline.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "analysis/baseline.h"
#include "analysis/suppress.h"
#include "os/write_file.h"
#include "output/output.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

// The lines of the file that is there, as far as this run cannot say anything about them.
Result<std::vector<Baseline::Key>> kept_lines(const std::string& path,
                                              const Severities& severities) {
  std::vector<Baseline::Key> keys;
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) return keys;
  const Result<Baseline> old = Baseline::read(path);
  if (!old) return old.error();
  for (const auto& [key, line] : old->lines()) {
    if (keeps_line(key, severities)) keys.push_back(key);
  }
  return keys;
}

}  // namespace

Status update_baseline(const Border& border, const std::string& path, const Severities& severities,
                       const Analysis& analysis) {
  Result<std::vector<Baseline::Key>> keys = kept_lines(path, severities);
  if (!keys) return keys.error();
  const std::size_t kept = keys->size();
  std::size_t added = 0;
  for (const Diagnostic& diagnostic : analysis.diagnostics) {
    auto key = baseline_key(diagnostic, analysis);
    if (!key) continue;
    keys->push_back(std::move(*key));
    ++added;
  }
  Status failed =
      write_output(border, path, [&](std::ostream& out) { out << Baseline::render(*keys); });
  if (failed) return failed;
  standard_error() << "kbc: " << counted(added, "finding") << " written to " << path;
  if (kept > 0) standard_error() << "; " << counted(kept, "line") << " for other rules kept";
  standard_error() << '\n';
  return {};
}

}  // namespace kbc
