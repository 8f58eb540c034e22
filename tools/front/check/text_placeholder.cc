#include <cstddef>
#include <string>

#include "check/check.h"
#include "check/text_part.h"
#include "text/markers.h"
#include "text/ticked.h"

namespace kbc {
namespace {

bool is_prose(Role role) {
  return role == Role::kProse || role == Role::kSteps || role == Role::kTranslation;
}

}  // namespace

void text_placeholder(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : texts_of(entry)) {
    if (!is_prose(item.role)) continue;
    const Text& text = *item.text;
    std::size_t count = 0;
    for (const TextRange& range : placeholders(text.value)) {
      if (++count > kMaxFindingsInText) break;
      const auto mark = text.value.substr(range.offset, range.length);
      report.at(part_of(text, range), "placeholder"_fault, ticked(mark) + " is a placeholder")
          .about(mark)
          .help("write what belongs there, or remove it");
    }
  }
}

extern const Explanation text_placeholder_explanation = {
    "A text has a marker that its author meant to replace: `TODO`, `FIXME`, `TBD`, a word of three "
    "`x` or more, lorem ipsum, or an instruction in brackets such as `[describe the cause]`. A "
    "placeholder for the reader (`<path>`) is not a fault, nor is one for the variable part of a "
    "message that is joined to the rest of it (`id=xxxx`, `error #XXX`, `sg-xxxxx`), nor anything "
    "between back-ticks.",
    "The entry is unfinished, and its readers cannot know what is missing.",
    R"("why_fails": "TODO: explain")",
    R"("why_fails": "The remote still holds the commits that are missing here.")",
    "Write what is missing. If the text is about such a marker, put it between back-ticks.",
};

}  // namespace kbc
