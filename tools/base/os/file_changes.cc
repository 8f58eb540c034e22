#include "os/file_changes.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ostream>
#include <utility>

#include "os/descriptor.h"
#include "os/write_file.h"

namespace kbc {
namespace {

// Each change keeps three descriptors, and nobody limits how many entries link to one.
void allow_more_files() {
  constexpr rlim_t kMost = 1 << 16;
  struct rlimit limit;
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min(limit.rlim_max, kMost);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// While it lives, the signals that end a program wait.
class HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_{};
};

std::function<void(std::ostream&)> writer_of(const std::string& text) {
  return [&text](std::ostream& out) { out << text; };
}

Status give_name(const FilePlace& from, const FilePlace& to) {
  if (::renameat(from.folder.value(), from.name.c_str(), to.folder.value(), to.name.c_str()) == 0) {
    return {};
  }
  return system_error(to.path);
}

}  // namespace

FileChanges::FileChanges() { allow_more_files(); }

void FileChanges::replace(FilePlace place, std::string before, std::string after) {
  changes_.push_back({std::move(place), std::move(before), std::move(after), {}, {}, {}});
}

void FileChanges::create(FilePlace place, std::string text) {
  changes_.push_back({std::move(place), {}, std::move(text), {}, {}, {}});
}

void FileChanges::remove(FilePlace place, std::string before) {
  changes_.push_back({std::move(place), std::move(before), {}, {}, {}, {}});
}

void FileChanges::rename(FilePlace from, FilePlace to) {
  changes_.push_back({std::move(from), {}, {}, std::move(to), {}, {}});
}

Status FileChanges::prepare(Change& change) {
  const auto write = [&](const std::optional<std::string>& text,
                         std::optional<Temporary>& into) -> Status {
    if (!text) return {};
    Result<Temporary> written = write_beside(change.place, writer_of(*text));
    if (!written) return written.error();
    into.emplace(std::move(*written));
    return {};
  };
  if (Status failed = write(change.after, change.next)) return failed;
  return write(change.before, change.last);
}

Status FileChanges::check(const Change& change) {
  if (!change.before || holds(change.place, writer_of(*change.before))) return {};
  return Error{change.place.path + ": changed meanwhile"};
}

Status FileChanges::make(Change& change) {
  if (change.renamed) return give_name(change.place, *change.renamed);
  if (!change.before) return change.next->take_free_name(change.place);
  if (change.after) return change.next->replace(change.place);
  if (::unlinkat(change.place.folder.value(), change.place.name.c_str(), 0) == 0) return {};
  return system_error(change.place.path);
}

Status FileChanges::undo(Change& change) {
  if (change.renamed) return give_name(*change.renamed, change.place);
  if (change.before) return change.last->replace(change.place);
  if (::unlinkat(change.place.folder.value(), change.place.name.c_str(), 0) == 0) return {};
  return system_error(change.place.path);
}

Status FileChanges::make() {
  // What is beside the files goes at the end.
  std::vector<Change> changes = std::exchange(changes_, {});
  for (Change& change : changes) {
    if (Status failed = prepare(change)) return failed;
  }
  for (const Change& change : changes) {
    if (Status failed = check(change)) return failed;
  }
  const HeldSignals held;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    Status failed = make(changes[at]);
    if (!failed) continue;
    while (at > 0) {
      if (const Status lost = undo(changes[--at])) {
        failed->further.push_back("could not be put back: " + lost->message);
      }
    }
    return failed;
  }
  return {};
}

}  // namespace kbc
