#include "lsp/client.h"

#include <algorithm>
#include <initializer_list>

namespace kbc {
namespace {

// The object at the end of a path of names.
JsonObject below(JsonObject object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) object = object.object(name);
  return object;
}

bool has(const std::vector<std::string_view>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Whether an array of numbers has one.
bool has_number(const JsonObject& object, std::string_view name, std::string_view number) {
  const std::uint32_t array = object.find(name);
  if (array == Document::kNoNode || !object.document()[array].is(Kind::kArray)) return false;
  const Document& document = object.document();
  for (std::uint32_t at = array + 1; at < document[array].next; at = document[at].next) {
    if (document[at].is(Kind::kNumber) && document[at].text == number) return true;
  }
  return false;
}

// UTF-8 costs nothing here; else what every client has.
PositionEncoding choose_encoding(const JsonObject& general) {
  const std::vector<std::string_view> known = general.texts("positionEncodings");
  for (const PositionEncoding encoding : {PositionEncoding::kUtf8, PositionEncoding::kUtf16}) {
    if (has(known, name_of(encoding))) return encoding;
  }
  return has(known, name_of(PositionEncoding::kUtf32)) ? PositionEncoding::kUtf32
                                                       : PositionEncoding::kUtf16;
}

void read_diagnostics(const JsonObject& capabilities, ClientAbilities& client) {
  const JsonObject pull = below(capabilities, {"textDocument", "diagnostic"});
  client.pulls_diagnostics = pull.is_object();
  client.takes_related_documents = pull.is_true("relatedDocumentSupport");
  client.refreshes_diagnostics =
      below(capabilities, {"workspace", "diagnostics"}).is_true("refreshSupport");
  const JsonObject push = below(capabilities, {"textDocument", "publishDiagnostics"});
  // What version 3.18 says of pulled diagnostics it says with the same names.
  const auto is_taken = [&](std::string_view name) {
    return push.is_true(name) || pull.is_true(name);
  };
  client.takes_related_information = is_taken("relatedInformation");
  client.takes_code_description = is_taken("codeDescriptionSupport");
  client.takes_diagnostic_data = is_taken("dataSupport");
  client.takes_diagnostic_versions = push.is_true("versionSupport");
  for (const JsonObject& one : {push, pull}) {
    const JsonObject tags = one.object("tagSupport");
    client.takes_unnecessary_tag =
        client.takes_unnecessary_tag || has_number(tags, "valueSet", "1");
    client.takes_deprecated_tag = client.takes_deprecated_tag || has_number(tags, "valueSet", "2");
  }
}

void read_workspace(const JsonObject& workspace, ClientAbilities& client) {
  client.watches_files = workspace.object("didChangeWatchedFiles").is_true("dynamicRegistration");
  client.applies_edits = workspace.is_true("applyEdit");
  client.refreshes_lenses = workspace.object("codeLens").is_true("refreshSupport");
  const JsonObject edit = workspace.object("workspaceEdit");
  client.takes_document_changes = edit.is_true("documentChanges");
  client.takes_change_annotations = edit.object("changeAnnotationSupport").is_object();
  const std::vector<std::string_view> operations = edit.texts("resourceOperations");
  client.creates_files = has(operations, "create");
  client.renames_files = has(operations, "rename");
  client.deletes_files = has(operations, "delete");
}

void read_completion(const JsonObject& item, ClientAbilities& client) {
  client.takes_snippets = item.is_true("snippetSupport");
  client.takes_insert_replace = item.is_true("insertReplaceSupport");
  client.takes_markdown_in_completion = has(item.texts("documentationFormat"), "markdown");
  client.resolves_completion_documentation =
      has(item.object("resolveSupport").texts("properties"), "documentation");
}

void read_actions(const JsonObject& action, ClientAbilities& client) {
  client.takes_code_action_literals = action.object("codeActionLiteralSupport").is_object();
  client.takes_preferred_actions = action.is_true("isPreferredSupport");
  client.takes_disabled_actions = action.is_true("disabledSupport");
  client.takes_action_data = action.is_true("dataSupport");
  client.resolves_action_edits = has(action.object("resolveSupport").texts("properties"), "edit");
}

void read_documents(const JsonObject& documents, ClientAbilities& client) {
  client.takes_markdown = has(documents.object("hover").texts("contentFormat"), "markdown");
  client.takes_link_definitions = documents.object("definition").is_true("linkSupport");
  client.takes_symbol_trees =
      documents.object("documentSymbol").is_true("hierarchicalDocumentSymbolSupport");
  client.takes_prepared_renames = documents.object("rename").is_true("prepareSupport");
  read_completion(below(documents, {"completion", "completionItem"}), client);
  read_actions(documents.object("codeAction"), client);
}

}  // namespace

ClientAbilities read_abilities(const JsonObject& initialize) {
  const JsonObject capabilities = initialize.object("capabilities");
  ClientAbilities client;
  client.encoding = choose_encoding(capabilities.object("general"));
  read_diagnostics(capabilities, client);
  read_workspace(capabilities.object("workspace"), client);
  read_documents(capabilities.object("textDocument"), client);
  const JsonObject window = capabilities.object("window");
  client.shows_progress = window.is_true("workDoneProgress");
  client.shows_documents = window.object("showDocument").is_true("support");
  return client;
}

const std::vector<Degradation>& degradations() {
  static const std::vector<Degradation> rows = {
      {"workspace.diagnostics.refreshSupport",
       "with `textDocument.diagnostic`: the client asks for findings, and is told when to ask "
       "again",
       "findings are pushed, those of files that are not open too",
       &ClientAbilities::refreshes_diagnostics},
      {"textDocument.diagnostic.relatedDocumentSupport",
       "an answer about one file has what the edit has changed about others",
       "the client asks for each file", &ClientAbilities::takes_related_documents},
      {"textDocument.publishDiagnostics.relatedInformation",
       "the other places of a finding are places that an editor can go to",
       "they are lines of the message", &ClientAbilities::takes_related_information},
      {"textDocument.publishDiagnostics.codeDescriptionSupport",
       "the rule's name leads to its explanation, where kbc was built with an address for it",
       "the name alone", &ClientAbilities::takes_code_description},
      {"textDocument.publishDiagnostics.tagSupport",
       "what can go is faded, a link by an old id struck out", "neither",
       &ClientAbilities::takes_unnecessary_tag},
      {"textDocument.publishDiagnostics.dataSupport", "`data.fingerprint` is that of the reports",
       "no `data`", &ClientAbilities::takes_diagnostic_data},
      {"textDocument.publishDiagnostics.versionSupport",
       "pushed findings name the version of the text that they are about", "they do not",
       &ClientAbilities::takes_diagnostic_versions},
      {"workspace.didChangeWatchedFiles.dynamicRegistration",
       "kbc asks to be told of changes on disk",
       "kbc looks at the files whenever one is opened, saved or closed",
       &ClientAbilities::watches_files},
      {"window.workDoneProgress", "the first reading of a large knowledge base shows its progress",
       "nothing is shown", &ClientAbilities::shows_progress},
      {"textDocument.hover.contentFormat", "what is said at a place is Markdown",
       "it is the same text, told to be plain", &ClientAbilities::takes_markdown},
      {"textDocument.completion.completionItem.snippetSupport",
       "a name is completed with places for its value", "it is completed with an empty value",
       &ClientAbilities::takes_snippets},
      {"textDocument.codeAction.codeActionLiteralSupport", "fixes and rewrites are offered",
       "none are: they would have to be commands", &ClientAbilities::takes_code_action_literals},
      {"textDocument.documentSymbol.hierarchicalDocumentSymbolSupport",
       "the outline of an entry is a tree", "it is a list", &ClientAbilities::takes_symbol_trees},
      {"textDocument.rename.prepareSupport",
       "what cannot be renamed is refused before a name is typed", "it is refused after that",
       &ClientAbilities::takes_prepared_renames},
      {"workspace.workspaceEdit.documentChanges",
       "edits name the version of the text that they are about", "they do not",
       &ClientAbilities::takes_document_changes},
      {"workspace.workspaceEdit.resourceOperations",
       "with `rename`, the file of an entry gets the name of its new id",
       "`id-path` reports that the file has another name", &ClientAbilities::renames_files},
      {"workspace.workspaceEdit.changeAnnotationSupport",
       "a fix that changes what an entry means waits for a confirmation", "it is made at once",
       &ClientAbilities::takes_change_annotations},
  };
  return rows;
}

}  // namespace kbc
