#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/difference.h"
#include "core/result.h"

namespace kbc {

// A register of differences that were accepted, a line each: what `kbc diff` writes before the
// colon, and why.
//
//   # comment
//   breaking/id-removed git/old-name  nobody has used it since 2019
//   behaviour java/no-pom             all of this class and this id
class AcceptedDifferences {
 public:
  // `path` is for messages. The error has a line for each fault.
  static Result<AcceptedDifferences> parse(std::string_view text, const std::string& path);

  // Gives the differences that are in it their reasons, and adds one for each line that is about
  // none.
  void apply(std::vector<Difference>& differences) const;

 private:
  struct Line {
    std::string name;  // of a class, or of a class and a kind
    std::string id;
    std::string reason;
    std::size_t number = 0;
  };

  std::string path_;
  std::vector<Line> lines_;
};

}  // namespace kbc
