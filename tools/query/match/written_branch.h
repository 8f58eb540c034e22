#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// What is between two `|` outside of all brackets of a regex.
struct WrittenBranch {
  std::string_view text;  // of the regex
  std::string flags;      // `(?i)` and the like that branches before it have set

  // A regex that matches what the branch does.
  std::string regex() const { return flags + std::string(text); }
  // The text that it is, if it is nothing else: no set, no repeat, no flags.
  std::optional<std::string> literal() const;
};

// The branches of a regex, in their order; the regex itself if it has only one. Borrows it.
// Requires: RE2 takes it. For any other text they are some parts of it.
std::vector<WrittenBranch> written_branches(std::string_view regex);

}  // namespace kbc
