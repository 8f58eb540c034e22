#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "author/draft.h"
#include "config/base_choice.h"
#include "core/result.h"

namespace kbc {

// What a person asked of `kbc new`.
struct NewRequest {
  BaseChoice base;
  std::string from;     // a log, `-` for standard input; empty for none
  std::string command;  // one whose output is the log; empty for none
  Draft draft;          // the fields that were given
  bool ask = true;      // where there is a terminal
  bool edit = false;
  bool dry_run = false;  // shows what would be written, and asks nothing
  bool anyway = false;   // although an entry describes the error already
  enum class Format : std::uint8_t { kText, kJson };
  Format format = Format::kText;  // of a dry run
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
};

// Runs it; gives an ExitCode: kFindings when something of the entry has still to be said, or when
// nothing was written since an entry describes the error already.
int new_entry(const NewRequest& request);

// The JSON document of a dry run for the error that a log tells; writes nothing anywhere and asks
// nobody.
Result<std::string> draft_of_log(const NewRequest& request, std::string_view log);

}  // namespace kbc
