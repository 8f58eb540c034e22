#ifndef KBX_WATCHED_INDEX_H_
#define KBX_WATCHED_INDEX_H_

// An index file that is replaced while a program runs. C++17, the standard library only.
//
//   kbx::WatchedIndex watched("kb.kbx");
//   std::string error;
//   if (!watched.refresh(error)) tell(error);       // now and then, and from one thread
//   const auto index = watched.current();           // at any time, from any thread
//   if (index && index->find(id)) …

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "kbx/index.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Gives the newest sound index that has had this path. The file must be replaced by rename, as
// `kbc build` does: what is written into a file that is mapped ends the program, or changes what it
// reads.
class WatchedIndex {
 public:
  explicit WatchedIndex(std::string path) : path_(std::move(path)) {}

  // Opens and verifies the file if it is another one than the last that was looked at, which costs
  // a call of stat() if not. False, and a sentence in error, when it is missing or no sound index;
  // current() stays what it was, and a file that was refused is not looked at again.
  bool refresh(std::string& error);

  // Null before the first sound one. What it gives out is there as long as this pointer is kept, no
  // matter how often the file is replaced.
  std::shared_ptr<const Index> current() const;

 private:
  // What tells one file from another.
  struct Identity {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  // of its last change

    bool operator==(const Identity& other) const;
  };

  static bool identify(const std::string& path, Identity& identity, std::string& error);

  std::string path_;
  Identity seen_;
  std::string refusal_;  // why the file that was seen is not current()
  mutable std::mutex mutex_;
  std::shared_ptr<const Index> current_;
};

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_WATCHED_INDEX_H_
