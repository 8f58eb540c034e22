#include "lsp/answers.h"
#include "lsp/layout.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  if (!entry_asked(request)) {
    result.null();
    return {};
  }
  const Span within = Span{0, static_cast<std::uint32_t>(request.document->text().size())};
  write_edits(request.document->positions(),
              layout_changes(request.document->text(), within, request.base->config().schema_text),
              result);
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("documentFormattingProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature formatting_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
