#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "core/arena.h"

namespace kbc {

// Names one text of a StringPool. Which number a text gets depends on the order of the threads;
// nothing that is written may.
using StringId = std::uint32_t;

// Of a field that is not there.
inline constexpr StringId kNoString = 0xFFFFFFFF;

// Keeps each text once. Many threads may intern at a time; reading waits until they are done.
class StringPool {
 public:
  StringId intern(std::string_view text);

  std::string_view text(StringId id) const;

  // One more than the greatest id.
  std::size_t id_limit() const;

 private:
  static constexpr std::size_t kShardBits = 6;
  static constexpr std::size_t kShards = std::size_t{1} << kShardBits;

  struct Shard {
    std::mutex mutex;
    Arena arena;
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> slots;  // 1 + an index of texts; 0 is free; a power of two
  };

  static void grow(Shard& shard);

  std::array<Shard, kShards> shards_;
};

}  // namespace kbc
