#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "os/border.h"
#include "os/temporary.h"

namespace kbc {

// Changes to several files, all of which are made or none. Each new text is written beside its file
// first, and so is each old one; then the changes are made in the order in which they were added,
// by giving files other names alone. If one of them cannot be made, those before it are undone.
//
// SIGINT, SIGTERM and SIGHUP wait until the last name is given. Nothing helps against SIGKILL or
// loss of power between two of them: choose an order in which what is done so far is sound, and can
// be done once more.
class FileChanges {
 public:
  FileChanges();

  // `before` is what the file held when it was read; if it holds anything else by now, nothing is
  // done.
  void replace(FilePlace place, std::string before, std::string after);
  void create(FilePlace place, std::string text);
  void remove(FilePlace place, std::string before);
  // Another name in the same folder or another one, which nothing has, or this file itself: where
  // names differ by case alone. `before` is what the file holds then.
  void rename(FilePlace from, FilePlace to);

  // Makes what was added since the last time. The error says which file could not be changed, and
  // which could not be put back.
  Status make();

 private:
  struct Change {
    FilePlace place;
    std::optional<std::string> before = {}, after = {};
    std::optional<FilePlace> renamed = {};
    std::optional<Temporary> next = {}, last = {};  // hold `after` and `before`
  };

  static Status prepare(Change& change);
  static Status check(const Change& change);
  static Status make(Change& change);
  static Status undo(Change& change);

  std::vector<Change> changes_;
};

}  // namespace kbc
