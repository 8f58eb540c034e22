#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace kbc {

enum class StandardStream : std::uint8_t { kIn, kOut, kErr };

bool is_terminal(StandardStream stream);

// The columns of the terminal that standard output is; 0 where it is none.
std::size_t terminal_columns();

// The terminal that the process was started from, to read from; null without one. The caller closes
// it.
std::FILE* open_terminal();

// While one of these lives, Ctrl-C makes a read from the terminal fail instead of ending the
// program.
class InterruptedReads {
 public:
  InterruptedReads();
  ~InterruptedReads();
  InterruptedReads(const InterruptedReads&) = delete;
  InterruptedReads& operator=(const InterruptedReads&) = delete;
};

// Makes Ctrl-C come as a key from the terminal, until its modes are set anew.
void read_interrupt_as_key(std::FILE* terminal);

// Makes C's functions take text for UTF-8, whatever the environment says.
void use_utf8_locale();

}  // namespace kbc
