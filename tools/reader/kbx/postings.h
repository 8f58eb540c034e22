#ifndef KBX_POSTINGS_H_
#define KBX_POSTINGS_H_

// The entries that have a word, one after the other. docs/kbx-format.md says how they lie. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/format.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// One entry that has a word. As it is made it is before the first.
struct Posting {
  std::uint32_t entry = kNone;
  std::uint32_t impact = 0;  // of 256: how much the entry is about the word; not 0
};

// Takes the next posting off the bytes and puts it in the place of the one before. False at their
// end, and for bytes that are none; entries may be any number, but rise until they wrap.
inline bool next_posting(std::string_view& bytes, Posting& posting) {
  std::uint32_t step = 0;
  std::size_t at = 0;
  for (unsigned shift = 0;; shift += 7, ++at) {
    if (at == bytes.size()) return false;
    const std::uint32_t byte = byte_at(bytes.data() + at);
    // The fifth byte has room for four bits.
    if (shift == 28 && byte > 0xF) return false;
    step |= (byte & 0x7F) << shift;
    if (byte < 0x80) {
      // A step has no more bytes than it needs, and none is of nothing.
      if (byte == 0) return false;
      break;
    }
  }
  if (++at == bytes.size()) return false;
  posting.impact = byte_at(bytes.data() + at);
  if (posting.impact == 0) return false;
  posting.entry += step;
  bytes.remove_prefix(at + 1);
  return true;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_POSTINGS_H_
