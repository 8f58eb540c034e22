#pragma once

#include "os/descriptor.h"

namespace kbc {

// While this lives, SIGINT and SIGTERM do not end the program but say so here; a second one of them
// ends it as ever. One that was ignored stays ignored. Only one lives at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Readable once one has come; -1 where there is no pipe to be had, and the signals do as ever.
  int descriptor() const { return pipe_.out.value(); }

 private:
  Pipe pipe_;
};

}  // namespace kbc
