#include "lsp/answers.h"

namespace kbc {
namespace {

// Nothing is counted yet: that is for those that are seen.
FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  result.start_array();
  if (const std::optional<FileId> file = entry_asked(request)) {
    const NamedPlace place = declaration_of(request.base->records().entries()[*file]);
    result.start_object();
    result.key("range");
    write_range(request.base->positions(*file).range(place.span), result);
    result.start_object("data");
    result.member("uri", request.document->uri());
    result.end_object();
    result.end_object();
  }
  result.end_array();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("codeLensProvider");
  capabilities.json(R"({"resolveProvider":true})");
}

}  // namespace

Feature code_lens_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
