#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "diagnostic/diagnostic.h"
#include "load/source_set.h"
#include "output/named_places.h"

namespace kbc {

// Gives each finding of a run a name that the next run gives it again, wherever it is in its file
// by then and however its message is worded: docs/output-formats.md says what it is made from.
class Fingerprints {
 public:
  explicit Fingerprints(SourceSet& sources) : sources_(sources), places_(sources) {}

  // 16 hexadecimal digits. Requires: findings come in the order of their files.
  std::string next(const Diagnostic& finding);

 private:
  void enter(FileId file);

  SourceSet& sources_;
  NamedPlaces places_;
  std::optional<FileId> file_;
  std::string path_;                                       // of file_
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;  // in file_: how often
};

}  // namespace kbc
