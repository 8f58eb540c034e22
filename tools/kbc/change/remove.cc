#include "change/remove.h"

#include <utility>

#include "change/name_places.h"
#include "change/open_base.h"
#include "change/plan.h"
#include "driver/trouble.h"
#include "edit/json_edits.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/entry_id.h"
#include "text/number_text.h"
#include "text/printable.h"

namespace kbc {
namespace {

// The text of kbc.json in which `removed` has the id.
std::string with_record(const std::string& text, const std::string& id, const std::string& reason) {
  Document document;
  parse_json(text, Dialect::kJsonWithComments, document);
  JsonEdits edits(text, document);
  const std::string why = "{\"reason\": " + quote(reason) + "}";
  const std::uint32_t removed = document.member(0, "removed");
  const std::uint32_t known =
      removed == Document::kNoNode ? Document::kNoNode : document.member(removed, id);
  if (removed == Document::kNoNode) {
    const std::string end(edits.line_end());
    const std::string record = quote(id) + ": " + why;
    edits.add_member(0, "removed",
                     end.empty() ? "{" + record + "}" : "{" + end + "    " + record + end + "  }");
  } else if (known == Document::kNoNode) {
    edits.add_member(removed, id, why);
  } else {
    edits.replace(known, why);
  }
  return edits.text();
}

void plan_record(const Config& config, const EntryRecord& entry, const std::string& reason,
                 Plan& plan) {
  const std::string id(entry.id.value);
  // What was never an id has no reader who looks for it.
  if (!is_entry_id(id)) return;
  std::string text = with_record(config.text, id, reason);
  if (text == config.text) return;
  plan.replace(config.path, Border::By::kOperator, config.text, std::move(text),
               display_path(config.path) + ": 1 id in `removed`");
}

// The names of the entry that the other one does not have yet.
std::size_t add_aliases(const Document& document, const EntryRecord& from, const EntryRecord& into,
                        JsonEdits& edits) {
  std::set<std::string_view> known = {into.id.value};
  for (const Located& alias : into.aliases) known.insert(alias.value);
  std::vector<std::string_view> names;
  if (is_entry_id(from.id.value) && known.insert(from.id.value).second) {
    names.push_back(from.id.value);
  }
  for (const Located& alias : from.aliases) {
    if (known.insert(alias.value).second) names.push_back(alias.value);
  }
  const std::uint32_t list = document.member(0, "aliases");
  if (list != Document::kNoNode && document[list].is(Kind::kArray)) {
    for (const std::string_view name : names) edits.add_element(list, quote(name));
    return names.size();
  }
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + quote(name);
  if (names.empty()) return 0;
  if (list == Document::kNoNode) {
    edits.add_member(0, "aliases", "[" + all + "]");
  } else {
    edits.replace(list, "[" + all + "]");
  }
  return names.size();
}

void plan_aliases(OpenBase& base, const EntryRecord& entry, const EntryRecord& into,
                  const IdChange& change, Plan& plan) {
  EntryFile file = entry_file(base, into);
  JsonEdits edits(*file.text, file.document);
  const std::size_t added = add_aliases(file.document, entry, into, edits);
  const ChangedPlaces links = change_links(file.document, change, into.id.value, edits);
  if (edits.empty()) return;
  std::string told = base.analysis.sources[into.file].path + ": ";
  if (added > 0) told += (added == 1 ? "1 alias" : std::to_string(added) + " aliases") + " added";
  if (links.any()) told += (added > 0 ? ", " : "") + counted(links.removed, "link") + " removed";
  plan.replace(file.file, Border::By::kEntry, *file.text, laid_out(base.config, file, edits.text()),
               std::move(told));
}

Status check_reason(const RemoveRequest& request) {
  if (!request.into.empty()) {
    if (request.reason.empty()) return {};
    return Error{
        "--reason is for an entry that no other takes the place of; leave out one of "
        "--reason and --into"};
  }
  if (request.reason.find_first_not_of(' ') == std::string::npos) {
    return Error{
        "say why the entry is gone with --reason TEXT, or which one takes its place with "
        "--into ID"};
  }
  if (has_control(request.reason)) return Error{"--reason: has a control character"};
  return {};
}

// What becomes of its names: its aliases go as well, or move to the other entry.
IdChange names_of(const EntryRecord& entry, const EntryRecord* into) {
  IdChange change;
  change.is_gone = true;
  change.from.emplace(entry.id.value);
  for (const Located& alias : entry.aliases) change.from.emplace(alias.value);
  if (into == nullptr) return change;
  change.to = into->id.value;
  change.merged_with.emplace(into->id.value);
  for (const Located& alias : into->aliases) {
    // One of an interrupted run is a name of the entry that goes, too.
    if (!change.from.contains(alias.value)) change.merged_with.emplace(alias.value);
  }
  return change;
}

Status plan_removal(OpenBase& base, const RemoveRequest& request, Plan& plan) {
  const Result<const EntryRecord*> named = entry_named(base, request.id);
  if (!named) return named.error();
  const EntryRecord& entry = **named;
  const EntryRecord* into = nullptr;
  if (!request.into.empty()) {
    const Result<const EntryRecord*> other = entry_named(base, request.into);
    if (!other) return Error{"--into: " + other.error().message};
    into = *other;
    if (into == &entry) return Error{"--into: the entry cannot take its own place"};
  }
  const IdChange change = names_of(entry, into);
  // What is to be known of the entry comes first and its file goes last: what was begun can be done
  // once more.
  if (into == nullptr) {
    plan_record(base.config, entry, request.reason, plan);
  } else {
    plan_aliases(base, entry, *into, change, plan);
  }
  if (Status failed = change_names(base, entry, change, request.baseline, plan)) return failed;
  const EntryFile file = entry_file(base, entry);
  plan.remove(file.file, *file.text, base.analysis.sources[entry.file].path + ": removed");
  return {};
}

}  // namespace

int remove_entry(const RemoveRequest& request) {
  if (Status unfit = check_reason(request)) return report_trouble(*unfit);
  Result<OpenBase> base = open_base(request.base, request.jobs);
  if (!base) return report_trouble(base.error());
  Plan plan(base->config.border);
  if (Status failed = plan_removal(*base, request, plan)) return report_trouble(*failed);
  return carry_out(plan, request.is_dry);
}

}  // namespace kbc
