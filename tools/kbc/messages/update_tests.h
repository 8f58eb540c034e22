#pragma once

#include <cstddef>

#include "core/result.h"
#include "messages/test_report.h"

namespace kbc {

// Makes the tests that have failed expect what is found now: the first entry, or nothing. The rest
// of each file stays as it is, and so does a test that is about `not` alone. Gives how many were
// changed.
Result<std::size_t> update_tests(const Border& border, const TestRun& run);

}  // namespace kbc
