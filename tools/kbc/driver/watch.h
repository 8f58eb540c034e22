#pragma once

#include "driver/validate.h"

namespace kbc {

// Runs it again whenever something changes on which its findings depend, until SIGINT or SIGTERM
// comes, or nobody reads standard output any more. Gives the ExitCode of what was shown last.
// Requires: the request is about files, and changes none.
int watch(const ValidateRequest& request);

}  // namespace kbc
