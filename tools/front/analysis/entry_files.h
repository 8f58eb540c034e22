#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "core/result.h"
#include "load/source.h"

namespace kbc {

// The overlay's place below the entries, or nothing when it lies elsewhere.
std::optional<std::string> place_below_entries(const Config& config, const std::string& path);

// The files of a run: which there are, and the text of each.
class EntryFiles {
 public:
  // Looks for them. Views both.
  EntryFiles(const Config& config, const RunTexts& texts);

  // Below the entries, sorted; empty for a text without a place.
  const std::vector<std::string>& paths() const { return paths_; }

  // The folders in which they were looked for, errors on the way, and what else was seen there.
  const std::vector<std::string>& folders() const { return folders_; }
  const std::vector<Error>& errors() const { return errors_; }
  const std::string& note() const { return note_; }

  // The path of the overlay, if there is one.
  const std::optional<std::string>& overlay() const { return overlay_; }

  // Reads the text at such a path. For many threads.
  Source load(const std::string& path) const;

  // Whether that gives the same as among other files, where it gave `text`. False where only
  // reading tells. Requires: the same configuration.
  bool surely_has(const std::string& path, const EntryFiles& other, const Source& text) const;

  // The overlay in place of what is at its place.
  static Source load(const std::string& place, const Overlay& overlay);

  // Says in an analysis of these files what was seen on the way to them.
  void complete(Analysis& analysis) const;

 private:
  void add_paths(const AddedTexts& added);
  bool has_own_texts() const;
  std::string shown_path(const std::string& path, const std::string& file) const;
  static std::string shown_path(const Overlay& overlay);

  const Config& config_;
  const RunTexts& texts_;
  std::vector<std::string> paths_;
  // What diagnostics show before them; nothing when the working directory lies below the entries,
  // where a path may be shorter than any prefix.
  std::optional<std::string> shown_prefix_;
  std::optional<std::string> overlay_;
  std::vector<Error> errors_;
  std::string note_;  // about what is passed over
  std::vector<std::string> folders_;
};

}  // namespace kbc
