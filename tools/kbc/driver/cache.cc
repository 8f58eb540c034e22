#include "driver/cache.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cache/cache_folder.h"
#include "config/config.h"
#include "driver/trouble.h"
#include "os/descriptor.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

Result<CacheFolder> cache_of(const BaseChoice& base, const CacheChoice& choice) {
  const Result<std::string> root = find_knowledge_base(base);
  if (!root) return root.error();
  const Result<Border> border = border_around(*root, base);
  if (!border) return border.error();
  return CacheFolder::of(*root, *border, choice);
}

struct Sum {
  std::uint64_t files = 0, bytes = 0;

  void add(const CacheItem& item) {
    ++files;
    bytes += item.size;
  }
  std::string text() const { return counted(files, "file") + ", " + counted(bytes, "byte"); }
};

}  // namespace

int show_cache(const BaseChoice& base, const CacheChoice& choice) {
  const Result<CacheFolder> cache = cache_of(base, choice);
  if (!cache) return report_trouble(cache.error());
  std::map<std::string_view, Sum> by_kind;
  const std::vector<CacheItem> items = cache->items();
  Sum all;
  for (const CacheItem& item : items) {
    by_kind[kind_of_cached(item.name)].add(item);
    all.add(item);
  }
  standard_output() << cache->path() << ": " << all.text() << ", at most "
                    << counted(kMostCached, "byte") << '\n';
  for (const auto& [kind, sum] : by_kind) {
    standard_output() << "  " << kind << ": " << sum.text() << '\n';
  }
  return kClean;
}

int clean_cache(const BaseChoice& base, const CacheChoice& choice) {
  const Result<CacheFolder> cache = cache_of(base, choice);
  if (!cache) return report_trouble(cache.error());
  int status = kClean;
  Sum removed;
  for (const CacheItem& item : cache->items()) {
    if (cache->remove(item)) {
      removed.add(item);
    } else {
      status = report_trouble(system_error(cache->path() + "/" + item.name));
    }
  }
  standard_output() << cache->path() << ": removed " << removed.text() << '\n';
  return status;
}

}  // namespace kbc
