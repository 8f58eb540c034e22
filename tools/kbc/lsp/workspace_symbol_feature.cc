#include "lsp/answers.h"
#include "lsp/symbols.h"
#include "text/printable.h"

namespace kbc {
namespace {

constexpr std::size_t kMost = 128;
constexpr std::uint64_t kObject = 19;  // the protocol's number of the kind

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::string_view query = request.params.text("query");
  std::size_t room = kMost;
  result.start_array();
  for (const BaseState* const base : request.bases) {
    for (const EntryRecord* const entry : entries_found(view_of(*base), query, room)) {
      --room;
      result.start_object();
      result.member("name", printable(entry->id.value));
      result.member("kind", kObject);
      result.member("containerName", printable(entry->signature.value));
      result.key("location");
      write_location(base->uri_of(entry->file), base->positions(entry->file).range(entry->id.span),
                     result);
      result.end_object();
    }
  }
  result.end_array();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("workspaceSymbolProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature workspace_symbol_feature() {
  return {.offer = offer, .answer = answer, .needs_document = false};
}

}  // namespace kbc
