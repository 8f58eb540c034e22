#include "driver/changes.h"

#include <optional>
#include <string_view>

namespace kbc {

// Both have their entries in the order of ids: one walk over the two.
void tell_changes(std::string_view bytes, const kbx::Index& now, Printer& out) {
  std::string error;
  const std::optional<kbx::Index> before = kbx::Index::over(bytes, error);
  if (!before) return;
  std::uint32_t old_at = 0;
  for (std::uint32_t at = 0; at < now.size() || old_at < before->size();) {
    const std::string_view id = at < now.size() ? now.at(at)->id() : "";
    const std::string_view old_id = old_at < before->size() ? before->at(old_at)->id() : "";
    if (old_at == before->size() || (at < now.size() && id < old_id)) {
      out << "added: " << id << '\n';
      ++at;
    } else if (at == now.size() || old_id < id) {
      out << "removed: " << old_id << '\n';
      ++old_at;
    } else {
      if (now.at(at)->hash() != before->at(old_at)->hash()) out << "changed: " << id << '\n';
      ++at;
      ++old_at;
    }
  }
}

}  // namespace kbc
