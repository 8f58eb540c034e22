#pragma once

#include <string>
#include <vector>

#include "mcp/knowledge.h"

namespace kbc {

// What a person asked of `kbc mcp`.
struct McpRequest {
  KnowledgePlace place;
  std::vector<std::string> tools;  // by name; empty: all that there can be
};

// Answers the messages on standard input until it ends; gives an ExitCode.
int serve_mcp(const McpRequest& request);

}  // namespace kbc
