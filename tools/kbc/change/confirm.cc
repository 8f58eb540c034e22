#include "change/confirm.h"

#include <set>
#include <utility>

#include "change/open_base.h"
#include "change/plan.h"
#include "driver/trouble.h"
#include "edit/json_edits.h"
#include "parse/literal.h"
#include "text/date.h"

namespace kbc {
namespace {

void plan_confirmation(OpenBase& base, const EntryRecord& entry, const std::string& day,
                       Plan& plan) {
  EntryFile file = entry_file(base, entry);
  JsonEdits edits(*file.text, file.document);
  confirm_on(day, file.document, edits);
  const std::string& path = base.analysis.sources[entry.file].path;
  if (edits.empty()) return plan.tell(path + ": already confirmed on " + day);
  plan.replace(file.file, Border::By::kEntry, *file.text, laid_out(base.config, file, edits.text()),
               path + ": confirmed on " + day);
}

}  // namespace

void confirm_on(const std::string& day, const Document& document, JsonEdits& edits) {
  for (const char* field : {"last_confirmed", "last_updated"}) {
    const std::uint32_t node = document.member(0, field);
    if (node == Document::kNoNode) {
      edits.add_member(0, field, quote(day));
    } else if (!document[node].is(Kind::kString) || document[node].text != day) {
      edits.replace(node, quote(day));
    }
  }
}

int confirm_entries(const ConfirmRequest& request) {
  Result<OpenBase> base = open_base(request.base, request.jobs);
  if (!base) return report_trouble(base.error());
  const std::string day = format_date(request.today.value_or(Today::now().day));
  Plan plan(base->config.border);
  std::set<const EntryRecord*> done;
  for (const std::string& id : request.ids) {
    const Result<const EntryRecord*> entry = entry_named(*base, id);
    if (!entry) return report_trouble(entry.error());
    if (done.insert(*entry).second) plan_confirmation(*base, **entry, day, plan);
  }
  return carry_out(plan, request.is_dry);
}

}  // namespace kbc
