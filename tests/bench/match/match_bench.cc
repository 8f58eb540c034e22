// Usage: match_bench FILE.kbx [LOG]
//
// All patterns of an index against the signatures of its entries, a log, and long texts, beside
// other ways to look for many patterns at once: the methods take turns in one process, and the
// median of several passes counts. LOG is a file of lines; else one is made.

#include <re2/set.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#ifdef KBC_HAVE_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
#ifdef KBC_HAVE_HYPERSCAN
#include <hs.h>
#endif

#include "bench/match/grep.h"
#include "core/re2.h"
#include "kbx/index.h"
#include "match/made_log.h"
#include "match/matcher.h"

namespace kbc {
namespace {

using Clock = std::chrono::steady_clock;
using Texts = std::vector<std::string>;

constexpr int kPasses = 7;
// Of the slow ones only so many texts are timed.
constexpr std::size_t kSample = 200;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

RE2::Options options_of(CaseRule rule) {
  RE2::Options options;
  options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
  options.set_log_errors(false);
  return options;
}

// One way to find all patterns in a text; gives how many matched.
struct Method {
  std::string name;
  double build_seconds = 0;
  std::size_t bytes = 0;  // of what was built; 0 when it cannot be told
  bool is_slow = false;
  std::function<std::size_t(const std::string&)> match;
};

struct Patterns {
  std::vector<std::string> regexes;
  CaseRule rule = CaseRule::kIgnoreCase;
};

Method kbc_method(const kbx::Index& index) {
  std::string error;
  const auto begin = Clock::now();
  auto matcher = std::make_shared<std::optional<Matcher>>(Matcher::over(index, error));
  if (!*matcher) {
    std::fprintf(stderr, "%s\n", error.c_str());
    std::exit(2);
  }
  auto scratch = std::make_shared<MatchScratch>();
  auto hits = std::make_shared<std::vector<Hit>>();
  std::size_t bytes = 0;
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at);
    if (kbx::tag_text(section.tag).substr(0, 2) == "PT") bytes += section.size;
  }
  return {"kbc", seconds_since(begin), bytes, false, [=](const std::string& text) {
            (*matcher)->match(text, *scratch, *hits);
            return hits->size();
          }};
}

Method re2_method(const Patterns& patterns) {
  const auto begin = Clock::now();
  auto all = std::make_shared<std::vector<std::unique_ptr<RE2>>>();
  for (const std::string& regex : patterns.regexes) {
    all->push_back(std::make_unique<RE2>(regex, options_of(patterns.rule)));
  }
  return {"RE2, one by one", seconds_since(begin), 0, true, [=](const std::string& text) {
            std::size_t count = 0;
            for (const auto& regex : *all) count += RE2::PartialMatch(text, *regex) ? 1 : 0;
            return count;
          }};
}

Method re2_set_method(const Patterns& patterns) {
  const auto begin = Clock::now();
  RE2::Options options = options_of(patterns.rule);
  options.set_max_mem(std::int64_t{64} << 20);
  auto set = std::make_shared<RE2::Set>(options, RE2::UNANCHORED);
  for (const std::string& regex : patterns.regexes) set->Add(regex, nullptr);
  set->Compile();
  return {"RE2::Set, 64 MB", seconds_since(begin), 0, true, [=](const std::string& text) {
            std::vector<int> found;
            set->Match(text, &found);
            return found.size();
          }};
}

#ifdef KBC_HAVE_PCRE2
Method pcre2_method(const Patterns& patterns) {
  const auto begin = Clock::now();
  auto all = std::make_shared<std::vector<pcre2_code*>>();
  const std::uint32_t flags =
      PCRE2_UTF | (patterns.rule == CaseRule::kIgnoreCase ? PCRE2_CASELESS : 0U);
  for (const std::string& regex : patterns.regexes) {
    int error = 0;
    PCRE2_SIZE place = 0;
    pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(regex.data()), regex.size(),
                                     flags, &error, &place, nullptr);
    if (code == nullptr) continue;
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    all->push_back(code);
  }
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  return {"PCRE2 with JIT, one by one", seconds_since(begin), 0, true,
          [=](const std::string& text) {
            std::size_t count = 0;
            for (pcre2_code* code : *all) {
              count += pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                   0, data, nullptr) >= 0
                           ? 1
                           : 0;
            }
            return count;
          }};
}
#endif

#ifdef KBC_HAVE_HYPERSCAN
int count_match(unsigned, unsigned long long, unsigned long long, unsigned, void* count) {
  ++*static_cast<std::size_t*>(count);
  return 0;
}

std::optional<Method> vectorscan_method(const Patterns& patterns) {
  const auto begin = Clock::now();
  const unsigned flags = HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY |
                         (patterns.rule == CaseRule::kIgnoreCase ? unsigned{HS_FLAG_CASELESS} : 0U);
  std::vector<const char*> texts;
  std::vector<unsigned> all_flags, numbers;
  for (const std::string& regex : patterns.regexes) {
    texts.push_back(regex.c_str());
    all_flags.push_back(flags);
    numbers.push_back(static_cast<unsigned>(numbers.size()));
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(texts.data(), all_flags.data(), numbers.data(),
                       static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &database,
                       &error) != HS_SUCCESS) {
    std::fprintf(stderr, "Vectorscan: %s\n", error->message);
    return {};
  }
  const double build = seconds_since(begin);
  hs_scratch_t* scratch = nullptr;
  hs_alloc_scratch(database, &scratch);
  std::size_t bytes = 0;
  hs_database_size(database, &bytes);
  return Method{"Vectorscan", build, bytes, false, [=](const std::string& text) {
                  std::size_t count = 0;
                  hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch,
                          count_match, &count);
                  return count;
                }};
}
#endif

struct Timing {
  std::vector<double> seconds;  // for one text
  std::size_t matches = 0;

  double median() {
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
  }
};

void measure(const std::string& what, const Texts& texts, const std::vector<Method>& methods) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::vector<Timing> timings(methods.size());
  for (int pass = 0; pass < kPasses; ++pass) {
    for (std::size_t at = 0; at < methods.size(); ++at) {
      if (methods[at].is_slow && pass > 0) continue;
      const std::size_t step =
          methods[at].is_slow ? std::max<std::size_t>(1, texts.size() / kSample) : 1;
      std::size_t matches = 0, count = 0;
      const auto begin = Clock::now();
      for (std::size_t text = 0; text < texts.size(); text += step, ++count) {
        matches += methods[at].match(texts[text]);
      }
      // The first pass compiles what is compiled on first use.
      const bool is_warm = pass > 0 || methods[at].is_slow;
      if (is_warm) timings[at].seconds.push_back(seconds_since(begin) / static_cast<double>(count));
      timings[at].matches = matches;
    }
  }
  std::printf("\n%s: %zu texts of %zu bytes\n", what.c_str(), texts.size(), bytes / texts.size());
  const double average = static_cast<double>(bytes) / static_cast<double>(texts.size());
  for (std::size_t at = 0; at < methods.size(); ++at) {
    const double seconds = timings[at].median();
    std::printf("  %-28s %10.2f us %9.1f MB/s  %zu matches%s\n", methods[at].name.c_str(),
                seconds * 1e6, average / seconds / 1e6, timings[at].matches,
                methods[at].is_slow ? " in a sample" : "");
  }
}

Texts lines_of(const char* path) {
  Texts lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Texts of so many bytes, of lines joined by `joint`.
Texts joined(const Texts& lines, std::size_t bytes, const char* joint) {
  Texts texts(1);
  for (const std::string& line : lines) {
    if (texts.back().size() >= bytes) texts.emplace_back();
    texts.back() += line + joint;
  }
  return texts;
}

int run(int count, char** arguments) {
  std::string error;
  const auto begin = Clock::now();
  const std::optional<kbx::Index> index = kbx::Index::open(arguments[1], error);
  if (!index) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 2;
  }
  std::vector<Method> methods = {kbc_method(*index)};
  std::printf("open index and matcher: %.0f us\n", seconds_since(begin) * 1e6);
  Patterns patterns;
  Texts signatures;
  for (const auto& entry : index->entries()) {
    if (!entry.regex().empty()) patterns.regexes.emplace_back(entry.regex());
    if (!entry.signature().empty()) signatures.emplace_back(entry.signature());
  }
  const bool is_large = patterns.regexes.size() > 5000;
  if (std::getenv("KBC_BENCH_ALONE") == nullptr) {
#ifdef KBC_HAVE_HYPERSCAN
    if (!is_large) {
      if (auto method = vectorscan_method(patterns)) methods.push_back(std::move(*method));
    }
#endif
    if (!is_large) {
      methods.push_back(re2_method(patterns));
      methods.push_back(re2_set_method(patterns));
#ifdef KBC_HAVE_PCRE2
      methods.push_back(pcre2_method(patterns));
#endif
    }
  }
  std::printf("%zu patterns\n", patterns.regexes.size());
  for (const Method& method : methods) {
    std::printf("  %-28s built in %.3f s, %.2f MB\n", method.name.c_str(), method.build_seconds,
                static_cast<double>(method.bytes) / 1e6);
  }
  const Texts log = count > 2 ? lines_of(arguments[2]) : made_log(100000);
  measure("signatures", signatures, methods);
  measure("log", log, methods);
  if (!is_large && std::getenv("KBC_BENCH_ALONE") == nullptr) {
    if (const auto grep = time_grep(patterns.regexes, log)) {
      std::printf("  %-28s %10.2f us, built in %.3f s: which lines any of %zu patterns matches\n",
                  "grep -E -i -f", grep->line_seconds * 1e6, grep->build_seconds, grep->patterns);
    }
  }
  std::erase_if(methods, [](const Method& method) { return method.is_slow; });
  for (const std::size_t size : {1024, 16384, 65536, 1048576}) {
    const std::string name = std::to_string(size / 1024) + " KB";
    measure("log in blocks of " + name, joined(log, size, "\n"), methods);
    measure("log without line ends in blocks of " + name, joined(log, size, " "), methods);
  }
  return 0;
}

}  // namespace
}  // namespace kbc

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: match_bench FILE.kbx [LOG]\n");
    return 2;
  }
  return kbc::run(count, arguments);
}
