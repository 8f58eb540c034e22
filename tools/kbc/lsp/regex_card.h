#pragma once

#include <string>

#include "lsp/base_view.h"

namespace kbc {

// A regex explained, in CommonMark: its parts in words, what every match must have, which of the
// entry's signature, examples and counterexamples it matches, and the signatures of other entries
// that it matches, a few of them.
std::string regex_card(const BaseView& view, FileId file, const std::string& regex);

}  // namespace kbc
