#include "lsp/answers.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  result.start_array();
  if (place) {
    const TextPositions positions = request.base->positions(place->file);
    for (const NamedPlace& one : highlights_of(place->view, place->file, place->cursor)) {
      result.start_object();
      result.key("range");
      write_range(positions.range(one.span), result);
      result.end_object();
    }
  }
  result.end_array();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("documentHighlightProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature document_highlight_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
