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
      const bool is_none = is_noncharacter(character.value);
      report
          .at(part_of(*item.text, range),
              is_none ? "noncharacter"_fault : "private-use-character"_fault,
              code_point_number(character.value) +
                  (is_none ? " is a noncharacter" : " is a private-use character"))
          .help(is_none ? "remove it; if the program prints it, write it as an escape"
                        : "write what it shows in words; if the program prints it, write it as an "
                          "escape");
    }
  }
}

extern const Explanation text_private_use_explanation = {
    "A text has a character that Unicode leaves to private agreements: an icon of one font, a "
    "vendor's logo; or one that Unicode keeps from all texts, such as U+FFFE. In `regex`, "
    "`examples` and `counterexamples` an escape shows that it is meant.",
    "Without that font a reader sees a box or another sign, and nobody can type it to search for "
    "it.",
    R"("action": "Click \uf013")",
    R"("action": "Click the gear")",
    "Say what the character shows, or remove it.",
};

}  // namespace kbc
