#include "output/output.h"

#include <algorithm>

#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {

Counts count(std::span<const Diagnostic> findings, std::size_t entries) {
  Counts counts;
  counts.entries = entries;
  for (const Diagnostic& finding : findings) {
    if (finding.severity == Severity::kError) ++counts.errors;
    if (finding.severity == Severity::kWarning) ++counts.warnings;
    if (finding.severity == Severity::kInfo) ++counts.infos;
    ++counts.by_rule[static_cast<std::size_t>(finding.rule)];
  }
  return counts;
}

void add(const Counts& more, Counts& counts) {
  counts.errors += more.errors;
  counts.warnings += more.warnings;
  counts.infos += more.infos;
  counts.entries += more.entries;
  for (std::size_t rule = 0; rule < more.by_rule.size(); ++rule) {
    counts.by_rule[rule] += more.by_rule[rule];
  }
}

const std::vector<FormatInfo>& all_formats() {
  static const std::vector<FormatInfo> formats = {
#define KBC_FORMAT(name, summary) {Format::name##_format, #name, summary, &render_##name},
#include "output/formats.def"
#undef KBC_FORMAT
  };
  return formats;
}

std::string location_text(const Place& place, const SourceSet& sources) {
  return printable(sources[place.file].path) + ":" + std::to_string(place.begin.line) + ":" +
         std::to_string(place.begin.column);
}

std::string short_line(const Diagnostic& finding, const SourceSet& sources) {
  std::string line = location_text(finding.place, sources) + ": ";
  line.append(name_of(finding.severity)).append("[").append(info_of(finding.rule).name);
  return line.append("]: ").append(printable(finding.message));
}

std::string_view name_of(Safety safety) { return safety == Safety::kSafe ? "safe" : "unsafe"; }

std::string_view advice_of(const Diagnostic& finding) {
  if (!finding.help.empty() || finding.fix() == nullptr) return finding.help;
  return finding.fix()->message;
}

bool is_exact(const Fix& fix) {
  return std::none_of(fix.edits.begin(), fix.edits.end(),
                      [](const Edit& edit) { return first_invalid_utf8(edit.text).has_value(); });
}

std::string tally(const Counts& counts) {
  return counted(counts.errors, "error") + ", " + counted(counts.warnings, "warning") + ", " +
         std::to_string(counts.infos) + " info";
}

std::string summary_line(const Counts& counts) {
  return tally(counts) + " in " + counted(counts.entries, "entry");
}

}  // namespace kbc
