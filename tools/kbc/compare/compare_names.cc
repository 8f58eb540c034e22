#include "compare/compare_names.h"

#include <string>
#include <string_view>

#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Entry = kbx::Entry<kbx::Mapped>;

// The entry is gone, and nothing answers to its id.
Difference lost_id(const BaseComparison& comparison, std::uint32_t row, std::string_view id) {
  const auto reason = comparison.removed.find(id);
  if (reason != comparison.removed.end()) {
    return difference(ChangeClass::kInfo, "id-retired", id, "",
                      "the entry was removed: " + reason->second);
  }
  Difference lost = difference(ChangeClass::kBreaking, "id-removed", id, "",
                               "the id is gone, and no entry has it as an alias");
  const std::uint32_t successor = comparison.pairs.to_now[row];
  if (successor == kbx::kNone) {
    lost.help =
        "make it an alias of the entry that takes its place, or give the reason in "
        "`removed` of kbc.json";
  } else {
    const std::string_view now = comparison.now.at(successor)->id();
    lost.subject = now;
    lost.help =
        "the entry seems to be " + ticked(now) + " now: add " + ticked(id) + " to its `aliases`";
  }
  return lost;
}

void compare_id(const BaseComparison& comparison, std::uint32_t row, std::string_view id,
                std::vector<Difference>& differences) {
  const auto found = comparison.now.find(id);
  if (!found) {
    differences.push_back(lost_id(comparison, row, id));
  } else if (found->id() != id) {
    const bool is_renamed = comparison.pairs.to_now[row] == found.index();
    differences.push_back(difference(
        ChangeClass::kInfo, is_renamed ? "id-renamed" : "id-merged", id, found->id(),
        (is_renamed ? "the entry is " : "the entry is gone, and its id an alias of ") +
            ticked(found->id()) + (is_renamed ? " now, and has the old id as an alias" : "")));
  }
}

void compare_aliases(const BaseComparison& comparison, const Entry& entry,
                     std::vector<Difference>& differences) {
  const auto owner = comparison.now.find(entry.id());
  for (const std::string_view alias : entry.aliases()) {
    const auto found = comparison.now.find(alias);
    if (!found) {
      // What is gone altogether is told of once.
      if (!owner || comparison.removed.contains(alias)) continue;
      differences.push_back(difference(ChangeClass::kBreaking, "alias-removed", entry.id(), alias,
                                       "the alias " + ticked(alias) + " is gone"));
      differences.back().help = "keep it in `aliases`: somebody may look the entry up by it";
    } else if (owner && found.index() != owner.index()) {
      differences.push_back(
          difference(ChangeClass::kBreaking, "alias-moved", entry.id(), alias,
                     "the alias " + ticked(alias) + " leads to " + ticked(found->id()) + " now"));
    }
  }
}

void compare_new(const BaseComparison& comparison, std::uint32_t row,
                 std::vector<Difference>& differences) {
  const auto entry = comparison.now.at(row);
  if (comparison.pairs.to_before[row] == kbx::kNone) {
    differences.push_back(difference(ChangeClass::kInfo, "entry-added", entry->id(), "",
                                     "a new entry: " + ticked(entry->signature(), 120)));
    return;
  }
  for (const std::string_view alias : entry->aliases()) {
    if (comparison.before.find(alias)) continue;
    differences.push_back(difference(ChangeClass::kInfo, "alias-added", entry->id(), alias,
                                     "a new alias: " + ticked(alias)));
  }
}

// One kind of keys that entries share.
struct KeyKind {
  std::string_view removed, added;  // kinds of differences
  std::string_view noun;
};

// The keys of an index that the other one lacks, if an entry that had it is in both: those of
// entries that came or went are told of with these.
template <kbx::Section kKeys, kbx::Section kRows, typename IsKnown, typename IsPair, typename Tell>
void each_lost_key(const kbx::Index& index, const IsKnown& is_known, const IsPair& is_pair,
                   const Tell& tell) {
  const auto keys = index.keys<kKeys>();
  for (std::uint32_t at = 0; at < keys.size(); ++at) {
    const std::string_view name = keys[at].name;
    if (is_known(name)) continue;
    for (const auto entry : index.with_key<kKeys, kRows>(at)) {
      if (!is_pair(entry.index())) continue;
      tell(name, keys[at].entries);
      break;
    }
  }
}

template <kbx::Section kKeys, kbx::Section kRows, typename Find>
void compare_keys(const BaseComparison& comparison, const KeyKind& kind, const Find& find,
                  std::vector<Difference>& differences) {
  const auto knows = [&](const kbx::Index& index) {
    return [&](std::string_view name) { return find(index, name) != kbx::kNone; };
  };
  each_lost_key<kKeys, kRows>(
      comparison.before, knows(comparison.now),
      [&](std::uint32_t row) { return comparison.pairs.to_now[row] != kbx::kNone; },
      [&](std::string_view name, std::uint32_t entries) {
        differences.push_back(difference(ChangeClass::kBreaking, kind.removed, name, "",
                                         "no entry has the " + std::string(kind.noun) + " " +
                                             ticked(name) + " any more; " +
                                             counted(entries, "entry") + " had it"));
      });
  each_lost_key<kKeys, kRows>(
      comparison.now, knows(comparison.before),
      [&](std::uint32_t row) { return comparison.pairs.to_before[row] != kbx::kNone; },
      [&](std::string_view name, std::uint32_t entries) {
        differences.push_back(
            difference(ChangeClass::kInfo, kind.added, name, "",
                       "a new " + std::string(kind.noun) + ", of " + counted(entries, "entry")));
      });
}

void compare_all_keys(const BaseComparison& comparison, std::vector<Difference>& differences) {
  using kbx::Section;
  using Name = std::string_view;
  compare_keys<Section::kCodeKeys, Section::kCodeEntries>(
      comparison, {"code-removed", "code-added", "error code"},
      [](const kbx::Index& index, Name name) { return index.code_index(name); }, differences);
  compare_keys<Section::kTagKeys, Section::kTagEntries>(
      comparison, {"tag-removed", "tag-added", "tag"},
      [](const kbx::Index& index, Name name) { return index.tag_index(name); }, differences);
  compare_keys<Section::kCategoryKeys, Section::kCategoryEntries>(
      comparison, {"category-removed", "category-added", "category"},
      [](const kbx::Index& index, Name name) { return index.category_index(name); }, differences);
  compare_keys<Section::kDomainKeys, Section::kDomainEntries>(
      comparison, {"domain-removed", "domain-added", "domain"},
      [](const kbx::Index& index, Name name) { return index.domain_index(name); }, differences);
}

}  // namespace

void compare_names(const BaseComparison& comparison, std::vector<Difference>& differences) {
  for (std::uint32_t row = 0; row < comparison.before.size(); ++row) {
    const auto entry = comparison.before.at(row);
    compare_id(comparison, row, entry->id(), differences);
    compare_aliases(comparison, *entry, differences);
  }
  for (std::uint32_t row = 0; row < comparison.now.size(); ++row) {
    compare_new(comparison, row, differences);
  }
  compare_all_keys(comparison, differences);
}

}  // namespace kbc
