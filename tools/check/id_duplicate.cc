#include <string>
#include <string_view>
#include <unordered_map>

#include "check/checks.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string folded(std::string_view id) {
  std::string text(id);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return text;
}

std::string message(std::string_view id, std::string_view owner) {
  const std::string text = "id " + ticked(id) + " is already taken";
  return id == owner ? text : text + ": " + ticked(owner) + " differs only by case";
}

}  // namespace

void id_duplicate(const KnowledgeBase& base, Report& report) {
  std::unordered_map<std::string, const EntryRecord*> owners;
  owners.reserve(base.entries().size());
  // The entry that stands where its id says owns the id, wherever the others stand.
  for (const bool wants_owner : {true, false}) {
    for (const EntryRecord& entry : base.entries()) {
      if (entry.id.value.empty() || entry.id.span.size() == 0) continue;
      if (wants_owner != (entry.id.value == entry.path_id)) continue;
      const auto [known, is_new] = owners.try_emplace(folded(entry.id.value), &entry);
      if (is_new) continue;
      const EntryRecord& owner = *known->second;
      report.at(entry.at_id(), message(entry.id.value, owner.id.value))
          .note(owner.at_id(), "first used here")
          .help("give this entry an id of its own");
    }
  }
}

const Explanation id_duplicate_explanation = {
    "Two entries have the same id, or ids that differ only in upper and lower case.",
    "A link to the id could mean either. Ids that differ by case alone are one file on some "
    "systems.",
    R"("id": "git/push-rejected" in git/push-rejected.json and in git/pull-rejected.json)",
    R"("id": "git/push-rejected" and "id": "git/pull-rejected")",
    "Give one of the two another id. If they are the same entry, delete one.",
};

}  // namespace kbc
