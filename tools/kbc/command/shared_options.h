#ifndef KBC_COMMAND_SHARED_OPTIONS_H_
#define KBC_COMMAND_SHARED_OPTIONS_H_

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "show/show.h"

namespace kbc {

// The options of every command that checks a knowledge base.
struct SharedOptions {
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
  bool quiet = false;
  bool progress = false;  // whether to show it
  bool color = false;
};

// --today, --color, --quiet and --jobs.
void add_shared_options(boost::program_options::options_description& options);

// --color and --jobs alone, for commands that check nothing.
void add_color_option(boost::program_options::options_description& options);
Status read_color_option(const boost::program_options::variables_map& values, bool& color);

void add_jobs_option(boost::program_options::options_description& options);
Status read_jobs_option(const boost::program_options::variables_map& values, unsigned& jobs);

// --index and --kb: where entries are looked for.
void add_index_options(boost::program_options::options_description& options);

// --top and --all: how many of them are named. Without either it is `usual`; the description is the
// command's own.
void add_top_options(boost::program_options::options_description& options, unsigned usual,
                     const char* description);
Status read_top_options(const boost::program_options::variables_map& values, std::size_t& top);

// --lang: the language in which they are shown.
void add_language_option(boost::program_options::options_description& options);
Status read_language_option(const boost::program_options::variables_map& values,
                            Language& language);

// --today alone; its description is the command's own.
Status read_today_option(const boost::program_options::variables_map& values,
                         std::optional<std::chrono::year_month_day>& today);

// Reads them, or says what is wrong with one.
Status read_shared_options(const boost::program_options::variables_map& values,
                           SharedOptions& shared);

// The columns to write text in: the terminal's, within reason.
std::size_t terminal_width();

// The value of an option, empty without it.
std::string text_of(const boost::program_options::variables_map& values, const std::string& option);

// The words of an option that takes lists separated by commas, perhaps several.
std::vector<std::string> words_of(const boost::program_options::variables_map& values,
                                  const std::string& option);

// The entry on standard input. Of a stream without end only so much is read that it is known to be
// too large.
std::string standard_input();

}  // namespace kbc

#endif  // KBC_COMMAND_SHARED_OPTIONS_H_
