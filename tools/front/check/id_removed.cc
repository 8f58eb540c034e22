#include <string>
#include <string_view>

#include "check/check.h"
#include "check/edge_index.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {

void id_removed(const EarlierIds& earlier, Report& report) {
  for (const std::string& id : earlier.gone) {
    if (linked_entry(*earlier.base, id) != nullptr || earlier.base->find_removed(id) != nullptr) {
      continue;
    }
    report
        .at(earlier.record, "removed-id"_fault,
            "no entry has the id " + ticked(id, kMaxIdBytes) + " any more")
        .about(id)
        .concerns(id)
        .help(
            "add it to `aliases` of the entry that takes its place, or here to `removed` with the "
            "reason; `kbc mv` and `kbc rm` do that");
  }
}

extern const Explanation id_removed_explanation = {
    "The changes that `--since` or `--hook` looks at take the id of an entry away: its file was "
    "removed, renamed or excluded. No entry has the id as an alias, and `removed` in kbc.json does "
    "not name it.",
    "Programs, notes and links of others go by ids. Whoever looks this one up finds nothing, and "
    "nobody can tell whether that is meant.",
    R"(git/push-rejected.json is git/push-refused.json now:
"id": "git/push-refused", "aliases": [])",
    R"(git/push-rejected.json is git/push-refused.json now:
"id": "git/push-refused", "aliases": ["git/push-rejected"])",
    "Add the id to the `aliases` of the entry that takes its place. Where there is none, write why "
    "into kbc.json: `\"removed\": {\"git/push-rejected\": {\"reason\": \"…\"}}`. `kbc mv` and `kbc "
    "rm` "
    "do all of it. The rule compares with the reference of `--since`, and a hook with HEAD: an id "
    "that neither has needs nothing.",
};

}  // namespace kbc
