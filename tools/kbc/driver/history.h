#pragma once

#include <memory>
#include <optional>
#include <string>

#include "analysis/since.h"
#include "config/base_choice.h"
#include "config/config.h"
#include "core/result.h"
#include "load/snapshot.h"

namespace kbc {

// Which state of the files a run checks, and which change of them it looks at.
struct HistoryChoice {
  bool staged = false;
  bool hook = false;
  std::string since;  // a reference; empty for none
};

// What git knows of the files to check.
struct History {
  std::unique_ptr<Snapshot> after;  // what git has of the files; null for the working tree
  std::optional<Change> change;     // that --since or --hook asks for
  Earlier which = Earlier::kElsewhere;
};

// Asks git for what was chosen. For a hook that is what a push, or another range of commits,
// changes that pre-commit announces in the environment; else what the commit to come changes. Where
// there is no such change (nothing is staged, or there is no commit yet) the history has none.
Result<History> ask_git(const BaseChoice& base, const HistoryChoice& choice);

// What git has, and had, under a path: in the index, in HEAD, and in what a change goes out from.
// Git is asked when the first path is.
class KnownPaths {
 public:
  KnownPaths(const Config& config, const History& history) : config_(config), history_(history) {}

  bool has(const std::string& path);

 private:
  void ask();

  const Config& config_;
  const History& history_;
  bool is_asked_ = false;
  std::unique_ptr<Snapshot> index_, head_;
};

}  // namespace kbc
