#include "driver/line_reader.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "os/compressed.h"

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, Wait wait,
                                    std::function<bool()> stop) {
  Result<Input> input = Input::open(path);
  if (!input) return input.error();
  return LineReader(std::move(*input), path == "-" ? Wait::kNo : wait, path, std::move(stop));
}

bool LineReader::begin_anew() {
  Result<Input> input = Input::open(path_);
  if (input) input_ = std::move(*input);
  return input.ok();
}

// Reads what there is, and waits for it if that is wanted.
Result<std::size_t> LineReader::read(char* bytes, std::size_t size, bool is_inside_line) {
  for (bool was_replaced = false;;) {
    Result<std::size_t> count = input_.read(bytes, size);
    if (stop_ && stop_()) return std::size_t{0};
    if (!count || *count != 0 || wait_ == Wait::kNo) return count;
    // What was written before the file was replaced has been read by now.
    if (was_replaced && begin_anew() && is_inside_line) {
      *bytes = '\n';
      return std::size_t{1};
    }
    was_replaced = !was_replaced && input_.is_replaced();
    if (!was_replaced) std::this_thread::sleep_for(kPause);
  }
}

// Hands on what there is to read. False at the end.
bool LineReader::fill() {
  const bool is_inside_line = !cutter_.is_empty();
  char* const room = cutter_.room(kChunk);
  const Result<std::size_t> count = read(room, kChunk, is_inside_line);
  std::string_view bytes(room, count ? *count : 0);
  if (!count) error_ = count.error().message;
  if (count && size_ == 0) {
    error_ = compressed_help(bytes, path_, "match");
    if (!error_.empty()) bytes = {};
  }
  count_zeros(bytes);
  cutter_.take(bytes.size());
  return !bytes.empty();
}

void LineReader::count_zeros(std::string_view bytes) {
  for (std::size_t at = bytes.find('\0'); at != std::string_view::npos;
       at = bytes.find('\0', at + 1)) {
    ++zeros_[(size_ + at) % 2];
  }
  size_ += bytes.size();
}

bool LineReader::has_many_zeros() const {
  const auto [fewer, more] = std::minmax(zeros_[0], zeros_[1]);
  const bool is_utf16 = fewer * 4 <= more && more * 8 >= size_;
  return (fewer + more) * 10 > size_ && !is_utf16;
}

bool LineReader::next(std::string_view& line) {
  while (!cutter_.next(line)) {
    if (is_at_end_) return false;
    is_at_end_ = !fill();
    if (is_at_end_) cutter_.end();
  }
  return true;
}

}  // namespace kbc
