#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "os/descriptor.h"

namespace kbc {

// What the kernel says of folders (inotify): which names in them were written, came or went.
class FolderEvents {
 public:
  // Why it says nothing of a folder.
  enum class Silence : std::uint8_t {
    kNoInstance,  // fs.inotify.max_user_instances is reached, or there is no inotify
    kNoWatch,     // fs.inotify.max_user_watches is reached
    kFileSystem,  // others may write there without the kernel's knowledge
  };

  struct Event {
    int folder = -1;   // its number; -1: events were lost, and anything may have changed
    std::string name;  // in the folder; empty for itself, of which nothing more is said
  };

  FolderEvents();

  // Readable when there are events; -1 where there is no inotify.
  int descriptor() const { return inotify_.value(); }

  // The number by which events name the folder: the same for the same folder, however it was
  // opened.
  std::variant<int, Silence> add(const Descriptor& folder);
  void remove(int folder);

  // The next ones, without waiting; none when there are none. So few that there is time for other
  // things between two calls.
  std::vector<Event> read();

 private:
  Descriptor inotify_;
};

}  // namespace kbc
