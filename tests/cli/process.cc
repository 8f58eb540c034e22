#include "cli/process.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

// Files instead of pipes: a process that reads nothing, or writes more than a pipe holds, cannot
// make this one wait or end it by SIGPIPE.
File make_stream(std::string_view content) {
  File file(std::tmpfile());
  if (file == nullptr) throw std::runtime_error("no temporary file can be made");
  if (!content.empty() &&
      std::fwrite(content.data(), 1, content.size(), file.get()) != content.size()) {
    throw std::runtime_error("a temporary file cannot be written");
  }
  std::rewind(file.get());
  return file;
}

std::string content_of(const File& file) {
  std::rewind(file.get());
  std::string content;
  char block[65536];
  while (const std::size_t got = std::fread(block, 1, sizeof block, file.get())) {
    content.append(block, got);
  }
  return content;
}

void change_environment(const std::vector<std::string>& environment) {
  for (const std::string& setting : environment) {
    const std::size_t equals = setting.find('=');
    const std::string name = setting.substr(0, equals);
    if (equals == std::string::npos) {
      ::unsetenv(name.c_str());
    } else {
      ::setenv(name.c_str(), setting.c_str() + equals + 1, 1);
    }
  }
}

// The child's side of fork.
[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const std::string& folder, const std::vector<std::string>& environment) {
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  // What the tests find out is not kept among the files of who runs them.
  change_environment({"XDG_CACHE_HOME=/dev/null", "KBC_CACHE_DIR"});
  change_environment(environment);
  if (::chdir(folder.c_str()) == 0) ::execvp(program.c_str(), argv.data());
  ::_exit(127);
}

void wait_for(pid_t child, Outcome& outcome) {
  int status = 0;
  struct rusage usage;
  if (::wait4(child, &status, 0, &usage) != child) throw std::runtime_error("wait4 failed");
  outcome.exit = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  outcome.peak = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace

std::string kbc_binary() {
  const char* chosen = std::getenv("KBC_BINARY");
  if (chosen == nullptr) chosen = KBC_BINARY;
  if (!fs::exists(chosen)) throw std::runtime_error(std::string("no such kbc: ") + chosen);
  return fs::absolute(chosen).string();
}

Outcome run(const std::vector<std::string>& arguments, const std::string& folder,
            std::string_view input, const std::vector<std::string>& environment) {
  return run_program(kbc_binary(), arguments, folder, input, environment);
}

Outcome run_program(const std::string& program, const std::vector<std::string>& arguments,
                    const std::string& folder, std::string_view input,
                    const std::vector<std::string>& environment) {
  const File in = make_stream(input);
  const File out = make_stream({});
  const File err = make_stream({});
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    ::dup2(::fileno(in.get()), STDIN_FILENO);
    ::dup2(::fileno(out.get()), STDOUT_FILENO);
    ::dup2(::fileno(err.get()), STDERR_FILENO);
    become(program, arguments, folder, environment);
  }
  Outcome outcome;
  wait_for(child, outcome);
  outcome.out = content_of(out);
  outcome.err = content_of(err);
  return outcome;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::canonical(fs::temp_directory_path()) / "kbc-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code failed;
  fs::remove_all(path_, failed);
}

std::string TemporaryFolder::path(std::string_view relative) const {
  return path_ + "/" + std::string(relative);
}

void TemporaryFolder::write(std::string_view relative, std::string_view content) const {
  const fs::path file = path(relative);
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  if (!stream) throw std::runtime_error("cannot write " + file.string());
}

std::string TemporaryFolder::read(std::string_view relative) const {
  std::ifstream stream(path(relative), std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path(relative));
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace kbc
