#include "lsp/answers.h"
#include "lsp/rename.h"
#include "text/printable.h"

namespace kbc {
namespace {

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<AskedPlace> place = place_asked(request);
  if (!place) {
    result.null();
    return {};
  }
  const Result<const EntryRecord*> entry = entry_to_rename(place->view, place->cursor);
  if (!entry) return RpcError{kRpcRequestFailed, printable(entry.error().message)};
  const Result<std::vector<FileChange>> changes =
      rename_entry(place->view, **entry, std::string(request.params.text("newName")));
  if (!changes) return RpcError{kRpcRequestFailed, printable(changes.error().message)};
  write_workspace_edit(request.client, *request.base, request.document, *changes,
                       Review::kNotNeeded, result);
  return {};
}

void offer(const ClientAbilities& client, JsonWriter& capabilities) {
  capabilities.key("renameProvider");
  if (client.takes_prepared_renames) {
    capabilities.json(R"({"prepareProvider":true})");
  } else {
    capabilities.boolean(true);
  }
}

}  // namespace

Feature rename_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
