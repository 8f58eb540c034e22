#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace kbc {

// A workflow command of GitHub Actions, `::error file=…,line=…::message`: a line in a job's log
// that its runner shows at a place of a file.
struct Annotation {
  std::string_view level;         // error, warning or notice
  std::string file = {};          // path in the repository; empty for nowhere
  Position begin = {}, end = {};  // of line 0: the file as a whole
  std::string title = {};
  std::string body = {};  // made printable; its line breaks are meant
};

// The level of a severity.
std::string_view annotation_level(Severity severity);

// So many annotations of each level does GitHub show of one step.
inline constexpr std::size_t kMostAnnotations = 10;

void write_annotation(const Annotation& annotation, std::ostream& out);

}  // namespace kbc
