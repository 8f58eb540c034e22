#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mcp/knowledge.h"

namespace kbc {

inline constexpr std::string_view kEntryTemplate = "kbc://entry/{id}";

// What a client may read by its address.
struct Resource {
  std::string_view uri, name, title, description;
};
// Those that are always there, and forms of addresses with a variable.
const std::vector<Resource>& listed_resources();
const std::vector<Resource>& resource_templates();

// The content, JSON; nothing where there is no such resource.
std::optional<std::string> read_resource(Knowledge& knowledge, std::string_view uri);

}  // namespace kbc
