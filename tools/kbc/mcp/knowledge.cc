#include "mcp/knowledge.h"

#include <utility>

#include "mcp/text_faults.h"

namespace kbc {
namespace {

// The texts of so many entries are kept apart.
constexpr std::size_t kMostSteps = 512;

// A server runs for days: what happens to the file meanwhile must not end it, so it is no mapped
// one. Whoever starts a server waits for it: nothing is verified then, since whatever the bytes are
// no access reads outside of them.
Result<OpenIndex> open_at(const KnowledgePlace& place) {
  if (!place.index.empty()) return read_index(place.index);
  return open_index({}, place.base, Patterns::kPlace, Words::kPlace);
}

bool is_same(const std::optional<FileState>& a, const std::optional<FileState>& b) {
  if (!a || !b) return !a && !b;
  return a->device == b->device && a->number == b->number && a->size == b->size &&
         a->modified == b->modified;
}

}  // namespace

Knowledge::Held::Held(OpenIndex index) : open(std::move(index)) {
  std::string error;
  matcher = Matcher::over(open.index(), error);
  if (!matcher) missing = error;
  searcher = Searcher::over(open.index(), error);
  if (!searcher) missing = error;
}

Knowledge::Knowledge(KnowledgePlace place, OpenIndex index)
    : place_(std::move(place)), held_(std::make_unique<Held>(std::move(index))) {}

Result<Knowledge> Knowledge::open(const KnowledgePlace& place) {
  const std::optional<FileState> seen = place.index.empty() ? std::nullopt : state_of(place.index);
  Result<OpenIndex> index = open_at(place);
  if (!index) return index.error();
  Knowledge knowledge(place, std::move(*index));
  knowledge.seen_ = seen;
  return knowledge;
}

Status Knowledge::refresh() {
  if (place_.index.empty()) return {};
  const std::optional<FileState> now = state_of(place_.index);
  if (!now || is_same(now, seen_)) return {};
  seen_ = now;
  Result<OpenIndex> index = copy_index(place_.index);
  if (!index) return index.error();
  held_ = std::make_unique<Held>(std::move(*index));
  return {};
}

const std::vector<std::string_view>& Knowledge::faults_of(std::uint32_t entry) {
  const auto [known, is_new] = held_->faults.try_emplace(entry);
  if (is_new) known->second = text_faults(*index().at(entry));
  return known->second;
}

const std::vector<std::vector<Block>>& Knowledge::steps_of(std::uint32_t entry) {
  if (held_->steps.size() > kMostSteps) held_->steps.clear();
  const auto [known, is_new] = held_->steps.try_emplace(entry);
  if (is_new) {
    for (const auto& one : index().at(entry)->workarounds()) {
      known->second.push_back(blocks_of(one.how));
    }
  }
  return known->second;
}

}  // namespace kbc
