#include "os/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

extern char** environ;

namespace kbc {
namespace {

void give(posix_spawn_file_actions_t& actions, int descriptor, int stream) {
  if (descriptor < 0) {
    const int mode = stream == STDIN_FILENO ? O_RDONLY : O_WRONLY;
    ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", mode, 0);
  } else {
    ::posix_spawn_file_actions_adddup2(&actions, descriptor, stream);
  }
}

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::string>& settings) {
  std::vector<std::string> all = settings;
  for (char** one = environ; *one != nullptr; ++one) {
    const std::string_view variable = *one;
    const std::string_view name = variable.substr(0, variable.find('=') + 1);
    const bool is_set = std::any_of(settings.begin(), settings.end(), [&](const std::string& own) {
      return !name.empty() && own.starts_with(name);
    });
    if (!is_set) all.emplace_back(variable);
  }
  return all;
}

}  // namespace

Result<pid_t> spawn(const std::vector<std::string>& command, const Streams& streams,
                    const std::vector<std::string>& settings) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  give(actions, streams.in, STDIN_FILENO);
  give(actions, streams.out, STDOUT_FILENO);
  give(actions, streams.err, STDERR_FILENO);
  // What kbc ignores for itself is not ignored for others.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t ignored;
  ::sigemptyset(&ignored);
  ::sigaddset(&ignored, SIGXFSZ);
  ::posix_spawnattr_setsigdefault(&attributes, &ignored);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const std::vector<char*> arguments = pointers_to(command);
  const std::vector<std::string> environment = environment_with(settings);
  const std::vector<char*> variables = pointers_to(environment);
  pid_t process = 0;
  const int failed = ::posix_spawnp(&process, arguments[0], &actions, &attributes, arguments.data(),
                                    variables.data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return Error{command[0] + ": " + std::strerror(failed)};
  return process;
}

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace kbc
