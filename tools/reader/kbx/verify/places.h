#ifndef KBX_VERIFY_PLACES_H_
#define KBX_VERIFY_PLACES_H_

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "kbx/bytes.h"
#include "kbx/format.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {

// Finds what a text names by the place of the text: equal texts of a pool have one place. Unlike
// comparing texts this takes no longer for long ones.
class Places {
 public:
  // text: where place and length are.
  void add(const char* text, std::uint32_t number) { known_.emplace_back(load64(text), number); }
  void sort() { std::sort(known_.begin(), known_.end()); }

  // kNone for an absent text, and for one that was not added. Requires: sort() since the last add.
  std::uint32_t find(const char* text) const {
    if (load32(text) == kAbsent) return kNone;
    const auto at = std::lower_bound(known_.begin(), known_.end(), std::pair(load64(text), 0u));
    return at == known_.end() || at->first != load64(text) ? kNone : at->second;
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> known_;
};

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERIFY_PLACES_H_
