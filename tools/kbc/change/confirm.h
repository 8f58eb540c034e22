#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "config/base_choice.h"
#include "edit/json_edits.h"
#include "parse/document.h"

namespace kbc {

// What a person asked of `kbc confirm`.
struct ConfirmRequest {
  BaseChoice base;
  std::vector<std::string> ids;  // or paths of the entries' files
  std::optional<std::chrono::year_month_day> today;
  bool is_dry = false;  // write nothing
  unsigned jobs = 1;
};

// Says in the entry that it was confirmed on that day.
void confirm_on(const std::string& day, const Document& document, JsonEdits& edits);

// Writes the day as the one on which the entries were confirmed; gives an ExitCode.
int confirm_entries(const ConfirmRequest& request);

}  // namespace kbc
