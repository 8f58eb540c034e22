#pragma once

#include <cstdint>
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

// The file that marks the root of a knowledge base.
inline constexpr std::string_view kConfigName = "kbc.json";

// What a file below the entries is, by its name alone.
enum class NameKind : std::uint8_t {
  kEntry,      // ends with `.json`, in whatever case: one that is not lower is a finding
  kLookalike,  // what could have been meant as an entry: YAML, JSON with comments
  kOther,
};
NameKind kind_of_name(std::string_view path);

// The id that an entry's path below the folder of the entries stands for, and the path again. A
// suffix that is not in lower case stays in the id, which is none then.
std::string id_of_path(std::string_view path);
std::string path_of_id(std::string_view path_id);

// What lies below the entries and looks like an entry, or like a folder with some, and is none.
struct PassedOver {
  std::string path;
  std::string_view why;
};

// One sentence for all of them, with the first few; empty for none.
std::string note_of(const std::vector<PassedOver>& passed, const std::string& folder);

struct Discovered {
  std::vector<std::string> paths;  // relative to the folder, sorted by bytes
  std::vector<Error> errors;       // folders that could not be read, names that cannot be spelled
  std::vector<PassedOver> passed;  // sorted likewise
  std::vector<std::string> folders = {};  // that were walked, the folder itself first

  // Adds a path below the folder. One with a control character becomes an error instead, which no
  // rule or ignore can silence: such a name has no place in a list of files or on a terminal.
  void add(const std::string& folder, std::string path);
  void sort();
};

// What is wrong with the name of an entry's file; nothing when it is fit to be one.
Status check_file_name(const std::string& path);

// What is an entry is decided here, and in Snapshot::find_entries by the same rules: every `*.json`
// below folder that no glob excludes; globs see paths relative to the root that prefix leads from
// (`entries/`). Names that begin with a dot are skipped, as is a folder with a kbc.json: it is a
// knowledge base of its own. Links to files are followed, links to folders are not, so that no loop
// can arise. A folder that does not exist has none.
// What is no file at all (a pipe, a device) is found, too, and cannot be read.
Discovered find_entry_files(const Border& border, const std::string& folder,
                            std::string_view prefix, const Globs& exclude);

// The files with message tests: every `*.kbc-test.json` and `*.kbc-test.ndjson` below the folder
// `tests` of a knowledge base, found by the same rules; sorted, and with the root before them.
struct MessageTests {
  std::vector<std::string> paths;
  std::vector<Error> errors;
};
MessageTests find_message_tests(const Border& border, const std::string& root,
                                const Globs& exclude);

// Why the file at a path below folder is not found there, although it exists; empty where it is.
std::string_view why_passed_over(const Border& border, const std::string& folder,
                                 std::string_view path, std::string_view prefix,
                                 const Globs& exclude);

// The reasons that both ways to find entries give.
inline constexpr std::string_view kIsExcluded = "excluded";
inline constexpr std::string_view kIsLinkedFolder = "a link to a folder, which is not followed";
inline constexpr std::string_view kIsOtherBase =
    "a knowledge base of its own, since it has a kbc.json";
inline constexpr std::string_view kIsFiltered =
    "git has it as a clean filter wrote it, which kbc does not run";
inline constexpr std::string_view kIsNoJson = "kbc reads only `.json`";

// Whether a component of the path begins with a dot.
bool is_hidden(std::string_view path);

}  // namespace kbc
