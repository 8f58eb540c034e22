#pragma once

#include "kbx/index.h"
#include "text/printer.h"

namespace kbc {

// Writes the bytes of a section with what they mean: of a section of rows each field on a line, of
// another sixteen bytes on a line.
void dump_section(const kbx::Index& index, const kbx::SectionView& section, Printer& out);

// The same of the header and the section table.
void dump_header(const kbx::Index& index, Printer& out);

}  // namespace kbc
