#include "author/text_editor.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <ostream>

#include "load/source.h"
#include "os/spawn.h"
#include "os/write_file.h"

namespace kbc {
namespace {

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "vi";
}

}  // namespace

Result<KeptText> KeptText::keep(const std::string& name, const std::string& text) {
  constexpr std::string_view kSuffix = ".json";  // for the editor to know what it is
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(failed);
  if (failed) return Error{"the folder for temporary files: " + failed.message()};
  KeptText kept;
  kept.path_ = (folder / ("kbc-" + name + "-XXXXXX")).string() + std::string(kSuffix);
  const int descriptor = ::mkstemps(kept.path_.data(), static_cast<int>(kSuffix.size()));
  if (descriptor < 0) return Error{kept.path_ + ": " + std::strerror(errno)};
  ::close(descriptor);
  if (Status unwritten = kept.write(text)) return *unwritten;
  return kept;
}

Result<std::string> KeptText::read() const { return read_file(path_, kMaxFileBytes); }

Status KeptText::write(const std::string& text) const {
  return write_file(path_, [&](std::ostream& out) { out << text; });
}

void KeptText::remove() const { ::unlink(path_.c_str()); }

Status edit_file(const std::string& path) {
  const std::string command = editor_command();
  // The shell takes the variable apart, as git and others do it.
  const Result<pid_t> shell = spawn({"sh", "-c", command + " \"$1\"", "kbc", path},
                                    {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO});
  if (!shell) return shell.error();
  const int status = wait_for(*shell);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return Error{"the editor `" + command + "` failed"};
}

}  // namespace kbc
