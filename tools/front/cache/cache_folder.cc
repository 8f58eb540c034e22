#include "cache/cache_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <ostream>

#include "git/object_name.h"
#include "git/repository.h"
#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "os/descriptor_buffer.h"
#include "os/own_program.h"
#include "os/real_path.h"
#include "os/temporary.h"

namespace kbc {
namespace {

// https://bford.info/cachedir/
constexpr const char* kTagName = "CACHEDIR.TAG";
constexpr std::string_view kTag =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# kbc keeps here what it found out. Everything may be removed.\n";

constexpr std::string_view kSuffix = ".kbc-cache";
constexpr std::size_t kNameDigits = 32, kEnvironmentDigits = 64;

// A file: the head, then the bytes that were kept. The checksum of the head is its last field and
// covers all before it.
constexpr std::string_view kMagic("KBCcache", 8);
constexpr std::uint32_t kFormat = 1;
struct HeadAt {
  static constexpr std::size_t kMagic = 0, kFormat = 8, kEnvironment = 16, kSize = 80,
                               kChecksum = 88, kOwnChecksum = 120, kEnd = 128;
};

void store(std::string& head, std::size_t at, std::uint64_t value, std::size_t bytes) {
  for (std::size_t byte = 0; byte < bytes; ++byte) {
    head[at + byte] = static_cast<char>(value >> (8 * byte));
  }
}

std::string head_of(std::string_view environment, std::span<const std::string_view> pieces) {
  kbx::Checksum sum;
  std::uint64_t size = 0;
  for (const std::string_view piece : pieces) {
    sum.add(piece);
    size += piece.size();
  }
  std::string head(HeadAt::kEnd, '\0');
  head.replace(HeadAt::kMagic, kMagic.size(), kMagic);
  store(head, HeadAt::kFormat, kFormat, 4);
  head.replace(HeadAt::kEnvironment, kEnvironmentDigits, environment);
  store(head, HeadAt::kSize, size, 8);
  store(head, HeadAt::kChecksum, sum.value(), 8);
  store(head, HeadAt::kOwnChecksum, kbx::checksum(head.substr(0, HeadAt::kOwnChecksum)), 8);
  return head;
}

// Whether a file is whole, and was kept in the environment.
bool fits(std::string_view file, std::string_view environment) {
  if (file.size() < HeadAt::kEnd) return false;
  const char* const head = file.data();
  return kbx::load64(head + HeadAt::kOwnChecksum) ==
             kbx::checksum(file.substr(0, HeadAt::kOwnChecksum)) &&
         file.starts_with(kMagic) && kbx::load32(head + HeadAt::kFormat) == kFormat &&
         file.substr(HeadAt::kEnvironment, kEnvironmentDigits) == environment &&
         kbx::load64(head + HeadAt::kSize) == file.size() - HeadAt::kEnd &&
         kbx::load64(head + HeadAt::kChecksum) == kbx::checksum(file.substr(HeadAt::kEnd));
}

// What another user may have written is not read.
bool is_own(const struct stat& status) {
  return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

// https://specifications.freedesktop.org/basedir-spec: a relative path is to be ignored.
Result<std::string> folder_of_person(const std::string& root) {
  std::string caches = variable("XDG_CACHE_HOME");
  if (!caches.starts_with('/')) {
    const std::string home = variable("HOME");
    if (!home.starts_with('/')) {
      return Error{"no folder for a cache: neither XDG_CACHE_HOME nor HOME names one"};
    }
    caches = home + "/.cache";
  }
  return caches + "/kbc/" + sha256_of(real_path(root).string()).substr(0, kNameDigits);
}

Result<std::string> path_of(const std::string& root, const CacheChoice& choice) {
  if (!choice.folder.empty()) return choice.folder;
  if (std::string named = variable("KBC_CACHE_DIR"); !named.empty()) return named;
  if (!working_tree_around(root).empty()) {
    const Result<Repository> repository = Repository::around(root);
    if (repository) return repository->common_folder() + "/kbc-cache";
  }
  return folder_of_person(root);
}

// A checkout has what strangers commit. What git has no list of is not known to be free of it.
Status check_untracked(const std::string& path) {
  const std::string real = real_path(path).string();
  const std::string top = working_tree_around(real);
  if (top.empty() || real.starts_with(top + "/.git/")) return {};
  const std::optional<std::string> below = path_below(top, real);
  const Result<std::string> listed =
      Repository::at(top).ask({"ls-files", "--", below && !below->empty() ? *below : "."});
  if (!listed) return listed.error();
  if (listed->empty()) return {};
  return Error{path + ": git tracks files in it, so that a commit could change the cache"};
}

bool is_empty(const Border& border, const std::string& path) {
  const Result<std::vector<FolderItem>> items = border.list(path, Border::By::kPerson);
  return items && items->empty();
}

bool has_tag(const Descriptor& folder) {
  const Descriptor file(
      ::openat(folder.value(), kTagName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  std::array<char, kTag.size()> bytes{};
  return file.is_open() &&
         ::read(file.value(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
         std::string_view(bytes.data(), bytes.size()) == kTag;
}

// Half a tag, as a full disk leaves it, would keep the folder from ever becoming a cache.
bool write_tag(const Descriptor& folder) {
  const Descriptor file(
      ::openat(folder.value(), kTagName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open()) return false;
  if (::write(file.value(), kTag.data(), kTag.size()) == static_cast<ssize_t>(kTag.size())) {
    return true;
  }
  ::unlinkat(folder.value(), kTagName, 0);
  return false;
}

bool write_all(const Descriptor& file, const std::string& head,
               std::span<const std::string_view> pieces) {
  DescriptorBuffer buffer(file);
  std::ostream out(&buffer);
  out << head;
  for (const std::string_view piece : pieces) out << piece;
  out.flush();
  return out && buffer.failed() == 0 && ::fsync(file.value()) == 0;
}

// The right to write into a folder; of several runs one has it, and nobody waits.
class WriteLock {
 public:
  explicit WriteLock(const Descriptor& folder) : folder_(folder.value()) {
    is_held_ = ::flock(folder_, LOCK_EX | LOCK_NB) == 0;
  }
  ~WriteLock() {
    if (is_held_) ::flock(folder_, LOCK_UN);
  }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  bool is_held() const { return is_held_; }

 private:
  int folder_;
  bool is_held_;
};

}  // namespace

Result<CacheFolder> CacheFolder::of(const std::string& root, const Border& border,
                                    const CacheChoice& choice) {
  const Result<std::string> path = path_of(root, choice);
  if (!path) return path.error();
  const Result<FilePlace> place =
      border.output(*path, Border::By::kPerson, Border::Missing::kIsMade);
  if (!place) return place.error();
  ::mkdirat(place->folder.value(), place->name.c_str(), 0700);
  Descriptor folder(::openat(place->folder.value(), place->name.c_str(),
                             O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status;
  if (!folder.is_open() || ::fstat(folder.value(), &status) != 0) return system_error(*path);
  if (!is_own(status)) {
    return Error{*path + ": another user owns it or may write into it, and so into the cache; " +
                 "`chmod 700` makes a folder of your own fit"};
  }
  if (Status tracked = check_untracked(*path)) return *tracked;
  if (!has_tag(folder) && !(is_empty(border, *path) && write_tag(folder))) {
    return Error{*path + ": no folder of a cache that kbc has made: it has no CACHEDIR.TAG"};
  }
  return CacheFolder(std::move(folder), *path);
}

std::optional<KeptBytes> CacheFolder::read(const std::string& name,
                                           std::string_view environment) const {
  const Descriptor file(
      ::openat(folder_.value(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status;
  if (!file.is_open() || ::fstat(file.value(), &status) != 0) return {};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (!S_ISREG(status.st_mode) || !is_own(status) || size < HeadAt::kEnd || size > kMostCached) {
    return {};
  }
  kbx::MappedFile mapped = kbx::MappedFile::of(file.value(), size);
  if (!fits(mapped.bytes(), environment)) return {};
  return KeptBytes(std::move(mapped), HeadAt::kEnd);
}

Result<FilePlace> CacheFolder::place_of(const std::string& name) const {
  Descriptor folder(::openat(folder_.value(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return system_error(path_);
  return FilePlace{std::move(folder), name, path_ + "/" + name};
}

bool CacheFolder::keep(const std::string& name, std::string_view environment,
                       std::span<const std::string_view> pieces) const {
  const WriteLock lock(folder_);
  const std::string head = head_of(environment, pieces);
  const std::uint64_t size = head.size() + kbx::load64(head.data() + HeadAt::kSize);
  if (!lock.is_held() || size > kMostCached) return false;
  const Result<FilePlace> place = place_of(name);
  if (!place) return false;
  remove_left_temporaries(*place);
  make_room(size, name);
  Result<Temporary> temporary = Temporary::beside(*place, true);
  if (!temporary || !write_all(temporary->file(), head, pieces)) return false;
  return !temporary->replace(*place) && ::fsync(folder_.value()) == 0;
}

// What has the name goes anyway.
void CacheFolder::make_room(std::uint64_t size, const std::string& name) const {
  std::vector<CacheItem> others = items();
  std::erase_if(others, [&](const CacheItem& item) { return item.name == name; });
  std::uint64_t sum = size;
  for (const CacheItem& item : others) sum += item.size;
  for (const CacheItem& item : others) {
    if (sum <= kMostCached) break;
    if (remove(item)) sum -= item.size;
  }
}

std::vector<CacheItem> CacheFolder::items() const {
  std::vector<CacheItem> items;
  const Result<std::vector<FolderItem>> all = Border().list(path_, Border::By::kPerson);
  if (!all) return items;
  for (const FolderItem& one : *all) {
    struct stat status;
    if (kind_of_cached(one.name).empty() ||
        ::fstatat(folder_.value(), one.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      continue;
    }
    items.push_back({one.name, static_cast<std::uint64_t>(status.st_size),
                     std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec});
  }
  std::sort(items.begin(), items.end(), [](const CacheItem& a, const CacheItem& b) {
    return std::pair(a.modified, std::string_view(a.name)) <
           std::pair(b.modified, std::string_view(b.name));
  });
  return items;
}

bool CacheFolder::remove(const CacheItem& item) const {
  return ::unlinkat(folder_.value(), item.name.c_str(), 0) == 0;
}

std::string cache_name(std::string_view kind, std::string_view environment) {
  return std::string(kind) + '-' + std::string(environment.substr(0, kNameDigits)) +
         std::string(kSuffix);
}

std::string_view kind_of_cached(std::string_view name) {
  const std::size_t after = 1 + kNameDigits + kSuffix.size();
  if (name.size() <= after || !name.ends_with(kSuffix)) return {};
  const std::string_view digits = name.substr(name.size() - after + 1, kNameDigits);
  const bool is_made = name[name.size() - after] == '-' &&
                       digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_made ? name.substr(0, name.size() - after) : std::string_view();
}

std::string environment_of(std::span<const std::string_view> parts) {
  const std::string build = own_build_id();
  if (build.empty()) return {};
  const bool is_little = std::endian::native == std::endian::little;
  std::string all = build + (is_little ? " little " : " big ") + std::to_string(sizeof(void*));
  for (const std::string_view part : parts) {
    all += '\n' + std::to_string(part.size()) + ' ';
    all += part;
  }
  return sha256_of(all);
}

}  // namespace kbc
