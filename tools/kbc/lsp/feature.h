// What an editor can ask for beyond findings: each request of the protocol is a line in
// lsp/features.def and a file, lsp/<name>_feature.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lsp/base_state.h"
#include "lsp/client.h"
#include "lsp/document_state.h"
#include "output/json_writer.h"
#include "rpc/json_object.h"
#include "rpc/message.h"

namespace kbc {

// A request as a feature sees it, after all edits that came before it. Views the server; nothing of
// it may be kept.
struct FeatureRequest {
  const ClientAbilities& client;
  JsonObject params;
  // Of `textDocument.uri`; null where that is not open, or lies outside of every knowledge base.
  const DocumentState* document = nullptr;
  // The knowledge base that the document lies in; null where document is.
  BaseState* base = nullptr;
  // All that are open, for requests without a document.
  const std::vector<BaseState*>& bases;

  // The byte that `position` means in the document; its end where there is none.
  std::uint32_t offset() const;
  // The bytes that `range` means.
  Span range() const;
};

// Nothing when the result, one value, has been written.
using FeatureRefusal = std::optional<RpcError>;

struct Feature {
  std::string_view method = {};  // from features.def
  // Writes the members of the server's capabilities that announce it, if it is of use to such a
  // client; null where another feature does.
  void (*offer)(const ClientAbilities& client, JsonWriter& capabilities) = nullptr;
  // Requires: document and base, unless needs_document is false. What a request is answered that
  // has none is null, and the feature is not asked.
  FeatureRefusal (*answer)(const FeatureRequest& request, JsonWriter& result) = nullptr;
  bool needs_document = true;
};

// In the order of features.def.
const std::vector<Feature>& all_features();

// What a feature's own file defines: the Feature but for its method.
#define KBC_FEATURE(name, method) Feature name##_feature();
#include "lsp/features.def"
#undef KBC_FEATURE

}  // namespace kbc
