#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/trouble.h"
#include "kbx/index.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {

// Says on standard error that no entry has this key ("is in the domain"), and which was meant;
// nothing if one has it.
template <kbx::Section kKeys>
void report_unknown_key(const kbx::Index& index, std::string_view relation,
                        const std::string& wanted) {
  std::vector<std::string_view> known;
  for (const auto& key : index.keys<kKeys>()) {
    if (key.name == wanted) return;
    known.push_back(key.name);
  }
  report_trouble("no entry " + std::string(relation) + " " + ticked(wanted) +
                 did_you_mean(wanted, known));
}

}  // namespace kbc
