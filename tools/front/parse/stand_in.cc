#include "parse/stand_in.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "git/lfs_pointer.h"
#include "text/ascii.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kMostPath = 4096;

// One line that is nothing but a path to a JSON file, as git writes a link's target; without a
// slash, it is the name of a file beside this one.
bool is_link_target(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  const auto is_odd = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '{' || c == '[';
  };
  return text.size() < kMostPath && std::none_of(text.begin(), text.end(), is_odd) &&
         lower_ascii(text).ends_with(".json") &&
         (text.find('/') != std::string_view::npos || text.find(' ') == std::string_view::npos);
}

JsonFault fault_at(std::string_view text, FaultName name, std::string message, std::string help) {
  const std::size_t line = std::min(text.find('\n'), text.size());
  return {name,
          JsonFault::Kind::kSyntax,
          {0, static_cast<std::uint32_t>(line)},
          std::move(message),
          std::move(help)};
}

}  // namespace

std::optional<JsonFault> stand_in_fault(std::string_view text) {
  if (lfs_pointer(text)) {
    return fault_at(text, "lfs-pointer"_fault,
                    "the file is a pointer of Git LFS, and its content is not here",
                    "fetch it with `git lfs pull`");
  }
  if (text.starts_with("/annex/objects/")) {
    return fault_at(text, "annex-pointer"_fault,
                    "the file is a pointer of git-annex, and its content is not here",
                    "fetch it with `git annex get`");
  }
  if (text.starts_with("\0GITCRYPT\0"sv)) {
    return fault_at(text.substr(0, 9), "encrypted"_fault, "the file is encrypted by git-crypt",
                    "decrypt the repository with `git-crypt unlock`");
  }
  if (is_link_target(text)) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    return fault_at(text, "link-text"_fault,
                    "the file is a link that was checked out as text; it leads to " + ticked(text),
                    "set `core.symlinks` to true where the file system has links, or copy the "
                    "entry");
  }
  return {};
}

}  // namespace kbc
