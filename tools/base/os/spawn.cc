#include "os/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

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

}  // namespace

Result<pid_t> spawn(const std::vector<std::string>& command, const Streams& streams) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  give(actions, streams.in, STDIN_FILENO);
  give(actions, streams.out, STDOUT_FILENO);
  give(actions, streams.err, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t process = 0;
  const int failed =
      ::posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
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
