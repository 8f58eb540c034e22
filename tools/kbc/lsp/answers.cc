#include "lsp/answers.h"

#include "lsp/diagnostic_json.h"

namespace kbc {
namespace {

constexpr std::string_view kReview = "review";

class EditWriter {
 public:
  EditWriter(const ClientAbilities& client, const BaseState& base, const DocumentState* document,
             JsonWriter& json)
      : client_(client), base_(base), document_(document), json_(json) {}

  void write_changes(const std::vector<FileChange>& changes) {
    json_.start_object("changes");
    for (const FileChange& change : changes) {
      if (change.edits.empty()) continue;
      json_.key(base_.uri_of(change.path));
      write_edits(TextPositions(change.before, client_.encoding), change.edits, json_);
    }
    json_.end_object();
  }

  void write_document_changes(const std::vector<FileChange>& changes, Review review) {
    const bool is_marked = review == Review::kNeeded && client_.takes_change_annotations;
    json_.start_array("documentChanges");
    for (const FileChange& change : changes) {
      if (!change.edits.empty()) write_document(change, is_marked);
    }
    for (const FileChange& change : changes) {
      if (!change.renamed.empty() && client_.renames_files) write_rename(change);
    }
    json_.end_array();
    if (!is_marked) return;
    json_.start_object("changeAnnotations");
    json_.start_object(kReview);
    json_.member("label", "changes what an entry means");
    json_.key("needsConfirmation");
    json_.boolean(true);
    json_.end_object();
    json_.end_object();
  }

 private:
  void write_document(const FileChange& change, bool is_marked) {
    const std::string uri = base_.uri_of(change.path);
    json_.start_object();
    json_.start_object("textDocument");
    json_.member("uri", uri);
    json_.key("version");
    if (document_ != nullptr && document_->path() == change.path && !document_->version().empty()) {
      json_.number(document_->version());
    } else {
      json_.null();
    }
    json_.end_object();
    json_.start_array("edits");
    const TextPositions positions(change.before, client_.encoding);
    for (const ChangedLines& edit : change.edits) {
      json_.start_object();
      json_.key("range");
      write_range(positions.range(edit.span), json_);
      json_.member("newText", edit.text);
      if (is_marked) json_.member("annotationId", kReview);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void write_rename(const FileChange& change) {
    json_.start_object();
    json_.member("kind", "rename");
    json_.member("oldUri", base_.uri_of(change.path));
    json_.member("newUri", base_.uri_of(change.renamed));
    json_.end_object();
  }

  const ClientAbilities& client_;
  const BaseState& base_;
  const DocumentState* document_;
  JsonWriter& json_;
};

bool renames(const std::vector<FileChange>& changes) {
  for (const FileChange& change : changes) {
    if (!change.renamed.empty()) return true;
  }
  return false;
}

}  // namespace

BaseView view_of(const BaseState& base) {
  return {base.config(), base.records(), base.analysis().sources};
}

std::optional<FileId> entry_asked(const FeatureRequest& request) {
  const std::optional<FileId> file = request.base->file_at(request.document->path());
  return file && *file < request.base->records().entries().size() ? file : std::nullopt;
}

std::optional<AskedPlace> place_asked(const FeatureRequest& request) {
  const std::optional<FileId> file = entry_asked(request);
  if (!file) return {};
  return AskedPlace{*file, view_of(*request.base),
                    cursor_at(request.document->text(), request.offset())};
}

void write_places(const BaseState& base, const std::vector<NamedPlace>& places, JsonWriter& json) {
  json.start_array();
  std::optional<TextPositions> positions;
  std::optional<FileId> file;
  for (const NamedPlace& place : places) {
    if (file != place.file) positions.emplace(base.positions(place.file));
    file = place.file;
    write_location(base.uri_of(place.file), positions->range(place.span), json);
  }
  json.end_array();
}

void write_edits(const TextPositions& positions, const std::vector<ChangedLines>& edits,
                 JsonWriter& json) {
  json.start_array();
  for (const ChangedLines& edit : edits) {
    write_text_edit(positions.range(edit.span), edit.text, json);
  }
  json.end_array();
}

void write_workspace_edit(const ClientAbilities& client, const BaseState& base,
                          const DocumentState* document, const std::vector<FileChange>& changes,
                          Review review, JsonWriter& json) {
  EditWriter writer(client, base, document, json);
  json.start_object();
  // A client that can rename files takes such changes, whether it says so or not.
  if (client.takes_document_changes || (renames(changes) && client.renames_files)) {
    writer.write_document_changes(changes, review);
  } else {
    writer.write_changes(changes);
  }
  json.end_object();
}

}  // namespace kbc
