#include "show/sheet.h"

#include <algorithm>

#include "show/wrap.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "text/width.h"

namespace kbc {
namespace {

constexpr Palette kColors = {{"\x1b[1m"},  {"\x1b[1;36m"}, {"\x1b[31m"},
                             {"\x1b[32m"}, {"\x1b[2m"},    {"\x1b[0m"}};
constexpr Palette kPlain = {};

}  // namespace

const Palette& palette_of(bool color) { return color ? kColors : kPlain; }

bool Sheet::take(std::string_view text, std::size_t indent) {
  const std::size_t columns = std::max<std::size_t>(1, indent + columns_of(text));
  const std::size_t rows = (columns + kScreenColumns - 1) / kScreenColumns;
  is_full_ = is_full_ || (most_ > 0 && rows > most_ - used_);
  if (!is_full_) used_ += rows;
  return !is_full_;
}

void Sheet::text(std::string_view text, std::size_t indent, Own color) {
  for (const std::string& shown : wrapped(text, width_ - indent)) {
    if (shown.empty()) {
      blank();
    } else {
      line(shown, indent, color);
    }
  }
}

void Sheet::item(std::string_view begin, std::string_view text, std::size_t indent, Own color) {
  const std::string whole =
      text.empty() ? std::string(begin) : std::string(begin) + ' ' + std::string(text);
  std::size_t at = indent;
  for (const std::string& shown : wrapped(whole, width_ - indent - 2)) {
    const std::size_t colored = at == indent && shown.starts_with(begin) ? begin.size() : 0;
    if (!take(shown, at)) return;
    out_ << std::string(at, ' ');
    if (colored > 0) out_ << color << Own{begin} << palette_.reset;
    out_ << Own{std::string_view(shown).substr(colored)} << '\n';
    at = indent + 2;
  }
}

void Sheet::line(std::string_view text, std::size_t indent, Own color) {
  const std::string shown = printable(text);
  if (!take(shown, indent)) return;
  out_ << std::string(indent, ' ') << color << Own{shown}
       << Own{color.text.empty() ? std::string_view() : palette_.reset.text} << '\n';
}

void Sheet::blank() {
  if (take({}, 0)) out_ << '\n';
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = decode(text, at);
    columns += display_width(code.value);
    at += std::max<std::size_t>(1, code.length);
  }
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t at = 0, used = 1;  // the ellipsis
  while (at < text.size()) {
    const CodePoint code = decode(text, at);
    used += display_width(code.value);
    if (used > columns) break;
    at += std::max<std::size_t>(1, code.length);
  }
  return std::string(text.substr(0, at)) + "…";
}

}  // namespace kbc
