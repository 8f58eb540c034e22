#include "git/blob_reader.h"

#include <algorithm>

namespace kbc {
namespace {

Error broken() { return {"git cat-file: ended before it answered"}; }

}  // namespace

Status BlobReader::fill() {
  used_ = 0;
  if (git_->receive(buffer_)) return {};
  return broken();
}

Status BlobReader::take(std::size_t size, std::string* into) {
  while (size > 0) {
    if (used_ == buffer_.size()) {
      if (Status failed = fill()) return failed;
    }
    const std::size_t part = std::min(size, buffer_.size() - used_);
    if (into != nullptr) into->append(buffer_, used_, part);
    used_ += part;
    size -= part;
  }
  return {};
}

Result<std::string> BlobReader::header() {
  std::string line;
  for (;;) {
    std::string byte;
    if (Status failed = take(1, &byte)) return *failed;
    if (byte == "\n") return line;
    line += byte;
  }
}

// Git before 2.44 ends at a blob that it may not fetch, and is started again for the next; but not
// without end.
Result<std::string> BlobReader::ask(const std::string& object) {
  constexpr int kMostEnds = 100;
  if (ends_ == kMostEnds) return broken();
  if (!git_) {
    used_ = 0;
    buffer_.clear();
    Status failed =
        git_.emplace().start(repository_.command({"cat-file", "--batch"}), Repository::settings());
    if (failed) return *failed;
  }
  if (git_->send(object + '\n')) {
    Result<std::string> answer = header();
    if (answer) return answer;
  }
  git_.reset();
  ++ends_;
  return broken();
}

Error BlobReader::missing(const std::string& object, Error otherwise) const {
  const std::string line = repository_.fetch_line(object);
  if (line.empty()) return otherwise;
  return {"this partial clone does not have the text; `" + line + "` brings it"};
}

// The line that says how long the blob is, the blob, a line feed.
Result<std::string> BlobReader::read(const std::string& object, std::size_t max_bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const Result<std::string> answer = ask(object);
  if (!answer) return missing(object, answer.error());
  const std::optional<std::size_t> size = blob_size(*answer);
  if (!size) return missing(object, {"git cat-file: " + *answer});
  std::string text;
  const std::size_t wanted = std::min(*size, max_bytes + 1);
  if (Status failed = take(wanted, &text)) return *failed;
  if (Status failed = take(*size - wanted, nullptr)) return *failed;
  if (Status failed = take(1, nullptr)) return *failed;
  return text;
}

}  // namespace kbc
