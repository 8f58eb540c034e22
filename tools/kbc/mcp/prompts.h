#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rpc/json_object.h"

namespace kbc {

// A task that a person picks, to be put to the agent.
struct Prompt {
  struct Argument {
    std::string_view name, description;
    bool is_required = false;
  };

  std::string_view name, title, description;
  std::vector<Argument> arguments;
  std::string (*text)(const JsonObject& arguments) = nullptr;
};

const std::vector<Prompt>& all_prompts();

}  // namespace kbc
