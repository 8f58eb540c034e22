#include "check/literal_owners.h"

#include <numeric>

namespace kbc {

void LiteralOwners::add(std::string_view literal, std::string_view domain, std::uint32_t branch) {
  const auto next = static_cast<std::uint32_t>(domains_.size());
  const std::uint32_t number = domains_.try_emplace(domain, next).first->second;
  const std::uint32_t known = filter_.add(literal);
  if (known == sizes_.size()) sizes_.push_back(0);
  ++sizes_[known];
  uses_.push_back({known, number, branch});
}

std::uint32_t LiteralOwners::number_of(std::string_view domain) const {
  const auto known = domain.empty() ? domains_.end() : domains_.find(domain);
  return known == domains_.end() ? static_cast<std::uint32_t>(domains_.size()) : known->second;
}

// Sorts by counting, so that the branches of a literal stay in their order.
void LiteralOwners::complete() {
  std::vector<std::uint32_t> ends(sizes_.size());
  std::exclusive_scan(sizes_.begin(), sizes_.end(), ends.begin(), std::uint32_t{0});
  std::vector<Use> sorted(uses_.size());
  for (const Use& use : uses_) sorted[ends[use.literal]++] = use;
  std::vector<Use>().swap(uses_);
  all_.reserve(sorted.size());
  for (const Use& use : sorted) {
    const bool is_new = use.literal == first_groups_.size();
    if (is_new) first_groups_.push_back(static_cast<std::uint32_t>(groups_.size()));
    if (is_new || groups_.back().domain != use.domain) {
      groups_.push_back({use.domain, static_cast<std::uint32_t>(all_.size()), 0});
    }
    ++groups_.back().size;
    all_.push_back(use.branch);
  }
  first_groups_.push_back(static_cast<std::uint32_t>(groups_.size()));
  groups_.shrink_to_fit();
  others_ = all_;
}

}  // namespace kbc
