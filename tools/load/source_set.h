#ifndef KBC_LOAD_SOURCE_SET_H_
#define KBC_LOAD_SOURCE_SET_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "load/line_index.h"
#include "load/source.h"

namespace kbc {

// The sources of one run, by FileId. Texts stay in memory until their sum passes a budget; those
// beyond it are put away once they have been checked and read again when a finding of the whole
// knowledge base wants to show a line of them.
class SourceSet {
 public:
  static constexpr std::size_t kDefaultBudget = std::size_t{1} << 30;

  explicit SourceSet(std::size_t budget = kDefaultBudget) : budget_(budget) {}

  std::size_t size() const { return sources_.size(); }
  const Source& operator[](FileId file) const { return sources_[file]; }

  // Not for use while several threads look at the set.
  FileId add(Source source);
  void resize(std::size_t count) { sources_.resize(count); }
  void set(FileId file, Source source) { sources_[file] = std::move(source); }

  // Puts away what is over the budget. Call it when no phase views texts any more.
  void trim();

  // The text's lines; of a text that was put away, read again. Empty when the file is not what it
  // was. Cheap when asked for one file after the other; valid until another file is asked for.
  const LineIndex& lines(FileId file);

 private:
  std::size_t budget_;
  std::vector<Source> sources_;
  std::optional<FileId> shown_;
  std::string reread_;
  std::optional<LineIndex> index_;
};

}  // namespace kbc

#endif  // KBC_LOAD_SOURCE_SET_H_
