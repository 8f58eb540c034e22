#include <string>
#include <unordered_map>

#include "check/check.h"
#include "text/ascii.h"
#include "text/ticked.h"

namespace kbc {

void signature_duplicate(const KnowledgeBase& base, Report& report) {
  std::unordered_map<std::string, const EntryRecord*> first;
  first.reserve(base.entries().size());
  for (const EntryRecord& entry : base.entries()) {
    if (entry.signature.value.empty()) continue;
    const auto [known, is_new] = first.try_emplace(lower_ascii(entry.signature.value), &entry);
    const EntryRecord& other = *known->second;
    // Two entries with one id are id_duplicate's, whatever else they share.
    if (is_new || other.id.value == entry.id.value) continue;
    report
        .at(entry.at_signature(), "duplicate-signature"_fault,
            ticked(other.id.value, 128) + " already has this signature")
        .note(other.at_signature(), "first used here")
        .help("merge the two entries, or quote more of the message to tell them apart");
  }
}

extern const Explanation signature_duplicate_explanation = {
    "Two entries have the same signature. The case of ASCII letters is ignored, as in a search.",
    "Readers who look up the message find two answers and no way to choose. Often one error was "
    "described twice.",
    R"(in git/a:  "signature": "Permission denied"
in ssh/b:  "signature": "permission denied")",
    R"(in git/a:  "signature": "Permission denied while writing to .git/config"
in ssh/b:  "signature": "Permission denied, please try again")",
    "Merge the entries, keeping the other id as an alias, or quote more of each message.",
};

}  // namespace kbc
