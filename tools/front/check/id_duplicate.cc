#include <string>
#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "parse/literal.h"
#include "text/ascii.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// The entry that is where its id says has the better claim, wherever the others are.
bool owns_id(const EntryRecord& entry) {
  return entry.id.value == entry.path_id && is_entry_id(entry.id.value);
}

std::string message(std::string_view id, std::string_view owner) {
  const std::string text = "id " + ticked(id) + " is already taken";
  return id == owner ? text : text + ": " + ticked(owner) + " differs only by case";
}

// A copy of an entry whose id was forgotten: its path says what the id should be.
void offer_path(const EntryRecord& entry, const KnowledgeBase& base, Finding& finding) {
  if (!is_entry_id(entry.path_id) || base.find(entry.path_id) != nullptr) {
    finding.help("give this entry an id of its own");
    return;
  }
  finding.fix("write " + ticked(entry.path_id, kMaxIdBytes) + ", as the path says", Safety::kUnsafe,
              {{entry.file, entry.id.span, quote(entry.path_id)}});
}

}  // namespace

void id_duplicate(const KnowledgeBase& base, Report& report) {
  std::unordered_map<std::string, const EntryRecord*> owners;
  owners.reserve(base.entries().size());
  for (const bool wants_owner : {true, false}) {
    for (const EntryRecord& entry : base.entries()) {
      if (entry.id.value.empty() || entry.id.span.size() == 0) continue;
      if (wants_owner != owns_id(entry)) continue;
      const auto [known, is_new] = owners.try_emplace(lower_ascii(entry.id.value), &entry);
      if (is_new) continue;
      const EntryRecord& owner = *known->second;
      Finding finding =
          report.at(entry.at_id(), "taken-id"_fault, message(entry.id.value, owner.id.value));
      finding.note(owner.at_id(), "first used here");
      offer_path(entry, base, finding);
    }
  }
}

extern const Explanation id_duplicate_explanation = {
    "Two entries have the same id, or ids that differ only in upper and lower case.",
    "A link to the id could mean either. Ids that differ by case alone are one file on some "
    "systems.",
    R"("id": "git/push-rejected" in git/push-rejected.json and in git/pull-rejected.json)",
    R"("id": "git/push-rejected" and "id": "git/pull-rejected")",
    "Give one of the two another id. If they are the same entry, delete one.",
};

}  // namespace kbc
