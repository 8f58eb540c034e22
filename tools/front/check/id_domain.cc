#include <string>
#include <string_view>

#include "check/check.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {

void id_domain(const Entry& entry, const Context& context, Report& report) {
  const Text& domain = entry["domain"];
  const std::string_view from_id = domain_of(entry["id"].value);
  if (domain.value.empty() || from_id.empty() || from_id == domain.value) return;
  // An id that only its own slip sets apart from path and domain is id-path's.
  if (domain_of(entry.path_id) == domain.value) return;
  const std::string message =
      "the id begins with " + ticked(from_id) + ", the domain is " + ticked(domain.value);
  const Span in_id = entry["id"].part(0, from_id.size());
  const bool is_known = context.taxonomy->domains.contains(from_id);
  if (!is_known && context.taxonomy->domains.contains(domain.value)) {
    report.at(in_id, "id-mismatch"_fault, message)
        .note(domain.span, "the domain")
        .help("move the entry to the folder of its domain and change its id");
    return;
  }
  report.at(domain.span, "domain-mismatch"_fault, message)
      .note(in_id, "the domain in the id")
      .help("write " + ticked(from_id) + ", or move the entry to the other domain")
      .fix("write " + ticked(from_id), domain.span, quote(from_id));
}

extern const Explanation id_domain_explanation = {
    "The first part of the id is not the domain of the entry.",
    "The id is where the entry is kept and the domain is how it is filtered: when they differ, it "
    "is in two places at once.",
    R"("id": "git/push-rejected", "domain": "ssh")",
    R"("id": "git/push-rejected", "domain": "git")",
    "Write the domain that the id says. If the domain is the right one, move the file and "
    "change the id.",
};

}  // namespace kbc
