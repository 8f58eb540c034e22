// The author's own editor.
#pragma once

#include <string>

#include "core/result.h"

namespace kbc {

// A file in the folder for temporary files that keeps a text while it is worked on. It stays until
// remove() is called: whatever goes wrong, the text is there.
class KeptText {
 public:
  // `name` is a part of the file's name.
  static Result<KeptText> keep(const std::string& name, const std::string& text);

  const std::string& path() const { return path_; }
  Result<std::string> read() const;
  Status write(const std::string& text) const;
  void remove() const;

 private:
  std::string path_;
};

// Opens the file in $VISUAL, else in $EDITOR, else in `vi`, and waits for its end. The variable may
// hold a command with options. The error says that the editor could not be run or failed.
Status edit_file(const std::string& path);

}  // namespace kbc
