// What `kbc import` tells of a run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "import/canon.h"
#include "output/output.h"
#include "text/printer.h"

namespace kbc {

// One canon, and what became of it.
struct ImportedCanon {
  enum class Outcome : std::uint8_t { kImported, kThereAlready, kLeftOut };

  std::string path;  // of the file, below the folder
  std::string id;    // of the entry; empty where there can be none
  Outcome outcome = Outcome::kImported;
  std::string reason;  // why it was not imported
  CanonEntry entry;
};

struct ImportReport {
  std::string folder;  // of the canons
  bool is_dry = false;
  std::vector<ImportedCanon> canons;             // in the order of their paths
  std::vector<std::string> domains, categories;  // that the taxonomy got
  std::vector<std::string> files;                // a line for each file that is no entry
  Counts counts;                                 // the findings in the new entries

  std::size_t count(ImportedCanon::Outcome outcome) const;
};

void render_text(const ImportReport& report, Printer& page);
void render_json(const ImportReport& report, std::ostream& out);

}  // namespace kbc
