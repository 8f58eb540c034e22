#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/printer.h"

namespace kbc {

// ANSI escape sequences; empty when there is no color.
struct Palette {
  Own title, heading, bad, good, faint, reset;
};
const Palette& palette_of(bool color);

// Of a terminal for which a page is brief.
inline constexpr std::size_t kScreenColumns = 80;

// Lines for a terminal, of which only the first so many are kept. A line that is wider than the
// screen takes the place of several.
class Sheet {
 public:
  // most: 0 for any number of lines.
  Sheet(Printer& out, std::size_t width, std::size_t most, const Palette& palette)
      : out_(out), width_(width), most_(most), palette_(palette) {}

  // A text in a column, each line of it after so many blanks.
  void text(std::string_view text, std::size_t indent, Own color = {{}});
  // The same, with something in a color before it and two more blanks before further lines.
  void item(std::string_view begin, std::string_view text, std::size_t indent, Own color);
  // One line that is not broken; what is not printable in it is spelled out.
  void line(std::string_view text, std::size_t indent, Own color = {{}});
  void blank();

 private:
  bool take(std::string_view text, std::size_t indent);

  Printer& out_;
  std::size_t width_, most_;
  const Palette& palette_;
  std::size_t used_ = 0;
  bool is_full_ = false;  // something found no place; nothing after it does
};

// The columns that a text takes.
std::size_t columns_of(std::string_view text);

// The beginning of a text that has at most so many columns, with an ellipsis if that is not all.
std::string cut_to(std::string_view text, std::size_t columns);

}  // namespace kbc
