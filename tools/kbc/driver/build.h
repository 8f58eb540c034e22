#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/base_choice.h"
#include "emit/emit.h"
#include "emit/table_fields.h"

namespace kbc {

// What a person asked of `kbc build`.
struct BuildRequest {
  BaseChoice base;
  std::string out_folder;  // empty: `generated` beside kbc.json
  std::vector<const EmitterInfo*> emitters;
  std::string name_space = "kb";
  std::uint32_t table_limit = 100000;  // C++ tables of more entries are refused
  TableFields fields;                  // that C++ tables have
  std::vector<std::string> domains;    // whose entries C++ tables have; none for all
  std::string depfile;                 // path; empty for none
  std::string stamp;                   // path of a file to touch at the end; empty for none
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
  bool check = false;       // write nothing, say what is out of date
  bool keep_going = false;  // leave out entries with errors
  bool complete = false;    // an entry that is left out fails the run, whatever the reason
  // With check: an artefact that is not there is not out of date.
  bool allow_missing = false;
  bool commit = false;  // the provenance names the git commit
  bool allow_empty = false;
  bool quiet = false;
  bool progress = false;
  bool color = false;
};

// Runs the front half, links, and writes the artefacts; gives an ExitCode. Findings and what was
// done go to standard output.
int build(const BuildRequest& request);

}  // namespace kbc
