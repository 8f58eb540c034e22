#include "os/terminal.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <string_view>

namespace kbc {

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
