#pragma once

// Catch2 2 and 3: the only file that knows where they differ. What version 3 has renamed goes by
// its new name.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace kbc {

#if defined(CATCH_VERSION_MAJOR) && CATCH_VERSION_MAJOR >= 3
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
#endif
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

}  // namespace kbc
