#include "analysis/update_baseline.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "analysis/baseline.h"
#include "analysis/suppress.h"
#include "load/discover.h"
#include "os/write_file.h"
#include "output/named_places.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

using Lines = std::map<Baseline::Key, Baseline::Line>;

// The line of version 2 for one of version 1; nothing where its pointer leads nowhere.
std::optional<Lines::value_type> line_from(const Baseline::Key& old, const Analysis& analysis,
                                           NamedPlaces& places) {
  Diagnostic finding;
  finding.rule = *rule_named(old.rule);
  const EntryRecord* entry = analysis.base.find(old.entry);
  if (entry == nullptr && old.entry != kConfigName) return {};
  const FileId file = entry == nullptr ? analysis.config_file : entry->file;
  std::optional<Place> place = places.place_of(file, old.place);
  if (!place) return {};
  finding.place = *std::move(place);
  auto line = baseline_line(finding, analysis, places);
  if (!line) return {};
  return Lines::value_type(std::move(line->first), std::move(line->second));
}

// The lines of the file that is there, as far as this run cannot say anything about them.
Result<Lines> kept_lines(const Border& border, const std::string& path, Border::By by,
                         const Severities& severities, const Analysis& analysis,
                         NamedPlaces& places) {
  Lines lines;
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) return lines;
  const Result<Baseline> old = Baseline::read(path, border, by);
  if (!old) return old.error();
  for (const auto& line : old->lines()) {
    if (!keeps_line(line.first, severities)) continue;
    if (old->version() != 1) {
      lines.insert(line);
    } else if (auto now = line_from(line.first, analysis, places)) {
      lines.insert(*std::move(now));
    }
  }
  return lines;
}

Status write(const Border& border, const std::string& path, Border::By by, const Lines& lines) {
  const auto render = [&](std::ostream& out) { out << Baseline::render(lines); };
  if (by == Border::By::kPerson) return write_output(border, path, render);
  const Result<FilePlace> place = border.output(path, by);
  return place ? write_file(*place, render) : place.error();
}

}  // namespace

Status update_baseline(const Border& border, const std::string& path, Border::By by,
                       const Severities& severities, Analysis& analysis) {
  NamedPlaces places(analysis.sources);
  Result<Lines> lines = kept_lines(border, path, by, severities, analysis, places);
  if (!lines) return lines.error();
  const std::size_t kept = lines->size();
  std::size_t added = 0;
  locate_and_sort(analysis);
  for (const Diagnostic& diagnostic : analysis.diagnostics) {
    auto line = baseline_line(diagnostic, analysis, places);
    if (!line) continue;
    lines->insert(*std::move(line));
    ++added;
  }
  if (Status failed = write(border, path, by, *lines)) return failed;
  standard_error() << "kbc: " << counted(added, "finding") << " written to " << path;
  if (kept > 0) standard_error() << "; " << counted(kept, "line") << " for other rules kept";
  standard_error() << '\n';
  return {};
}

}  // namespace kbc
