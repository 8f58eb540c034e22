#include "lsp/answers.h"
#include "lsp/hover.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  const HoverText hover =
      place ? hover_at(place->view, place->file, place->cursor, request.base->today())
            : HoverText();
  if (hover.markdown.empty()) {
    result.null();
    return {};
  }
  result.start_object();
  result.start_object("contents");
  result.member("kind", request.client.takes_markdown ? "markdown" : "plaintext");
  result.member("value", hover.markdown);
  result.end_object();
  result.key("range");
  write_range(request.document->positions().range(hover.span), result);
  result.end_object();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("hoverProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature hover_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
