#include "driver/offered_names.h"

#include "driver/open_index.h"
#include "text/number_text.h"

namespace kbc {

Result<OfferedNames> offered_names(const Config& config) {
  const Result<OpenIndex> open =
      open_index(config, Patterns::kLeaveOut, Words::kLeaveOut, Unreadable::kIsLeftOut);
  if (!open) return open.error();
  OfferedNames names{config.taxonomy, {}, {}};
  for (const auto& entry : open->index().entries()) {
    names.ids.push_back({std::string(entry.id()), std::string(entry.signature())});
  }
  for (const auto& tag : open->index().tags()) {
    names.tags.push_back({std::string(tag.name), counted(tag.entries, "entry")});
  }
  return names;
}

}  // namespace kbc
