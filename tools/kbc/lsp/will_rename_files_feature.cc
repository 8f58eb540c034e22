#include "analysis/place.h"
#include "load/discover.h"
#include "lsp/answers.h"
#include "lsp/file_uri.h"
#include "lsp/rename.h"
#include "text/entry_id.h"

namespace kbc {
namespace {

// What else a rename of an entry's file changes: the client renames the file itself.
void add_changes(BaseState& base, const std::string& from, const std::string& to,
                 std::vector<FileChange>& changes) {
  const std::optional<FileId> file = base.file_at(from);
  if (!file || *file >= base.records().entries().size()) return;
  const auto below = named_below(real_path(base.config().entries), to);
  if (!below) return;
  const std::string id = id_of_path(*below);
  if (!is_entry_id(id)) return;
  const BaseView view = view_of(base);
  Result<std::vector<FileChange>> renamed = rename_entry(view, view.entry_of(*file), id);
  // One that cannot be that entry is told of as soon as it is there.
  if (!renamed) return;
  for (FileChange& change : *renamed) {
    change.renamed.clear();
    changes.push_back(std::move(change));
  }
}

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::vector<JsonObject> files = request.params.objects("files");
  for (BaseState* const base : request.bases) {
    std::vector<FileChange> changes;
    // Of several at once each would be made of the texts before the others.
    if (files.size() == 1) {
      const auto from = path_of_uri(files.front().text("oldUri"));
      const auto to = path_of_uri(files.front().text("newUri"));
      if (from && to) add_changes(*base, *from, *to, changes);
    }
    if (changes.empty()) continue;
    write_workspace_edit(request.client, *base, nullptr, changes, Review::kNotNeeded, result);
    return {};
  }
  result.null();
  return {};
}

}  // namespace

Feature will_rename_files_feature() { return {.answer = answer, .needs_document = false}; }

}  // namespace kbc
