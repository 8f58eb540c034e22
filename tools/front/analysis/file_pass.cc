#include "analysis/file_pass.h"

#include <iterator>
#include <string_view>
#include <utility>

#include "check/dates.h"
#include "check/registry.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// Places of other files are left for later.
void locate_own(std::vector<Diagnostic>& diagnostics, std::string_view text) {
  if (diagnostics.empty()) return;
  const LineIndex lines(text);
  for (Diagnostic& diagnostic : diagnostics) {
    locate(diagnostic.place, lines);
    if (!diagnostic.has_details()) continue;
    for (Note& note : diagnostic.details().notes) {
      if (note.place.file == diagnostic.place.file) locate(note.place, lines);
    }
  }
}

}  // namespace

FilePass::FilePass(const Config& config, const AnalyseOptions& options)
    : config_(config),
      options_(options),
      context_{&config.taxonomy, options.today, &config.private_hosts},
      literals_(needs_literals(options.rules.running) ? RegexLiterals::kKeep
                                                      : RegexLiterals::kDrop) {}

FileResult FilePass::run(const Source& source, FileId id, FileScratch& scratch,
                         unsigned worker) const {
  FileResult result;
  ParsedFile& file = scratch.file;
  file.source = &source;
  file.schema = &config_.schema;
  file.document.clear();
  file.json_faults.clear();
  file.schema_faults.clear();
  if (source.unreadable.empty() && !source.too_large) {
    file.json_faults = parse_json(source.text, Dialect::kJson, file.document);
    file.schema_faults = config_.schema.validate(file.document);
  }
  const Entry entry =
      lower(file.document, file.schema_faults, source.text, source.path_id, config_.case_rule);
  if (source.unreadable.empty()) {
    check(file, entry, id, scratch.diagnostics);
    // Not the vector itself, which has room for more.
    result.diagnostics = {std::make_move_iterator(scratch.diagnostics.begin()),
                          std::make_move_iterator(scratch.diagnostics.end())};
    scratch.diagnostics.clear();
  }
  if (options_.watch.on_entry && !file.document.empty()) options_.watch.on_entry(entry, id, worker);
  result.next_change = next_change(entry, options_.today);
  result.record = record_of(entry, id, !file.document.empty(), literals_);
  return result;
}

void FilePass::check(const ParsedFile& file, const Entry& entry, FileId id,
                     std::vector<Diagnostic>& diagnostics) const {
  run_file_checks(file, id, options_.rules.running, diagnostics);
  if (!file.document.empty()) {
    run_entry_checks(entry, file.document, context_, id, options_.rules.running, diagnostics);
  }
  locate_own(diagnostics, file.source->text);
}

}  // namespace kbc
