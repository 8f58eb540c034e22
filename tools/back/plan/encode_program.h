#pragma once

#include <string>
#include <vector>

#include "plan/token.h"

namespace kbc {

// The program (kbx/program.h) that finds a normal variant.
std::string encode_program(const Variant& variant);

// Appends that one of the texts has to occur.
void append_requirement(const std::vector<std::string>& texts, std::string& program);

}  // namespace kbc
