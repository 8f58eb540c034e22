#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/analyse.h"
#include "check/input.h"
#include "config/config.h"
#include "diagnostic/diagnostic.h"
#include "load/source.h"
#include "lower/knowledge_base.h"

namespace kbc {

// What one file's pass leaves behind.
struct FileResult {
  std::shared_ptr<EntryRecord> record;
  std::vector<Diagnostic> diagnostics;
  // From this day on another pass may find something else, though nothing else has changed.
  std::optional<std::chrono::year_month_day> next_change;
};

// What one thread uses for file after file.
struct FileScratch {
  ParsedFile file;
  std::vector<Diagnostic> diagnostics;
};

// The phases of one file, from its text to the findings about it, which know their lines. Depends
// on nothing but the file, the configuration, the rules that run and the day.
class FilePass {
 public:
  // Views both.
  FilePass(const Config& config, const AnalyseOptions& options);

  FileResult run(const Source& source, FileId id, FileScratch& scratch, unsigned worker) const;

 private:
  void check(const ParsedFile& file, const Entry& entry, FileId id,
             std::vector<Diagnostic>& diagnostics) const;

  const Config& config_;
  const AnalyseOptions& options_;
  Context context_;
  RegexLiterals literals_;
};

}  // namespace kbc
