// What Unicode says about the characters of a text: which of them no reader sees, and of what
// script it is. Offsets and lengths are in bytes; texts are valid UTF-8, and any other bytes are
// passed over without harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/scripts.h"

namespace kbc {

// One character of a text, and where it is.
struct FoundCharacter {
  std::size_t offset = 0;
  std::size_t length = 0;
  char32_t value = 0;
};

// More findings than this in one text are one mistake, repeated.
inline constexpr std::size_t kMaxFoundCharacters = 32;

// Characters that should not be there: leftmost first, kMaxFoundCharacters at most.

enum class Newlines : std::uint8_t { kForbidden, kAllowed };

// C0 (with tab and carriage return), U+007F and C1. `newlines` is about U+000A alone.
std::vector<FoundCharacter> control_characters(std::string_view text, Newlines newlines);

// Characters without width or ink of their own, and those that change the direction of others:
// Unicode's Default_Ignorable_Code_Point, the unassigned ones included, and a few format characters
// more. They are zero width spaces and joiners, bidirectional marks, embeddings, overrides and
// isolates, soft hyphen, byte order mark, invisible operators, fillers, variation selectors, tags.
//
// Not reported, because the text is misspelt without them: a joiner or non-joiner between letters
// of a script that joins (Arabic, Syriac, the Brahmic scripts, Mongolian, …) or after a virama; a
// joiner between two emoji; a variation selector after a symbol or ideograph or in a keycap; tags
// in a flag; Mongolian selectors in Mongolian; Hangul fillers beside conjoining jamo.
std::vector<FoundCharacter> invisible_characters(std::string_view text);

// Whether a character is one of those, whatever is beside it.
bool is_invisible(char32_t value);

// Blanks other than U+0020, tab and line ends: no-break spaces, spaces of a fixed width, the
// ideographic space, line and paragraph separator, blank braille pattern.
std::vector<FoundCharacter> odd_blanks(std::string_view text);

// Characters that mean what a font says, U+E000 to U+F8FF and the last two planes, and
// noncharacters.
std::vector<FoundCharacter> private_characters(std::string_view text);

// U+FDD0 to U+FDEF and the last two of each plane, which no text is to have.
bool is_noncharacter(char32_t value);

// "U+200B zero width space"; the number alone for a character that none of the above reports.
std::string describe_character(char32_t value);

// Whether a character of the text is a letter: of general category L.
bool has_letters(std::string_view text);

// Whether a character of the text is of the script, which has none of ASCII.
bool has_script(std::string_view text, Script script);

// Whether a reader who cannot read the script could not follow the text: more than half of its
// words are of it, taking one of its characters as half a word (the usual word of Chinese has two)
// and any other letters that are together as one. Quoting a message in an English sentence does
// not make it so.
bool is_mostly_in(std::string_view text, Script script);

}  // namespace kbc
