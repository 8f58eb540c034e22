#include <cstddef>
#include <string>

#include "check/check.h"
#include "text/languages.h"
#include "text/number_text.h"

namespace kbc {
namespace {

Span bracket(Span array) { return {array.begin, array.begin + 1}; }

// An item that is no object is the schema's business, and the count is not known.
bool is_whole(const std::vector<Workaround>& workarounds) {
  return workarounds.empty() || workarounds.back().ordinal + 1 == workarounds.size();
}

}  // namespace

void translation_count(const Entry& entry, const Context&, Report& report) {
  if (entry.workarounds_span.size() == 0 || !is_whole(entry.workarounds)) return;
  const std::size_t originals = entry.workarounds.size();
  for (const Translation& translation : kTranslations) {
    if (!kbx::is_text_list(*translation.field)) continue;
    const TextList& list = entry.list(*translation.field);
    if (list.empty() || list.size() == originals) continue;
    report
        .at(bracket(list.span), "count-mismatch"_fault,
            counted(list.size(), "translation") + " of " + counted(originals, "workaround"))
        .note(bracket(entry.workarounds_span), "the workarounds")
        .help(list.size() < originals ? "translate every workaround, in their order"
                                      : "remove what translates no workaround");
  }
}

extern const Explanation translation_count_explanation = {
    "A list of translations, such as `workarounds_zh`, is neither empty nor as long as "
    "`workarounds`.",
    "The translations belong to the workarounds by their position alone; if one is missing, nobody "
    "can say which, and the others may be shown with the wrong workaround.",
    R"("workarounds": [{"action": "Fetch first"}, {"action": "Push to a new branch"}],
"workarounds_zh": ["先执行 fetch"])",
    R"("workarounds": [{"action": "Fetch first"}, {"action": "Push to a new branch"}],
"workarounds_zh": ["先执行 fetch", "推送到新分支"])",
    "Translate all workarounds in their order, or leave the list empty.",
};

}  // namespace kbc
