#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cache/cache_choice.h"
#include "cache/cache_folder.h"
#include "config/config.h"
#include "link/link.h"

namespace kbc {

// The index of a knowledge base that an earlier run has left in the cache. Without a cache there is
// none, and keeping one does nothing.
class KeptIndex {
 public:
  // Views the configuration.
  KeptIndex(const Config& config, const CacheChoice& choice);

  // Whether there is a cache.
  bool has_place() const { return folder_.has_value(); }

  // One with at least these parts; of which entries, its content id says.
  std::optional<KeptBytes> read(Patterns patterns, Words words) const;

  // Whether the entries are known to have this content id, since no file has changed since somebody
  // found out that they have it. False says nothing.
  bool is_current(std::uint64_t content_id) const;

  // Looks at the files of the entries, which are to be read then.
  void look();

  // Keeps an index of what was read then. False when there is no place for it.
  bool keep(const std::string& bytes, Patterns patterns, Words words) const;

  // Keeps that what was read then has this content id.
  void keep_content(std::uint64_t content_id) const;

 private:
  const Config& config_;
  std::string environment_;
  std::optional<CacheFolder> folder_;
  std::optional<std::string> states_;
};

}  // namespace kbc
