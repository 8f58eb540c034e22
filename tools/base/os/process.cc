#include "os/process.h"

#include <signal.h>
#include <sys/types.h>

#include <cerrno>
#include <limits>

namespace kbc {

// No signal is sent. Numbers below 1 would mean groups of processes.
bool is_running(std::uint64_t process) {
  if (process == 0 || process > std::numeric_limits<pid_t>::max()) return false;
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

}  // namespace kbc
