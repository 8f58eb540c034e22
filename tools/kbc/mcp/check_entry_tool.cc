#include <sstream>
#include <string>

#include "analysis/selection.h"
#include "driver/analyse_files.h"
#include "driver/settings.h"
#include "load/source.h"
#include "mcp/tool.h"
#include "parse/parse.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What `kbc validate - --format json` would print of the text in the place of that entry.
Result<std::string> findings_about(const BaseChoice& base, unsigned jobs, std::string_view text,
                                   std::string_view id) {
  const Result<Settings> settings = settings_in({base, {}});
  if (!settings) return settings.error();
  const Config& config = settings->config;
  const std::string path = config.entries + '/' + std::string(id) + ".json";
  if (const std::string why = what_is_no_entry(config, path); !why.empty()) {
    return Error{ticked(id) + ": " + why};
  }
  ValidateRequest request;
  request.base = base;
  request.overlay = Overlay{std::string(text), path};
  request.jobs = jobs;
  AnalysedFiles files(config, request, options_of(config, request), Workspace::Use::kOnce);
  Analysis analysis = files.analyse({}, settings->baseline, nullptr);
  const Result<Selected> selected = select_findings(
      config, {}, [](const std::string&) { return false; }, analysis);
  if (!selected) return selected.error();
  locate_and_sort(analysis);
  Rendering rendering;
  rendering.bases.push_back({&analysis.diagnostics, &analysis.sources, &selected->entries});
  add(count(analysis.diagnostics, analysis.sources, selected->entries.size()), rendering.counts);
  std::ostringstream out;
  render_json(rendering, out);
  return std::move(out).str();
}

// The findings for which there is room; gives how many were left out.
std::size_t write_findings(const JsonObject& report, ShownJson& json) {
  const Document& document = report.document();
  const std::uint32_t list = document.member(report.node(), "findings");
  std::size_t room = kLongestAnswer - 1'000, left_out = 0;
  json.start_array("findings");
  for (std::uint32_t at = list + 1; at < document[list].next; at = document[at].next) {
    ShownJson one;
    one.value(document, at);
    left_out += add_if_fits(std::move(one).take(), room, json) ? 0 : 1;
  }
  json.end_array();
  return left_out;
}

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const std::string_view id = arguments.text("id"), text = arguments.text("json");
  if (!is_entry_id(id)) {
    return ToolAnswer::refuse(ticked(id) +
                              " is not an id; write DOMAIN/SLUG, lower-case words joined by `-`");
  }
  if (text.size() > kMaxFileBytes) {
    return ToolAnswer::refuse("`json` has more than " + std::to_string(kMaxFileBytes) + " bytes");
  }
  const Result<std::string> report = findings_about(*knowledge.base(), knowledge.jobs(), text, id);
  if (!report) return ToolAnswer::refuse(report.error().message);
  Document document;
  parse_json(*report, Dialect::kJson, document);
  const JsonObject read(document, 0);
  ShownJson json;
  json.start_object();
  json.key("counts");
  json.value(document, document.member(0, "counts"));
  const std::size_t left_out = write_findings(read, json);
  json.key("truncated");
  json.boolean(left_out > 0);
  if (left_out > 0) {
    json.member("more", left_out);
    json.member("next", "mend these and check again: the others are shown then");
  }
  json.end_object();
  return ToolAnswer::of(std::move(json));
}

}  // namespace

Tool check_entry_tool() {
  return {
      .description =
          "Checks the JSON of an entry, new or changed, as the one with this id: findings with "
          "places and fixes. Nothing is written.",
      .input =
          R"({"type":"object","properties":{"json":{"type":"string","description":"at most 1 MiB"},"id":{"type":"string","description":"domain/slug"}},"required":["json","id"],"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"counts":{"type":"object"},"findings":{"type":"array","items":{"type":"object","properties":{"rule":{"type":"string"},"severity":{"enum":["error","warning","info"]},"message":{"type":"string"},"pointer":{"type":"string"},"range":{"type":"object"},"help":{"type":"string"},"notes":{"type":"array"},"fix":{"type":"object"}},"required":["rule","severity","message"]}},"truncated":{"type":"boolean"},"more":{"type":"integer"},"next":{"type":"string"}},"required":["counts","findings","truncated"]})",
      .needs = ToolNeeds::kKnowledgeBase,
      .call = call};
}

}  // namespace kbc
