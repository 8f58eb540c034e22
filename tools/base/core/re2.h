#pragma once

// RE2 as this program uses it: the only file that includes its header. Releases before 2023-06 have
// a string view of their own, re2::StringPiece; later ones take Abseil's, which Debian builds as a
// type of its own, too. Neither converts from and to std::string_view in all of them.
#include <re2/re2.h>

#include <string_view>

namespace kbc {

// A text as RE2 takes it. Borrows the bytes.
inline re2::StringPiece re2_piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace kbc
