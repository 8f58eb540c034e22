#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "text/printer.h"

namespace kbc {

// What changed, in the unified format of `diff -u` with three lines of context, paths as `a/…` and
// `b/…`; empty for equal texts. Finds the shortest script (Myers, "An O(ND) Difference Algorithm",
// 1986); of texts that differ in more than a thousand lines, all of the middle is replaced.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

// The same as replacements of whole lines, in order and with lines that stay between them: the
// bytes of `before`, and what takes their place.
struct ChangedLines {
  Span span;
  std::string text;
};
std::vector<ChangedLines> changed_lines(std::string_view before, std::string_view after);

// Shows such a text. A line with characters that Printer spells out is not what the file has, so
// that a patch of it does not apply.
void print_diff(std::string_view diff, Printer& out);

}  // namespace kbc
