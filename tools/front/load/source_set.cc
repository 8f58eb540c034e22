#include "load/source_set.h"

#include <utility>

#include "os/input.h"

namespace kbc {

FileId SourceSet::add(Source source) {
  sources_.push_back(std::move(source));
  return static_cast<FileId>(sources_.size() - 1);
}

void SourceSet::put_away(FileId file) {
  Source& source = sources_[file];
  if (source.file.empty()) return;
  source.put_away = true;
  std::string().swap(source.text);
}

std::string_view SourceSet::text(FileId file) {
  const Source& source = sources_[file];
  if (!source.put_away) return source.text;
  lines(file);
  return reread_;
}

const LineIndex& SourceSet::lines(FileId file) {
  if (shown_ == file) return *index_;
  shown_ = file;
  const Source& source = sources_[file];
  std::string_view text = source.text;
  if (source.put_away) {
    Result<std::string> again = read_file(source.file, kMaxFileBytes);
    reread_ = again && again->size() == source.size ? std::move(*again) : std::string();
    text = reread_;
  }
  index_.emplace(text);
  return *index_;
}

}  // namespace kbc
