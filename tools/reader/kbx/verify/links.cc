#include <cstddef>

#include "kbx/bytes.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/places.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

constexpr std::size_t kLinksAt[] = {entry_at("leads_to"), entry_at("preceded_by"),
                                    entry_at("frequently_confused_with")};

constexpr std::size_t kIdAt = entry_at("id");

const char* link_row(const Mapped& storage, std::uint32_t row) {
  return storage.row<Section::kLinks>(row);
}

// The lists of links have as many rows as there are links, so that no link is in none if all that
// are in one say that they are in it.
std::string source_fault(const Mapped& storage) {
  for (std::uint32_t index = 0; index < storage.count<Section::kEntries>(); ++index) {
    const char* entry = storage.row<Section::kEntries>(index);
    for (std::uint32_t kind = 0; kind < 3; ++kind) {
      const std::uint32_t first = load32(entry + kLinksAt[kind]);
      const std::uint32_t size = load32(entry + kLinksAt[kind] + 4);
      for (std::uint32_t row = first; row < first + size; ++row) {
        const char* link = link_row(storage, row);
        if (load32(link + LinkAt::kSource) == index && load32(link + LinkAt::kKind) == kind) {
          continue;
        }
        return at_row(Section::kLinks, row, "of another entry or kind than its list");
      }
    }
  }
  return {};
}

Places places_of_names(const Mapped& storage) {
  Places places;
  for (std::uint32_t row = 0; row < storage.count<Section::kEntries>(); ++row) {
    places.add(storage.row<Section::kEntries>(row) + kIdAt, row);
  }
  for (std::uint32_t row = 0; row < storage.count<Section::kAliases>(); ++row) {
    const char* alias = storage.row<Section::kAliases>(row);
    places.add(alias + AliasAt::kText, load32(alias + AliasAt::kEntry));
  }
  places.sort();
  return places;
}

std::string target_fault(const Mapped& storage) {
  const Places places = places_of_names(storage);
  for (std::uint32_t row = 0; row < storage.count<Section::kLinks>(); ++row) {
    const char* link = link_row(storage, row);
    if (load32(link + LinkAt::kTarget) == places.find(link + LinkAt::kErrorId)) continue;
    return at_row(Section::kLinks, row, "leads elsewhere than its id");
  }
  return {};
}

std::uint32_t incoming_from(const Mapped& storage, std::uint32_t index) {
  return load32(storage.row<Section::kIncoming>(index));
}

// The links of one entry's part of kIncomingLinks: in order, and all lead to it.
std::string incoming_fault(const Mapped& storage, std::uint32_t index) {
  const std::uint32_t first = incoming_from(storage, index);
  for (std::uint32_t at = first; at < incoming_from(storage, index + 1); ++at) {
    const std::uint32_t row = load32(storage.row<Section::kIncomingLinks>(at));
    const bool is_in_order =
        at == first || load32(storage.row<Section::kIncomingLinks>(at - 1)) < row;
    const bool is_there = row < storage.count<Section::kLinks>();
    if (is_there && is_in_order && load32(link_row(storage, row) + LinkAt::kTarget) == index) {
      continue;
    }
    return at_row(Section::kIncomingLinks, at, "not a link to its entry, or not in order");
  }
  return {};
}

std::string incoming_fault(const Mapped& storage) {
  const std::uint32_t entries = storage.count<Section::kEntries>();
  const std::uint32_t listed = storage.count<Section::kIncomingLinks>();
  for (std::uint32_t index = 0; index < entries; ++index) {
    if (incoming_from(storage, index) > incoming_from(storage, index + 1)) {
      return at_row(Section::kIncoming, index, "not in order");
    }
  }
  if (incoming_from(storage, 0) != 0 || incoming_from(storage, entries) != listed) {
    return "section INCO: its ends are not those of INCL";
  }
  for (std::uint32_t index = 0; index < entries; ++index) {
    std::string fault = incoming_fault(storage, index);
    if (!fault.empty()) return fault;
  }
  std::uint32_t leading = 0;
  for (std::uint32_t row = 0; row < storage.count<Section::kLinks>(); ++row) {
    if (load32(link_row(storage, row) + LinkAt::kTarget) != kNone) ++leading;
  }
  return leading == listed ? "" : "section INCL: a link is missing";
}

}  // namespace

std::string links_fault(const Mapped& storage) {
  std::string fault = source_fault(storage);
  if (fault.empty()) fault = target_fault(storage);
  if (fault.empty()) fault = incoming_fault(storage);
  return fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
