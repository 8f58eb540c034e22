#include "driver/depfile.h"

#include <filesystem>
#include <ostream>
#include <set>
#include <string_view>

#include "os/write_file.h"
#include "text/printable.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// What GNU Make 4.3 and Ninja 1.11 both read as the path when blanks, `#` and `:` have a backslash
// before them and `$` is doubled. Make ends the prerequisites at `;` and runs the rest of the line,
// takes `=` for a variable, `%` for a pattern, `|` for a separator, `*?[` for wildcards, `~` at the
// beginning for a home folder and `name(name)` for a member of an archive; Ninja skips whatever is
// not in its list of characters.
bool can_be_spelled(std::string_view path) {
  constexpr std::string_view kUnread = "\"%&'*;<=>?[\\^`|";
  if (path.find_first_of(kUnread) != std::string_view::npos || has_control(path)) return false;
  if (path.starts_with('~')) return false;
  if (path.ends_with(')')) return path.find('(') == std::string_view::npos;
  return !path.ends_with(' ') && !path.ends_with(':');
}

std::string escaped(std::string_view path) {
  std::string text;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == ':') text += '\\';
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

Result<std::string> spelled(const std::string& path) {
  if (can_be_spelled(path)) return escaped(path);
  return Error{printable(path) +
               ": Make or Ninja would misread this path in a depfile; rename it, or build " +
               "without --depfile"};
}

}  // namespace

Result<Depfile> Depfile::of(const std::vector<std::string>& targets,
                            const std::vector<std::string>& inputs) {
  Depfile depfile;
  for (const std::string& target : targets) {
    const Result<std::string> text = spelled(target);
    if (!text) return text.error();
    depfile.text_ += *text + ' ';
  }
  if (!depfile.text_.empty()) depfile.text_.back() = ':';
  std::set<std::string> paths;
  for (const std::string& input : inputs) paths.insert(absolute(input));
  std::string phony;
  for (const std::string& path : paths) {
    const Result<std::string> text = spelled(path);
    if (!text) return text.error();
    depfile.text_ += " \\\n  " + *text;
    phony += *text + ":\n";
  }
  depfile.text_ += '\n' + phony;
  return depfile;
}

Status Depfile::write(const Border& border, const std::string& path) const {
  return write_output(border, path, [&](std::ostream& out) { out << text_; });
}

}  // namespace kbc
