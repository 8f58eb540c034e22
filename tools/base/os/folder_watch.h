#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "os/border.h"
#include "os/folder_events.h"
#include "os/folder_state.h"

namespace kbc {

// A folder whose names matter; what is in its folders does not.
struct WatchedFolder {
  std::string path;
  Border border;                     // within which it is opened
  std::set<std::string> names = {};  // that matter alone; empty: all
};

// Paths that came, went or are something else now. With one that is a folder, anything below it may
// have changed.
struct PathChanges {
  std::set<std::string> paths;  // of watched folders, and names in them
  bool is_all = false;          // the kernel told too much at once: anything may have changed
};

// Tells what changes in folders: as the kernel says it, and by looking where the kernel says
// nothing (FolderEvents::Silence) or there is no folder yet.
class FolderWatch {
 public:
  enum class Way : std::uint8_t { kKernel, kLookAlone };

  // How long to wait between two looks, at least.
  static constexpr std::chrono::milliseconds kBetweenLooks{1000};

  explicit FolderWatch(Way way = Way::kKernel) : way_(way) {}

  // From now on these alone. True if one of them is there that was not watched before: what changed
  // in it until now is not told.
  bool watch(const std::vector<WatchedFolder>& folders);

  // Waits for changes, and until they have paused (Debounce). Nothing when a descriptor ends it:
  // `stop` has something to read, or nobody reads what is written into `output`. Either may be -1.
  std::optional<PathChanges> wait(int stop, int output);

  // What has changed until now, without waiting, with one look.
  PathChanges take();

  // How many folders that are there the kernel says nothing of, and why it is silent.
  std::size_t looked_at() const;
  std::optional<FolderEvents::Silence> silence() const { return silence_; }

 private:
  struct Watched {
    WatchedFolder folder;
    int number = -1;    // of the kernel's; -1: it is looked at
    FolderState state;  // at the last look
  };

  bool start(Watched& watched);
  void stop(Watched& watched);
  void stop_below(const std::string& path);
  bool add(const std::vector<FolderEvents::Event>& events);
  void add(const std::string& path);
  bool look();
  bool has_looks() const;

  Way way_;
  FolderEvents events_;
  std::map<std::string, Watched> watched_;      // by their paths
  std::map<int, std::set<std::string>> paths_;  // by the kernel's numbers
  std::optional<FolderEvents::Silence> silence_;
  std::chrono::steady_clock::time_point next_look_{};
  PathChanges changes_;
};

}  // namespace kbc
