#include "os/folder_events.h"

#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace kbc {
namespace {

// A file that is written counts when it is closed, so that nobody looks at half of it.
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

// File systems that others write to: inotify tells only what this machine does. The numbers are
// those of statfs(2).
constexpr std::array<std::uint32_t, 11> kShared = {
    0x6969,      // NFS
    0x517b,      // SMB
    0xff534d42,  // CIFS
    0xfe534d42,  // SMB 2 and 3
    0x65735546,  // FUSE: sshfs, and what virtual machines share with their hosts
    0x01021997,  // 9P
    0x786f4256,  // VirtualBox
    0x73757245,  // Coda
    0x5346414f,  // AFS
    0x00c36400,  // Ceph
    0x0bd00bd0,  // Lustre
};

bool is_shared(const Descriptor& folder) {
  struct statfs system {};
  if (::fstatfs(folder.value(), &system) != 0) return true;
  const auto type = static_cast<std::uint32_t>(system.f_type);
  return std::find(kShared.begin(), kShared.end(), type) != kShared.end();
}

}  // namespace

FolderEvents::FolderEvents() : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

std::variant<int, FolderEvents::Silence> FolderEvents::add(const Descriptor& folder) {
  if (!inotify_.is_open()) return Silence::kNoInstance;
  if (is_shared(folder)) return Silence::kFileSystem;
  // The folder that was opened, whatever has its name by now.
  const std::string path = "/proc/self/fd/" + std::to_string(folder.value());
  const int number =
      ::inotify_add_watch(inotify_.value(), path.c_str(), kEvents | IN_ONLYDIR | IN_EXCL_UNLINK);
  if (number < 0) return errno == ENOSPC ? Silence::kNoWatch : Silence::kFileSystem;
  return number;
}

void FolderEvents::remove(int folder) { ::inotify_rm_watch(inotify_.value(), folder); }

std::vector<FolderEvents::Event> FolderEvents::read() {
  std::vector<Event> events;
  std::array<char, 65536> buffer;
  while (events.empty()) {
    const ssize_t size = ::read(inotify_.value(), buffer.data(), buffer.size());
    if (size <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event head{};
      std::memcpy(&head, buffer.data() + at, sizeof head);
      // The name ends with one or more NULs.
      const std::string name = head.len == 0 ? "" : buffer.data() + at + sizeof head;
      at += sizeof head + head.len;
      const bool is_lost = (head.mask & IN_Q_OVERFLOW) != 0;
      const bool is_own = (head.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0;
      // Another mode of the folder itself changes nothing that its parent does not know of.
      if (!is_lost && !is_own && name.empty()) continue;
      events.push_back({is_lost ? -1 : head.wd, name});
    }
  }
  return events;
}

}  // namespace kbc
