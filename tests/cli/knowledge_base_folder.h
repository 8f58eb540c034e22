#pragma once

#include <string>
#include <string_view>

#include "cli/process.h"

namespace kbc {

// An entry that no rule objects to on the day that validate() sets; its id is `git/push-rejected`.
std::string clean_entry();

// A copy of text in which the first `from` is `to`; the test fails when there is none.
std::string replaced(std::string text, std::string_view from, std::string_view to);

// The clean entry as `git/<slug>`, with a link to target in `leads_to`.
std::string linked(const std::string& slug, const std::string& target);

// A temporary folder with a kbc.json in it.
class KnowledgeBaseFolder : public TemporaryFolder {
 public:
  explicit KnowledgeBaseFolder(std::string_view config = "{}\n") { write("kbc.json", config); }

  // Writes entries/<name>.json.
  void entry(std::string_view name, std::string_view text) const {
    write("entries/" + std::string(name) + ".json", text);
  }

  // The clean entry under another id of the domain git.
  void clean(std::string_view slug) const;

  // `kbc validate --today 2026-01-15 --color never …` in this folder.
  Outcome validate(const std::vector<std::string>& arguments = {},
                   std::string_view input = {}) const;
};

// How often a text stands in another.
std::size_t occurrences(std::string_view text, std::string_view part);

}  // namespace kbc
