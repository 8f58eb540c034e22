#include "bench/match/grep.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace kbc {
namespace {

namespace fs = std::filesystem;

// The pattern as a POSIX extended regular expression; nothing where that takes more than to spell
// classes and groups otherwise.
std::optional<std::string> to_posix(std::string_view regex) {
  constexpr std::string_view kIgnoreCase = "(?i)", kGroup = "(?:";
  if (regex.starts_with(kIgnoreCase)) regex.remove_prefix(kIgnoreCase.size());
  std::string posix;
  bool is_in_class = false;
  for (std::size_t at = 0; at < regex.size(); ++at) {
    const char c = regex[at];
    if (c == '\\') {
      if (++at == regex.size()) return {};
      const std::string_view set = regex[at] == 'd'   ? "0-9"
                                   : regex[at] == 's' ? "[:space:]"
                                   : regex[at] == 'w' ? "[:alnum:]_"
                                                      : "";
      if (!set.empty()) {
        posix += is_in_class ? std::string(set) : "[" + std::string(set) + "]";
      } else if (is_in_class || std::isalnum(static_cast<unsigned char>(regex[at])) != 0) {
        return {};
      } else {
        posix += {'\\', regex[at]};
      }
      continue;
    }
    if (!is_in_class && regex.substr(at).starts_with(kGroup)) {
      posix += '(';
      at += kGroup.size() - 1;
      continue;
    }
    if (!is_in_class && regex.substr(at).starts_with("(?")) return {};
    if (c == '\n' || (is_in_class && (c == '[' || (c & 0x80) != 0))) return {};
    if (c == '[') is_in_class = true;
    if (c == ']') is_in_class = false;
    posix += c;
  }
  return posix;
}

void write(const fs::path& path, const std::vector<std::string>& lines, std::size_t count) {
  std::ofstream out(path);
  for (std::size_t at = 0; at < count; ++at) out << lines[at] << '\n';
}

std::optional<double> seconds_of(const fs::path& patterns, const fs::path& log) {
  const std::string command = "LC_ALL=C.UTF-8 grep -E -i -c -f '" + patterns.string() + "' '" +
                              log.string() + "' >/dev/null 2>&1";
  const auto begin = std::chrono::steady_clock::now();
  const int status = std::system(command.c_str());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  // 1: no line matches.
  if (status != 0 && status != 256) return {};
  return took.count();
}

}  // namespace

std::optional<GrepTiming> time_grep(const std::vector<std::string>& regexes,
                                    const std::vector<std::string>& lines) {
  constexpr std::size_t kLines = 2000;
  std::vector<std::string> patterns;
  for (const std::string& regex : regexes) {
    if (const auto posix = to_posix(regex)) patterns.push_back(*posix);
  }
  const fs::path folder = fs::temp_directory_path() / "kbc-grep-bench";
  fs::create_directories(folder);
  const std::size_t count = std::min(kLines, lines.size());
  write(folder / "patterns", patterns, patterns.size());
  write(folder / "half", lines, count / 2);
  write(folder / "all", lines, count);
  const auto half = seconds_of(folder / "patterns", folder / "half");
  const auto all = seconds_of(folder / "patterns", folder / "all");
  fs::remove_all(folder);
  if (!half || !all) return {};
  const double line = (*all - *half) / static_cast<double>(count - count / 2);
  return GrepTiming{patterns.size(), *half - line * static_cast<double>(count / 2), line};
}

}  // namespace kbc
