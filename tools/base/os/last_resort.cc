#include "os/last_resort.h"

#include <unistd.h>

#include <csignal>
#include <new>
#include <string_view>

#include "os/temporary.h"

namespace kbc {
namespace {

constexpr int kTrouble = 2;  // as driver/trouble.h has it

[[noreturn]] void end_with(std::string_view word) {
  remove_own_temporaries();
  // Nothing can be done about an error here.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, word.data(), word.size());
  ::_exit(kTrouble);
}

// Memory may be short where nothing may throw, say in a destructor or in a library's own thread;
// and what unwinding needs may not be there.
[[noreturn]] void end_without_memory() { end_with("kbc: out of memory\n"); }

extern "C" void end_at_cut_file(int) {
  end_with("kbc: a file was cut while it was read; replace a file by renaming a new one\n");
}

}  // namespace

void prepare_last_resort() {
  std::set_new_handler(end_without_memory);
  std::signal(SIGBUS, end_at_cut_file);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace kbc
