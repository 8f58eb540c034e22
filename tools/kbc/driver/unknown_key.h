#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/trouble.h"
#include "kbx/index.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {

// That no entry has this key ("is in the domain"), and which was meant; empty if one has it.
template <kbx::Section kKeys>
std::string unknown_key(const kbx::Index& index, std::string_view relation,
                        std::string_view wanted) {
  std::vector<std::string_view> known;
  for (const auto& key : index.keys<kKeys>()) {
    if (key.name == wanted) return {};
    known.push_back(key.name);
  }
  return "no entry " + std::string(relation) + " " + ticked(wanted) + did_you_mean(wanted, known);
}

// The same on standard error.
template <kbx::Section kKeys>
void report_unknown_key(const kbx::Index& index, std::string_view relation,
                        std::string_view wanted) {
  const std::string text = unknown_key<kKeys>(index, relation, wanted);
  if (!text.empty()) report_trouble(text);
}

}  // namespace kbc
