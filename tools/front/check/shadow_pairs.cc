// From the pairs of entries that the searches have found to what is reported: pairs that another
// rule reports or that the author has linked are dropped, of two that match each other one is kept,
// the worst of an entry comes first. RE2 is asked last and only for the match itself, where the
// search does not know it, since compiling is most of the cost. O(n log n) in the number of pairs.

#include "check/shadow_pairs.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "check/edge_index.h"
#include "check/likely_links.h"
#include "core/parallel.h"
#include "core/span.h"
#include "regex/branch_literals.h"
#include "regex/compiled_regex.h"
#include "text/ascii.h"

namespace kbc {
namespace {

std::uint64_t key_of(std::uint64_t by, std::uint64_t other) { return by << 32U | other; }

bool same_but_for_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return lower_ascii(one) == lower_ascii(other); });
}

// Which pairs somebody else speaks of.
class KnownPairs {
 public:
  explicit KnownPairs(const KnowledgeBase& base) : base_(base), likely_(base) {
    for (const EntryRecord& entry : base.entries()) {
      for (const Edge& edge : entry.edges) {
        if (edge.kind != LinkKind::kConfusedWith) continue;
        const EntryRecord* other = linked_entry(base, edge.target.value);
        if (other != nullptr) linked_.insert(key_of(entry.file, other->file));
      }
    }
  }

  bool contain(const ShadowPair& pair) {
    const EntryRecord& by = base_.of_file(pair.by);
    const EntryRecord& other = base_.of_file(pair.other);
    return by.id.value == other.id.value || by.regex.value == other.regex.value ||
           same_but_for_case(by.signature.value, other.signature.value) ||
           linked_.contains(key_of(pair.by, pair.other)) ||
           linked_.contains(key_of(pair.other, pair.by)) || may_link(by, other) ||
           may_link(other, by);
  }

 private:
  // What could not be read in its list may be the link, and what leads nowhere may be meant for it.
  bool may_link(const EntryRecord& from, const EntryRecord& to) {
    return from.is_doubtful[static_cast<std::size_t>(LinkKind::kConfusedWith)] ||
           likely_.contain(from, LinkKind::kConfusedWith, to);
  }

  const KnowledgeBase& base_;
  LikelyLinks likely_;
  std::unordered_set<std::uint64_t> linked_;
};

// Those of which nobody else speaks, in the order of both numbers. Each part goes when it is read.
std::vector<ShadowPair> unknown_pairs(std::vector<ShadowPairs> parts, const KnowledgeBase& base) {
  KnownPairs known(base);
  std::vector<ShadowPair> pairs;
  for (ShadowPairs& part : parts) {
    std::erase_if(part, [&](const ShadowPair& pair) { return known.contain(pair); });
    pairs.reserve(pairs.size() + part.size());
    pairs.insert(pairs.end(), part.begin(), part.end());
    part = {};
  }
  std::sort(pairs.begin(), pairs.end(), [](const ShadowPair& left, const ShadowPair& right) {
    return key_of(left.by, left.other) < key_of(right.by, right.other);
  });
  return pairs;
}

// Where the branches of one regex after the other are.
class BranchSpans {
 public:
  Span find(const EntryRecord& entry, std::uint32_t branch) {
    if (entry_ != &entry) {
      entry_ = &entry;
      spans_.clear();
      std::string_view kept = entry.branches;
      while (const auto next = take_branch(kept)) spans_.push_back(next->span);
    }
    return spans_[branch];
  }

 private:
  const EntryRecord* entry_ = nullptr;
  std::vector<Span> spans_;
};

// What a regex matches, for one entry's regex after the other.
class MatchFinder {
 public:
  // Empty when nothing matches after all.
  std::string_view find(const Shadow& shadow) {
    const std::string_view regex = shadow.entry->regex.value;
    const Span branch = shadow.branch;
    const std::string_view found = find(regex.substr(branch.begin, branch.size()), shadow);
    // A flag that is before the branch may be missing from it.
    return found.empty() ? find(regex, shadow) : found;
  }

 private:
  std::string_view find(std::string_view text, const Shadow& shadow) {
    if (!regex_ || text_.data() != text.data() || text_.size() != text.size()) {
      text_ = text;
      regex_.emplace(text, shadow.entry->case_rule);
    }
    return regex_->match_in(shadow.other->signature.value);
  }

  std::string_view text_;
  std::optional<CompiledRegex> regex_;
};

// Finds the matches where the search could not tell, and drops what matches nothing after all.
void settle(std::vector<Shadow>& shadows, unsigned jobs) {
  std::vector<std::size_t> begins;  // of those of one entry
  for (std::size_t at = 0; at < shadows.size(); ++at) {
    if (at == 0 || shadows[at].entry != shadows[at - 1].entry) begins.push_back(at);
  }
  const std::size_t count = begins.size();
  begins.push_back(shadows.size());
  parallel_for(count, jobs, [&](std::size_t index, unsigned) {
    MatchFinder finder;
    for (std::size_t at = begins[index]; at < begins[index + 1]; ++at) {
      if (shadows[at].match.empty()) shadows[at].match = finder.find(shadows[at]);
    }
  });
  std::erase_if(shadows, [](const Shadow& shadow) { return shadow.match.empty(); });
}

}  // namespace

std::vector<Shadow> shadows_of(std::vector<ShadowPairs> parts, const KnowledgeBase& base,
                               unsigned jobs, const std::vector<FileId>* about) {
  const std::vector<ShadowPair> pairs = unknown_pairs(std::move(parts), base);
  const auto has = [&](std::uint32_t by, std::uint32_t other) {
    const auto found = std::partition_point(
        pairs.begin(), pairs.end(),
        [&](const ShadowPair& pair) { return key_of(pair.by, pair.other) < key_of(by, other); });
    return found != pairs.end() && found->by == by && found->other == other;
  };
  std::vector<Shadow> shadows;
  BranchSpans spans;
  for (const ShadowPair& pair : pairs) {
    if (about != nullptr && !std::binary_search(about->begin(), about->end(), pair.by)) continue;
    const bool is_mutual = has(pair.other, pair.by);
    if (is_mutual && pair.by < pair.other) continue;
    const EntryRecord& by = base.of_file(pair.by);
    const EntryRecord& other = base.of_file(pair.other);
    const std::size_t length = pair.match_end - std::size_t{pair.match_begin};
    shadows.push_back({&by, &other, spans.find(by, pair.branch),
                       other.signature.value.substr(pair.match_begin, length), is_mutual});
  }
  const auto rank = [](const Shadow& one) {
    const bool is_near = one.entry->domain.value == one.other->domain.value;
    return std::tuple(one.entry->file, !one.is_mutual, is_near, one.other->file);
  };
  std::sort(shadows.begin(), shadows.end(),
            [&](const Shadow& left, const Shadow& right) { return rank(left) < rank(right); });
  settle(shadows, jobs);
  return shadows;
}

}  // namespace kbc
