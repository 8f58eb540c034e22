#include "author/text_editor.h"

#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <utility>

#include "load/source.h"
#include "os/input.h"
#include "os/run_program.h"
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
  // The suffix tells the editor what it is.
  Result<std::string> path = make_temporary_file("kbc-" + name, ".json");
  if (!path) return path.error();
  KeptText kept;
  kept.path_ = std::move(*path);
  if (Status unwritten = kept.write(text)) return *unwritten;
  return kept;
}

Result<std::string> KeptText::read() const { return read_file(path_, kMaxFileBytes); }

Status KeptText::write(const std::string& text) const {
  return write_output(Border(), path_, [&](std::ostream& out) { out << text; });
}

void KeptText::remove() const {
  std::error_code failed;
  std::filesystem::remove(path_, failed);
}

Status edit_file(const std::string& path) {
  const std::string command = editor_command();
  // The shell takes the variable apart, as git and others do it.
  if (run_in_terminal({"sh", "-c", command + " \"$1\"", "kbc", path})) {
    return Error{"the editor `" + command + "` failed"};
  }
  return {};
}

}  // namespace kbc
