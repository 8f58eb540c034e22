#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/config.h"
#include "config/embedded.h"
#include "core/named.h"
#include "driver/add_name.h"
#include "driver/trouble.h"
#include "text/nearest.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What a person asked of `kbc taxonomy`.
struct TaxonomyRequest {
  std::vector<std::string> words;
  BaseChoice base;
  bool is_built_in = false;
};

void describe(TaxonomyRequest& request, OptionTable& options) {
  options.arguments("[add LIST NAME [DESCRIPTION]]", request.words)
      .offer({"add", "domain", "category", "root-cause-type"});
  options.flag("builtin", "the one built into kbc, whatever kbc.json names", request.is_built_in);
  add_kb_option(options, request.base);
}

int print_taxonomy(const TaxonomyRequest& request) {
  const Result<std::optional<Config>> config =
      request.is_built_in ? std::optional<Config>() : load_config_if_any(request.base);
  if (!config) return report_trouble(config.error());
  // That of kbc is in an order of its own.
  const bool has_own = *config && !(**config).taxonomy_path.empty();
  data_output() << (has_own ? text_of((**config).taxonomy) : std::string(kTaxonomy));
  return kClean;
}

int add(const TaxonomyRequest& request) {
  const std::vector<std::string>& words = request.words;
  if (words.size() < 3 || words.size() > 4) {
    return report_trouble(
        "expected a list, a name and what belongs there: `kbc taxonomy add domain billing "
        "\"Invoices, ledgers and payments.\"`");
  }
  const std::vector<std::string> lists = names_of<std::string>(kTaxonomyLists);
  const TaxonomyList* list = find_named(kTaxonomyLists, words[1]);
  if (list == nullptr) {
    return report_trouble("unknown list " + ticked(words[1]) + "; expected " + listed(lists));
  }
  return add_name(request.base, {list, words[2], words.size() == 4 ? words[3] : ""});
}

int run(TaxonomyRequest& request) {
  if (request.words.empty()) return print_taxonomy(request);
  if (request.words.front() != "add") {
    return report_trouble("unknown word " + ticked(request.words.front()) +
                          "; did you mean `add`?");
  }
  if (request.is_built_in) {
    return report_trouble("the built-in taxonomy is part of kbc; add the name without --builtin");
  }
  return add(request);
}

}  // namespace

Command taxonomy_command() {
  return {
      .details =
          "Prints the names that the entries of the knowledge base may use, with what they mean: "
          "those\nthat are built in, and what `taxonomy` in kbc.json adds and removes. Outside of "
          "a knowledge\nbase these are the built-in ones.\n\n`kbc taxonomy add domain billing "
          "\"Invoices and ledgers.\"` adds a name to that file; LIST is\ndomain, category or "
          "root-cause-type. The first time it makes a file that extends the built-in\ntaxonomy.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
