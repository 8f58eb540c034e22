#include "os/stop_signals.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include "os/temporary.h"

namespace kbc {
namespace {

constexpr std::array<int, 2> kSignals = {SIGINT, SIGTERM};

std::atomic<int> told{-1};  // the end of the pipe to write into
std::atomic<bool> has_come{false};
std::array<struct sigaction, kSignals.size()> before{};

extern "C" void tell_of_signal(int signal) {
  if (has_come.exchange(true)) {
    remove_own_temporaries();
    struct sigaction end {};
    end.sa_handler = SIG_DFL;
    ::sigaction(signal, &end, nullptr);
    ::raise(signal);
    return;
  }
  const int error = errno;
  // The pipe is empty, so it takes a byte.
  [[maybe_unused]] const ssize_t written = ::write(told, "", 1);
  errno = error;
}

}  // namespace

StopSignals::StopSignals() {
  if (!pipe_.is_open()) return;
  told = pipe_.in.value();
  has_come = false;
  for (std::size_t at = 0; at < kSignals.size(); ++at) {
    struct sigaction action {};
    action.sa_handler = tell_of_signal;
    action.sa_flags = SA_RESTART;
    ::sigaction(kSignals[at], nullptr, &before[at]);
    if (before[at].sa_handler != SIG_IGN) ::sigaction(kSignals[at], &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  if (!pipe_.is_open()) return;
  for (std::size_t at = 0; at < kSignals.size(); ++at) {
    ::sigaction(kSignals[at], &before[at], nullptr);
  }
}

}  // namespace kbc
