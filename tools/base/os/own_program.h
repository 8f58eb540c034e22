#pragma once

#include <string>

namespace kbc {

// The path of the program that runs; empty where the system does not say.
std::string own_program();

// What the linker wrote into the program that runs, which no other build has, in hexadecimal
// digits; empty where it wrote nothing.
std::string own_build_id();

}  // namespace kbc
