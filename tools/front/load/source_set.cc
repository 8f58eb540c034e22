#include "load/source_set.h"

#include <filesystem>
#include <utility>

#include "git/repository.h"
#include "load/discover.h"
#include "os/real_path.h"

namespace kbc {

// What was shown last views texts of the other set.
SourceSet::SourceSet(const SourceSet& other)
    : border_(other.border_),
      sources_(other.sources_),
      top_(other.top_),
      has_workspace_(other.has_workspace_),
      entries_(other.entries_) {}

FileId SourceSet::add(Source source) {
  sources_.push_back(std::make_shared<Source>(std::move(source)));
  return static_cast<FileId>(sources_.size() - 1);
}

void SourceSet::resize(std::size_t count) { sources_.resize(count); }

void SourceSet::set(FileId file, Source source) {
  sources_[file] = std::make_shared<Source>(std::move(source));
}

void SourceSet::move(const std::vector<FileId>& numbers, std::size_t count) {
  std::vector<std::shared_ptr<Source>> moved(count);
  for (std::size_t file = 0; file < numbers.size(); ++file) {
    if (numbers[file] < count) moved[numbers[file]] = std::move(sources_[file]);
  }
  sources_ = std::move(moved);
  shown_.reset();
  reported_.reset();
}

void SourceSet::put_away(FileId file) {
  Source& source = *sources_[file];
  if (source.file.empty()) return;
  source.put_away = true;
  std::string().swap(source.text);
}

std::string_view SourceSet::text(FileId file) {
  const Source& source = *sources_[file];
  if (!source.put_away) return source.text;
  lines(file);
  return reread_;
}

const LineIndex& SourceSet::lines(FileId file) {
  if (shown_ == file) return *index_;
  shown_ = file;
  const Source& source = *sources_[file];
  std::string_view text = source.text;
  if (source.put_away) {
    Result<std::string> again = border_.read(source.file, kMaxFileBytes, Border::By::kEntry);
    reread_ = again && again->size() == source.size ? std::move(*again) : std::string();
    text = reread_;
  }
  index_.emplace(text);
  return *index_;
}

void SourceSet::set_home(const std::string& root, const std::string& entries,
                         const std::string& around) {
  const std::filesystem::path home = real_path(root.empty() ? "." : root);
  const std::string outer = around.empty() ? home.string() : real_path(around).string();
  top_ = workspace_around(outer);
  has_workspace_ = !top_.empty();
  if (!has_workspace_) top_ = outer;
  // As it is named: where a link leads to is not part of the repository.
  entries_ = (home.lexically_relative(top_) / entries).lexically_normal().generic_string() + "/";
}

std::string SourceSet::path_in_repository(FileId file) const {
  const Source& source = *sources_[file];
  if (!source.path_id.empty()) return entries_ + path_of_id(source.path_id);
  if (top_.empty()) return source.path;
  return path_below(top_, source.path).value_or(source.path);
}

const std::string& SourceSet::reported_path(FileId file) {
  if (!has_workspace_) return sources_[file]->path;
  if (reported_ != file) {
    reported_ = file;
    reported_path_ = path_in_repository(file);
  }
  return reported_path_;
}

}  // namespace kbc
