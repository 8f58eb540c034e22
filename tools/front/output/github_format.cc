#include <algorithm>
#include <string>
#include <string_view>

#include "output/annotation.h"
#include "output/output.h"
#include "text/printable.h"

namespace kbc {
namespace {

std::string location_of(const Place& place, SourceSet& sources) {
  return printable(sources.reported_path(place.file)) + ":" + std::to_string(place.begin.line) +
         ":" + std::to_string(place.begin.column);
}

// The lines of the annotation.
std::string body_of(const Diagnostic& finding, SourceSet& sources) {
  std::string body = printable(finding.message);
  for (const Note& note : finding.notes()) {
    body += "\n" + location_of(note.place, sources) + ": note: " + printable(note.message);
  }
  const std::string advice = printable(advice_of(finding));
  if (!advice.empty()) body += "\nhelp: " + advice;
  return body;
}

void write_finding(const Diagnostic& finding, SourceSet& sources, std::ostream& out) {
  Annotation annotation;
  annotation.level = annotation_level(finding.severity);
  annotation.file = sources.reported_path(finding.place.file);
  annotation.begin = finding.place.begin;
  annotation.end = finding.place.end;
  annotation.title = info_of(finding.rule).name;
  annotation.body = body_of(finding, sources);
  write_annotation(annotation, out);
}

}  // namespace

void render_github(const Rendering& rendering, std::ostream& out) {
  for (const RenderedBase& base : rendering.bases) {
    for (const Diagnostic& finding : *base.findings) write_finding(finding, *base.sources, out);
  }
  const Counts& counts = rendering.counts;
  if (std::max({counts.errors, counts.warnings, counts.infos}) <= kMostAnnotations) return;
  out << summary_line(counts) << "; GitHub shows " << kMostAnnotations
      << " annotations of each level for a step, this log has all\n";
}

}  // namespace kbc
