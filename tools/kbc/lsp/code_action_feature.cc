#include "lsp/answers.h"
#include "lsp/code_actions.h"
#include "text/printable.h"

namespace kbc {
namespace {

// Whether a client that asks for some kinds wants this one.
bool is_wanted(const std::vector<std::string_view>& only, std::string_view kind) {
  if (only.empty()) return true;
  for (const std::string_view one : only) {
    if (one.empty() || kind == one) return true;
    if (kind.starts_with(one) && kind[one.size()] == '.') return true;
  }
  return false;
}

std::vector<FileChange> changes_of(const BaseState& base, const CodeAction& action) {
  std::vector<FileChange> changes;
  for (const auto& [file, edits] : action.changes) {
    changes.push_back({base.path_of(file), std::string(base.text(file)), edits, {}});
  }
  return changes;
}

void write_action(const FeatureRequest& request, const CodeAction& action, JsonWriter& json) {
  json.start_object();
  json.member("title", printable(action.title));
  json.member("kind", action.kind);
  if (action.is_preferred && request.client.takes_preferred_actions) {
    json.key("isPreferred");
    json.boolean(true);
  }
  json.key("edit");
  write_workspace_edit(request.client, *request.base, request.document,
                       changes_of(*request.base, action),
                       action.needs_review ? Review::kNeeded : Review::kNotNeeded, json);
  json.end_object();
}

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::optional<FileId> file = entry_asked(request);
  const std::vector<std::string_view> only = request.params.object("context").texts("only");
  result.start_array();
  if (file) {
    const BaseView view = view_of(*request.base);
    for (const CodeAction& action : code_actions(
             view, *file, request.range(), request.base->findings(*file), request.base->today())) {
      if (is_wanted(only, action.kind)) write_action(request, action, result);
    }
  }
  result.end_array();
  return {};
}

void offer(const ClientAbilities& client, JsonWriter& capabilities) {
  // Others take commands only, which have no edits.
  if (!client.takes_code_action_literals) return;
  capabilities.key("codeActionProvider");
  capabilities.json(R"({"codeActionKinds":["quickfix","refactor.rewrite","source.fixAll.kbc"]})");
}

}  // namespace

Feature code_action_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
