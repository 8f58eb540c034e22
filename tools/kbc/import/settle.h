#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "import/canon.h"
#include "parse/document.h"

namespace kbc {

// The entry of one canon after every repair whose result is certain, or why there is none.
struct SettledCanon {
  CanonEntry entry;
  std::string reason;  // empty where the entry has no error of its own
};

// Makes entries of canons that the rules have no error to report of, each by itself: applies the
// safe fixes of the rules, joins the lines of a signature, lets a regex match its signature, and
// drops what can be missing (a source, a link, a range of versions, a tag). Safe for many threads.
class Settler {
 public:
  // Views the configuration.
  Settler(const Config& config, std::chrono::year_month_day today);

  SettledCanon settle(const Canon& canon,
                      const std::function<bool(const std::string&)>& is_known) const;

 private:
  // The findings about a text as the entry at a path, in order, after the safe fixes; which go into
  // the entry, and a line for each into its repairs.
  std::vector<Diagnostic> mend(const std::string& path, CanonEntry& entry) const;

  const Config& config_;
  AnalyseOptions options_;
  Document schema_;
};

}  // namespace kbc
