#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "load/line_index.h"
#include "load/source.h"
#include "os/border.h"

namespace kbc {

// The sources of one run, by FileId. A text may be put away to save memory; it is read again when
// somebody wants to see a line of it. Copies share the sources.
class SourceSet {
 public:
  // Texts that were put away are read again within the border.
  explicit SourceSet(Border border = {}) : border_(std::move(border)) {}

  SourceSet(const SourceSet& other);
  SourceSet(SourceSet&&) = default;
  SourceSet& operator=(SourceSet&&) = default;
  ~SourceSet() = default;

  std::size_t size() const { return sources_.size(); }
  const Source& operator[](FileId file) const { return *sources_[file]; }

  // Not for use while several threads look at the set. Those that were not there before must be set
  // before they are looked at.
  FileId add(Source source);
  void resize(std::size_t count);

  // Several threads may set different ones.
  void set(FileId file, Source source);

  // Gives the sources other numbers, all below count; those with a higher one go.
  void move(const std::vector<FileId>& numbers, std::size_t count);

  // Whether it was set.
  bool has(FileId file) const { return sources_[file] != nullptr; }

  // Gives up the text, if it can be read again. Nobody may view it any more, also not in a copy of
  // the set; several threads may put away different texts.
  void put_away(FileId file);

  // The text, also of one that was put away: it is read again, and empty when the file is not what
  // it was. Cheap when asked for one file after the other; valid until another file is asked for.
  std::string_view text(FileId file);

  // The text's lines, under the same conditions.
  const LineIndex& lines(FileId file);

  // Where the knowledge base lies: root is the folder of kbc.json, entries the path of the entries
  // from there. The repository is what workspace_around says of `around`, or that folder.
  void set_home(const std::string& root, const std::string& entries, const std::string& around);

  // The path of the file below its repository, wherever that lies and whatever the working
  // directory is. Of a text that belongs nowhere the path on display.
  std::string path_in_repository(FileId file) const;

  // The path that a service which has a copy of the repository knows the file by; where there is
  // no repository the path on display. Valid until another file is asked for.
  const std::string& reported_path(FileId file);

 private:
  Border border_;
  std::vector<std::shared_ptr<Source>> sources_;
  std::string top_;             // of the repository, without links; empty without set_home
  bool has_workspace_ = false;  // whether it is one for others, too
  std::string entries_;         // the folder of the entries below it, with a slash at its end
  std::optional<FileId> reported_;
  std::string reported_path_;  // of that file
  std::optional<FileId> shown_;
  std::string reread_;
  std::optional<LineIndex> index_;
};

}  // namespace kbc
