#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "match/lock.h"
#include "pattern/case_rule.h"

namespace re2 {
class RE2;
}

namespace kbc {

// Compiled regexes by the number of their entry, and of branches of them. They are compiled when
// they are asked for; of more than the budget holds those go that have not been asked for longest.
// Any number of threads may ask at once.
class RegexCache {
 public:
  explicit RegexCache(CaseRule rule, std::size_t budget) : rule_(rule), budget_(budget) {}

  // Null when RE2 refuses it. Stays while the pointer does. `regex` is that of the entry, or of its
  // branch with this number, from 1.
  std::shared_ptr<const re2::RE2> get(std::uint32_t entry, std::uint32_t branch,
                                      std::string_view regex);

  // The bytes that all of them may come to use at most.
  std::size_t memory() const;

 private:
  struct Slot {
    std::shared_ptr<const re2::RE2> regex;
    std::size_t bytes = 0;
    std::list<std::uint64_t>::iterator place;
  };

  CaseRule rule_;
  std::size_t budget_;
  mutable Mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<std::uint64_t> recent_;  // the latest first
  std::unordered_map<std::uint64_t, Slot> slots_;
};

}  // namespace kbc
