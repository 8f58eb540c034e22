#include "lsp/answers.h"
#include "lsp/layout.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  if (!entry_asked(request)) {
    result.null();
    return {};
  }
  const Span within = request.range();
  write_edits(request.document->positions(),
              layout_changes(request.document->text(), within, request.base->config().schema_text),
              result);
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("documentRangeFormattingProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature range_formatting_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
