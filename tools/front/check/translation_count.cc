#include <cstddef>
#include <string>

#include "check/check.h"
#include "check/translated_list.h"
#include "text/languages.h"
#include "text/number_text.h"

namespace kbc {
namespace {

Span bracket(Span array) { return {array.begin, array.begin + 1}; }

}  // namespace

void translation_count(const Entry& entry, const Context&, Report& report) {
  for (const Translation& translation : kTranslations) {
    if (!kbx::is_text_list(*translation.field)) continue;
    const TranslatedList originals = translated_list(entry, translation);
    if (originals.span.size() == 0 || !originals.is_whole) continue;
    const TextList& list = entry.list(*translation.field);
    const std::size_t count = originals.items.size();
    if (list.empty() || list.size() == count) continue;
    const std::string noun(originals.noun);
    report
        .at(bracket(list.span), "count-mismatch"_fault,
            counted(list.size(), "translation") + " of " + counted(count, noun))
        .note(bracket(originals.span), "the " + noun + "s")
        .help(list.size() < count ? "translate every " + noun + ", in their order"
                                  : "remove what translates no " + noun);
  }
}

extern const Explanation translation_count_explanation = {
    "A list of translations, `workarounds_zh` or `dead_ends_zh`, is neither empty nor as long as "
    "what it translates.",
    "The translations belong to the workarounds and dead ends by their position alone; if one is "
    "missing, nobody "
    "can say which, and the others may be shown with the wrong one.",
    R"("workarounds": [{"action": "Fetch first"}, {"action": "Push to a new branch"}],
"workarounds_zh": ["先执行 fetch"])",
    R"("workarounds": [{"action": "Fetch first"}, {"action": "Push to a new branch"}],
"workarounds_zh": ["先执行 fetch", "推送到新分支"])",
    "Translate all of them in their order, or leave the list empty.",
};

}  // namespace kbc
