#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "os/descriptor.h"

namespace kbc {

// A name in an open folder: where a file is, or will be. Links were followed already, so what is
// opened by the name and without following another is what was decided on.
struct FilePlace {
  Descriptor folder;
  std::string name;
  std::string path;  // as it was asked for, for messages
};

// What a path names.
enum class FileKind : std::uint8_t { kFile, kFolder, kLink, kOther };

struct FolderItem {
  std::string name;
  FileKind kind = FileKind::kOther;
};

// What is said of a path that leads out of the border.
Error leads_out(const std::string& path);

// Where a run may read and write: the folder of kbc.json, and the git repository around it for what
// kbc.json refers to. What comes with a stranger's change cannot lead out of it, whether by a link
// or by `..`; nor into a `.git`. Every path is walked component by component from an open folder,
// each opened without following links; the links are read and walked likewise. A cheap value; safe
// for many threads.
class Border {
 public:
  // Who wrote the path decides where it may lead.
  enum class By : std::uint8_t {
    kEntry,     // the knowledge base: it must end in the folder of kbc.json
    kOperator,  // kbc.json: it must end there or in the repository
    kPerson,    // the command line: it may lead anywhere, but not by a link inside the border
  };

  enum class Missing : std::uint8_t { kIsError, kIsMade };  // folders on the way

  // None: everything is inside.
  Border() = default;

  // root is the folder of kbc.json; what lies in one of the further folders is inside, too.
  static Result<Border> around(const std::string& root, const std::vector<std::string>& allowed);

  // The place of a file, after all links.
  Result<FilePlace> find(const std::string& path, By by) const;

  // The place that an output takes: a link at its end is not followed, but replaced.
  Result<FilePlace> output(const std::string& path, By by,
                           Missing missing = Missing::kIsError) const;

  // As read_file does it, which follows any link that a person names. The error begins with the
  // path.
  Result<std::string> read(const std::string& path, std::size_t max_bytes, By by) const;

  // What a folder has, but `.` and `..`, in no particular order; nothing when it does not exist.
  Result<std::vector<FolderItem>> list(const std::string& path, By by) const;

  // Of what a link leads to; an error where it leads nowhere or out.
  Result<FileKind> kind_of(const std::string& path, By by) const;

  // Whether a path that is absolute and has no links lies inside.
  bool contains(std::string_view real_path, By by) const;

 private:
  struct Grounds;

  // What is opened by the kernel alone when there is no link on the way: the common case.
  Descriptor open_directly(const std::string& path, int flags) const;
  // The same for the place of what is there and is no link; nothing where a walk has to say.
  std::optional<FilePlace> find_directly(const std::string& path) const;
  Result<FilePlace> walk(const std::string& path, By by, bool follows_last, Missing missing) const;

  std::shared_ptr<const Grounds> grounds_;  // null: none
};

}  // namespace kbc
