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
  const Span token = place->cursor.token;
  result.start_object();
  result.key("range");
  // Without the quotes, as what is typed in their place.
  write_range(request.document->positions().range({token.begin + 1, token.end - 1}), result);
  result.member("placeholder", (*entry)->id.value);
  result.end_object();
  return {};
}

}  // namespace

Feature prepare_rename_feature() { return {.answer = answer}; }

}  // namespace kbc
