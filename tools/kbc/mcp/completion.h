#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "mcp/knowledge.h"

namespace kbc {

// What may stand for the variable of a form of addresses, or for an argument of a prompt: the ids
// or domains that begin with a text, then those that contain it.
struct Completion {
  static constexpr std::size_t kMost = 100;  // the protocol's

  std::vector<std::string_view> values;
  std::size_t total = 0;
};

// Nothing for a name that stands for neither an `id` nor a `domain`.
std::optional<Completion> complete(const Knowledge& knowledge, std::string_view name,
                                   std::string_view text);

}  // namespace kbc
