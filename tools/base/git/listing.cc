#include "git/listing.h"

#include <algorithm>
#include <charconv>

namespace kbc {
namespace {

TrackedFile::Kind kind_of(std::string_view mode) {
  if (mode == "120000") return TrackedFile::Kind::kLink;
  return mode == "160000" ? TrackedFile::Kind::kSubmodule : TrackedFile::Kind::kFile;
}

// `<first> <second> <third><TAB><path>`
struct Record {
  std::string_view first, second, third, path;
};

std::optional<Record> record_in(std::string_view text) {
  const std::size_t tab = text.find('\t');
  if (tab == std::string_view::npos) return {};
  const std::string_view before = text.substr(0, tab);
  const std::size_t one = before.find(' ');
  const std::size_t two = one == std::string_view::npos ? one : before.find(' ', one + 1);
  if (two == std::string_view::npos) return {};
  return Record{before.substr(0, one), before.substr(one + 1, two - one - 1),
                before.substr(two + 1), text.substr(tab + 1)};
}

// As git has them already, in every version that is known.
void sort_by_path(std::vector<TrackedFile>& files) {
  const auto is_before = [](const TrackedFile& a, const TrackedFile& b) { return a.path < b.path; };
  if (!std::is_sorted(files.begin(), files.end(), is_before)) {
    std::sort(files.begin(), files.end(), is_before);
  }
}

}  // namespace

std::vector<std::string_view> records_of(std::string_view text) {
  std::vector<std::string_view> records;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    records.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return records;
}

// `H 100644 <object> 0<TAB>path`, with S for H where the file is skipped
std::vector<TrackedFile> staged_files(std::string_view listing) {
  std::vector<TrackedFile> files;
  for (std::string_view text : records_of(listing)) {
    const bool is_skipped = text.starts_with("S ");
    text.remove_prefix(std::min<std::size_t>(2, text.size()));
    const std::optional<Record> record = record_in(text);
    if (!record) continue;
    const std::string path(record->path);
    if (record->third != "0") {
      const bool is_known = !files.empty() && files.back().path == path;
      if (!is_known) files.push_back({path, "", TrackedFile::Kind::kUnmerged});
      continue;
    }
    files.push_back({path, std::string(record->second), kind_of(record->first), is_skipped});
  }
  sort_by_path(files);
  return files;
}

// `100644 blob <object><TAB>path`
std::vector<TrackedFile> committed_files(std::string_view listing) {
  std::vector<TrackedFile> files;
  for (const std::string_view text : records_of(listing)) {
    const std::optional<Record> record = record_in(text);
    if (!record) continue;
    files.push_back(
        {std::string(record->path), std::string(record->third), kind_of(record->first)});
  }
  sort_by_path(files);
  return files;
}

// `<object> blob <size>`, or `<object> missing`.
std::optional<std::size_t> blob_size(std::string_view line) {
  const std::size_t at = line.rfind(' ');
  if (at == std::string_view::npos) return {};
  std::size_t size = 0;
  const char* const end = line.data() + line.size();
  const auto [rest, failed] = std::from_chars(line.data() + at + 1, end, size);
  if (failed != std::errc() || rest != end) return {};
  return size;
}

std::string_view promisor_of(std::string_view names) {
  constexpr std::string_view kBefore = "remote.", kAfter = ".promisor";
  const std::vector<std::string_view> found = records_of(names);
  if (found.empty() || found[0].size() <= kBefore.size() + kAfter.size()) return {};
  std::string_view name = found[0].substr(kBefore.size());
  name.remove_suffix(kAfter.size());
  return name;
}

}  // namespace kbc
