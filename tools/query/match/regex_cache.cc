#include "match/regex_cache.h"

#include <utility>

#include "core/re2.h"

namespace kbc {
namespace {

// What RE2 may use for a regex, its automaton included: enough for nearly all. Fewer bytes than it
// takes by itself, since it does not give back what it has taken.
constexpr std::size_t kUsualBytes = 512 << 10;
// What RE2 takes by itself, as `kbc validate` has it: a regex that fits into it is sound.
constexpr std::size_t kMostBytes = 8 << 20;

std::shared_ptr<const RE2> compile(std::string_view regex, CaseRule rule, std::size_t bytes) {
  RE2::Options options;
  options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(static_cast<std::int64_t>(bytes));
  return std::make_shared<RE2>(re2_piece(regex), options);
}

}  // namespace

std::shared_ptr<const RE2> RegexCache::get(std::uint32_t entry, std::uint32_t branch,
                                           std::string_view regex) {
  const std::uint64_t key = std::uint64_t{branch} << 32 | entry;
  {
    const Lock lock(mutex_);
    const auto known = slots_.find(key);
    if (known != slots_.end()) {
      recent_.splice(recent_.begin(), recent_, known->second.place);
      return known->second.regex;
    }
  }
  std::size_t bytes = kUsualBytes;
  std::shared_ptr<const RE2> compiled = compile(regex, rule_, bytes);
  if (!compiled->ok()) {
    bytes = kMostBytes;
    compiled = compile(regex, rule_, bytes);
  }
  if (!compiled->ok()) {
    // Nothing that was compiled remains, but that it cannot be is worth remembering.
    compiled = nullptr;
    bytes = 0;
  }
  const Lock lock(mutex_);
  const auto [slot, is_new] = slots_.try_emplace(key);
  if (!is_new) return slot->second.regex;
  recent_.push_front(key);
  slot->second = {compiled, bytes, recent_.begin()};
  bytes_ += bytes;
  while (bytes_ > budget_ && recent_.size() > 1) {
    const auto oldest = slots_.find(recent_.back());
    bytes_ -= oldest->second.bytes;
    slots_.erase(oldest);
    recent_.pop_back();
  }
  return compiled;
}

std::size_t RegexCache::memory() const {
  const Lock lock(mutex_);
  return bytes_;
}

}  // namespace kbc
