#include "bench/match/grep.h"

#include <sys/resource.h>

#include <algorithm>
#include <cctype>
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

// The CPU time of all processes that have ended. The time that passes says little: reading the
// patterns takes longer than all lines, and on a busy machine one run differs from the next by
// more.
double seconds_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The best of a few runs.
std::optional<double> seconds_of(const fs::path& patterns, const fs::path& log) {
  constexpr int kRuns = 5;
  const std::string command = "LC_ALL=C.UTF-8 grep -E -i -c -f '" + patterns.string() + "' '" +
                              log.string() + "' >/dev/null 2>&1";
  std::optional<double> best;
  for (int run = 0; run < kRuns; ++run) {
    const double begin = seconds_of_children();
    const int status = std::system(command.c_str());
    const double took = seconds_of_children() - begin;
    // 1: no line matches.
    if (status != 0 && status != 256) return {};
    best = std::min(best.value_or(took), took);
  }
  return best;
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
  write(folder / "none", lines, 0);
  write(folder / "all", lines, count);
  const auto none = seconds_of(folder / "patterns", folder / "none");
  const auto all = seconds_of(folder / "patterns", folder / "all");
  fs::remove_all(folder);
  if (!none || !all || count == 0) return {};
  return GrepTiming{patterns.size(), *none, (*all - *none) / static_cast<double>(count)};
}

}  // namespace kbc
