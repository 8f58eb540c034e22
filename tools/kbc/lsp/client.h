// What the client at the other end can do, and what kbc does where it cannot.
#pragma once

#include <string_view>
#include <vector>

#include "lsp/text_positions.h"
#include "rpc/json_object.h"

namespace kbc {

// From the parameters of `initialize`. What a client does not say it cannot do.
struct ClientAbilities {
  PositionEncoding encoding = PositionEncoding::kUtf16;

  bool pulls_diagnostics = false;        // textDocument.diagnostic
  bool refreshes_diagnostics = false;    // workspace.diagnostics.refreshSupport
  bool takes_related_documents = false;  // textDocument.diagnostic.relatedDocumentSupport
  bool takes_related_information = false;
  bool takes_code_description = false;
  bool takes_diagnostic_data = false;
  bool takes_diagnostic_versions = false;
  bool takes_unnecessary_tag = false, takes_deprecated_tag = false;

  bool watches_files = false;   // workspace.didChangeWatchedFiles.dynamicRegistration
  bool shows_progress = false;  // window.workDoneProgress

  bool takes_snippets = false;  // completion items with insertTextFormat 2
  bool takes_markdown = false;  // in hovers
  bool takes_markdown_in_completion = false;
  bool resolves_completion_documentation = false;
  bool takes_insert_replace = false;
  bool takes_code_action_literals = false;
  bool takes_preferred_actions = false, takes_disabled_actions = false;
  bool takes_action_data = false;
  bool resolves_action_edits = false;
  bool takes_document_changes = false;  // workspace.workspaceEdit.documentChanges
  bool creates_files = false, renames_files = false, deletes_files = false;
  bool takes_change_annotations = false;
  bool applies_edits = false;           // workspace.applyEdit
  bool takes_link_definitions = false;  // textDocument.definition.linkSupport
  bool takes_symbol_trees = false;      // hierarchicalDocumentSymbolSupport
  bool takes_prepared_renames = false;  // textDocument.rename.prepareSupport
  bool refreshes_lenses = false;        // workspace.codeLens.refreshSupport
  bool shows_documents = false;         // window.showDocument

  // Whether findings are asked for. A client that pulls but cannot be told to do so again would
  // show what an edit elsewhere has changed only at the next edit of the file: it gets them pushed.
  bool pulls() const { return pulls_diagnostics && refreshes_diagnostics; }
};

ClientAbilities read_abilities(const JsonObject& initialize);

// One row of the table in docs/editors.md: what kbc does with and without an ability.
struct Degradation {
  std::string_view capability;  // its path below `capabilities`
  std::string_view with, without;
  bool ClientAbilities::*ability;
};
const std::vector<Degradation>& degradations();

}  // namespace kbc
