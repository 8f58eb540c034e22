#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mcp/knowledge.h"
#include "mcp/shown_json.h"
#include "rpc/json_object.h"

namespace kbc {

// What a tool says: a JSON object that fits its output schema, or what the one who asked should do
// instead.
struct ToolAnswer {
  std::string structured;
  std::string error;  // empty: there is an answer

  static ToolAnswer of(ShownJson&& json) { return {std::move(json).take(), {}}; }
  static ToolAnswer refuse(std::string why) { return {{}, std::move(why)}; }
};

// Who reads an answer has so much room: by default, and where more was asked for. Bytes of JSON; a
// token has about four.
inline constexpr std::size_t kUsualAnswer = 6'000, kLongestAnswer = 24'000;

enum class ToolNeeds : std::uint8_t { kIndex, kKnowledgeBase };

// One of the tools. None takes a path, runs a program or writes a file.
struct Tool {
  std::string_view name = {}, title = {};  // from tools.def
  std::string_view description = {};       // for who chooses among tools
  // JSON Schemas of an object (draft 2020-12), as short as can be: clients pay for every byte.
  std::string_view input = {}, output = {};
  ToolNeeds needs = ToolNeeds::kIndex;
  // Requires: the arguments fit `input`.
  ToolAnswer (*call)(Knowledge& knowledge, const JsonObject& arguments) = nullptr;
};

// In the order of mcp/tools.def.
const std::vector<Tool>& all_tools();

// What a tool's own file defines: the Tool but for its name and title.
#define KBC_TOOL(name, title) Tool name##_tool();
#include "mcp/tools.def"
#undef KBC_TOOL

}  // namespace kbc
