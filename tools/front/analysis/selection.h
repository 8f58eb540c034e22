#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "core/result.h"

namespace kbc {

// What the PATHs of a run name.
struct Selected {
  std::vector<FileId> entries;     // in order
  std::vector<std::string> notes;  // one for each path that names no entry: what it is
};

// Why a path that a person names is no entry: it lies elsewhere, or discovery passes over it; empty
// where it is one, or would be if it existed.
std::string what_is_no_entry(const Config& config, const std::string& path);

// Keeps the findings that concern the paths: those in the files and folders named, those elsewhere
// that point there with a note, and those about an id that a named file, present or deleted, is the
// home of. Without paths all findings stay.
//
// A path that names no entry selects nothing more: a deleted entry, an excluded file, a README. One
// that is neither there nor was, or lies outside the knowledge base, is an error; was_there is
// asked of paths that do not exist.
Result<Selected> select_findings(const Config& config, const std::vector<std::string>& paths,
                                 const std::function<bool(const std::string& path)>& was_there,
                                 Analysis& analysis);

}  // namespace kbc
