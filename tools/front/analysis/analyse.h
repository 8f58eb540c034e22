#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "config/config.h"
#include "core/result.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/rule.h"
#include "load/snapshot.h"
#include "load/source_set.h"
#include "lower/entry.h"
#include "lower/knowledge_base.h"
#include "text/date.h"

namespace kbc {

// An entry that does not come from its file: an editor's buffer, standard input.
struct Overlay {
  std::string text;
  std::string path;  // where it belongs; empty for nowhere
};

// Texts that stand for what the files hold, by the paths that diagnostics show.
using EditedTexts = std::unordered_map<std::string, std::string>;

// Entries that no file holds yet, by their paths below the entries.
using AddedTexts = std::map<std::string, std::string, std::less<>>;

// Which rules run, and which findings are reported.
struct RunRules {
  Severities severities;  // with the configuration, --select and --ignore applied
  // The rules that run: also those that are off but refine another: a fault that is not to be
  // reported must not be reported by the broader rule either.
  Severities running;
  // Rules that the configuration turns off. They run all the same, to find out whether such a
  // setting hides anything, but what they find is dropped.
  std::vector<RuleId> muted;
};

// Where the texts of the entries come from, and how long they stay.
struct RunTexts {
  std::optional<Overlay> overlay;
  bool is_alone = false;  // look at the overlay only, as if there were no other entry
  const EditedTexts* edited = nullptr;
  const AddedTexts* added = nullptr;          // beside the files that are there
  Snapshot* snapshot = nullptr;               // null for the working tree
  std::size_t budget = std::size_t{1} << 30;  // bytes that stay in memory
};

// Who watches the run.
struct RunWatch {
  // Called with every entry, by the worker that has just lowered it. Entries are handed out and not
  // returned because the tree and the text that an Entry views give way to the next file: memory
  // grows with what the caller keeps of each, not with the knowledge base.
  std::function<void(const Entry& entry, FileId file, unsigned worker)> on_entry;
  std::atomic<std::size_t>* progress = nullptr;  // counts the files that are done
  std::atomic<std::size_t>* total = nullptr;     // set when they have been found
};

struct AnalyseOptions {
  RunRules rules;
  RunTexts texts;
  RunWatch watch;
  Today today;
  unsigned jobs = 1;
};

// All that the front half of the compiler knows at its end.
struct Analysis {
  SourceSet sources;  // the entries in the order of their paths, kbc.json, maybe its taxonomy
  std::size_t entry_count = 0;
  std::optional<FileId> overlay;  // the source that stands for it
  FileId config_file = 0;
  KnowledgeBase base;
  std::vector<Diagnostic> diagnostics;    // stamped, in no particular order, base ones not located
  std::vector<std::size_t> muted_counts;  // by RunRules::muted
  std::vector<Error> errors;              // files and folders that could not be read
  std::string note = {};                  // about what looks like an entry and is none
  std::vector<std::string> folders = {};  // in which entries were looked for
};

// Load → parse → validate → lower → check, over all entries of the knowledge base. Each file is
// read and parsed once. The same findings on any number of jobs.
Analysis analyse(const Config& config, const AnalyseOptions& options);

// Gives the findings their severities and drops those without one. What a muted rule found is only
// counted: by RunRules::muted.
std::vector<std::size_t> stamp(const RunRules& rules, std::vector<Diagnostic>& diagnostics);

// Fills in lines and columns of a place in the text.
void locate(Place& place, const LineIndex& lines);

// A broader rule's finding gives way to a narrower one's at the same value.
void drop_refined(std::vector<Diagnostic>& diagnostics);

// Fills in lines and columns that are missing, and sorts by file and place.
void locate_and_sort(Analysis& analysis);

}  // namespace kbc
