#pragma once

#include <string>

namespace kbc {

// Says why a test cannot run here; the test returns afterwards. A run without failures then ends
// with kSkipped, from which ctest knows that the test was skipped.
void skip(const std::string& reason);

inline constexpr int kSkipped = 77;
bool has_skipped();

// Whether PATH has no such program, which must know the option --version; the test is skipped then.
// With KBC_REQUIRE_PROGRAMS in the environment, as scripts/test --ci sets it, it fails.
bool is_missing(const std::string& program);

}  // namespace kbc
