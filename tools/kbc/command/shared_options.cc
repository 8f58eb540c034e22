#include "command/shared_options.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <thread>
#include <utility>
#include <variant>

#include "load/source.h"
#include "os/terminal.h"
#include "text/date.h"
#include "text/nearest.h"

namespace kbc {
namespace {

// https://no-color.org: any value but the empty one turns colors off.
bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  return !refused && is_terminal(StandardStream::kOut);
}

}  // namespace

void add_kb_option(OptionTable& options, BaseChoice& base) {
  options.text("kb", "DIR", "the folder of kbc.json (default: the nearest one upwards)",
               base.folder);
  options.texts("allow-outside", "DIR", "files may lie in DIR, too, and be links to files there",
                base.allowed);
}

void add_color_option(OptionTable& options, bool& color) {
  color = wants_color();
  options
      .choice("color", "WHEN", "auto, always or never (text)", color,
              {{"auto", color}, {"always", true}, {"never", false}})
      .otherwise = "auto";
}

void add_jobs_option(OptionTable& options, unsigned& jobs) {
  constexpr unsigned kMost = 1024;
  jobs = std::max(1u, std::thread::hardware_concurrency());
  options.number("jobs", "N", "number of threads (default: one per processor)", jobs, 1u, kMost)
      .otherwise.clear();
}

void add_today_option(OptionTable& options, std::string description,
                      std::optional<std::chrono::year_month_day>& today) {
  options.add("today", "YYYY-MM-DD", std::move(description), [&today](const std::string& text) {
    const ParsedDate date = parse_date(text);
    if (const auto* fault = std::get_if<DateFault>(&date)) {
      return Status(Error{"--today " + text + ": " + fault->message});
    }
    today = std::get<std::chrono::year_month_day>(date);
    return Status();
  });
}

void add_run_options(OptionTable& options, bool& color,
                     std::optional<std::chrono::year_month_day>& today, bool& quiet,
                     unsigned& jobs) {
  add_color_option(options, color);
  add_today_option(options, "compare dates with this day (default: the current day in UTC)", today);
  options.flag("quiet", "no summary, no progress", quiet);
  add_jobs_option(options, jobs);
}

void add_dry_run_option(OptionTable& options, bool& is_dry) {
  options.flag("dry-run", "say what would change; write nothing", is_dry);
}

void add_change_options(OptionTable& options, std::string& baseline, bool& is_dry) {
  options.text("baseline", "FILE", "the baseline whose lines follow (default: that of kbc.json)",
               baseline);
  add_dry_run_option(options, is_dry);
}

void add_index_options(OptionTable& options, std::string& index, BaseChoice& base) {
  options.text("index", "FILE", "search this index (default: the entries of the knowledge base)",
               index);
  add_kb_option(options, base);
}

void add_cache_dir_option(OptionTable& options, CacheChoice& cache) {
  cache.is_used = true;
  options.text("cache-dir", "DIR",
               "the folder of the cache (default: KBC_CACHE_DIR, else kbc-cache in the folder of "
               "git, else one in ~/.cache/kbc)",
               cache.folder);
}

void add_cache_options(OptionTable& options, CacheChoice& cache) {
  add_cache_dir_option(options, cache);
  options.add("no-cache", "", "use no cache, and write none", [&cache](const std::string&) {
    cache.is_used = false;
    return Status();
  });
}

void add_top_options(OptionTable& options, std::string description, std::size_t& top) {
  options.number("top", "N", std::move(description), top, std::size_t{1});
  options.add("all", "", "show all entries that match", [&top](const std::string&) {
    top = std::numeric_limits<std::size_t>::max();
    return Status();
  });
}

void add_language_option(OptionTable& options, const Language*& language) {
  std::vector<std::pair<std::string, const Language*>> choices;
  std::string description;
  for (const Language& one : kLanguages) {
    if (std::ranges::count(kTranslations, &one, &Translation::language) == 0) continue;
    choices.emplace_back(one.code, &one);
    description +=
        (description.empty() ? "" : ", ") + choices.back().first + ": in " + std::string(one.name);
  }
  options.choice("lang", "LANG", description + " where there is a translation", language, choices);
}

Option& add_list_option(OptionTable& options, std::string name, std::string_view value,
                        std::string description,
                        std::function<Status(const std::string& word)> set) {
  Option& option = options.add(std::move(name), value, std::move(description),
                               [set = std::move(set)](const std::string& list) {
                                 for (std::size_t begin = 0; begin <= list.size();) {
                                   const std::size_t end =
                                       std::min(list.find(',', begin), list.size());
                                   Status failed = set(list.substr(begin, end - begin));
                                   if (failed) return failed;
                                   begin = end + 1;
                                 }
                                 return Status();
                               });
  option.repeats = true;
  option.value.is_list = true;
  return option;
}

Status read_format(const std::string& value, const std::vector<std::string_view>& names,
                   std::size_t& format, std::string& path) {
  const std::string name = value.substr(0, value.find('='));
  const auto named = std::find(names.begin(), names.end(), name);
  if (named == names.end()) {
    return Error{"unknown format `" + name + "`" + did_you_mean(name, names)};
  }
  format = static_cast<std::size_t>(named - names.begin());
  if (name.size() == value.size()) return {};
  path = value.substr(name.size() + 1);
  if (!path.empty()) return {};
  return Error{"--format " + value + ": expected a file name after `=`"};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::size_t terminal_width() {
  constexpr std::size_t kLeast = 40, kMost = 100, kElse = 80;
  const std::size_t columns = terminal_columns();
  return columns == 0 ? kElse : std::clamp(columns, kLeast, kMost);
}

std::string standard_input() {
  std::string text(kMaxFileBytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

}  // namespace kbc
