#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/cache.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

// What a person asked of `kbc cache`.
struct CacheRequest {
  Arguments words;
  BaseChoice base;
  CacheChoice cache;
};

void describe(CacheRequest& request, OptionTable& options) {
  options.arguments("stats|clean", request.words).offer({"stats", "clean"});
  add_kb_option(options, request.base);
  add_cache_dir_option(options, request.cache);
}

int run(CacheRequest& request) {
  const std::string what = request.words.size() == 1 ? request.words.front() : "";
  if (what == "stats") return show_cache(request.base, request.cache);
  if (what == "clean") return clean_cache(request.base, request.cache);
  return report_trouble("expected `stats` or `clean`");
}

}  // namespace

Command cache_command() {
  return {.details =
              "Commands keep what they found out for the next run: below the git folder, else in "
              "~/.cache/kbc.\nNothing there is needed. `stats` says where it is and what it holds; "
              "`clean` removes it.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
