#include "analysis/changed_entries.h"

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "analysis/earlier_ids.h"
#include "check/registry.h"
#include "load/source.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// Empty where the text is no JSON.
Document document_of(std::string_view text) {
  Document document;
  if (!parse_json(text, Dialect::kJson, document).empty()) document.clear();
  return document;
}

// A text as an entry, which views both.
struct LoweredText {
  LoweredText(std::string_view text, std::string_view path_id, const Config& config)
      : document(document_of(text)), entry(lower(document, {}, text, path_id, config.case_rule)) {}

  Document document;
  Entry entry;
};

}  // namespace

void check_change(const Config& config, const RunRules& rules, const Change& change,
                  Analysis& analysis) {
  std::vector<Diagnostic> found;
  for (const FileId file : change.changed_entries(config, analysis)) {
    const std::string& id = analysis.sources[file].path_id;
    const std::string path = config.entries + "/" + path_of_id(id);
    if (!change.before().has(path)) continue;
    const Result<std::string> text = change.before().read(path, kMaxFileBytes, Border::By::kEntry);
    if (!text || text->size() > kMaxFileBytes) continue;
    const LoweredText before(*text, id, config);
    const LoweredText after(analysis.sources.text(file), id, config);
    if (before.document.empty() || after.document.empty()) continue;
    run_change_checks(before.entry, after.entry, after.document, file, rules.running, found);
  }
  run_id_checks(earlier_ids(config, change, analysis), rules.running, found);
  stamp(rules, found);
  std::move(found.begin(), found.end(), std::back_inserter(analysis.diagnostics));
}

}  // namespace kbc
