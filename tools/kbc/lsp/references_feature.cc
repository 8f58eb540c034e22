#include "lsp/answers.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  if (!place) {
    result.null();
    return {};
  }
  const bool is_declared = request.params.object("context").is_true("includeDeclaration");
  write_places(*request.base,
               references_of(place->view, place->cursor,
                             is_declared ? Declaration::kInclude : Declaration::kLeaveOut),
               result);
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("referencesProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature references_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
