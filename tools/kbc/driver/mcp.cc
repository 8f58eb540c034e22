#include "driver/mcp.h"

#include <string>
#include <vector>

#include "core/named.h"
#include "driver/trouble.h"
#include "mcp/server.h"
#include "mcp/tool.h"
#include "rpc/line_frames.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

int serve(LineFrames& frames, Knowledge& knowledge, Server& server) {
  for (;;) {
    const Result<std::optional<LineFrames::Frame>> frame = frames.next();
    if (!frame) return report_trouble("standard input: " + frame.error().message);
    if (!*frame) return kClean;
    if (const Status failed = knowledge.refresh()) report_trouble(*failed);
    const std::string answer = (*frame)->is_too_long ? Server::refuse_long(LineFrames::kLongest)
                                                     : server.answer((*frame)->text);
    if (!answer.empty()) LineFrames::write(answer, data_output());
    standard_error().flush();
    if (!data_output()) return report_trouble("standard output cannot be written");
  }
}

// That a tool is asked for by name which cannot be offered.
Status check_tools(const std::vector<std::string>& names, const Knowledge& knowledge) {
  if (knowledge.base() != nullptr) return {};
  for (const std::string& name : names) {
    const Tool* const tool = find_named(all_tools(), name);
    if (tool == nullptr || tool->needs != ToolNeeds::kKnowledgeBase) continue;
    return Error{"--tools: " + ticked(name) + " needs a knowledge base: name its folder with --kb"};
  }
  return {};
}

}  // namespace

int serve_mcp(const McpRequest& request) {
  Result<Knowledge> knowledge = Knowledge::open(request.place);
  if (!knowledge) return report_trouble(knowledge.error());
  if (const Status failed = check_tools(request.tools, *knowledge)) return report_trouble(*failed);
  if (!knowledge->advice().empty()) report_trouble(knowledge->advice());
  Result<Input> input = Input::open("-");
  if (!input) return report_trouble(input.error());
  standard_error().flush();
  LineFrames frames(std::move(*input));
  Server server(*knowledge, request.tools);
  return serve(frames, *knowledge, server);
}

}  // namespace kbc
