// The matcher over arbitrary bytes as an index: it opens, matches some texts and says where, and
// reads nothing outside. The checksums are made right.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/damage.h"
#include "kbx/index.h"
#include "match/matcher.h"

namespace kbc {
namespace {

const std::string_view kTexts[] = {"error: failed to push some refs to origin", "", "a\nb\n\xFFz",
                                   "npm ERR! code E404\n\tat out of memory \u212A k",
                                   "the end of the file was 0x00, 国家 \\123\\456"};

void match_all(std::string_view bytes) {
  const ExactCopy copy(bytes);
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(copy.view(), error);
  if (!index) return;
  index->verify(error);
  const std::optional<Matcher> matcher = Matcher::over(*index, error);
  if (matcher.has_value() != error.empty()) std::abort();
  if (!matcher) return;
  MatchScratch scratch;
  std::vector<Hit> hits;
  const auto match = [&](std::string_view text) {
    const ExactCopy own(text);
    matcher->match(own.view(), scratch, hits);
    if (hits.size() > 20) hits.resize(20);
    for (const Hit& hit : hits) {
      if (hit.entry >= index->size()) std::abort();
      const Matcher::Place place = matcher->locate(own.view(), hit, scratch);
      if (place.begin > place.end || place.end > text.size()) std::abort();
    }
  };
  for (const std::string_view text : kTexts) match(text);
  for (std::uint32_t entry = 0; entry < index->size() && entry < 8; ++entry) {
    match(index->at(entry)->signature());
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  kbc::fix_header(bytes);
  kbc::fix_checksums(bytes);
  kbc::match_all(bytes);
  return 0;
}
