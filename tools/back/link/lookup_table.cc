// Perfect hashing by hash, displace and compress (CHD; Belazzougui, Botelho and Dietzfelbinger,
// 2009), without the compression: keys fall into small buckets, and each bucket, the fullest first,
// tries one displacement after the other until all of its keys land in free slots. What is found is
// one number of two bytes a bucket, so a look-up is one hash, that number and one probe. Expected
// time is linear in the keys; kbx/lookup.h is the other side.
#include "link/lookup_table.h"

#include <algorithm>
#include <numeric>

#include "kbx/lookup.h"
#include "link/image.h"

namespace kbc {
namespace {

// Four keys a bucket and 97 slots of 100 taken: two bytes of displacement are enough then, also for
// a million keys.
constexpr std::size_t kKeysPerBucket = 4;
constexpr std::uint32_t kMaxDisplacement = 0xFFFF;

std::uint32_t slot_count(std::size_t keys) {
  return static_cast<std::uint32_t>(keys + keys / 32 + 1);
}

class Displacement {
 public:
  Displacement(const std::vector<std::string_view>& keys, std::uint32_t hash_seed)
      : buckets_((keys.size() + kKeysPerBucket - 1) / kKeysPerBucket),
        slots_(slot_count(keys.size()), kbx::kNone),
        displacements_(buckets_.size(), 0) {
    hashes_.reserve(keys.size());
    for (const std::string_view key : keys) hashes_.push_back(kbx::lookup_hash(key, hash_seed));
    const auto count = static_cast<std::uint32_t>(buckets_.size());
    for (std::uint32_t row = 0; row < hashes_.size(); ++row) {
      buckets_[kbx::bucket_of(hashes_[row], count)].push_back(row);
    }
  }

  // The fullest buckets first, while there is room.
  bool settle() {
    std::vector<std::uint32_t> order(buckets_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
      return buckets_[left].size() > buckets_[right].size();
    });
    return std::all_of(order.begin(), order.end(),
                       [&](std::uint32_t bucket) { return settle(bucket); });
  }

  LookupTable table() const {
    RowTable seeds, slots;
    for (const std::uint32_t displacement : displacements_) {
      seeds.start(2);
      seeds.put16(0, displacement);
    }
    for (const std::uint32_t row : slots_) {
      slots.start(8);
      // A free slot has no row; its fingerprint does not count.
      slots.put32(kbx::SlotAt::kFingerprint,
                  row == kbx::kNone ? 0 : kbx::fingerprint_of(hashes_[row]));
      slots.put32(kbx::SlotAt::kRow, row);
    }
    return {seeds.take(), slots.take()};
  }

 private:
  bool has_equal_hashes(const std::vector<std::uint32_t>& bucket) const {
    std::vector<std::uint64_t> hashes;
    for (const std::uint32_t row : bucket) hashes.push_back(hashes_[row]);
    std::sort(hashes.begin(), hashes.end());
    return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
  }

  bool settle(std::uint32_t bucket) {
    const std::vector<std::uint32_t>& rows = buckets_[bucket];
    if (rows.size() > 1 && has_equal_hashes(rows)) return false;
    for (std::uint32_t displacement = 0; displacement <= kMaxDisplacement; ++displacement) {
      if (!try_slots(rows, displacement)) continue;
      displacements_[bucket] = displacement;
      return true;
    }
    return false;
  }

  // Takes a slot for each row, or none.
  bool try_slots(const std::vector<std::uint32_t>& rows, std::uint32_t displacement) {
    const auto count = static_cast<std::uint32_t>(slots_.size());
    for (std::size_t taken = 0; taken < rows.size(); ++taken) {
      std::uint32_t& slot = slots_[kbx::slot_of(hashes_[rows[taken]], displacement, count)];
      if (slot == kbx::kNone) {
        slot = rows[taken];
        continue;
      }
      while (taken-- > 0) {
        slots_[kbx::slot_of(hashes_[rows[taken]], displacement, count)] = kbx::kNone;
      }
      return false;
    }
    return true;
  }

  std::vector<std::uint64_t> hashes_;
  std::vector<std::vector<std::uint32_t>> buckets_;
  std::vector<std::uint32_t> slots_;  // rows
  std::vector<std::uint32_t> displacements_;
};

}  // namespace

std::optional<LookupTable> make_lookup_table(const std::vector<std::string_view>& keys,
                                             std::uint32_t hash_seed) {
  if (keys.empty()) return LookupTable();
  Displacement displacement(keys, hash_seed);
  if (!displacement.settle()) return {};
  return displacement.table();
}

}  // namespace kbc
