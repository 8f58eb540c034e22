#include <string>

#include "driver/new.h"
#include "mcp/log_end.h"
#include "mcp/tool.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// The members of the draft, each where there is room for it; gives whether one was left out.
bool write_members(const Document& document, ShownJson& json) {
  std::size_t room = kLongestAnswer - 1'000;
  bool is_cut = false;
  for (std::uint32_t at = 1; at < document.root().next; at = document[at + 1].next) {
    if (document[at].text == "tool") continue;
    ShownJson one;
    one.value(document, at + 1);
    const std::string text = std::move(one).take();
    if (text.size() > room) {
      is_cut = true;
      continue;
    }
    room -= text.size();
    json.key(document[at].text);
    json.json(text);
  }
  return is_cut;
}

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const LogEnd log = log_end(arguments.text("log"));
  NewRequest request;
  request.base = *knowledge.base();
  request.dry_run = true;
  request.jobs = knowledge.jobs();
  const Result<std::string> draft = draft_of_log(request, log.text);
  if (!draft) return ToolAnswer::refuse(draft.error().message);
  Document document;
  parse_json(*draft, Dialect::kJson, document);
  ShownJson json;
  json.start_object();
  const bool is_cut = write_members(document, json);
  if (log.cut > 0) json.member("bytes_not_read", log.cut);
  json.key("truncated");
  json.boolean(is_cut || log.cut > 0);
  json.member("next", "say what is `missing`, then give check_entry the entry; a person saves it");
  json.end_object();
  return ToolAnswer::of(std::move(json));
}

}  // namespace

Tool draft_entry_tool() {
  return {
      .description =
          "Drafts a new entry from the log of an error that no entry is about: signature, regex, "
          "what is missing, the nearest entries. Nothing is written.",
      .input =
          R"({"type":"object","properties":{"log":{"type":"string","minLength":1}},"required":["log"],"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"entry":{"type":"object"},"path":{"anyOf":[{"type":"string"},{"type":"null"}]},"error":{"anyOf":[{"type":"object"},{"type":"null"}]},"generic":{"type":"boolean"},"proof":{"anyOf":[{"type":"object"},{"type":"null"}]},"nearest":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"},"match":{"type":"string"}},"required":["id"]}},"missing":{"type":"array"},"findings":{"type":"array"},"bytes_not_read":{"type":"integer"},"truncated":{"type":"boolean"},"next":{"type":"string"}},"required":["truncated","next"]})",
      .needs = ToolNeeds::kKnowledgeBase,
      .call = call};
}

}  // namespace kbc
