#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/result.h"
#include "os/border.h"

namespace re2 {
class RE2;
}

namespace kbc {

// Patterns that select paths: `*` and `?` stay within a folder, `**` crosses folders. A pattern
// that names a folder selects all below it. `./` before and `/` after it say nothing.
class Globs {
 public:
  // The error names a pattern that cannot be read, or that leads out of the root.
  static Result<Globs> compile(const std::vector<std::string>& patterns);

  bool match(std::string_view path) const;

 private:
  bool has_name_of(std::string_view path) const;

  // Each of some patterns: RE2's construction takes quadratic time in their number.
  std::vector<std::shared_ptr<const re2::RE2>> regexes_;
  // Those without wildcards.
  std::shared_ptr<const std::unordered_set<std::string>> names_;
};

struct Discovered {
  std::vector<std::string> paths;  // relative to the folder, sorted by bytes
  std::vector<Error> errors;       // folders that could not be read, names that cannot be spelled

  // Adds a path below the folder. One with a control character becomes an error instead, which no
  // rule or ignore can silence: such a name has no place in a list of files or on a terminal.
  void add(const std::string& folder, std::string path);
};

// What is wrong with the name of an entry's file; nothing when it is fit to be one.
Status check_file_name(const std::string& path);

// Every `*.json` below folder that no glob excludes; globs see paths relative to the root that
// prefix leads from (`entries/`). Names that begin with a dot are skipped. Links to files are
// followed, links to folders are not, so that no loop can arise. A folder that does not exist has
// none.
// What is no file at all (a pipe, a device) is found, too, and cannot be read.
Discovered find_entry_files(const Border& border, const std::string& folder,
                            std::string_view prefix, const Globs& exclude);

}  // namespace kbc
