#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/base_choice.h"
#include "core/result.h"
#include "core/span.h"
#include "diagnostic/rule.h"
#include "load/discover.h"
#include "load/snapshot.h"
#include "lower/removed_ids.h"
#include "lower/taxonomy.h"
#include "os/border.h"
#include "pattern/case_rule.h"
#include "text/private_host.h"
#include "validate/schema.h"

namespace kbc {

// One line of `rules` in kbc.json.
struct RuleSetting {
  std::string name;  // of a rule or a group
  Severity severity = Severity::kOff;
  Span span;  // of the member's name
  std::string pointer;
};

// A knowledge base as kbc.json describes it, with what the file refers to already read.
struct Config {
  std::string root;                        // the folder of kbc.json
  std::string around;                      // BaseChoice has it
  Border border;                           // around it
  std::string path;                        // of kbc.json
  std::string text;                        // of kbc.json
  std::string entries;                     // the folder of the entries
  std::string entries_name;                // the same, relative to the root
  std::string schema_path, taxonomy_path;  // that kbc.json names; empty for what is built in
  std::string baseline_path;               // that kbc.json names; empty for none
  Globs exclude;
  HostList private_hosts;
  RemovedIds removed;
  std::vector<RuleSetting> rules;  // groups before rules, so that the narrower setting wins
  CaseRule case_rule = CaseRule::kIgnoreCase;
  Schema schema;
  std::string schema_text;
  std::vector<std::string> notes;  // on what the files say, each with its place
  Taxonomy taxonomy;
  std::string taxonomy_text;                     // of the file at taxonomy_path
  std::vector<UnknownRemoval> unknown_removals;  // in it
};

// The folder of the knowledge base.
Result<std::string> find_knowledge_base(const BaseChoice& choice);

// The nearest folder from this one upwards that has a kbc.json; empty without one.
std::string knowledge_base_around(const std::filesystem::path& folder);

// The border around the one in that folder.
Result<Border> border_around(const std::string& folder, const BaseChoice& choice);

// The knowledge base. With a snapshot the configuration and what it names are read from that; when
// it has no kbc.json and takes nothing from disk, all is as with `{}`. An error may have several
// lines, one for each fault, each with its place; of a hundred or more the first hundred.
Result<Config> load_config(const BaseChoice& choice, const Snapshot* snapshot = nullptr);

// The knowledge base that is named, or the nearest upwards of the working directory; nothing where
// there is none.
Result<std::optional<Config>> load_config_if_any(const BaseChoice& choice);

// The taxonomy of kbc itself.
const Taxonomy& built_in_taxonomy();

// Whether a text is a taxonomy; the error has a line with a place for each fault.
Status check_taxonomy(const std::string& shown_path, const std::string& text);

// The path as a person would write it from the working directory.
std::string display_path(const std::string& path);

}  // namespace kbc
