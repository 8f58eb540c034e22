#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

// Bytes [begin, end) of a line.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

enum class ProgramOutcome : unsigned char {
  kNone,
  kFound,
  kUnknown,  // it has a step that is not known, or takes too long: more than in proportion to the
             // line
};

struct ProgramResult {
  ProgramOutcome outcome = ProgramOutcome::kNone;
  LineRange found;  // what the program finds
};

// Runs the program (kbx/program.h) of an alternative over one line, UTF-8, folded unless the
// program is about raw text. Reads nothing but the two, whatever they are. A line of which it is
// known that it has ASCII only takes less time.
ProgramResult run_program(std::string_view program, std::string_view line, bool is_ascii = false);

// Whether the texts of a program, and its requirements, occur in a text of any number of lines, as
// far as they are known; the texts one after the other. Every match has them.
bool has_texts(std::string_view program, std::string_view text);

// Whether each of the program's requirements occurs in the folded text, as far as they are known.
bool meets_requirements(std::string_view program, std::string_view text);

}  // namespace kbc
