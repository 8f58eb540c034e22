// The files of a new knowledge base.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "lower/taxonomy.h"

namespace kbc {

enum class CiService : std::uint8_t { kNone, kGitHub, kGitLab };

// Where the files go, and what they say.
struct BasePlan {
  std::string root;   // of the knowledge base
  std::string top;    // of the working tree around it; the root where there is none
  std::string below;  // the root seen from there, with a slash at its end; empty for the same
  std::vector<std::string> domains;
  bool has_hook = false;
  CiService ci = CiService::kNone;
  std::chrono::year_month_day today;
};

// A taxonomy that extends the built-in one by domains; `schema` is its own schema's place, for
// editors, or empty.
std::string extending_taxonomy(const std::string& schema, const Taxonomy::Names& domains);

// A file to be written unless it is there.
struct BaseFile {
  std::string path;
  std::string text;
  std::string addition;  // what a file that is there should have, too; empty: it is as good
};

// The files of kinds that do not depend on each other, each in the order in which to write them.

// kbc.json and its taxonomy.
std::vector<BaseFile> config_files(const BasePlan& plan);
// A valid entry.
BaseFile first_entry(const BasePlan& plan);
// The schemas of kbc.json and of taxonomies.
std::vector<BaseFile> fixed_schemas(const BasePlan& plan);
// Where the schema of entries goes, from the root: `kbc schema --editor` makes it.
inline constexpr const char* kEntrySchemaName = "schema/entry.schema.json";
// What git, editors, pre-commit and continuous integration read.
std::vector<BaseFile> surroundings(const BasePlan& plan);

}  // namespace kbc
