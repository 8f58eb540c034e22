#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cache/cache_choice.h"
#include "config/base_choice.h"
#include "kbx/index.h"

namespace kbc {

// What was read before the first hit, as far as it is needed to say which entries are near: the end
// of it.
class Unmatched {
 public:
  void add(std::string_view line);

  // The words to look for: all of a short text, of a long one the line that tells the error. Empty
  // where no line does.
  std::string words() const;

 private:
  static constexpr std::size_t kMost = std::size_t{64} << 10;

  // The last kMost bytes at least, in two parts, so that nothing is moved when the first goes.
  std::string before_, text_;
  bool is_cut_ = false;
};

// Says on standard error that of so many lines none is known, which entries are nearest by words,
// and how an entry is begun. Where the index has no words, those of the knowledge base are taken,
// if there is one. Of the files the first is named.
void report_no_match(std::uint64_t lines, const Unmatched& unmatched, const kbx::Index& index,
                     const std::string& index_file, const BaseChoice& base,
                     const CacheChoice& cache, const std::vector<std::string>& files);

}  // namespace kbc
