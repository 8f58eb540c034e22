#pragma once

#include <cstdint>

namespace kbc {

// Whether a process with this number runs.
bool is_running(std::uint64_t process);

}  // namespace kbc
