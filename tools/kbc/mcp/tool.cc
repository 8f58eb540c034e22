#include "mcp/tool.h"

namespace kbc {
namespace {

Tool named(Tool tool, std::string_view name, std::string_view title) {
  tool.name = name;
  tool.title = title;
  return tool;
}

}  // namespace

const std::vector<Tool>& all_tools() {
  static const std::vector<Tool> tools = {
#define KBC_TOOL(name, title) named(name##_tool(), #name, title),
#include "mcp/tools.def"
#undef KBC_TOOL
  };
  return tools;
}

}  // namespace kbc
