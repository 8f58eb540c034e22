#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/fixes.h"
#include "core/result.h"
#include "diagnostic/diagnostic.h"
#include "os/border.h"

namespace kbc {

// What `kbc validate --fix` makes of the files. Fixes that touch one another, and those that only a
// fix makes possible, take several rounds: analyse, repair, and analyse the repaired texts, until
// there is nothing more to repair. Files are written at the end, each once.
class Repairs {
 public:
  // With kSafe only safe fixes are made.
  explicit Repairs(Safety most) : most_(most) {}

  // Makes fixes of the findings, which must be in order and about files with the same numbers in
  // each round; false when there was none to make.
  bool mend(Analysis& analysis);

  // The files that the last round of fixes changed.
  const std::vector<FileId>& mended() const { return mended_; }

  // The texts as they are now, for RunTexts::edited.
  const EditedTexts& texts() const { return edited_; }

  // A line for each fix that was made.
  const std::vector<std::string>& done() const { return done_; }

  // Whether a file is another now.
  bool has_changes() const { return !files_.empty(); }

  // What changed, as `diff -u` shows it.
  std::string diff() const;

  // Writes the files that changed; gives one error for each that could not be written, or that is
  // no longer what was read.
  std::vector<Error> write(const Border& border) const;

 private:
  struct File {
    std::string name;            // to open it by
    std::string before;          // what was read
    std::set<std::string> seen;  // all the texts it had: one that comes again would come for ever
  };

  // The texts after one round of fixes, by their files.
  using Round = std::map<FileId, std::string>;

  Round texts_after(const ChosenFixes& chosen, Analysis& analysis) const;
  std::set<FileId> spoilt(const Round& round, Analysis& analysis) const;
  void keep(Round round, Analysis& analysis);

  Safety most_;
  std::size_t rounds_ = 0;
  std::vector<FileId> mended_;
  std::map<std::string, File> files_;  // by the path that diagnostics show
  EditedTexts edited_;
  std::vector<std::string> done_;
};

}  // namespace kbc
