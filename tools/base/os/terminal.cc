#include "os/terminal.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <string_view>

namespace kbc {
namespace {

// What the signal did before; only one InterruptedReads lives at a time.
struct sigaction interrupt_before {};

}  // namespace

InterruptedReads::InterruptedReads() {
  struct sigaction action {};
  action.sa_handler = [](int) {};  // without SA_RESTART
  ::sigaction(SIGINT, &action, &interrupt_before);
}

InterruptedReads::~InterruptedReads() { ::sigaction(SIGINT, &interrupt_before, nullptr); }

void read_interrupt_as_key(std::FILE* terminal) {
  const int descriptor = ::fileno(terminal);
  struct termios modes {};
  if (::tcgetattr(descriptor, &modes) != 0) return;
  modes.c_cc[VINTR] = _POSIX_VDISABLE;
  ::tcsetattr(descriptor, TCSADRAIN, &modes);
}

bool is_terminal(StandardStream stream) { return ::isatty(static_cast<int>(stream)) != 0; }

std::size_t terminal_columns() {
  struct winsize size {};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::FILE* open_terminal() { return std::fopen("/dev/tty", "re"); }

void use_utf8_locale() {
  std::setlocale(LC_CTYPE, "");
  if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

}  // namespace kbc
