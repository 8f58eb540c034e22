#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "diagnostic/diagnostic.h"
#include "load/source_set.h"

namespace kbc {

// Gives each finding of a run a name that the next run gives it again, wherever it then stands in
// its file: made from the entry's path below the entries, the rule, the JSON Pointer and the
// message, in which all digits are left out, since they may count days. Of several findings that
// are alike in one file, the first, second and so on have names of their own.
class Fingerprints {
 public:
  explicit Fingerprints(const SourceSet& sources) : sources_(sources) {}

  // 16 hexadecimal digits. Requires: findings come in the order of their files.
  std::string next(const Diagnostic& finding);

 private:
  const SourceSet& sources_;
  std::optional<FileId> file_;
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;  // in file_: how often
};

}  // namespace kbc
