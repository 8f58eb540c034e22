#include "rpc/header_frames.h"

#include <algorithm>
#include <charconv>

#include "text/ascii.h"

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kLongestHeader = 4096;
constexpr std::string_view kLength = "content-length:";

bool is_length(std::string_view line) {
  return line.size() >= kLength.size() &&
         std::equal(kLength.begin(), kLength.end(), line.begin(),
                    [](char known, char c) { return known == lower_ascii(c); });
}

std::optional<std::size_t> length_in(std::string_view line) {
  line.remove_prefix(kLength.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), length);
  if (error != std::errc() || end != line.data() + line.size()) return {};
  return length;
}

}  // namespace

Result<bool> HeaderFrames::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  if (buffer_.empty() && buffer_.capacity() > 16 * kChunk) buffer_.shrink_to_fit();
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const Result<std::size_t> count = input_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + (count ? *count : 0));
  if (!count) return count.error();
  return *count > 0;
}

Result<std::optional<std::size_t>> HeaderFrames::read_header() {
  std::optional<std::size_t> length;
  for (std::size_t read = 0;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    if (end == std::string::npos) {
      if (buffer_.size() - begin_ > kLongestHeader) return Error{"a header is too long"};
      const Result<bool> more = fill();
      if (!more) return more.error();
      if (*more) continue;
      if (begin_ == buffer_.size() && read == 0) return std::optional<std::size_t>();
      return Error{"the input ends in a header"};
    }
    const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
    begin_ = end + 1;
    read += line.size() + 1;
    if (read > kLongestHeader) return Error{"a header is too long"};
    if (is_length(line)) {
      length = length_in(line);
      if (!length) return Error{"`Content-Length` is no number"};
    } else if (line.empty() || line == "\r") {
      if (!length) return Error{"a header without `Content-Length`"};
      return length;
    }
  }
}

Result<std::optional<HeaderFrames::Frame>> HeaderFrames::next() {
  const Result<std::optional<std::size_t>> length = read_header();
  if (!length) return length.error();
  if (!*length) return std::optional<Frame>();
  Frame frame{{}, **length > kLongest};
  for (std::size_t left = **length;;) {
    const std::size_t here = std::min(left, buffer_.size() - begin_);
    if (!frame.is_too_long) frame.text.append(buffer_, begin_, here);
    begin_ += here;
    left -= here;
    if (left == 0) return std::optional<Frame>(std::move(frame));
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) return Error{"the input ends in a message"};
  }
}

void HeaderFrames::write(std::string_view message, std::ostream& out) {
  out << "Content-Length: " << message.size() << "\r\n\r\n" << message;
  out.flush();
}

}  // namespace kbc
