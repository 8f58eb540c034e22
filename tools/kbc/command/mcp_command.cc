#include <algorithm>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "core/named.h"
#include "driver/mcp.h"
#include "mcp/tool.h"
#include "text/nearest.h"

namespace kbc {
namespace {

Status add_tool(const std::string& name, std::vector<std::string>& tools) {
  const std::vector<std::string_view> names = names_of(all_tools());
  tools.push_back(name);
  if (std::find(names.begin(), names.end(), name) != names.end()) return {};
  return Error{"--tools: no tool is called " + ticked(name) +
               did_you_mean(name, names, listed(names_of<std::string>(all_tools())))};
}

void describe(McpRequest& request, OptionTable& options) {
  add_index_options(options, request.place.index, request.place.base);
  add_jobs_option(options, request.place.jobs);
  add_list_option(options, "tools", "NAMES", "offer only these tools, separated by commas",
                  [&request](const std::string& name) { return add_tool(name, request.tools); })
      .value.offer(names_of<std::string>(all_tools()));
}

int run(McpRequest& request) { return serve_mcp(request); }

}  // namespace

Command mcp_command() {
  return {.details =
              "Answers the questions of an agent about the entries, by the Model Context Protocol "
              "on standard\ninput and output (docs/agents.md). It reads the index or the entries, "
              "writes no file, runs no\nprogram and opens no connection. With --kb the agent can "
              "also have entries checked and\ndrafted.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
