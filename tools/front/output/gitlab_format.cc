#include <string>
#include <string_view>

#include "output/fingerprint.h"
#include "output/json_writer.h"
#include "output/output.h"

// The report that GitLab's merge requests show: a subset of Code Climate's issues.

namespace kbc {
namespace {

std::string_view gitlab_severity(Severity severity) {
  if (severity == Severity::kError) return "major";
  return severity == Severity::kWarning ? "minor" : "info";
}

// The one text that GitLab shows.
std::string description_of(const Diagnostic& finding) {
  std::string text(finding.message);
  const std::string_view advice = advice_of(finding);
  if (!advice.empty()) text.append(" (").append(advice).append(")");
  return text;
}

void write_finding(const Diagnostic& finding, SourceSet& sources, Fingerprints& fingerprints,
                   JsonWriter& writer) {
  writer.start_object();
  writer.member("description", description_of(finding));
  writer.member("check_name", info_of(finding.rule).name);
  writer.member("fingerprint", fingerprints.next(finding));
  writer.member("severity", gitlab_severity(finding.severity));
  writer.start_object("location");
  writer.member("path", sources.reported_path(finding.place.file));
  writer.start_object("lines");
  writer.member("begin", finding.place.begin.line);
  writer.end_object();
  writer.end_object();
  writer.end_object();
}

}  // namespace

void render_gitlab(const Rendering& rendering, std::ostream& out) {
  JsonWriter writer(out);
  writer.start_array();
  for (const RenderedBase& base : rendering.bases) {
    Fingerprints fingerprints(*base.sources);
    for (const Diagnostic& finding : *base.findings) {
      write_finding(finding, *base.sources, fingerprints, writer);
    }
  }
  writer.end_array();
  out << '\n';
}

}  // namespace kbc
