#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/checks.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::vector<std::string_view> keys_of(const Taxonomy::Names& names) {
  std::vector<std::string_view> keys;
  for (const auto& [name, description] : names) keys.push_back(name);
  return keys;
}

void check_name(const Text& text, std::string_view kind, const Taxonomy::Names& names,
                Report& report) {
  if (text.value.empty() || names.contains(text.value)) return;
  Finding finding =
      report.at(text.span, "unknown-name"_fault,
                "the taxonomy has no " + std::string(kind) + " " + ticked(text.value));
  const auto near = nearest(text.value, keys_of(names));
  finding.help(near ? "did you mean " + ticked(*near) + "?" : "`kbc taxonomy` lists them");
  if (near && is_slip(text.value, *near)) {
    finding.fix("write " + ticked(*near), text.span, quote(*near));
  }
}

}  // namespace

void taxonomy_unknown(const Entry& entry, const Context& context, Report& report) {
  for (const TaxonomyList& list : kTaxonomyLists) {
    check_name(entry[list.entry_field], list.words, context.taxonomy->*list.of, report);
  }
}

void report_removal(const UnknownRemoval& removal, const Taxonomy& extended, Place place,
                    Report& report) {
  Finding finding = report.at(std::move(place), "unknown-removal"_fault,
                              "the built-in taxonomy has no " + std::string(removal.list->words) +
                                  " " + ticked(removal.name) + " to remove");
  const auto near = nearest(removal.name, keys_of(extended.*removal.list->of));
  finding.help(near ? "did you mean " + ticked(*near) + "?"
                    : "take it out; `kbc taxonomy --builtin` lists the names");
}

extern const Explanation taxonomy_unknown_explanation = {
    "The taxonomy of the knowledge base does not list this domain, category or root-cause "
    "type; or it removes a name that the built-in taxonomy of this kbc does not have.",
    "Entries are grouped and filtered by these names; nobody finds an entry under a name of its "
    "own.",
    R"("category": "conection_error")",
    R"("category": "connection_error")",
    "Write a name that `kbc taxonomy` lists, or add the new one: `kbc taxonomy add domain NAME "
    "DESCRIPTION`.",
};

}  // namespace kbc
