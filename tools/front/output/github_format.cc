#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "output/output.h"
#include "text/printable.h"

// Workflow commands: `::error file=…,line=…::message`, a line for each finding, as the runner of
// GitHub Actions reads them from a job's log.

namespace kbc {
namespace {

std::string_view command_of(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

// What the runner decodes in a message.
std::string_view escape_in_data(char c) {
  switch (c) {
    case '%':
      return "%25";
    case '\r':
      return "%0D";
    case '\n':
      return "%0A";
    default:
      break;
  }
  // A path can hold any other control character; messages come without them.
  const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  return is_control ? "\uFFFD" : "";
}

// What it decodes in a property's value, which `,` and `:` would end.
std::string_view escape_in_property(char c) {
  if (c == ':') return "%3A";
  return c == ',' ? "%2C" : escape_in_data(c);
}

void write_escaped(std::string_view text, std::string_view (*escape)(char), std::ostream& out) {
  for (const char c : text) {
    const std::string_view escaped = escape(c);
    if (escaped.empty()) {
      out << c;
    } else {
      out << escaped;
    }
  }
}

// So many annotations of each level does GitHub show of one step.
constexpr std::size_t kMostShown = 10;

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
  const Position begin = finding.place.begin;
  const Position end = finding.place.end;
  out << "::" << command_of(finding.severity) << " file=";
  write_escaped(valid_utf8(sources.reported_path(finding.place.file)), escape_in_property, out);
  out << ",line=" << begin.line << ",endLine=" << end.line;
  // GitHub refuses columns of an annotation over several lines.
  if (begin.line == end.line) out << ",col=" << begin.column << ",endColumn=" << end.column;
  out << ",title=" << info_of(finding.rule).name << "::";
  write_escaped(body_of(finding, sources), escape_in_data, out);
  out << '\n';
}

}  // namespace

void render_github(const Rendering& rendering, std::ostream& out) {
  for (const RenderedBase& base : rendering.bases) {
    for (const Diagnostic& finding : *base.findings) write_finding(finding, *base.sources, out);
  }
  const Counts& counts = rendering.counts;
  if (std::max({counts.errors, counts.warnings, counts.infos}) <= kMostShown) return;
  out << summary_line(counts) << "; GitHub shows " << kMostShown
      << " annotations of each level for a step, this log has all\n";
}

}  // namespace kbc
