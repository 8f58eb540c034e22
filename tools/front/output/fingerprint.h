#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "load/source_set.h"
#include "parse/document.h"

namespace kbc {

// Gives each finding of a run a name that the next run gives it again, wherever it is in its file
// by then and however its message is worded: docs/output-formats.md says what it is made from.
class Fingerprints {
 public:
  explicit Fingerprints(SourceSet& sources) : sources_(sources) {}

  // 16 hexadecimal digits. Requires: findings come in the order of their files.
  std::string next(const Diagnostic& finding);

 private:
  void enter(FileId file);
  std::string steps_to(const Place& place);
  const std::string& name_of_element(std::uint32_t element);

  SourceSet& sources_;
  std::optional<FileId> file_;
  std::string path_;                                       // of file_
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;  // in file_: how often
  bool is_read_ = false;                                   // whether document_ is that of file_
  Document document_;
  std::unordered_map<std::uint32_t, std::vector<std::string>> elements_;  // by arrays
};

}  // namespace kbc
