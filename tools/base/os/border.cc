#include "os/border.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "os/input.h"
#include "os/real_path.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// As many links on one way as Linux follows.
constexpr int kMostLinks = 40;

Descriptor open_node(int folder, const char* name, int flags = 0) {
  return Descriptor(::openat(folder, name, O_PATH | O_NOFOLLOW | O_CLOEXEC | flags));
}

// The parts between slashes, the first last, so that the next is taken from the end. `.` says
// nothing; a slash at the end means a folder, as `.` does.
void push_parts(std::string_view path, std::vector<std::string>& parts) {
  for (std::size_t end = path.size(); end > 0;) {
    const std::size_t slash = path.rfind('/', end - 1);
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string_view part = path.substr(begin, end - begin);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    end = slash == std::string_view::npos ? 0 : slash;
  }
}

bool has_part(std::string_view path, std::string_view part) {
  std::vector<std::string> parts;
  push_parts(path, parts);
  for (const std::string& one : parts) {
    if (one == part) return true;
  }
  return false;
}

// The part of a path below a folder, nothing when it is not there. Both are absolute, without
// links.
std::optional<std::string_view> part_below(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.substr(1);
  if (path == folder) return "";
  if (!path.starts_with(folder) || path[folder.size()] != '/') return {};
  return path.substr(folder.size() + 1);
}

bool lies_in(std::string_view path, std::string_view folder) {
  const auto below = part_below(path, folder);
  return below && !has_part(*below, ".git");
}

Result<std::string> read_link(const Descriptor& link, const std::string& path) {
  std::string target(PATH_MAX, '\0');
  const ssize_t size = ::readlinkat(link.value(), "", target.data(), target.size());
  if (size < 0) return system_error(path);
  target.resize(static_cast<std::size_t>(size));
  return target;
}

FileKind kind_from(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  if (S_ISDIR(mode)) return FileKind::kFolder;
  return S_ISLNK(mode) ? FileKind::kLink : FileKind::kOther;
}

FileKind kind_at(int folder, const char* name) {
  struct stat status;
  const bool is_known = ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
  return is_known ? kind_from(status.st_mode) : FileKind::kOther;
}

FileKind kind_of_item(int folder, const dirent& item) {
  switch (item.d_type) {
    case DT_REG:
      return FileKind::kFile;
    case DT_DIR:
      return FileKind::kFolder;
    case DT_LNK:
      return FileKind::kLink;
    case DT_UNKNOWN:
      return kind_at(folder, item.d_name);
    default:
      return FileKind::kOther;
  }
}

}  // namespace

struct Border::Grounds {
  std::string here;        // the working directory
  std::string root_named;  // absolute, as it was named
  Descriptor root;
  std::string base;                  // the folder of kbc.json; absolute and without links, as are
  std::string repository;            // the top of the working tree around it, else base
  std::vector<std::string> allowed;  // and further folders

  bool contains(std::string_view path, const std::string& ground) const {
    if (lies_in(path, ground)) return true;
    for (const std::string& folder : allowed) {
      if (lies_in(path, folder)) return true;
    }
    return false;
  }
};

namespace {

// Follows a path as the kernel would, and knows where it is at each step.
class Walk {
 public:
  Walk(Descriptor folder, std::string at) : folder_(std::move(folder)), at_(std::move(at)) {}

  // Takes the next of `parts` from the end. What a link holds is pushed on them.
  Status step(std::vector<std::string>& parts, bool follows_last, Border::Missing missing) {
    std::string part = std::move(parts.back());
    parts.pop_back();
    link_at_.clear();
    if (part == "..") return descend("..", std::string(fs::path(at_).parent_path()));
    Descriptor node = open_node(folder_.value(), part.c_str());
    const bool is_last = parts.empty();
    if (!node.is_open()) {
      if (errno != ENOENT) return Error{std::strerror(errno)};
      if (is_last) return end_at(std::move(part));
      if (missing == Border::Missing::kIsError) return Error{std::strerror(ENOENT)};
      return make(part);
    }
    struct stat status;
    if (::fstat(node.value(), &status) != 0) return Error{std::strerror(errno)};
    if (S_ISLNK(status.st_mode) && (!is_last || follows_last)) return enter_link(node, parts);
    if (is_last) return end_at(std::move(part));
    if (!S_ISDIR(status.st_mode)) return Error{std::strerror(ENOTDIR)};
    folder_ = std::move(node);
    at_ = joined(part);
    return {};
  }

  // Where the link lay that was just followed; empty when it was none.
  const std::string& link_at() const { return link_at_; }
  const std::string& at() const { return at_; }
  std::string end() const { return name_.empty() ? at_ : joined(name_); }
  FilePlace place(std::string path) && {
    return {std::move(folder_), name_.empty() ? "." : std::move(name_), std::move(path)};
  }

 private:
  std::string joined(const std::string& part) const {
    return at_ == "/" ? at_ + part : at_ + "/" + part;
  }

  Status descend(const char* name, std::string at) {
    Descriptor folder = open_node(folder_.value(), name, O_DIRECTORY);
    if (!folder.is_open()) return Error{std::strerror(errno)};
    folder_ = std::move(folder);
    at_ = std::move(at);
    return {};
  }

  Status make(const std::string& part) {
    if (::mkdirat(folder_.value(), part.c_str(), 0777) != 0 && errno != EEXIST) {
      return Error{std::strerror(errno)};
    }
    return descend(part.c_str(), joined(part));
  }

  Status end_at(std::string part) {
    name_ = std::move(part);
    return {};
  }

  Status enter_link(const Descriptor& link, std::vector<std::string>& parts) {
    if (++links_ > kMostLinks) return Error{std::strerror(ELOOP)};
    const Result<std::string> target = read_link(link, at_);
    if (!target) return Error{std::strerror(errno)};
    if (target->empty()) return Error{std::strerror(ENOENT)};
    link_at_ = at_;
    push_parts(*target, parts);
    if (target->front() != '/') return {};
    folder_ = open_node(AT_FDCWD, "/", O_DIRECTORY);
    at_ = "/";
    return {};
  }

  Descriptor folder_;
  std::string at_;  // of the folder, absolute and without links
  std::string name_;
  std::string link_at_;
  int links_ = 0;
};

}  // namespace

Error leads_out(const std::string& path) {
  return {path +
          ": leads out of the knowledge base (--allow-outside DIR accepts what lies in DIR)"};
}

Result<Border> Border::around(const std::string& root, const std::vector<std::string>& allowed) {
  auto grounds = std::make_shared<Grounds>();
  std::error_code failed;
  grounds->here = fs::current_path(failed).string();
  grounds->root_named = root.starts_with('/') ? root : grounds->here + "/" + root;
  grounds->root = Descriptor(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!grounds->root.is_open()) return system_error(root);
  grounds->base = real_path(root).string();
  if (grounds->base.size() > 1 && grounds->base.ends_with('/')) grounds->base.pop_back();
  grounds->repository = working_tree_around(grounds->base);
  if (grounds->repository.empty()) grounds->repository = grounds->base;
  for (const std::string& folder : allowed) {
    const fs::path real = fs::canonical(folder, failed);
    if (failed) return Error{folder + ": " + failed.message()};
    grounds->allowed.push_back(real.string());
  }
  Border border;
  border.grounds_ = std::move(grounds);
  return border;
}

bool Border::contains(std::string_view real_path, By by) const {
  if (grounds_ == nullptr || by == By::kPerson) return true;
  return grounds_->contains(real_path, by == By::kEntry ? grounds_->base : grounds_->repository);
}

Result<FilePlace> Border::walk(const std::string& path, By by, bool follows_last,
                               Missing missing) const {
  if (path.empty()) return Error{path + ": " + std::strerror(ENOENT)};
  const bool is_absolute = path.starts_with('/');
  Walk walk(open_node(AT_FDCWD, is_absolute ? "/" : ".", O_DIRECTORY), is_absolute ? "/"
                                                                       : grounds_ == nullptr
                                                                           ? "."
                                                                           : grounds_->here);
  std::vector<std::string> parts;
  push_parts(path, parts);
  // By a person: where the way must end, since a link that lies there was followed.
  const std::string* confined_to = nullptr;
  const auto may_be_at = [&](const std::string& at) {
    return contains(at, by) &&
           (by != By::kPerson || confined_to == nullptr || grounds_->contains(at, *confined_to));
  };
  // What is outside stays unknown, also whether it is there.
  const auto lost = [&](const std::string& at, const std::string& why) {
    return may_be_at(at) ? Error{path + ": " + why} : leads_out(path);
  };
  while (!parts.empty()) {
    const bool is_made = missing == Missing::kIsMade && may_be_at(walk.at());
    Status failed = walk.step(parts, follows_last, is_made ? Missing::kIsMade : Missing::kIsError);
    if (failed) return lost(walk.at(), failed->message);
    if (grounds_ == nullptr || walk.link_at().empty()) continue;
    if (lies_in(walk.link_at(), grounds_->base)) {
      confined_to = &grounds_->base;
    } else if (confined_to == nullptr && lies_in(walk.link_at(), grounds_->repository)) {
      confined_to = &grounds_->repository;
    }
  }
  const std::string end = walk.end();
  if (!may_be_at(end)) return lost(end, "");
  return std::move(walk).place(path);
}

std::optional<FilePlace> Border::find_directly(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || path.find(".git", slash) != std::string::npos) return {};
  std::string name = path.substr(slash + 1);
  if (name.empty() || name == "." || name == "..") return {};
  Descriptor folder = open_directly(path.substr(0, slash), O_PATH | O_DIRECTORY);
  struct stat status;
  if (!folder.is_open() ||
      ::fstatat(folder.value(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
      S_ISLNK(status.st_mode)) {
    return {};
  }
  return FilePlace{std::move(folder), std::move(name), path};
}

Result<FilePlace> Border::find(const std::string& path, By by) const {
  // What kbc.json names may be in the repository alone, which only a walk knows.
  if (by != By::kOperator) {
    if (std::optional<FilePlace> place = find_directly(path)) return std::move(*place);
  }
  return walk(path, by, true, Missing::kIsError);
}

Result<FilePlace> Border::output(const std::string& path, By by, Missing missing) const {
  return walk(path, by, false, missing);
}

Descriptor Border::open_directly(const std::string& path, int flags) const {
  errno = ELOOP;
  if (grounds_ == nullptr) return {};
  const std::string full = path.starts_with('/') ? path : grounds_->here + "/" + path;
  const std::string& root = grounds_->root_named;
  if (!full.starts_with(root) || full.size() <= root.size() + 1 || full[root.size()] != '/') {
    return {};
  }
  const char* const below = full.c_str() + root.size() + 1;
  if (*below == '/' || std::strstr(below, "..") != nullptr ||
      std::strstr(below, ".git") != nullptr) {
    return {};
  }
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags) | O_CLOEXEC;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return Descriptor(
      static_cast<int>(::syscall(SYS_openat2, grounds_->root.value(), below, &how, sizeof how)));
}

Result<std::string> Border::read(const std::string& path, std::size_t max_bytes, By by) const {
  if (grounds_ == nullptr || by == By::kPerson) return read_file(path, max_bytes);
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const Descriptor file = open_directly(path, O_RDONLY | O_NONBLOCK);
  if (file.is_open()) return read_open_file(file, path, max_bytes);
  const Result<FilePlace> place = find(path, by);
  return place ? read_file(*place, max_bytes) : place.error();
}

Result<std::vector<FolderItem>> Border::list(const std::string& path, By by) const {
  Descriptor folder = open_directly(path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) {
    const Result<FilePlace> place = find(path, by);
    if (!place) return place.error();
    folder = Descriptor(::openat(place->folder.value(), place->name.c_str(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder.is_open() && errno == ENOENT) return std::vector<FolderItem>();
    if (!folder.is_open()) return system_error(path);
  }
  DIR* const stream = ::fdopendir(folder.value());
  if (stream == nullptr) return system_error(path);
  const int descriptor = folder.release();
  std::vector<FolderItem> items;
  errno = 0;
  while (const dirent* item = ::readdir(stream)) {
    const std::string_view name = item->d_name;
    if (name != "." && name != "..") {
      items.push_back({std::string(name), kind_of_item(descriptor, *item)});
    }
    errno = 0;
  }
  const int failed = errno;
  ::closedir(stream);
  errno = failed;
  if (failed != 0) return system_error(path);
  return items;
}

Result<FileKind> Border::kind_of(const std::string& path, By by) const {
  const Result<FilePlace> place = find(path, by);
  if (!place) return place.error();
  struct stat status;
  if (::fstatat(place->folder.value(), place->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return system_error(path);
  }
  return kind_from(status.st_mode);
}

}  // namespace kbc
