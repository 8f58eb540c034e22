#pragma once

#include <string_view>

namespace kbc {

// Whether the term (text/terms.h) says nothing of what a text is about, in a language of
// text/languages.h: `are`, `的`. Requires: it is folded.
bool is_stop_word(std::string_view term);

}  // namespace kbc
