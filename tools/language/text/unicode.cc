// Properties come from utf8proc, one look-up for each character that is neither ASCII nor in the
// large blocks that have nothing odd. What makes an invisible character legitimate is the character
// on its left or right, so one pass with one of context is enough.
#include "text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/byte_run.h"
#include "text/code_points.h"
#include "text/number_text.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Blocks of the scripts whose spelling needs joiners and non-joiners.
constexpr CodePointRange kJoiningScripts[] = {
    {0x0600, 0x08FF}, {0x0900, 0x0DFF},   {0x0F00, 0x109F},   {0x1780, 0x18AF},   {0x1A20, 0x1AAF},
    {0x1B00, 0x1C4F}, {0xA840, 0xA87F},   {0xA980, 0xAADF},   {0xABC0, 0xABFF},   {0xFB50, 0xFDFF},
    {0xFE70, 0xFEFC}, {0x10A00, 0x10A5F}, {0x11000, 0x11FFF}, {0x1E900, 0x1E95F},
};

enum class Oddity : std::uint8_t { kInvisible, kBlank };

struct NamedRange {
  char32_t first;
  char32_t last;
  Oddity oddity;
  std::string_view name;
};

constexpr NamedRange kOddities[] = {
    {0x00A0, 0x00A0, Oddity::kBlank, "no-break space"},
    {0x00AD, 0x00AD, Oddity::kInvisible, "soft hyphen"},
    {0x034F, 0x034F, Oddity::kInvisible, "combining grapheme joiner"},
    {0x061C, 0x061C, Oddity::kInvisible, "Arabic letter mark"},
    {0x115F, 0x115F, Oddity::kInvisible, "Hangul choseong filler"},
    {0x1160, 0x1160, Oddity::kInvisible, "Hangul jungseong filler"},
    {0x1680, 0x1680, Oddity::kBlank, "ogham space mark"},
    {0x17B4, 0x17B5, Oddity::kInvisible, "Khmer inherent vowel"},
    {0x180B, 0x180D, Oddity::kInvisible, "Mongolian free variation selector"},
    {0x180E, 0x180E, Oddity::kInvisible, "Mongolian vowel separator"},
    {0x180F, 0x180F, Oddity::kInvisible, "Mongolian free variation selector"},
    {0x2000, 0x2000, Oddity::kBlank, "en quad"},
    {0x2001, 0x2001, Oddity::kBlank, "em quad"},
    {0x2002, 0x2002, Oddity::kBlank, "en space"},
    {0x2003, 0x2003, Oddity::kBlank, "em space"},
    {0x2004, 0x2004, Oddity::kBlank, "three-per-em space"},
    {0x2005, 0x2005, Oddity::kBlank, "four-per-em space"},
    {0x2006, 0x2006, Oddity::kBlank, "six-per-em space"},
    {0x2007, 0x2007, Oddity::kBlank, "figure space"},
    {0x2008, 0x2008, Oddity::kBlank, "punctuation space"},
    {0x2009, 0x2009, Oddity::kBlank, "thin space"},
    {0x200A, 0x200A, Oddity::kBlank, "hair space"},
    {0x200B, 0x200B, Oddity::kInvisible, "zero width space"},
    {0x200C, 0x200C, Oddity::kInvisible, "zero width non-joiner"},
    {0x200D, 0x200D, Oddity::kInvisible, "zero width joiner"},
    {0x200E, 0x200E, Oddity::kInvisible, "left-to-right mark"},
    {0x200F, 0x200F, Oddity::kInvisible, "right-to-left mark"},
    {0x2028, 0x2028, Oddity::kBlank, "line separator"},
    {0x2029, 0x2029, Oddity::kBlank, "paragraph separator"},
    {0x202A, 0x202A, Oddity::kInvisible, "left-to-right embedding"},
    {0x202B, 0x202B, Oddity::kInvisible, "right-to-left embedding"},
    {0x202C, 0x202C, Oddity::kInvisible, "pop directional formatting"},
    {0x202D, 0x202D, Oddity::kInvisible, "left-to-right override"},
    {0x202E, 0x202E, Oddity::kInvisible, "right-to-left override"},
    {0x202F, 0x202F, Oddity::kBlank, "narrow no-break space"},
    {0x205F, 0x205F, Oddity::kBlank, "medium mathematical space"},
    {0x2060, 0x2060, Oddity::kInvisible, "word joiner"},
    {0x2061, 0x2061, Oddity::kInvisible, "function application"},
    {0x2062, 0x2062, Oddity::kInvisible, "invisible times"},
    {0x2063, 0x2063, Oddity::kInvisible, "invisible separator"},
    {0x2064, 0x2064, Oddity::kInvisible, "invisible plus"},
    {0x2065, 0x2065, Oddity::kInvisible, "unassigned invisible character"},
    {0x2066, 0x2066, Oddity::kInvisible, "left-to-right isolate"},
    {0x2067, 0x2067, Oddity::kInvisible, "right-to-left isolate"},
    {0x2068, 0x2068, Oddity::kInvisible, "first strong isolate"},
    {0x2069, 0x2069, Oddity::kInvisible, "pop directional isolate"},
    {0x206A, 0x206F, Oddity::kInvisible, "deprecated format character"},
    {0x2800, 0x2800, Oddity::kBlank, "braille pattern blank"},
    {0x3000, 0x3000, Oddity::kBlank, "ideographic space"},
    {0x3164, 0x3164, Oddity::kInvisible, "Hangul filler"},
    {0xFE00, 0xFE0F, Oddity::kInvisible, "variation selector"},
    {0xFEFF, 0xFEFF, Oddity::kInvisible, "zero width no-break space (byte order mark)"},
    {0xFFA0, 0xFFA0, Oddity::kInvisible, "halfwidth Hangul filler"},
    {0xFFF0, 0xFFF8, Oddity::kInvisible, "unassigned invisible character"},
    {0xFFF9, 0xFFFB, Oddity::kInvisible, "interlinear annotation mark"},
    {0x1BCA0, 0x1BCA3, Oddity::kInvisible, "shorthand format control"},
    {0x1D173, 0x1D17A, Oddity::kInvisible, "musical format character"},
    {0xE0000, 0xE0000, Oddity::kInvisible, "unassigned invisible character"},
    {0xE0001, 0xE007F, Oddity::kInvisible, "tag character"},
    {0xE0080, 0xE00FF, Oddity::kInvisible, "unassigned invisible character"},
    {0xE0100, 0xE01EF, Oddity::kInvisible, "variation selector"},
    {0xE01F0, 0xE0FFF, Oddity::kInvisible, "unassigned invisible character"},
};

constexpr std::array<std::string_view, 32> kControlNames = {"null",
                                                            "start of heading",
                                                            "start of text",
                                                            "end of text",
                                                            "end of transmission",
                                                            "enquiry",
                                                            "acknowledge",
                                                            "bell",
                                                            "backspace",
                                                            "tab",
                                                            "line feed",
                                                            "vertical tab",
                                                            "form feed",
                                                            "carriage return",
                                                            "shift out",
                                                            "shift in",
                                                            "data link escape",
                                                            "device control one",
                                                            "device control two",
                                                            "device control three",
                                                            "device control four",
                                                            "negative acknowledge",
                                                            "synchronous idle",
                                                            "end of transmission block",
                                                            "cancel",
                                                            "end of medium",
                                                            "substitute",
                                                            "escape",
                                                            "file separator",
                                                            "group separator",
                                                            "record separator",
                                                            "unit separator"};

constexpr char32_t kVariationSelector16 = 0xFE0F;
constexpr char32_t kBlackFlag = 0x1F3F4;

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value <= 0x9F); }

const NamedRange* oddity(char32_t value) {
  const auto next =
      std::upper_bound(std::begin(kOddities), std::end(kOddities), value,
                       [](char32_t v, const NamedRange& range) { return v < range.first; });
  if (next == std::begin(kOddities)) return nullptr;
  const NamedRange* range = std::prev(next);
  return value <= range->last ? range : nullptr;
}

bool is_oddity(char32_t value, Oddity kind) {
  const NamedRange* range = oddity(value);
  return range != nullptr && range->oddity == kind;
}

const utf8proc_property_t& property(char32_t value) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
}

bool is_letter(char32_t value) {
  if (value < 0x80) return (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
  const auto category = property(value).category;
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_mark(char32_t value) {
  const auto category = property(value).category;
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool is_symbol(char32_t value) {
  const auto category = property(value).category;
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

bool is_pictograph(char32_t value) {
  return property(value).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_skin_tone(char32_t value) { return value >= 0x1F3FB && value <= 0x1F3FF; }

bool is_virama(char32_t value) { return property(value).combining_class == 9; }

bool joins(char32_t value) {
  return holds(kJoiningScripts, value) && (is_letter(value) || is_mark(value));
}

bool is_mongolian(char32_t value) { return value >= 0x1807 && value <= 0x18AA; }

bool is_jamo(char32_t value) { return value >= 0x1100 && value <= 0x11FF; }

// The neighbours of one character; 0 where there is none. `base` is what is before the unbroken
// row of oddities that this one ends.
struct Context {
  char32_t base = 0;
  char32_t before = 0;
  char32_t after = 0;
};

bool is_joiner_needed(char32_t value, const Context& at) {
  if (is_virama(at.before) || (joins(at.before) && joins(at.after))) return true;
  const bool follows_emoji = is_pictograph(at.before) || is_skin_tone(at.before) ||
                             (at.before == kVariationSelector16 && is_pictograph(at.base));
  return value == 0x200D && follows_emoji && is_pictograph(at.after);
}

bool is_selector_needed(char32_t value, const Context& at) {
  if (value >= 0xE0100) return is_han(at.before);
  const bool is_key =
      at.before == '#' || at.before == '*' || (at.before >= '0' && at.before <= '9');
  if (is_key) return value == kVariationSelector16 && at.after == 0x20E3;
  if (at.before < 0x80) return false;
  return is_pictograph(at.before) || is_symbol(at.before) || is_han(at.before) || joins(at.before);
}

// Whether the text would be misspelt without this invisible character.
bool is_needed(char32_t value, const Context& at) {
  if (value == 0x200C || value == 0x200D) return is_joiner_needed(value, at);
  if ((value >= 0xFE00 && value <= 0xFE0F) || (value >= 0xE0100 && value <= 0xE01EF)) {
    return is_selector_needed(value, at);
  }
  if (value >= 0xE0020 && value <= 0xE007F) return at.base == kBlackFlag;
  if (value >= 0x180B && value <= 0x180F) return is_mongolian(at.before);
  if (value == 0x115F || value == 0x1160) return is_jamo(at.before) || is_jamo(at.after);
  return false;
}

// Most of what is neither ASCII nor odd: three-byte characters from U+4000 to U+CFFF, which are
// ideographs and Hangul.
bool begins_plain_character(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  return lead >= 0xE4 && lead <= 0xEC;
}

// Those beyond ASCII and the plain characters that are wanted.
template <typename IsWanted>
std::vector<FoundCharacter> characters_in(std::string_view text, IsWanted is_wanted) {
  std::vector<FoundCharacter> found;
  if (is_ascii(text)) return found;
  for (std::size_t offset = 0; offset < text.size() && found.size() < kMaxFoundCharacters;) {
    const CodePoint next = decode(text, offset);
    if (next.value >= 0x80 && !begins_plain_character(text, offset) && is_wanted(next.value)) {
      found.push_back({offset, next.length, next.value});
    }
    offset += next.length;
  }
  return found;
}

}  // namespace

std::vector<FoundCharacter> control_characters(std::string_view text, Newlines newlines) {
  // C2 begins those of C1.
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20) & (byte != 0x7F) & (byte != 0xC2);
  };
  std::vector<FoundCharacter> found;
  for (std::size_t offset = 0; found.size() < kMaxFoundCharacters; ++offset) {
    offset += byte_run(text.substr(offset), is_plain);
    if (offset == text.size()) break;
    const CodePoint next = decode(text, offset);
    if (!is_control(next.value)) continue;
    if (next.value == '\n' && newlines == Newlines::kAllowed) continue;
    found.push_back({offset, next.length, next.value});
  }
  return found;
}

bool is_invisible(char32_t value) { return is_oddity(value, Oddity::kInvisible); }

std::vector<FoundCharacter> invisible_characters(std::string_view text) {
  std::vector<FoundCharacter> found;
  if (is_ascii(text)) return found;
  Context at;
  std::size_t offset = 0;
  while (offset < text.size() && found.size() < kMaxFoundCharacters) {
    const CodePoint next = decode(text, offset);
    const bool is_odd =
        next.value >= 0x80 && !begins_plain_character(text, offset) && is_invisible(next.value);
    if (is_odd) {
      at.after = decode(text, offset + next.length).value;
      if (!is_needed(next.value, at)) found.push_back({offset, next.length, next.value});
    } else {
      at.base = next.value;
    }
    at.before = next.value;
    offset += next.length;
  }
  return found;
}

std::vector<FoundCharacter> odd_blanks(std::string_view text) {
  return characters_in(text, [](char32_t value) { return is_oddity(value, Oddity::kBlank); });
}

std::vector<FoundCharacter> private_characters(std::string_view text) {
  return characters_in(text, [](char32_t value) {
    return (value >= 0xE000 && value <= 0xF8FF) || value >= 0xF0000 || is_noncharacter(value);
  });
}

bool is_noncharacter(char32_t value) {
  return (value >= 0xFDD0 && value <= 0xFDEF) || (value & 0xFFFE) == 0xFFFE;
}

std::string describe_character(char32_t value) {
  std::string description = code_point_number(value);
  if (value < kControlNames.size()) {
    description.append(" ").append(kControlNames[value]);
  } else if (is_control(value)) {
    description.append(value == 0x7F ? " delete" : value == 0x85 ? " next line" : " C1 control");
  } else if (const NamedRange* range = oddity(value)) {
    description.append(" ").append(range->name);
  }
  return description;
}

bool has_letters(std::string_view text) { return has_script(text, is_letter); }

bool has_script(std::string_view text, Script script) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = decode(text, offset);
    if (script(next.value)) return true;
    offset += next.length;
  }
  return false;
}

bool is_mostly_in(std::string_view text, Script script) {
  if (is_ascii(text)) return false;
  std::size_t of_script = 0, other_words = 0;
  bool in_word = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = decode(text, offset);
    const bool is_of_script = script(next.value);
    const bool letter = !is_of_script && is_letter(next.value);
    of_script += is_of_script ? 1 : 0;
    other_words += letter && !in_word ? 1 : 0;
    in_word = letter;
    offset += next.length;
  }
  return of_script > 2 * other_words;
}

}  // namespace kbc
