#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/entry_files.h"
#include "analysis/workspace.h"
#include "core/result.h"
#include "driver/run_report.h"
#include "driver/settings.h"
#include "driver/validate.h"
#include "os/border.h"
#include "os/folder_watch.h"

namespace kbc {

// A knowledge base whose analysis goes on while its files change: take() hears of a change, look()
// learns what there is by then, pass() checks it.
class WatchedBase {
 public:
  // An error where there is no knowledge base.
  static Result<std::unique_ptr<WatchedBase>> open(ValidateRequest request);

  WatchedBase(const WatchedBase&) = delete;
  WatchedBase& operator=(const WatchedBase&) = delete;

  // Reads the configuration, and finds the entries.
  void look();

  // On which findings depend. Requires: look().
  std::vector<WatchedFolder> folders() const;

  // What has changed in these folders.
  void take(const PathChanges& changes);

  // Whether pass() may find something else than before; and what made it so, as people are shown
  // the paths.
  bool has_news() const { return has_news_; }
  const std::set<std::string>& news() const { return news_; }

  // Checks what has changed. Requires: look().
  Passed pass();

 private:
  explicit WatchedBase(ValidateRequest request);

  void find_settings_files();
  void read_settings();
  void find_entries();
  void follow_link(const std::string& entry);
  std::vector<std::string> links_to(const std::string& path) const;
  void take_path(const std::string& path);
  void touch(const std::string& entry);
  void mark(const std::string& path);
  void bring_up_to_date(AnalyseOptions options);
  void start(AnalyseOptions options);
  EntryChanges entry_changes() const;

  ValidateRequest request_;
  std::set<std::string> outputs_;  // what kbc itself writes
  RunTexts texts_;
  Today today_;  // of the workspace

  // All paths but those of entries are absolute; those of entries begin below their folder.
  Border border_;
  std::set<std::string> settings_files_;
  std::string entries_;                 // the folder; empty before it is known
  std::unique_ptr<Settings> settings_;  // of the workspace
  std::unique_ptr<Settings> newer_;     // that it does not know yet; null for none
  std::optional<Error> unusable_;       // why what there is now is of no use
  std::unique_ptr<EntryFiles> files_;   // by the newest settings that could be used
  std::unique_ptr<Workspace> workspace_;
  std::map<std::string, std::string> targets_;          // of entries that are links
  std::map<std::string, std::set<std::string>> links_;  // to each target

  std::set<std::string> touched_;  // entries whose texts the workspace may not have
  bool is_all_touched_ = false;
  bool has_news_ = true;
  std::set<std::string> news_;
};

}  // namespace kbc
