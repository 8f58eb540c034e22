#include "show/markdown.h"

#include <algorithm>
#include <map>
#include <vector>

#include "text/printable.h"
#include "text/tick_rows.h"

namespace kbc {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]<>#|&~$";

// The place of the mark that makes a list, an underline of a heading or a definition of the line;
// npos for none.
std::size_t block_mark(std::string_view line) {
  const std::size_t at = line.find_first_not_of("0123456789");
  const std::string_view marks = at == 0 ? "-+=:" : ".)";
  const bool is_mark =
      at != std::string_view::npos && marks.find(line[at]) != std::string_view::npos;
  return is_mark ? at : std::string_view::npos;
}

std::string escaped_line(std::string_view line) {
  const std::size_t mark = block_mark(line);
  std::string out;
  const std::map<std::size_t, std::size_t> rows = rows_of_ticks(line);
  for (std::size_t at = 0; at < line.size();) {
    const auto row = rows.find(at);
    if (row != rows.end() && row->second != std::string_view::npos) {
      const std::size_t end = row->second + run_of(line, at);
      out += line.substr(at, end - at);
      at = end;
      continue;
    }
    // A row that nothing closes is escaped as a whole: its rest must not open anything.
    const std::size_t length = row != rows.end() ? run_of(line, at) : 1;
    for (std::size_t left = length; left > 0; --left, ++at) {
      if (at == mark || kMarkup.find(line[at]) != std::string_view::npos) out += '\\';
      out += line[at];
    }
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  line.remove_prefix(begin);
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

// The fence that the line opens: three or more of its mark. Empty when it opens none.
std::string_view fence_of(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return {};
  const std::size_t run = run_of(text, 0);
  const bool has_mark_in_info = text[0] == '`' && text.find('`', run) != std::string_view::npos;
  return run < 3 || has_mark_in_info ? std::string_view() : text.substr(0, run);
}

// One pass for each mark: a block that nothing closes is text, and so is the next of its kind.
std::size_t closing_fence(const std::vector<std::string_view>& lines, std::size_t open) {
  const std::string_view fence = fence_of(lines[open]);
  for (std::size_t at = open + 1; at < lines.size(); ++at) {
    const std::string_view line = trimmed(lines[at]);
    if (line.size() >= fence.size() && run_of(line, 0) == line.size() && line[0] == fence[0]) {
      return at;
    }
  }
  return lines.size();
}

}  // namespace

std::string markdown_line(std::string_view text) {
  std::string joined;
  for (const std::string_view line : lines_of(text)) {
    if (trimmed(line).empty()) continue;
    joined += (joined.empty() ? "" : " ") + printable(trimmed(line));
  }
  return escaped_line(joined);
}

std::string markdown_text(std::string_view text, std::string_view indent) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::string out;
  // Two blanks before a line break make it one in the page.
  const auto end_line = [&](std::string_view ending) {
    if (!out.empty()) out.append(ending).append("\n").append(indent);
  };
  bool has_open_end = false;  // a fence without end was found: there is no use in looking again
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool opens = !has_open_end && !fence_of(lines[at]).empty();
    const std::size_t close = opens ? closing_fence(lines, at) : lines.size();
    has_open_end = has_open_end || (opens && close == lines.size());
    if (close == lines.size()) {
      end_line("  ");
      out += escaped_line(printable(trimmed(lines[at])));
      continue;
    }
    for (std::size_t inside = at; inside <= close; ++inside) {
      end_line("");
      const bool is_fence = inside == at || inside == close;
      out += printable(is_fence ? trimmed(lines[inside]) : lines[inside]);
    }
    at = close;
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  std::string fence = "`";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  const std::string pad = fence.size() > 1 ? " " : "";
  return fence + pad + printable(text) + pad + fence;
}

bool is_address(std::string_view url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  return is_web && std::all_of(url.begin(), url.end(),
                               [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
}

std::string markdown_link(std::string_view url) {
  return is_address(url) ? "<" + std::string(url) + ">" : markdown_line(url);
}

}  // namespace kbc
