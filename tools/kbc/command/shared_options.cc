#include "command/shared_options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <variant>

#include "command/command.h"
#include "driver/progress.h"
#include "load/source.h"
#include "text/date.h"

namespace kbc {

namespace po = boost::program_options;

void add_color_option(po::options_description& options) {
  options.add_options()("color",
                        po::value<std::string>()->value_name("WHEN")->default_value("auto"),
                        "auto, always or never (text)");
}

void add_jobs_option(po::options_description& options) {
  options.add_options()("jobs", po::value<unsigned>()->value_name("N"),
                        "threads; else one for each processor");
}

void add_index_options(po::options_description& options) {
  auto add = options.add_options();
  add("index", po::value<std::string>()->value_name("FILE"),
      "look in this index; else in the entries of the knowledge base");
  add("kb", po::value<std::string>()->value_name("DIR"),
      "the folder of kbc.json; else the nearest one upwards");
}

void add_top_options(po::options_description& options, unsigned usual, const char* description) {
  auto add = options.add_options();
  add("top", po::value<unsigned>()->value_name("N")->default_value(usual), description);
  add("all", "name all entries that match");
}

Status read_top_options(const po::variables_map& values, std::size_t& top) {
  top = values["top"].as<unsigned>();
  if (top == 0) return Error{"--top: write 1 or more"};
  if (values.count("all") != 0) top = static_cast<std::size_t>(-1);
  return {};
}

void add_language_option(po::options_description& options) {
  options.add_options()("lang", po::value<std::string>()->value_name("LANG"),
                        "zh: in Chinese where there is any");
}

Status read_language_option(const po::variables_map& values, Language& language) {
  const std::string name = text_of(values, "lang");
  if (!name.empty() && name != "zh") return Error{"--lang " + name + ": write zh"};
  language = name.empty() ? Language::kOriginal : Language::kChinese;
  return {};
}

void add_shared_options(po::options_description& options) {
  add_color_option(options);
  auto add = options.add_options();
  add("today", po::value<std::string>()->value_name("YYYY-MM-DD"),
      "the day that dates are compared with; else the current day in UTC");
  add("quiet", "no summary, no progress");
  add_jobs_option(options);
}

Status read_color_option(const po::variables_map& values, bool& color) {
  const std::string when = values["color"].as<std::string>();
  if (when != "auto" && when != "always" && when != "never") {
    return Error{"--color " + when + ": write auto, always or never"};
  }
  // https://no-color.org: any value but the empty one turns colors off.
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  color = when == "always" || (when == "auto" && !refused && ::isatty(STDOUT_FILENO) != 0);
  return {};
}

Status read_jobs_option(const po::variables_map& values, unsigned& jobs) {
  jobs = std::max(1u, std::thread::hardware_concurrency());
  if (values.count("jobs") == 0) return {};
  jobs = values["jobs"].as<unsigned>();
  if (jobs == 0 || jobs > 1024) return Error{"--jobs: write 1 to 1024"};
  return {};
}

Status read_today_option(const po::variables_map& values,
                         std::optional<std::chrono::year_month_day>& today) {
  if (values.count("today") == 0) return {};
  const ParsedDate date = parse_date(values["today"].as<std::string>());
  if (const auto* fault = std::get_if<DateFault>(&date)) {
    return Error{"--today " + values["today"].as<std::string>() + ": " + fault->message};
  }
  today = std::get<std::chrono::year_month_day>(date);
  return {};
}

Status read_shared_options(const po::variables_map& values, SharedOptions& shared) {
  shared.quiet = values.count("quiet") != 0;
  shared.progress = !shared.quiet && is_watched();
  if (Status failed = read_today_option(values, shared.today)) return failed;
  if (Status failed = read_color_option(values, shared.color)) return failed;
  return read_jobs_option(values, shared.jobs);
}

std::size_t terminal_width() {
  constexpr std::size_t kLeast = 40, kMost = 100, kElse = 80;
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kElse;
  return std::clamp<std::size_t>(size.ws_col, kLeast, kMost);
}

std::string text_of(const po::variables_map& values, const std::string& option) {
  return values.count(option) != 0 ? values[option].as<std::string>() : "";
}

std::vector<std::string> words_of(const po::variables_map& values, const std::string& option) {
  std::vector<std::string> words;
  for (const std::string& list : values_of(values, option)) {
    std::size_t begin = 0;
    while (begin <= list.size()) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      words.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return words;
}

std::string standard_input() {
  std::string text(kMaxFileBytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

}  // namespace kbc
