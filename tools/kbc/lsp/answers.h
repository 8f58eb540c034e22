// What several features need: the entry that is asked about, and changes as the protocol has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/base_change.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"
#include "lsp/feature.h"
#include "lsp/id_places.h"

namespace kbc {

BaseView view_of(const BaseState& base);

// The entry that the document is; nothing where it is another file.
std::optional<FileId> entry_asked(const FeatureRequest& request);

// What is at the position in it.
struct AskedPlace {
  FileId file = 0;
  BaseView view;
  Cursor cursor;
};
std::optional<AskedPlace> place_asked(const FeatureRequest& request);

// An array of Locations.
void write_places(const BaseState& base, const std::vector<NamedPlace>& places, JsonWriter& json);

// An array of TextEdits.
void write_edits(const TextPositions& positions, const std::vector<ChangedLines>& edits,
                 JsonWriter& json);

enum class Review : std::uint8_t { kNotNeeded, kNeeded };

// A WorkspaceEdit. A file gets another name only where the client can do that; elsewhere the edits
// are all, and a finding says that the file is not where its id says.
void write_workspace_edit(const ClientAbilities& client, const BaseState& base,
                          const DocumentState* document, const std::vector<FileChange>& changes,
                          Review review, JsonWriter& json);

}  // namespace kbc
