#include "link/string_pool.h"

#include <algorithm>

#include "kbx/lookup.h"

namespace kbc {
namespace {

std::uint64_t hash_of(std::string_view text) { return kbx::lookup_hash(text, 0); }

}  // namespace

void StringPool::grow(Shard& shard) {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(16, shard.slots.size() * 2), 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t index = 0; index < shard.texts.size(); ++index) {
    std::size_t slot = (hash_of(shard.texts[index]) >> kShardBits) & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  shard.slots = std::move(slots);
}

StringId StringPool::intern(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const std::size_t which = hash & (kShards - 1);
  Shard& shard = shards_[which];
  const std::lock_guard lock(shard.mutex);
  // At most three of four slots are taken.
  if (shard.texts.size() * 4 >= shard.slots.size() * 3) grow(shard);
  const std::size_t mask = shard.slots.size() - 1;
  std::size_t slot = (hash >> kShardBits) & mask;
  while (shard.slots[slot] != 0 && shard.texts[shard.slots[slot] - 1] != text) {
    slot = (slot + 1) & mask;
  }
  if (shard.slots[slot] == 0) {
    shard.texts.push_back(shard.arena.copy(text));
    shard.slots[slot] = static_cast<std::uint32_t>(shard.texts.size());
  }
  return (shard.slots[slot] - 1) << kShardBits | static_cast<StringId>(which);
}

std::string_view StringPool::text(StringId id) const {
  return shards_[id & (kShards - 1)].texts[id >> kShardBits];
}

std::size_t StringPool::id_limit() const {
  std::size_t longest = 0;
  for (const Shard& shard : shards_) longest = std::max(longest, shard.texts.size());
  return longest << kShardBits;
}

}  // namespace kbc
