#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// What the program `git` writes, read. Whatever the bytes, a record that has not the form that git
// gives it is passed over.

// One path of an index or of a commit.
struct TrackedFile {
  enum class Kind { kFile, kLink, kSubmodule, kUnmerged };

  std::string path;    // from the top of the working tree
  std::string object;  // the name of the blob; of a submodule's commit; empty when not merged
  Kind kind = Kind::kFile;
  bool is_skipped = false;  // of the index: a sparse checkout leaves it out of the working tree
};

// The parts of a text that NUL ends, as `git … -z` writes them.
std::vector<std::string_view> records_of(std::string_view text);

// What `git ls-files -t --stage -z` lists, in the order of paths; a path that a merge left in
// several versions is there once.
std::vector<TrackedFile> staged_files(std::string_view listing);

// What `git ls-tree -r -z` lists, in the order of paths.
std::vector<TrackedFile> committed_files(std::string_view listing);

// How long the blob is that `git cat-file --batch` announces by this line; nothing for an object
// that is missing.
std::optional<std::size_t> blob_size(std::string_view line);

// The remote of the first `remote.<name>.promisor` that `git config --name-only -z` lists; empty
// for none.
std::string_view promisor_of(std::string_view names);

}  // namespace kbc
