// The index that `kbc build` writes by itself, and whether it is of the entries as they are.
#pragma once

#include <string>

#include "config/config.h"

namespace kbc {

// `generated/kb.kbx` in the folder of kbc.json.
std::string built_index_path(const std::string& root);
std::string built_index_path(const Config& config);

// All files that an index is made of, as the kernel sees them: names, places, sizes, times of
// change, none of which stays the same when one of them is written, replaced, added or removed.
struct Inputs {
  std::string digest;
  bool is_settled = true;  // any later change will show
};
Inputs inputs_of(const Config& config);

// To be called when the index has been written: keeps with it what it was made of, so that whoever
// looks next need not read the entries. `inputs` were looked at before the first of them was read.
// Keeps nothing where a change within the clock's grain could be missed.
void remember_inputs(const Config& config, const Inputs& inputs);

// Whether the index is as it was then, and made of the files that are there. True is certain; false
// says nothing.
bool is_of_these_inputs(const Config& config);

}  // namespace kbc
