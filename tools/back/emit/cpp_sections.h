#pragma once

#include <ostream>
#include <string_view>

#include "emit/table_columns.h"

namespace kbc {

// Columns and texts of a table, spelled in C++: string literals of a page of text or of about 2 KB
// of rows, and for each column a specialisation of one of the templates Rows, Field and Texts, that
// has them as kChunks and declares kLinked, the same for a program that runs. A chunk is a pointer
// to a literal and not an array, since compilers make an array's bytes one by one; it is short,
// since evaluating one byte of a literal at compile time costs time in proportion to its length.

// All of a table.
void write_columns(const TableColumns& table, std::ostream& out);

// Defines each kLinked that write_columns declares.
void write_linked(const TableColumns& table, std::ostream& out);

// Rows of one section, as a specialisation of Rows.
void write_rows(kbx::Section section, std::string_view name, std::string_view bytes,
                std::ostream& out);

}  // namespace kbc
