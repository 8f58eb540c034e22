#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "regex/literal_filter.h"

namespace kbc {

// Which branches a literal leads to, for two questions about them: each leaves out the branches
// that it is through with. A few bytes for each literal and each branch, since a large knowledge
// base has millions.
class LiteralOwners {
 public:
  // Adds a literal of a branch. The branches come in the order of their numbers, those of a domain
  // beside each other. The domain is viewed.
  void add(std::string_view literal, std::string_view domain, std::uint32_t branch);

  // Must be called after the last is added, and before anything is asked.
  void complete();

  // The number of a domain, for each_of_others(); for none, and for one that has no branches, a
  // number that no domain has.
  std::uint32_t number_of(std::string_view domain) const;

  // Calls found(literal) for each literal in the folded text.
  template <typename Found>
  void scan(std::string_view folded, const Found& found) const {
    filter_.scan(folded, [&](std::uint32_t literal, std::size_t) { found(literal); });
  }

  // Calls look(branch) for the literal's branches of all domains but this one, and forgets a branch
  // where it says that no more is asked of it.
  template <typename Look>
  void each_of_others(std::uint32_t literal, std::uint32_t domain, const Look& look) {
    for (std::uint32_t at = first_groups_[literal]; at < first_groups_[literal + 1]; ++at) {
      Group& group = groups_[at];
      if (group.domain != domain) group.size = keep(&others_[group.first], group.size, look);
    }
  }

  // The same for its branches of all domains; what is forgotten there is still there for others.
  template <typename Look>
  void each(std::uint32_t literal, const Look& look) {
    std::uint32_t& size = sizes_[literal];
    if (size > 0) size = keep(&all_[groups_[first_groups_[literal]].first], size, look);
  }

 private:
  // The branches of one domain.
  struct Group {
    std::uint32_t domain = 0;
    std::uint32_t first = 0;  // its place among all
    std::uint32_t size = 0;
  };
  struct Use {
    std::uint32_t literal = 0;
    std::uint32_t domain = 0;
    std::uint32_t branch = 0;
  };

  // How many of the branches are left.
  template <typename Look>
  static std::uint32_t keep(std::uint32_t* branches, std::uint32_t size, const Look& look) {
    for (std::uint32_t at = 0; at < size;) {
      if (look(branches[at])) {
        branches[at] = branches[--size];
      } else {
        ++at;
      }
    }
    return size;
  }

  LiteralFilter filter_;
  std::unordered_map<std::string_view, std::uint32_t> domains_;
  std::vector<Use> uses_;  // until they are complete
  // By the literal; those of groups have one more at the end.
  std::vector<std::uint32_t> first_groups_;
  std::vector<std::uint32_t> sizes_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> others_, all_;  // branches, by literals
};

}  // namespace kbc
