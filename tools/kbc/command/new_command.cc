#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/embedded.h"
#include "core/named.h"
#include "driver/new.h"
#include "driver/trouble.h"
#include "validate/schema.h"

namespace kbc {
namespace {

struct Given : NewRequest {
  std::vector<std::string> ids;
  bool no_input = false;
};

// What completion knows of the values of a field.
struct KnownField {
  std::string_view name;
  const char* words;
};
constexpr KnownField kKnownFields[] = {{"domain", "domains"},
                                       {"category", "categories"},
                                       {"root-cause-type", "root-cause-types"},
                                       {"error-code", "codes"}};

// That of kbc: which words a knowledge base's own allows is not known before the options are.
const Schema& entry_schema() {
  static const Result<Schema> schema = Schema::compile(kEntrySchema);
  return *schema;
}

void describe(Given& given, OptionTable& options) {
  options.arguments("[ID]", given.ids);
  add_kb_option(options, given.base);
  options.text("from", "FILE", "a log or an error message to start from; `-` reads standard input",
               given.from);
  options.text("from-command", "CMD", "run CMD and start from its output", given.command);
  options.flag("no-input", "ask no questions; the default without a terminal", given.no_input);
  options.flag("edit", "open the entry in $VISUAL or $EDITOR before it is written", given.edit);
  options.flag("dry-run", "show the entry that would be written; ask and write nothing",
               given.dry_run);
  options.choice("format", "NAME", "text or json, of --dry-run", given.format,
                 {{"text", NewRequest::Format::kText}, {"json", NewRequest::Format::kJson}});
  options.flag("anyway", "write the entry although one describes the error already", given.anyway);
  add_today_option(options, "the date of the new entry (default: the current day in UTC)",
                   given.today);
  for (const DraftField& field : draft_fields()) {
    ValueInfo& value =
        options.text(field.option, "TEXT", field.description, given.draft.*field.text).value;
    const KnownField* known = find_named(kKnownFields, field.option);
    if (known != nullptr) value.offer_known(known->words);
    std::vector<std::string> words = words_at(entry_schema(), field.pointer);
    if (!words.empty()) value.offer(std::move(words));
  }
  for (const DraftList& list : draft_lists()) {
    ValueInfo& value =
        options.texts(list.option, "TEXT", list.description, given.draft.*list.texts).value;
    if (list.name == std::string_view("tags")) value.offer_known("tags");
  }
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (!given.from.empty() && !given.command.empty()) {
    return report_trouble("--from and --from-command cannot be used together");
  }
  if (given.ids.size() > 1) return report_trouble("one entry at a time: `kbc new DOMAIN/SLUG`");
  if (!given.ids.empty()) given.draft.id = given.ids.front();
  if (given.format == NewRequest::Format::kJson && !given.dry_run) {
    return report_trouble("--format json needs --dry-run");
  }
  if (given.dry_run && given.edit) {
    return report_trouble("--dry-run and --edit cannot be used together");
  }
  given.ask = !given.no_input && !given.dry_run;
  return new_entry(given);
}

}  // namespace

Command new_command() {
  return {.details =
              "Finds the error in a log, proposes how to recognise it and where it belongs, shows "
              "the\nentries that may describe it already, asks for the rest, and writes a new "
              "entry. Every\nfield is an option, too. Existing entries are never changed. Exit "
              "status 1 if the new\nentry is incomplete, or if an entry describes the error "
              "already and nothing is written.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
