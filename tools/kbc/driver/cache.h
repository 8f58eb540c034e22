#pragma once

#include "cache/cache_choice.h"
#include "config/base_choice.h"

namespace kbc {

// Each gives an ExitCode.

// Says where the cache of a knowledge base is, what it holds and how large it is.
int show_cache(const BaseChoice& base, const CacheChoice& choice);

// Removes what it holds.
int clean_cache(const BaseChoice& base, const CacheChoice& choice);

}  // namespace kbc
