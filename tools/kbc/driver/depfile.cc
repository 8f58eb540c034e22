#include "driver/depfile.h"

#include <filesystem>
#include <ostream>
#include <set>

#include "os/write_file.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// As Make reads it, which Ninja reads too: blanks, `#` and `\` before them by a backslash, `$`
// twice.
std::string escaped(const std::string& path) {
  std::string text;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\' || c == ':') text += '\\';
    if (c == '$') text += '$';
    text += c;
  }
  return text;
}

std::string absolute(const std::string& path) {
  std::error_code failed;
  const fs::path full = fs::absolute(path, failed);
  return (failed ? fs::path(path) : full).lexically_normal().string();
}

}  // namespace

Depfile::Depfile(const Config& config, const std::vector<std::string>& entry_files,
                 const std::vector<std::string>& targets) {
  std::set<std::string> inputs = {absolute(config.path), absolute(config.entries)};
  for (const std::string& file : config.files) inputs.insert(absolute(file));
  const std::string entries = absolute(config.entries);
  for (const std::string& file : entry_files) {
    const std::string full = absolute(file);
    inputs.insert(full);
    for (fs::path folder = fs::path(full).parent_path(); folder.string().size() > entries.size();
         folder = folder.parent_path()) {
      if (!inputs.insert(folder.string()).second) break;
    }
  }
  for (const std::string& target : targets) text_ += escaped(absolute(target)) + ' ';
  if (!text_.empty()) text_.back() = ':';
  for (const std::string& input : inputs) text_ += " \\\n  " + escaped(input);
  text_ += '\n';
}

Status Depfile::write(const std::string& path) const {
  return write_file(path, [&](std::ostream& out) { out << text_; });
}

}  // namespace kbc
