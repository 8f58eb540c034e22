// What `kbc validate` would say of an entry that is not written yet.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "diagnostic/diagnostic.h"

namespace kbc {

// A finding about the entry, with the line that `kbc validate --format short` has for it.
struct Judgement {
  Severity severity = Severity::kError;
  std::string pointer;  // the value that it is about
  std::string rule, message, help;
  std::string line;
};

class Judge {
 public:
  // Views the configuration.
  Judge(const Config& config, std::chrono::year_month_day today, unsigned jobs);
  ~Judge();

  // The findings about the text as the entry at `path`: by itself, which takes the same time in any
  // knowledge base, or among all other entries, which are read the first time.
  std::vector<Judgement> alone(const std::string& text, const std::string& path) const;
  std::vector<Judgement> among_others(const std::string& text, const std::string& path) const;

 private:
  class Others;

  AnalyseOptions options() const;
  std::vector<Judgement> judgements_of(Analysis analysis) const;

  const Config& config_;
  std::chrono::year_month_day today_;
  unsigned jobs_;
  std::unique_ptr<Others> others_;
};

bool has_error(const std::vector<Judgement>& judgements);

}  // namespace kbc
