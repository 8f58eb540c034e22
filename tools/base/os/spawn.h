#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/result.h"

namespace kbc {

// The descriptors that a program gets as its standard streams; a negative one means /dev/null.
struct Streams {
  int in = -1;
  int out = -1;
  int err = -1;
};

// Starts a program that is looked up in PATH, without waiting for it. Its environment is kbc's own,
// with these settings ("NAME=value") in the place of those with the same name.
Result<pid_t> spawn(const std::vector<std::string>& command, const Streams& streams,
                    const std::vector<std::string>& settings = {});

// Waits for its end; gives the status as waitpid does.
int wait_for(pid_t process);

}  // namespace kbc
