#include "parse/repeated_names.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace kbc {
namespace {

// Whether two names of the object may be the same. In nearly all objects their lengths and a few of
// their bytes tell all of them apart, which costs less than sorting.
bool may_repeat(const Document& document, std::uint32_t object) {
  std::bitset<4096> seen;
  const std::uint32_t end = document[object].next;
  for (std::uint32_t at = object + 1; at < end; at = document[at].next) {
    const std::string_view name = document[at].text;
    std::size_t key = name.size();
    if (!name.empty()) {
      for (const char c : {name.front(), name[name.size() / 2], name.back()}) {
        key = key * 31 + static_cast<unsigned char>(c);
      }
    }
    key %= seen.size();
    if (seen[key]) return true;
    seen.set(key);
  }
  return false;
}

// Those of one object, in their order; by sorting.
std::vector<RepeatedName> repeated_in(const Document& document, std::uint32_t object) {
  std::vector<std::uint32_t> names;
  const std::uint32_t end = document[object].next;
  for (std::uint32_t at = object + 1; at < end; at = document[at].next) {
    if (!document[at].damaged) names.push_back(at);
  }
  std::stable_sort(names.begin(), names.end(), [&](std::uint32_t left, std::uint32_t right) {
    const std::string_view a = document[left].text;
    const std::string_view b = document[right].text;
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  std::vector<RepeatedName> repeated;
  for (std::size_t first = 0, next = 1; next < names.size(); ++next) {
    if (document[names[first]].text == document[names[next]].text) {
      repeated.push_back({names[first], names[next]});
    } else {
      first = next;
    }
  }
  std::sort(repeated.begin(), repeated.end(),
            [](const RepeatedName& a, const RepeatedName& b) { return a.again < b.again; });
  return repeated;
}

}  // namespace

std::vector<RepeatedName> repeated_names(const Document& document, std::size_t most) {
  std::vector<RepeatedName> repeated;
  for (std::uint32_t at = 0; at < document.size() && repeated.size() < most; ++at) {
    if (!document[at].is(Kind::kObject) || !may_repeat(document, at)) continue;
    const std::vector<RepeatedName> found = repeated_in(document, at);
    repeated.insert(repeated.end(), found.begin(), found.end());
  }
  if (repeated.size() > most) repeated.resize(most);
  return repeated;
}

}  // namespace kbc
