#include "driver/near_ids.h"

#include <algorithm>
#include <cstddef>

#include "text/name_index.h"

namespace kbc {

std::vector<std::string_view> near_ids(const kbx::Index& index, std::string_view name) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string_view> ids;
  for (const auto& entry : index.entries()) ids.push_back(entry.id());
  std::vector<std::string_view> near = NameIndex(ids).nearest(name, kMost);
  for (const std::string_view id : ids) {
    if (near.size() == kMost) break;
    const bool is_part = !name.empty() && id.find(name) != std::string_view::npos;
    if (is_part && std::find(near.begin(), near.end(), id) == near.end()) near.push_back(id);
  }
  return near;
}

}  // namespace kbc
