#include "check/unrelated_texts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

#include "check/background.h"
#include "text/sample_rank.h"

namespace kbc {
namespace {

// The entries in the order of their ranks. Those that have one id are told apart by what is looked
// at; where that is the same, too, it is of no account which is the first.
std::vector<const EntryRecord*> drawn(const KnowledgeBase& base) {
  std::vector<std::pair<std::uint64_t, const EntryRecord*>> ranked;
  ranked.reserve(base.entries().size());
  for (const EntryRecord& entry : base.entries()) {
    ranked.emplace_back(sample_rank(entry.id.value), &entry);
  }
  const auto content = [](const EntryRecord& entry) {
    return std::tie(entry.id.value, entry.domain.value, entry.signature.value,
                    entry.root_cause.value);
  };
  std::sort(ranked.begin(), ranked.end(), [&](const auto& left, const auto& right) {
    if (left.first != right.first) return left.first < right.first;
    const auto one = content(*left.second);
    const auto other = content(*right.second);
    return one != other ? one < other : left.second->file < right.second->file;
  });
  std::vector<const EntryRecord*> entries;
  entries.reserve(ranked.size());
  for (const auto& [rank, entry] : ranked) entries.push_back(entry);
  return entries;
}

}  // namespace

std::vector<UnrelatedText> unrelated_texts(const KnowledgeBase& base) {
  std::vector<UnrelatedText> texts;
  for (std::size_t at = 0; at < kBackground.size();) {
    const std::size_t end = std::min(kBackground.find('\n', at), kBackground.size());
    texts.push_back({kBackground.substr(at, end - at), {}, nullptr, false});
    at = end + 1;
  }
  const auto add = [&](const EntryRecord& entry, std::string_view text, bool is_signature) {
    // A long text costs more than it shows.
    constexpr std::size_t kMostBytes = 2000;
    if (text.empty() || text.size() > kMostBytes || entry.domain.value.empty()) return;
    texts.push_back({text, entry.domain.value, &entry, is_signature});
  };
  for (const EntryRecord* entry : drawn(base)) {
    add(*entry, entry->signature.value, true);
    add(*entry, entry->root_cause.value, false);
  }
  return texts;
}

}  // namespace kbc
