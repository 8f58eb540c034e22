#include <cstddef>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"
#include "text/number_text.h"
#include "text/unicode.h"

namespace kbc {

void text_private_use(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) {
    std::size_t count = 0;
    for (const FoundCharacter& character : private_characters(item.text->value)) {
      const TextRange range{character.offset, character.length};
      if (is_meant(entry, item, range)) continue;
      if (++count > kMaxFindingsInText) break;
      report
          .at(part_of(*item.text, range), "private-use-character"_fault,
              code_point_number(character.value) + " is a private-use character")
          .help("write what it shows in words; if the program prints it, write it as an escape");
    }
  }
}

extern const Explanation text_private_use_explanation = {
    "A text has a character that Unicode leaves to private agreements: an icon of one font, a "
    "vendor's logo. In `regex`, `examples` and `counterexamples` an escape shows that it is meant.",
    "Without that font a reader sees a box or another sign, and nobody can type it to search for "
    "it.",
    R"("action": "Click \uf013")",
    R"("action": "Click the gear")",
    "Say what the character shows, or remove it.",
};

}  // namespace kbc
