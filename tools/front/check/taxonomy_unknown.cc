#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::vector<std::string_view> keys_of(const Taxonomy::Names& names) {
  std::vector<std::string_view> keys;
  for (const auto& [name, description] : names) keys.push_back(name);
  return keys;
}

void check_name(const Text& text, const std::string& kind, const Taxonomy::Names& names,
                Report& report) {
  if (text.value.empty() || names.contains(text.value)) return;
  Finding finding = report.at(text.span, "unknown-name"_fault,
                              "the taxonomy has no " + kind + " " + ticked(text.value));
  const auto near = nearest(text.value, keys_of(names));
  finding.help(near ? "did you mean " + ticked(*near) + "?" : "`kbc taxonomy` lists them");
  if (near && is_slip(text.value, *near)) {
    finding.fix("write " + ticked(*near), text.span, quote(*near));
  }
}

}  // namespace

void taxonomy_unknown(const Entry& entry, const Context& context, Report& report) {
  const Taxonomy& taxonomy = *context.taxonomy;
  check_name(entry["domain"], "domain", taxonomy.domains, report);
  check_name(entry["category"], "category", taxonomy.categories, report);
  check_name(entry["root_cause_type"], "root-cause type", taxonomy.root_cause_types, report);
}

extern const Explanation taxonomy_unknown_explanation = {
    "The taxonomy of the knowledge base does not list this domain, category or root-cause "
    "type.",
    "Entries are grouped and filtered by these names; nobody finds an entry under a name of its "
    "own.",
    R"("category": "conection_error")",
    R"("category": "connection_error")",
    "Write a name that `kbc taxonomy` lists, or add the new name to the file that "
    "`taxonomy` in `kbc.json` names.",
};

}  // namespace kbc
