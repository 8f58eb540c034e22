#include "os/temporary.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <mutex>
#include <random>
#include <set>
#include <string_view>
#include <utility>

namespace kbc {
namespace {

constexpr std::string_view kMark = ".kbc-";
constexpr std::size_t kDigits = 12;
constexpr std::string_view kDigitSet = "0123456789abcdef";
constexpr std::time_t kLeftAfter = 60;  // seconds

std::string random_digits() {
  static std::mutex mutex;
  static std::random_device random;
  const std::lock_guard lock(mutex);
  std::string digits;
  while (digits.size() < kDigits) digits += kDigitSet[random() % kDigitSet.size()];
  return digits;
}

bool is_temporary_name(std::string_view name) {
  if (!name.starts_with('.') || name.size() < 2 + kMark.size() + kDigits) return false;
  const std::string_view digits = name.substr(name.size() - kDigits);
  return digits.find_first_not_of(kDigitSet) == std::string_view::npos &&
         name.substr(0, name.size() - kDigits).ends_with(kMark);
}

// What a signal handler may look at: the names of the files that are written at the moment. A slot
// is filled before its file is made and emptied when the name is gone.
struct Slot {
  enum State : int { kFree, kTaken, kFilled };
  std::atomic<int> state{kFree};
  int folder = -1;
  std::array<char, NAME_MAX + 1> name{};
};

constexpr std::size_t kSlots = 1024;  // the most threads that --jobs allows
constexpr auto kNoSlot = static_cast<std::size_t>(-1);
std::array<Slot, kSlots> slots;

// A handler first sets is_ending, then waits for the threads that are just making a file; whoever
// comes later waits for the end.
std::atomic<bool> is_ending{false};
std::atomic<int> making{0};
thread_local volatile std::sig_atomic_t is_making = 0;

static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

std::size_t fill_slot(int folder, const std::string& name) {
  for (std::size_t at = 0; at < kSlots; ++at) {
    int free = Slot::kFree;
    Slot& slot = slots[at];
    if (!slot.state.compare_exchange_strong(free, Slot::kTaken)) continue;
    slot.folder = folder;
    std::copy(name.begin(), name.end(), slot.name.begin());
    slot.name[name.size()] = '\0';
    slot.state = Slot::kFilled;
    return at;
  }
  return kNoSlot;
}

void empty_slot(std::size_t slot) {
  if (slot != kNoSlot) slots[slot].state = Slot::kFree;
}

extern "C" void end_by_signal(int signal) {
  remove_own_temporaries();
  // The default action was restored when the handler was entered, and does what others expect.
  ::raise(signal);
}

// A signal that is ignored, as by nohup, stays ignored.
void handle_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = end_by_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

// Between here and its end, a signal that comes knows of the file or no file is made.
class Making {
 public:
  Making() {
    is_making = 1;
    ++making;
    if (!is_ending) return;
    --making;
    is_making = 0;
    for (;;) ::pause();
  }
  ~Making() {
    --making;
    is_making = 0;
  }
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;
};

void remove_if_left(int folder, const char* name) {
  const Descriptor file(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status;
  if (!file.is_open() || ::fstat(file.value(), &status) != 0) return;
  const bool is_old = std::time(nullptr) - status.st_mtime > kLeftAfter;
  if (!S_ISREG(status.st_mode) || !is_old || ::flock(file.value(), LOCK_EX | LOCK_NB) != 0) return;
  ::unlinkat(folder, name, 0);
}

}  // namespace

void remove_own_temporaries() {
  is_ending = true;
  const timespec pause{0, 1'000'000};
  while (making > is_making) ::nanosleep(&pause, nullptr);
  for (Slot& slot : slots) {
    if (slot.state == Slot::kFilled) ::unlinkat(slot.folder, slot.name.data(), 0);
  }
}

Result<Temporary> Temporary::beside(const FilePlace& place, bool is_private) {
  static std::once_flag is_handled;
  std::call_once(is_handled, handle_signals);
  Temporary made;
  made.folder_ = place.folder.value();
  for (;;) {
    made.name_ = "." + place.name + std::string(kMark) + random_digits();
    if (made.name_.size() > NAME_MAX) {
      return Error{place.path + ": the name is too long: a file that is written anew needs " +
                   std::to_string(made.name_.size() - place.name.size()) +
                   " bytes more for its temporary name"};
    }
    const Making making_it;
    made.slot_ = fill_slot(made.folder_, made.name_);
    made.file_ = Descriptor(::openat(made.folder_, made.name_.c_str(),
                                     O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                     is_private ? 0600 : 0666));
    if (made.file_.is_open()) break;
    empty_slot(std::exchange(made.slot_, kNoSlot));
    made.folder_ = -1;
    if (errno != EEXIST) return system_error(place.path);
    made.folder_ = place.folder.value();
  }
  ::flock(made.file_.value(), LOCK_EX | LOCK_NB);
  return made;
}

Temporary::Temporary(Temporary&& other) noexcept
    : file_(std::move(other.file_)),
      folder_(std::exchange(other.folder_, -1)),
      name_(std::move(other.name_)),
      slot_(std::exchange(other.slot_, kNoSlot)) {}

Temporary::~Temporary() {
  if (folder_ >= 0) ::unlinkat(folder_, name_.c_str(), 0);
  empty_slot(slot_);
}

Status Temporary::replace(const FilePlace& place) {
  if (::renameat(folder_, name_.c_str(), folder_, place.name.c_str()) != 0) {
    return system_error(place.path);
  }
  folder_ = -1;
  return {};
}

// Where the file system knows no links, an empty file of our own holds the name meanwhile.
Status Temporary::take_free_name(const FilePlace& place) {
  if (::linkat(folder_, name_.c_str(), folder_, place.name.c_str(), 0) == 0) return {};
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS && errno != EMLINK) {
    return system_error(place.path);
  }
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  if (!Descriptor(::openat(folder_, place.name.c_str(), flags, 0666)).is_open()) {
    return system_error(place.path);
  }
  Status failed = replace(place);
  if (failed) ::unlinkat(folder_, place.name.c_str(), 0);
  return failed;
}

void remove_left_temporaries(const FilePlace& place) {
  static std::mutex mutex;
  static std::set<std::pair<dev_t, ino_t>> done;
  struct stat status;
  const std::lock_guard lock(mutex);
  const bool is_known = ::fstat(place.folder.value(), &status) == 0;
  if (!is_known || !done.emplace(status.st_dev, status.st_ino).second) return;
  Descriptor folder(
      ::openat(place.folder.value(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  DIR* const stream = folder.is_open() ? ::fdopendir(folder.value()) : nullptr;
  if (stream == nullptr) return;
  const int descriptor = folder.release();
  while (const dirent* item = ::readdir(stream)) {
    if (is_temporary_name(item->d_name)) remove_if_left(descriptor, item->d_name);
  }
  ::closedir(stream);
}

}  // namespace kbc
