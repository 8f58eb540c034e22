#pragma once

#include <string_view>

// What helps when a push is rejected.
std::string_view advice();
