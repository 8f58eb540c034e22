#include "lsp/layout.h"

#include <algorithm>
#include <string>

#include "format/format.h"
#include "parse/parse.h"

namespace kbc {

std::vector<ChangedLines> layout_changes(std::string_view text, Span within,
                                         std::string_view schema) {
  Document document, schema_document;
  if (!parse_json(text, Dialect::kJson, document).empty()) return {};
  parse_json(schema, Dialect::kJson, schema_document);
  std::vector<ChangedLines> changes =
      changed_lines(text, formatted_like(text, document, schema_document));
  changes.erase(std::remove_if(changes.begin(), changes.end(),
                               [&](const ChangedLines& change) {
                                 return change.span.end < within.begin ||
                                        change.span.begin > within.end;
                               }),
                changes.end());
  return changes;
}

}  // namespace kbc
