#include "author/log_text.h"

#include <algorithm>
#include <array>

#include "os/compressed.h"
#include "os/input.h"

namespace kbc {
namespace {

std::size_t line_ends(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void add_lines(std::string_view text, std::size_t number, std::vector<LogText::Line>& lines) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back({text.substr(0, end), number++});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// `path` is "-" for what is not a file.
Result<LogText> read_from(Result<Input> input, const std::string& path, const std::string& name) {
  if (!input) return input.error();
  LogText log;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const Result<std::size_t> got = input->read(buffer.data(), buffer.size());
    if (!got) return Error{name + ": " + got.error().message};
    if (*got == 0) return log;
    if (log.empty()) {
      const std::string help = compressed_help({buffer.data(), *got}, path, "new --from");
      if (!help.empty()) return Error{name + ": " + help};
    }
    log.append({buffer.data(), *got});
    if (log.size() > LogText::kMost) return Error{name + ": larger than 1 GiB"};
  }
}

}  // namespace

void LogText::append(std::string_view bytes) {
  size_ += bytes.size();
  text_ += bytes;
  if (text_.size() > kHead + 2 * kTail) drop_middle();
}

void LogText::drop_middle() {
  const std::size_t excess = text_.size() - kHead - kTail;
  dropped_lines_ += line_ends(std::string_view(text_).substr(kHead, excess));
  text_.erase(kHead, excess);
  has_gap_ = true;
}

std::vector<LogText::Line> LogText::lines() const {
  std::vector<Line> lines;
  if (!has_gap_) {
    add_lines(text_, 1, lines);
    return lines;
  }
  // The lines on both sides of the gap are not whole.
  const std::string_view head = std::string_view(text_).substr(0, kHead);
  const std::string_view tail = std::string_view(text_).substr(kHead);
  const std::size_t number = 1 + line_ends(head) + dropped_lines_;
  add_lines(head.substr(0, head.rfind('\n')), 1, lines);
  const std::size_t begin = tail.find('\n');
  if (begin == std::string_view::npos) {
    add_lines(tail, number, lines);
  } else {
    add_lines(tail.substr(begin + 1), number + 1, lines);
  }
  return lines;
}

Result<LogText> read_log(const std::string& path) {
  return read_from(Input::open(path), path, path == "-" ? "<stdin>" : path);
}

Result<LogText> log_of_command(const std::string& command) {
  return read_from(Input::of_command(command), "-", "the output of `" + command + "`");
}

}  // namespace kbc
