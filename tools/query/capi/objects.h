#pragma once

// What lies behind the pointers of kbc.h.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/kbc.h"
#include "decode/decoded_text.h"
#include "decode/line_cutter.h"
#include "decode/line_matcher.h"
#include "decode/log_lines.h"
#include "decode/readings.h"
#include "kbx/index.h"
#include "match/hit_groups.h"
#include "match/matcher.h"
#include "search/searcher.h"

struct kbc_base {
  explicit kbc_base(kbx::Index opened) : index(std::move(opened)) {}

  kbx::Index index;
  std::optional<kbc::Matcher> matcher;
  std::optional<kbc::Searcher> searcher;
  std::string no_matching, no_searching;  // why there is none
};

namespace kbc {

// Which of the hits are given.
struct Selection {
  double min_score = 0;
  std::size_t top = 0;  // 0: all
};

// How to match. Views what the caller gave.
struct MatchWish {
  std::string_view product, system;
  ReadMode mode = ReadMode::kAll;
  Selection selection;
};

// Collects the hits of a message or a log. Remade, with its memory lost, only where the base or
// what is left out is another.
class Grouping {
 public:
  HitGroups& of(const Matcher& matcher, const MatchWish& wish);
  void forget() { groups_.reset(); }

 private:
  const Matcher* matcher_ = nullptr;
  RankOptions options_;
  std::optional<HitGroups> groups_;
};

// The hits of a log that comes chunk by chunk.
class LogRun {
 public:
  LogRun(const Matcher& matcher, const MatchWish& wish);
  // `this` is in a callback.
  LogRun(const LogRun&) = delete;
  LogRun& operator=(const LogRun&) = delete;

  void add(std::string_view bytes);
  // The best first; the next bytes begin another log.
  std::vector<HitGroup> finish();
  // What has come so far, after a call that was cut off somewhere, too.
  void forget();

 private:
  void begin();
  void match_lines();

  const Matcher& matcher_;
  ReadMode mode_;
  RankOptions options_;
  LineMatcher::See see_;
  MatchScratch scratch_;
  LineCutter cutter_;
  std::optional<LogLines> lines_;  // since the first bytes of the log
  std::optional<HitGroups> groups_;
};

}  // namespace kbc

struct kbc_log {
  const kbc_base& base;
  kbc::Selection selection;
  kbc::LogRun run;
};

struct kbc_result {
  enum class Kind : std::uint8_t { kNothing, kHits, kFound, kReadings, kJson };
  // An entry's own texts lie in the index, which may outlive the base.
  struct Names {
    std::string_view id, signature;
  };
  struct Hit {
    kbc::HitGroup group;
    Names names;
    std::vector<std::pair<std::string, std::string>> captures;
  };
  struct Reading {
    kbc::DecodedText text;
    std::string via;
  };

  Kind kind = Kind::kNothing;
  std::uint32_t size = 0, total = 0;
  std::vector<Hit> hits;
  kbc::Found found;
  std::vector<Names> found_names;
  std::vector<Reading> readings;  // `size` of them; the others keep their memory
  std::string json;

  // What calls work in.
  kbc::MatchScratch match;
  const kbc::Matcher* matcher = nullptr;  // whose `lines` are
  std::optional<kbc::LineMatcher> lines;
  kbc::Grouping grouping;
  kbc::SearchScratch search;
  kbc::Readings decoder;
};
