#pragma once

#include <string>
#include <vector>

#include "kbx/index.h"

namespace kbc {

// A version of which an entry says something else.
struct ChangedVersion {
  std::string name;       // "git 2.33"
  std::string text;       // "was affected, and is not any more"
  bool is_worse = false;  // who was told something certain is told less
};

// Of the versions that either form of the entry names, those that only one of them is about, or
// for certain.
std::vector<ChangedVersion> changed_versions(const kbx::Entry<kbx::Mapped>& before,
                                             const kbx::Entry<kbx::Mapped>& now);

}  // namespace kbc
