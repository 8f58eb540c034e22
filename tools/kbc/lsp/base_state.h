#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/entry_files.h"
#include "analysis/workspace.h"
#include "driver/settings.h"
#include "lsp/client.h"
#include "lsp/seen_values.h"
#include "lsp/text_positions.h"
#include "os/file_state.h"

namespace kbc {

// What there is to say of one file: the array of diagnostics that a client gets.
struct FileFindings {
  std::string json = "[]";
  std::uint64_t name = 0;  // of this content, among those of the file; 0 for none
  Severity worst = Severity::kOff;
};

// How a knowledge base is analysed.
struct BaseOptions {
  unsigned jobs = 1;
  std::optional<std::chrono::year_month_day> today;  // the current one, if absent
};

// A knowledge base with the texts that are open in an editor in place of what is on disk. After
// settle() it knows what `kbc validate` would find in the two. For one thread.
class BaseState {
 public:
  // Views the abilities. Reads nothing.
  BaseState(std::string folder, const ClientAbilities& client, BaseOptions options);
  BaseState(const BaseState&) = delete;
  BaseState& operator=(const BaseState&) = delete;

  const std::string& folder() const { return folder_; }  // of kbc.json, absolute

  // Whether there is a kbc.json that can be understood, or was one.
  bool is_sound() const { return settings_.has_value(); }
  // The following require is_sound().
  const Config& config() const { return settings_->config; }
  // As settle() left them: the entries by their files, and the findings about one, in the order of
  // their places. The analysis has no findings.
  const Analysis& analysis() const { return *analysis_; }
  const KnowledgeBase& records() const { return analysis_->base; }
  std::span<const Diagnostic> findings(FileId file) const { return findings_[file]; }
  // The text of a file, which the workspace has.
  std::string_view text(FileId file) const { return analysis_->sources[file].text; }
  TextPositions positions(FileId file) const;
  // Of a path of the file system; nothing for what is no entry.
  std::optional<FileId> file_at(const std::string& path);
  std::string path_of(FileId file) const;  // absolute
  // With which dates are compared.
  std::chrono::year_month_day today() const { return today_.day; }
  // What its entries say, to be offered to the next one.
  SeenValues& seen() { return seen_values_; }
  std::string uri_of(FileId file) const;

  // What an editor has open, by absolute paths. A path that is no entry changes nothing.
  void set_buffer(const std::string& path, std::string_view uri, std::string_view text);
  void drop_buffer(const std::string& path);
  // A file was written, or removed, or its folder was.
  void look_at(const std::string& path);
  // Anything may have.
  void look_at_all();

  // Whether settle() has something to do.
  bool is_stale() const { return is_new_ || must_look_ || !pending_.empty() || is_another_day(); }
  // Analyses what has changed, and reads what is new on disk; gives the absolute paths of the files
  // of which something else is to be said now.
  std::vector<std::string> settle();
  // While the entries are read for the first time; another thread may look.
  std::atomic<std::size_t> done = 0, total = 0;
  // Sentences for people that came up since the last call.
  std::vector<std::string> take_notes() { return std::exchange(notes_, {}); }

  // Of all files of which there is something to say, by their absolute paths.
  const std::map<std::string, FileFindings>& said() const { return said_; }
  // What is to be said of one.
  const FileFindings& said_of(const std::string& path) const;
  // The uri of an absolute path, as the editor spells it where it has the file open.
  std::string uri_of(const std::string& path) const;

 private:
  struct Buffer {
    std::string uri, text;
  };
  using Paths = std::set<std::string>;

  bool is_another_day() const;
  // The path below the entries, of what is one; nothing for any other file.
  std::optional<std::string> place_of(const std::string& path);
  std::string file_of(const std::string& place) const { return config().entries + "/" + place; }
  bool is_entry_on_disk(const std::string& place);
  void place_buffers();
  void remember_named();
  bool has_new_settings() const;
  void look_below();

  void reload(Paths& changed);
  void open();
  EntryChanges take_changes();
  void apply(Paths& changed);
  bool depends_on_all() const;
  void conclude();
  void conclude(const std::set<FileId>& edited, const std::set<FileId>& files);
  std::set<FileId> files_of(const EntryChanges& changes) const;
  std::set<FileId> concerned(const std::set<FileId>& edited,
                             const std::vector<FileDelta>& deltas) const;
  void say(const std::set<FileId>& files, Paths& changed);
  void say_all(Paths& changed);
  void say_fault(Paths& changed);
  void set_said(const std::string& path, FileFindings findings, Paths& changed);
  Workspace::Load loader() const;

  std::string folder_;
  const ClientAbilities& client_;
  BaseOptions options_;
  std::optional<Settings> settings_;
  std::optional<Error> fault_;                                // of the settings, now
  std::map<std::string, std::optional<FileState>> named_;     // files of the settings, when read
  std::map<std::string, Buffer> open_;                        // by absolute paths
  std::map<std::string, std::optional<std::string>> places_;  // known answers of place_of()
  AddedTexts buffers_;                                        // the entries among what is open
  RunTexts texts_;
  RunRules rules_;
  Today today_;
  SeenValues seen_values_;
  std::optional<EntryFiles> files_;
  std::optional<Workspace> workspace_;
  std::optional<Analysis> analysis_;
  std::vector<std::vector<Diagnostic>> findings_;         // by file
  std::map<std::string, std::optional<FileState>> seen_;  // on disk, by paths below the entries
  Paths pending_;                                         // such paths, to be analysed
  bool is_new_ = true, must_look_ = false;
  std::map<std::string, FileFindings> said_;
  std::vector<std::string> notes_;
};

}  // namespace kbc
