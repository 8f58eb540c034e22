#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/file_pass.h"
#include "check/base_memory.h"
#include "config/config.h"
#include "diagnostic/diagnostic.h"
#include "load/source_set.h"
#include "lower/knowledge_base.h"

namespace kbc {

// Which files changed, by their paths below the entries.
struct EntryChanges {
  std::vector<std::string> written;  // that are new or have another text
  std::vector<std::string> removed;  // that are there no more, if they ever were
};

// What a change does to the findings about one file.
struct FileDelta {
  std::string path;                 // below the entries
  std::vector<Diagnostic> removed;  // places in files that are gone have the number kGoneFile
  std::vector<Diagnostic> added;
};
inline constexpr FileId kGoneFile = ~FileId{0};

// An analysis that goes on while its files change. Whatever changed, and in whatever order, it
// finds what an analysis of the same texts finds from scratch: a file is parsed and checked again
// when its own text is another, and the rules of the whole knowledge base run where a change may
// matter to them (check/base_memory.h). It reads no file itself.
class Workspace {
 public:
  // Gives the text at a path below the entries. Several threads call it.
  using Load = std::function<Source(const std::string& path)>;

  // Whether there will be changes: then it keeps what makes them cheap.
  enum class Use { kOnce, kForChanges };

  // Views the configuration. Of the texts in the options it needs to know only how many bytes may
  // stay, and whether there is no other entry.
  Workspace(const Config& config, AnalyseOptions options, Use use);

  // The first files, which are sorted. Only here somebody may watch.
  void open(const std::vector<std::string>& paths, const Load& load);

  // The same as to open() with the files as they are now; tells what that does to the findings, in
  // the order of the paths.
  std::vector<FileDelta> apply(const EntryChanges& changes, const Load& load);

  // The same under another configuration, other rules or on another day. Files are loaded only
  // where their texts were put away. On a later day only files are looked at in which a rule may
  // find something else since.
  std::vector<FileDelta> configure(const Config& config, AnalyseOptions options, const Load& load);

  // The path below the entries of a file, and the other way round.
  const std::string& path_of(FileId file) const { return files_[file].path; }
  std::optional<FileId> file_at(const std::string& path) const;

  const SourceSet& sources() const { return sources_; }

  // The entries now; what comes later leaves a copy as it is.
  KnowledgeBase base() const;

  // The findings about some of the files, as a snapshot has them.
  std::vector<Diagnostic> findings_of(const std::set<FileId>& files) const;

  // What there is to know now. Whatever comes later leaves it as it is. It is a copy of all
  // findings; whoever needs to know what a change does to them has the deltas.
  Analysis snapshot() const;

  // The same at the end of this workspace, without a copy.
  Analysis take() &&;

 private:
  // One file; its number is its place among them.
  struct File {
    std::string path;
    Slot slot = 0;  // EntryRecord has it
    FileResult result;
    std::vector<Diagnostic> others;  // by the rules of the whole knowledge base
  };
  struct Before;
  enum class Texts { kNew, kHeld };

  bool concerns_files(const Config& config, const AnalyseOptions& options) const;
  bool is_other_day_for(const File& file, const Today& today) const;
  void remember_base(std::size_t changes);
  void rearrange(const EntryChanges& changes, Before& before);
  bool write_in_place(const EntryChanges& changes, Before& before) const;
  void move_file(FileId number, const std::vector<FileId>& numbers);
  void set_aside(Before& before);
  void analyse_files(const std::vector<FileId>& files, Texts texts, const Load& load);
  std::vector<SharedRecord> records() const;
  void check_base(Before& before);
  void check_whole_base(Before* before);
  void check_around(Before& before);
  void note(FileId file);
  Slot take_slot();
  std::vector<FileDelta> difference(const Before& before) const;
  Analysis finish(SourceSet sources, std::vector<Diagnostic> diagnostics) const;

  const Config* config_;
  AnalyseOptions options_;
  SourceSet sources_;
  std::vector<File> files_;
  std::optional<KnowledgeBase> base_;  // while it is as it was when all of it was checked
  std::optional<BaseMemory> memory_;
  std::vector<Slot> free_slots_;
  Slot slots_ = 0;  // that are taken or free
  std::size_t held_bytes_ = 0;
};

}  // namespace kbc
