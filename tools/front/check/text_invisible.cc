#include <cstddef>

#include "check/check.h"
#include "check/clean_removal.h"
#include "check/text_part.h"
#include "text/unicode.h"

namespace kbc {
namespace {

void report_character(const Entry& entry, const RoleText& item, const FoundCharacter& character,
                      Report& report) {
  const Text& text = *item.text;
  const Span span = part_of(text, {character.offset, character.length});
  Finding finding = report.at(span, "invisible-character"_fault,
                              "invisible character: " + describe_character(character.value));
  if (&text == &entry["regex"] || item.role == Role::kVerbatim) {
    finding.help("remove it; if the program prints it, write it as an escape");
    return;
  }
  const auto removed = clean_removal(text.value, {character.offset, character.length});
  if (removed) {
    finding.fix("remove it", part_of(text, *removed), "");
  } else {
    finding.help("remove it, and check the rest");
  }
}

}  // namespace

void text_invisible(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) {
    std::size_t count = 0;
    for (const FoundCharacter& character : invisible_characters(item.text->value)) {
      if (is_meant(entry, item, {character.offset, character.length})) continue;
      if (++count > kMaxFindingsInText) break;
      report_character(entry, item, character, report);
    }
  }
}

extern const Explanation text_invisible_explanation = {
    "A text has a character without width, such as a zero width space or a soft hyphen, or one "
    "that changes the direction of the text around it. A joiner that a script or an emoji needs is "
    "not a fault; in `regex`, `examples` and `counterexamples` an escape shows that it is meant.",
    "Nobody sees it, but no search and no regex that a person types matches across it, and a "
    "direction override can make a command look like another one.",
    R"("action": "Run `git\u200b fetch`")",
    R"("action": "Run `git fetch`")",
    "Remove it. It usually comes from a page that the text was copied from.",
};

}  // namespace kbc
