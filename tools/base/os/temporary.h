#pragma once

#include <cstddef>
#include <string>

#include "core/result.h"
#include "os/border.h"
#include "os/descriptor.h"

namespace kbc {

// A file with a name of its own beside a place, `.NAME.kbc-RANDOM`, locked while it is open. It is
// removed at the end of its life, or when SIGINT, SIGTERM or SIGHUP ends the process.
class Temporary {
 public:
  // An empty one. Its mode is that of any new file, or 0600 when `is_private`. The error begins
  // with the place's path.
  static Result<Temporary> beside(const FilePlace& place, bool is_private);

  Temporary(Temporary&& other) noexcept;
  Temporary& operator=(Temporary&&) = delete;
  ~Temporary();

  const Descriptor& file() const { return file_; }

  // Gives it the name of the place, which it takes from whatever has it.
  Status replace(const FilePlace& place);
  // The same unless something has the name.
  Status take_free_name(const FilePlace& place);

 private:
  Temporary() = default;

  Descriptor file_;
  int folder_ = -1;  // of the place, which must outlive this
  std::string name_;
  std::size_t slot_ = static_cast<std::size_t>(-1);  // among those that a signal removes
};

// Removes the temporary files that a run before has left in the folder of a place: those that are
// older than a minute and whose lock is free. Once for each folder in the life of a process.
void remove_left_temporaries(const FilePlace& place);

// Removes those of this process. Safe in a signal handler.
void remove_own_temporaries();

}  // namespace kbc
