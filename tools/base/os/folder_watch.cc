// The kernel's watches are of folders, whatever their paths are by then. So a folder that is moved
// is let go with all below it, and whoever asked for them asks again for what there is.

#include "os/folder_watch.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "os/debounce.h"

namespace kbc {
namespace {

using Clock = std::chrono::steady_clock;

// Of a look's length: looking takes at most a twentieth of the time.
constexpr int kRests = 20;

// That are told one by one.
constexpr std::size_t kMostPaths = 100'000;

std::string joined(const std::string& folder, const std::string& name) {
  if (name.empty()) return folder;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

bool matters(const WatchedFolder& folder, const std::string& name) {
  return name.empty() || folder.names.empty() || folder.names.contains(name);
}

// In milliseconds, for poll(2): none are left out, so that it does not wake too early.
int wait_until(std::optional<Clock::time_point> time) {
  if (!time) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*time - Clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

std::optional<Clock::time_point> earlier(std::optional<Clock::time_point> one,
                                         std::optional<Clock::time_point> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

}  // namespace

bool FolderWatch::watch(const std::vector<WatchedFolder>& folders) {
  std::map<std::string, WatchedFolder> wanted;
  for (const WatchedFolder& folder : folders) {
    const auto [at, is_new] = wanted.emplace(folder.path, folder);
    if (is_new) continue;
    std::set<std::string>& names = at->second.names;
    const bool is_all = names.empty() || folder.names.empty();
    if (is_all) names.clear();
    if (!is_all) names.insert(folder.names.begin(), folder.names.end());
  }
  for (auto at = watched_.begin(); at != watched_.end();) {
    const bool is_wanted = wanted.contains(at->first);
    if (!is_wanted) stop(at->second);
    at = is_wanted ? std::next(at) : watched_.erase(at);
  }
  bool is_new = false;
  for (auto& [path, folder] : wanted) {
    Watched& watched = watched_[path];
    watched.folder = std::move(folder);
    const bool is_watched = watched.number >= 0 || watched.state;
    if (!is_watched) is_new = start(watched) || is_new;
  }
  return is_new;
}

// Whether the folder is there.
bool FolderWatch::start(Watched& watched) {
  const std::string& path = watched.folder.path;
  const Descriptor folder = open_folder(watched.folder.border, path);
  if (!folder.is_open()) return false;
  std::variant<int, FolderEvents::Silence> started = FolderEvents::Silence::kFileSystem;
  if (way_ == Way::kKernel) started = events_.add(folder);
  if (const int* number = std::get_if<int>(&started)) {
    watched.number = *number;
    paths_[*number].insert(path);
    return true;
  }
  if (!silence_) silence_ = std::get<FolderEvents::Silence>(started);
  watched.state = state_of_folder(watched.folder.border, path, folder);
  return true;
}

void FolderWatch::stop(Watched& watched) {
  watched.state.reset();
  if (watched.number < 0) return;
  const auto paths = paths_.find(watched.number);
  paths->second.erase(watched.folder.path);
  if (paths->second.empty()) {
    events_.remove(watched.number);
    paths_.erase(paths);
  }
  watched.number = -1;
}

void FolderWatch::stop_below(const std::string& path) {
  if (const auto itself = watched_.find(path); itself != watched_.end()) stop(itself->second);
  const std::string below = joined(path, "") + "/";
  for (auto at = watched_.lower_bound(below); at != watched_.end(); ++at) {
    if (!at->first.starts_with(below)) return;
    stop(at->second);
  }
}

// Whether any of them matters.
bool FolderWatch::add(const std::vector<FolderEvents::Event>& events) {
  bool has_any = false;
  for (const FolderEvents::Event& event : events) {
    if (event.folder < 0) {
      changes_.is_all = has_any = true;
      continue;
    }
    const auto found = paths_.find(event.folder);
    if (found == paths_.end()) continue;
    const std::set<std::string> paths = found->second;
    for (const std::string& path : paths) {
      const std::string changed = joined(path, event.name);
      // What has the name may be a link to a folder, too.
      stop_below(changed);
      if (!matters(watched_.at(path).folder, event.name)) continue;
      add(changed);
      has_any = true;
    }
  }
  return has_any;
}

void FolderWatch::add(const std::string& path) {
  if (changes_.paths.size() < kMostPaths) {
    changes_.paths.insert(path);
  } else {
    changes_.is_all = true;
  }
}

bool FolderWatch::look() {
  bool has_any = false;
  const Clock::time_point begin = Clock::now();
  for (auto& [path, watched] : watched_) {
    if (watched.number >= 0) continue;
    const Border& border = watched.folder.border;
    FolderState now = state_of_folder(border, path, open_folder(border, path));
    std::set<std::string, std::less<>> names;
    add_changed_names(watched.state, now, names);
    for (const std::string& name : names) {
      if (!matters(watched.folder, name)) continue;
      add(joined(path, name));
      has_any = true;
    }
    // One that has come is for watch() to begin with.
    if (watched.state) watched.state = std::move(now);
  }
  const Clock::time_point end = Clock::now();
  next_look_ = end + std::max<Clock::duration>(kBetweenLooks, (end - begin) * kRests);
  return has_any;
}

bool FolderWatch::has_looks() const {
  return std::any_of(watched_.begin(), watched_.end(),
                     [](const auto& one) { return one.second.number < 0; });
}

std::size_t FolderWatch::looked_at() const {
  return static_cast<std::size_t>(std::count_if(
      watched_.begin(), watched_.end(),
      [](const auto& one) { return one.second.number < 0 && one.second.state.has_value(); }));
}

PathChanges FolderWatch::take() {
  for (auto events = events_.read(); !events.empty(); events = events_.read()) add(events);
  look();
  return std::exchange(changes_, {});
}

std::optional<PathChanges> FolderWatch::wait(int stop, int output) {
  Debounce debounce;
  for (;;) {
    const std::optional<Clock::time_point> due = debounce.due();
    if (due && Clock::now() >= *due) return std::exchange(changes_, {});
    std::array<pollfd, 3> ends = {
        {{events_.descriptor(), POLLIN, 0}, {stop, POLLIN, 0}, {output, 0, 0}}};
    const bool has_looks = this->has_looks();
    const auto next_look = has_looks ? std::optional(next_look_) : std::nullopt;
    ::poll(ends.data(), ends.size(), wait_until(earlier(due, next_look)));
    if (ends[1].revents != 0) return {};
    // One that was closed before kbc began has no reader to miss.
    if ((ends[2].revents & POLLNVAL) != 0) output = -1;
    if (output >= 0 && ends[2].revents != 0) return {};
    bool has_come = ends[0].revents != 0 && add(events_.read());
    if (has_looks && Clock::now() >= next_look_) has_come = look() || has_come;
    if (has_come) debounce.add(Clock::now());
  }
}

}  // namespace kbc
