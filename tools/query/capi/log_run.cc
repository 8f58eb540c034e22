#include <algorithm>
#include <cstring>

#include "capi/objects.h"

namespace kbc {
namespace {

// What is copied at a time.
constexpr std::size_t kChunk = std::size_t{64} << 10;

RankOptions rank_options(const MatchWish& wish) {
  return {std::string(wish.product), std::string(wish.system)};
}

}  // namespace

HitGroups& Grouping::of(const Matcher& matcher, const MatchWish& wish) {
  const bool is_same = groups_ && matcher_ == &matcher && options_.product == wish.product &&
                       options_.system == wish.system;
  if (is_same) return *groups_;
  groups_.reset();
  options_ = rank_options(wish);
  matcher_ = &matcher;
  return groups_.emplace(matcher, options_);
}

LogRun::LogRun(const Matcher& matcher, const MatchWish& wish)
    : matcher_(matcher),
      mode_(wish.mode),
      options_(rank_options(wish)),
      see_([this](const ReadLine& read, const std::vector<Hit>& hits) {
        groups_->add(read, cutter_.number(), hits, scratch_);
      }) {}

void LogRun::begin() {
  if (!groups_) groups_.emplace(matcher_, options_);
  if (!lines_) lines_.emplace(matcher_, mode_);
}

void LogRun::forget() {
  cutter_ = LineCutter();
  lines_.reset();
  groups_.reset();
}

void LogRun::match_lines() {
  for (std::string_view line; cutter_.next(line);) {
    lines_->match({line, cutter_.before(), cutter_.piece()}, scratch_, see_);
  }
}

void LogRun::add(std::string_view bytes) {
  begin();
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.size(), kChunk);
    std::memcpy(cutter_.room(size), bytes.data(), size);
    cutter_.take(size);
    match_lines();
    bytes.remove_prefix(size);
  }
}

std::vector<HitGroup> LogRun::finish() {
  begin();
  cutter_.end();
  match_lines();
  lines_->finish(scratch_, see_);
  std::vector<HitGroup> groups = groups_->take();
  forget();
  return groups;
}

}  // namespace kbc
