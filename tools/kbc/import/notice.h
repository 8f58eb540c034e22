#pragma once

#include <string>
#include <string_view>

#include "config/config.h"
#include "core/result.h"

namespace kbc {

// The file beside kbc.json that says whose work a knowledge base has in it.
inline constexpr std::string_view kNoticeName = "NOTICE";

// What NOTICE is going to be.
struct Notice {
  std::string path;
  std::string before, after;
  bool is_there = false;

  bool is_changed() const { return before != after; }
};

// With the origin and the licence of deadends.dev's canons. What the file says already stays; the
// error says why it cannot be read.
Result<Notice> notice_in(const Config& config);

Status write_notice(const Config& config, const Notice& notice);

}  // namespace kbc
