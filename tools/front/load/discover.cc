#include "load/discover.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "core/re2.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string regex_of(std::string_view glob) {
  std::string regex;
  for (std::size_t at = 0; at < glob.size(); ++at) {
    if (glob.substr(at).starts_with("**/")) {
      regex += "(?:.*/)?";
      at += 2;
    } else if (glob.substr(at).starts_with("**")) {
      regex += ".*";
      ++at;
    } else if (glob[at] == '*') {
      regex += "[^/]*";
    } else if (glob[at] == '?') {
      regex += "[^/]";
    } else {
      regex += RE2::QuoteMeta(std::string(1, glob[at]));
    }
  }
  return regex + "(?:/.*)?";
}

RE2::Options byte_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  return options;
}

enum class FileKind { kFile, kFolder, kOther };

// Of a link: what it leads to, except that a link to a folder is no folder.
FileKind kind_of(const std::string& path, unsigned char type) {
  if (type == DT_REG) return FileKind::kFile;
  if (type == DT_DIR) return FileKind::kFolder;
  if (type != DT_LNK && type != DT_UNKNOWN) return FileKind::kOther;
  struct stat status;
  if (type == DT_UNKNOWN && ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return FileKind::kFolder;
  }
  // A link that leads nowhere is a file that cannot be read, which the reader will say.
  if (::stat(path.c_str(), &status) != 0) return FileKind::kFile;
  return S_ISREG(status.st_mode) ? FileKind::kFile : FileKind::kOther;
}

struct DirectoryCloser {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

// Without `./` before it and `/` behind it, which say nothing.
std::string_view plain_glob(std::string_view glob) {
  while (glob.starts_with("./")) glob.remove_prefix(2);
  while (glob.size() > 1 && glob.ends_with('/')) glob.remove_suffix(1);
  return glob;
}

// Whether it can match a path below the root at all.
bool leads_outside(std::string_view glob) {
  return glob.starts_with('/') || glob == ".." || glob.starts_with("../") ||
         glob.find("/../") != std::string_view::npos || glob.ends_with("/..");
}

}  // namespace

Result<Globs> Globs::compile(const std::vector<std::string>& patterns) {
  Globs globs;
  if (patterns.empty()) return globs;
  std::string all;
  for (const std::string& pattern : patterns) {
    const std::string_view glob = plain_glob(pattern);
    if (leads_outside(glob)) {
      return Error{"the glob " + ticked(pattern) + " leads out of the knowledge base; write it " +
                   "relative to the folder of this file"};
    }
    if (!all.empty()) all += '|';
    all += "(?:" + regex_of(glob) + ")";
  }
  globs.regex_ = std::make_shared<RE2>(all, byte_options());
  if (!globs.regex_->ok()) return Error{"the globs of `exclude` are too long"};
  return globs;
}

bool Globs::match(std::string_view path) const {
  return regex_ != nullptr && RE2::FullMatch(re2_piece(path), *regex_);
}

Discovered find_entry_files(const std::string& folder, std::string_view prefix,
                            const Globs& exclude) {
  Discovered found;
  std::vector<std::string> folders = {""};  // relative, each with its final slash
  while (!folders.empty()) {
    const std::string below = std::move(folders.back());
    folders.pop_back();
    const std::string path = folder + "/" + below;
    const std::unique_ptr<DIR, DirectoryCloser> directory(::opendir(path.c_str()));
    if (directory == nullptr) {
      const bool is_no_folder = below.empty() && errno == ENOENT;
      if (is_no_folder) return found;
      found.errors.push_back({path + ": " + std::strerror(errno)});
      continue;
    }
    while (const dirent* item = ::readdir(directory.get())) {
      const std::string_view name = item->d_name;
      if (name.starts_with('.')) continue;
      const std::string relative = below + std::string(name);
      if (exclude.match(std::string(prefix) + relative)) continue;
      const FileKind kind = kind_of(folder + "/" + relative, item->d_type);
      if (kind == FileKind::kFolder) folders.push_back(relative + "/");
      if (kind == FileKind::kFile && name.ends_with(".json")) found.paths.push_back(relative);
    }
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

}  // namespace kbc
