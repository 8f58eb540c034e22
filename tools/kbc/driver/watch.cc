#include "driver/watch.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "driver/bases.h"
#include "driver/outputs.h"
#include "driver/run_report.h"
#include "driver/trouble.h"
#include "driver/watched_base.h"
#include "os/folder_watch.h"
#include "os/stop_signals.h"
#include "os/terminal.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

using WatchedBases = std::vector<std::unique_ptr<WatchedBase>>;

// As the person's clock shows it.
std::string time_of_day() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  std::array<char, 16> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%H:%M:%S", &parts)};
}

// "a.json changed", "a.json and 2 other paths changed".
std::string news_line(const WatchedBases& bases) {
  std::set<std::string> paths;
  for (const auto& base : bases) paths.insert(base->news().begin(), base->news().end());
  if (paths.empty()) return "files changed";
  std::string line = *paths.begin();
  if (paths.size() > 1) line += " and " + counted(paths.size() - 1, "other path");
  return line + " changed";
}

// The screen of a person has what there is now alone; what programs read goes on.
bool has_screen(const ValidateRequest& request) {
  return is_terminal(StandardStream::kOut) &&
         std::ranges::any_of(request.outputs,
                             [](const OutputTarget& target) { return target.path.empty(); });
}

// Why changes are seen late, if they are.
std::string line_about_looks(const FolderWatch& watch) {
  if (watch.looked_at() == 0 || !watch.silence()) return {};
  std::string why = "the kernel does not tell of changes in this file system";
  if (*watch.silence() == FolderEvents::Silence::kNoInstance) {
    why = "the limit fs.inotify.max_user_instances is reached";
  } else if (*watch.silence() == FolderEvents::Silence::kNoWatch) {
    why = "the limit fs.inotify.max_user_watches is reached";
  }
  return why + ", so kbc looks at " + counted(watch.looked_at(), "folder") + " once a second";
}

// Until no folder is new: what came into one before it was watched is seen at the next look.
void look(WatchedBases& bases, FolderWatch& watch) {
  for (;;) {
    std::vector<WatchedFolder> folders;
    for (const auto& base : bases) {
      base->look();
      for (WatchedFolder& folder : base->folders()) folders.push_back(std::move(folder));
    }
    if (!watch.watch(folders)) return;
  }
}

void tell_of_wait(const FolderWatch& watch, bool is_first) {
  const std::string looks = is_first ? line_about_looks(watch) : "";
  if (!looks.empty()) report_trouble(looks);
  report_trouble("watching for changes; Ctrl-C ends");
  flush_output();
}

// One after the other, as validate() does it.
int pass(const ValidateRequest& request, const WatchedBases& bases, int status) {
  std::vector<Part> parts;
  for (const auto& base : bases) {
    Passed passed = base->pass();
    status = std::max(status, passed.status);
    if (passed.part) parts.push_back(std::move(*passed.part));
  }
  return parts.empty() ? status : std::max(status, show(request, parts));
}

}  // namespace

int watch(const ValidateRequest& request) {
  if (Status failed = check_targets(request.outputs)) return report_trouble(*failed);
  const NamedBases named = bases_of(request.base, request.paths);
  const int at_least = report_errors(named.errors, kClean);
  WatchedBases bases;
  for (const NamedBase& one : named.bases) {
    ValidateRequest about = request;
    about.base = one.choice;
    about.paths = one.paths;
    Result<std::unique_ptr<WatchedBase>> base = WatchedBase::open(std::move(about));
    if (!base) return report_trouble(base.error());
    bases.push_back(std::move(*base));
  }
  if (bases.empty()) return at_least;
  FolderWatch folders;
  std::optional<StopSignals> signals;
  const bool clears = has_screen(request);
  int status = at_least;
  for (bool is_first = true;; is_first = false) {
    look(bases, folders);
    const bool has_news =
        std::ranges::any_of(bases, [](const auto& base) { return base->has_news(); });
    if (has_news) {
      if (!is_first && clears) standard_output() << Own{"\x1b[H\x1b[2J"};
      if (!is_first && request.display.summary) {
        flush_output();
        report_trouble("[" + time_of_day() + "] " + news_line(bases));
      }
      status = pass(request, bases, at_least);
      if (!signals) signals.emplace();
      if (!flush_output()) return report_trouble("standard output cannot be written");
      if (request.display.summary) tell_of_wait(folders, is_first);
    }
    const auto output = static_cast<int>(StandardStream::kOut);
    const std::optional<PathChanges> changes = folders.wait(signals->descriptor(), output);
    if (!changes) return status;
    for (const auto& base : bases) base->take(*changes);
  }
}

}  // namespace kbc
