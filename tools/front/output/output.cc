#include "output/output.h"

#include <algorithm>

#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {

namespace {

// `git` of an entry git/push-rejected.
std::string_view domain_of(const Source& source) {
  const std::string_view id = source.path_id;
  return id.empty() ? std::string_view(source.path) : id.substr(0, id.find('/'));
}

}  // namespace

std::size_t Tally::at_least(Severity severity) const {
  std::size_t some = errors;
  if (severity <= Severity::kWarning) some += warnings;
  if (severity <= Severity::kInfo) some += infos;
  return some;
}

void Tally::add(Severity severity) {
  if (severity == Severity::kError) ++errors;
  if (severity == Severity::kWarning) ++warnings;
  if (severity == Severity::kInfo) ++infos;
}

void Tally::add(const Tally& more) {
  errors += more.errors;
  warnings += more.warnings;
  infos += more.infos;
}

Tally tally(std::span<const Diagnostic> findings) {
  Tally all;
  for (const Diagnostic& finding : findings) all.add(finding.severity);
  return all;
}

Counts count(std::span<const Diagnostic> findings, const SourceSet& sources, std::size_t entries) {
  Counts counts;
  counts.entries = entries;
  for (const Diagnostic& finding : findings) {
    counts.add(finding.severity);
    counts.by_rule[static_cast<std::size_t>(finding.rule)].add(finding.severity);
    const std::string_view domain = domain_of(sources[finding.place.file]);
    auto found = counts.by_domain.find(domain);
    if (found == counts.by_domain.end()) found = counts.by_domain.emplace(domain, Tally()).first;
    found->second.add(finding.severity);
  }
  return counts;
}

void add(const Counts& more, Counts& counts) {
  counts.add(more);
  counts.entries += more.entries;
  for (std::size_t rule = 0; rule < more.by_rule.size(); ++rule) {
    counts.by_rule[rule].add(more.by_rule[rule]);
  }
  for (const auto& [domain, found] : more.by_domain) counts.by_domain[domain].add(found);
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

std::string tally_text(const Tally& tally) {
  return counted(tally.errors, "error") + ", " + counted(tally.warnings, "warning") + ", " +
         std::to_string(tally.infos) + " info";
}

std::string earlier_line(const Tally& earlier) {
  return tally_text(earlier) +
         " were there before and do not count; `kbc validate --staged` shows them";
}

std::string summary_line(const Counts& counts) {
  return tally_text(counts) + " in " + counted(counts.entries, "entry");
}

}  // namespace kbc
