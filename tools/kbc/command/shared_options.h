#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cache/cache_choice.h"
#include "command/options.h"
#include "config/base_choice.h"
#include "core/named.h"
#include "core/result.h"
#include "show/show.h"
#include "text/ticked.h"

namespace kbc {

// --kb: the folder of kbc.json.
void add_kb_option(OptionTable& options, BaseChoice& base);

// --color; without it, whether standard output is a terminal that wants colours.
void add_color_option(OptionTable& options, bool& color);

// --jobs; without it, one for each processor.
void add_jobs_option(OptionTable& options, unsigned& jobs);

// --today; its description is the command's own.
void add_today_option(OptionTable& options, std::string description,
                      std::optional<std::chrono::year_month_day>& today);

// --color, --today, --quiet and --jobs, of every command that checks a knowledge base.
void add_run_options(OptionTable& options, bool& color,
                     std::optional<std::chrono::year_month_day>& today, bool& quiet,
                     unsigned& jobs);

// --index and --kb: where entries are looked for.
void add_index_options(OptionTable& options, std::string& index, BaseChoice& base);

// --cache-dir and --no-cache, of a command that uses the cache.
void add_cache_options(OptionTable& options, CacheChoice& cache);
// The first of them alone.
void add_cache_dir_option(OptionTable& options, CacheChoice& cache);

// --dry-run.
void add_dry_run_option(OptionTable& options, bool& is_dry);

// --baseline and --dry-run, of the commands that change the names of entries.
void add_change_options(OptionTable& options, std::string& baseline, bool& is_dry);

// --top and --all: how many of them are named. The description is the command's own.
void add_top_options(OptionTable& options, std::string description, std::size_t& top);

// --lang: the language in which they are shown.
void add_language_option(OptionTable& options, const Language*& language);

// An option whose values are lists of words separated by commas; it may be repeated.
Option& add_list_option(OptionTable& options, std::string name, std::string_view value,
                        std::string description,
                        std::function<Status(const std::string& word)> set);

// A NAME[=FILE] of such a --format: the place of the name in the list, and the path.
Status read_format(const std::string& value, const std::vector<std::string_view>& names,
                   std::size_t& format, std::string& path);

// --format NAME[=FILE], which may be repeated, of a command whose formats are rows that have a
// `name`. They must outlive the options.
template <typename Formats, typename Target>
void add_format_option(OptionTable& options, const Formats& formats, std::vector<Target>& outputs) {
  const auto names = names_of<std::string>(formats);
  Option& option = options.add("format", "NAME[=FILE]", listed(names) + "; may be repeated",
                               [&formats, &outputs](const std::string& value) {
                                 std::size_t format = 0;
                                 std::string path;
                                 Status failed =
                                     read_format(value, names_of(formats), format, path);
                                 if (!failed) outputs.push_back({&formats[format], path});
                                 return failed;
                               });
  option.value.offer(names);
  option.repeats = true;
}

// The words of the arguments as one text.
std::string joined(const std::vector<std::string>& words);

// The columns to write text in: the terminal's, within reason.
std::size_t terminal_width();

// The entry on standard input. Of a stream without end only so much is read that it is known to be
// too large.
std::string standard_input();

}  // namespace kbc
