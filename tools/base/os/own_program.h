#pragma once

#include <string>

namespace kbc {

// The path of the program that runs; empty where the system does not say.
std::string own_program();

}  // namespace kbc
