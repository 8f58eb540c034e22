#pragma once

#include <ostream>
#include <string_view>

#include "kbx/format.h"
#include "link/image.h"

namespace kbc {

// Sections of an index, spelled in C++: string literals of a page of text or of about 2 KB of rows,
// and for each section a specialisation of the template Rows that has them as kChunks and declares
// kLinked, the same for a program that runs. A chunk is a pointer to a literal and not an array,
// since compilers make an array's bytes one by one; it is short, since evaluating one byte of a
// literal at compile time costs time in proportion to its length.

// The rows of a section, from their bytes. Writes nothing for none.
void write_rows(kbx::Section section, std::string_view bytes, std::ostream& out);

// A pool of strings: kChunks has a pointer for each page.
void write_pool(kbx::Section section, const PlacedStrings& pool, std::ostream& out);

// Defines kLinked of a section that has rows, or is a pool.
void write_linked(kbx::Section section, std::ostream& out);

}  // namespace kbc
