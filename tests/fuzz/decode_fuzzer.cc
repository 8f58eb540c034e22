// The decoder over arbitrary text: every reading is no larger than it may be, and every place of it
// is a place of the text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "decode/readings.h"
#include "decode/wrapping.h"
#include "index/damage.h"

namespace kbc {
namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_places(const DecodedText& read, std::string_view given) {
  const std::size_t size = read.text().size();
  for (std::size_t begin = 0; begin <= size; begin += 1 + size / 16) {
    const DecodedText::Range rest = read.origin(begin, size);
    check(rest.begin <= rest.end && rest.end <= given.size());
    const DecodedText::Range none = read.origin(begin, begin);
    check(none.begin == none.end && none.end <= given.size());
  }
}

void decode_all(std::string_view given) {
  const ExactCopy copy(given);
  std::size_t total = 0;
  Readings readings;
  readings.each(
      copy.view(), [] { return true; },
      [&](const DecodedText& read, const std::string& via) {
        check(!via.empty());
        total += read.text().size();
        check_places(read, given);
      });
  check(total <= given.size() * Readings::kMostGrowth + Readings::kRoom);
  may_have_readings(copy.view());
  as_written(copy.view());
  for (const Wrapping wrapping : kWrappings) {
    DecodedText joined;
    if (!undo_wrapping(copy.view(), wrapping, joined)) continue;
    check(joined.text().size() <= given.size());
    check_places(joined, given);
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::decode_all({reinterpret_cast<const char*>(data), size});
  return 0;
}
