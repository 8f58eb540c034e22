#include "emit/choose.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

#include "lower/entry_fields.h"
#include "text/nearest.h"
#include "text/printable.h"

namespace kbc {
namespace {

std::string_view domain_of(const EntryObject& entry, const Pools& pools) {
  const StringId id = entry.texts[TextField("domain").number];
  return id == kNoString ? std::string_view() : pools.texts.text(id);
}

Status check_domains(const std::vector<std::string>& domains, const Pools& pools,
                     const std::vector<Objects>& all) {
  std::set<std::string_view> known;
  for (const Objects& objects : all) {
    for (const EntryObject& entry : objects.entries) known.insert(domain_of(entry, pools));
  }
  for (const std::string& domain : domains) {
    if (known.contains(domain)) continue;
    const std::vector<std::string_view> names(known.begin(), known.end());
    const auto near = nearest(domain, names);
    return Error{"--domain: no entry is in `" + printable(domain) + "`" +
                 (near ? "; did you mean `" + printable(*near) + "`?" : "")};
  }
  return {};
}

void keep_fields(const TableFields& fields, EntryObject& entry) {
  for (std::size_t at = 0; at < kTextFields.size(); ++at) {
    if (!fields.has(kTextFields[at].name)) entry.texts[at] = kNoString;
  }
  for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
    const bool is_looked_up = at == TextListField("aliases").number;
    if (!is_looked_up && !fields.has(kTextListFields[at].name)) entry.text_lists[at] = {};
  }
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    if (!fields.has(kLinkFields[kind])) entry.links[kind] = {};
  }
  if (!fields.has("versions")) entry.versions = {};
  if (!fields.has("os_specific")) entry.os_notes = {};
  if (!fields.has("dead_ends")) entry.dead_ends = {};
  if (!fields.has("workarounds")) entry.workarounds = {};
}

}  // namespace

Status keep_chosen(const TableFields& fields, const std::vector<std::string>& domains,
                   const Pools& pools, std::vector<Objects>& all) {
  if (Status unknown = check_domains(domains, pools, all)) return unknown;
  for (Objects& objects : all) {
    if (!domains.empty()) {
      std::erase_if(objects.entries, [&](const EntryObject& entry) {
        return std::ranges::find(domains, domain_of(entry, pools)) == domains.end();
      });
    }
    for (EntryObject& entry : objects.entries) keep_fields(fields, entry);
  }
  return {};
}

}  // namespace kbc
