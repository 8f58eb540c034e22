// The whole front half over one entry of arbitrary bytes: parse, validate, lower, every check, and
// every output format. What must hold of any input is asserted here.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "check/registry.h"
#include "config/config.h"
#include "config/embedded.h"
#include "load/source.h"
#include "load/source_set.h"
#include "lower/knowledge_base.h"
#include "lower/lower.h"
#include "output/output.h"
#include "parse/parse.h"

namespace kbc {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const Schema& schema() {
  static const Result<Schema> schema = Schema::compile(kEntrySchema);
  return *schema;
}

void require_sound(const Diagnostic& diagnostic, std::size_t size) {
  require(!diagnostic.message.empty());
  require(diagnostic.place.span.begin <= diagnostic.place.span.end);
  require(diagnostic.place.span.end <= size);
  if (diagnostic.fix() == nullptr) return;
  std::uint32_t end = 0;
  for (const Edit& edit : diagnostic.fix()->edits) {
    require(edit.span.begin >= end && edit.span.begin <= edit.span.end);
    require(edit.span.end <= size);
    end = edit.span.end;
  }
}

void render_all(std::vector<Diagnostic> diagnostics, Source source) {
  SourceSet sources;
  sources.add(std::move(source));
  for (Diagnostic& diagnostic : diagnostics) {
    const LineIndex& lines = sources.lines(0);
    diagnostic.severity = Severity::kError;
    diagnostic.place.begin = lines.at(diagnostic.place.span.begin);
    diagnostic.place.end = lines.at(diagnostic.place.span.end);
    if (!diagnostic.has_details()) continue;
    for (Note& note : diagnostic.details().notes) {
      note.place.begin = lines.at(note.place.span.begin);
      note.place.end = lines.at(note.place.span.end);
    }
  }
  const std::vector<FileId> entries = {0};
  Rendering rendering;
  rendering.bases = {{&diagnostics, &sources, &entries}};
  rendering.counts = count(diagnostics, sources, 1);
  for (const FormatInfo& format : all_formats()) {
    std::ostringstream out;
    format.render(rendering, out);
  }
}

void check(std::string_view bytes) {
  Source source = source_from_text(std::string(bytes), "entries/a/b.json", "a/b");
  ParsedFile file;
  file.source = &source;
  file.schema = &schema();
  file.json_faults = parse_json(source.text, Dialect::kJson, file.document);
  require(!file.document.empty() || !file.json_faults.empty());
  file.schema_faults = schema().validate(file.document);
  const Entry entry =
      lower(file.document, file.schema_faults, source.text, source.path_id, CaseRule::kIgnoreCase);

  const Severities severities;
  std::vector<Diagnostic> diagnostics;
  run_file_checks(file, 0, severities, diagnostics);
  const std::chrono::year_month_day day(std::chrono::year(2026), std::chrono::month(1),
                                        std::chrono::day(15));
  const Context context{.taxonomy = &built_in_taxonomy(), .today = Today::exactly(day)};
  if (!file.document.empty()) {
    run_entry_checks(entry, file.document, context, 0, severities, diagnostics);
  }
  const KnowledgeBase base({record_of(entry, 0, !file.document.empty(), RegexLiterals::kKeep)});
  run_base_checks(base, severities, 1, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    require_sound(diagnostic, source.text.size());
  }
  render_all(std::move(diagnostics), std::move(source));
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
