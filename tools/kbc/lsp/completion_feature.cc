#include "lsp/answers.h"
#include "lsp/complete.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// By Proposal::Kind, the protocol's numbers.
constexpr std::uint64_t kKinds[] = {10, 20, 18, 14, 1, 15};

void write_item(const Proposals& proposals, std::size_t number, const FeatureRequest& request,
                const TextPositions& positions, JsonWriter& json) {
  const Proposal& one = proposals.all[number];
  const bool is_snippet = request.client.takes_snippets && !one.snippet.empty();
  json.start_object();
  json.member("label", one.label);
  json.member("kind", kKinds[static_cast<std::size_t>(one.kind)]);
  if (!one.detail.empty()) json.member("detail", one.detail);
  if (!one.documentation.empty()) json.member("documentation", one.documentation);
  // In the order in which they are.
  json.member("sortText", hexadecimal(number, 4));
  json.member("filterText", one.filter);
  if (is_snippet) json.member("insertTextFormat", std::uint64_t{2});
  json.key("textEdit");
  write_text_edit(positions.range(proposals.replaced), is_snippet ? one.snippet : one.text, json);
  if (proposals.comma_at) {
    json.key("additionalTextEdits");
    write_edits(positions, {{{*proposals.comma_at, *proposals.comma_at}, ","}}, json);
  }
  json.end_object();
}

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  Proposals proposals;
  if (place) {
    proposals = proposals_at(
        place->view, place->file, place->cursor,
        {request.base->today(), request.base->seen(), request.base->findings(place->file)});
  }
  const TextPositions& positions = request.document->positions();
  result.start_object();
  result.key("isIncomplete");
  result.boolean(!proposals.is_whole);
  result.start_array("items");
  for (std::size_t number = 0; number < proposals.all.size(); ++number) {
    write_item(proposals, number, request, positions, result);
  }
  result.end_array();
  result.end_object();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("completionProvider");
  capabilities.json(R"({"triggerCharacters":["\"","/",":"," "]})");
}

}  // namespace

Feature completion_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
