#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// Lines of files that are read one after the other, numbered as those of one text.
class LinePlaces {
 public:
  enum class Of : std::uint8_t { kOne, kSeveral };  // texts or files

  explicit LinePlaces(Of of) : of_(of) {}

  // What follows are lines of this file.
  void begin(std::string file);

  // The number of the file's line among all. Requires: lines come in order.
  std::uint64_t number(std::uint64_t line);
  // All that were read.
  std::uint64_t lines() const { return last_; }

  struct Place {
    std::string_view file;  // valid until the next begin()
    std::uint64_t line = 0;
  };
  Place of(std::uint64_t number) const;

  // Whether a line says too little without its file.
  bool are_several() const { return of_ == Of::kSeveral; }

 private:
  struct File {
    std::string name;
    std::uint64_t before = 0;  // lines of the files before it
  };

  Of of_;
  std::vector<File> files_;
  std::uint64_t last_ = 0;
};

}  // namespace kbc
