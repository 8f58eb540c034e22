#include "lsp/answers.h"
#include "lsp/id_places.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  if (!place) {
    result.null();
    return {};
  }
  const Definition definition = definition_of(place->view, place->file, place->cursor);
  if (definition.other_file.empty()) {
    write_places(*request.base, definition.places, result);
    return {};
  }
  const TextPositions positions(request.base->config().taxonomy_text, request.client.encoding);
  result.start_array();
  write_location(request.base->uri_of(definition.other_file),
                 positions.range(definition.other_span), result);
  result.end_array();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("definitionProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature definition_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
