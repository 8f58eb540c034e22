#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/fault_name.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/pointers.h"

namespace kbc {

// The diagnostic that a check is writing; valid until the next Report::at.
class Finding {
 public:
  Finding(Diagnostic& diagnostic, Pointers* pointers)
      : diagnostic_(diagnostic), pointers_(pointers) {}

  // What to write instead: "write `0.85`".
  Finding& help(std::string_view text);

  // Another place that belongs to the finding; a Span is in the same file.
  Finding& note(Span span, std::string_view message);
  Finding& note(Place place, std::string_view message);

  // A certain repair. A Span is in the same file.
  Finding& fix(std::string_view message, Span span, std::string_view replacement);
  Finding& fix(std::string_view message, Safety safety, std::vector<Edit> edits);

  // What it is about where its place does not say it, such as the name of a missing field: part of
  // the fingerprint.
  Finding& about(std::string_view subject);

  // Gives it the rule's exceptional severity.
  Finding& exceptional();

  // The finding is that no entry has this id.
  Finding& concerns(std::string_view id);

  FileId file() const { return diagnostic_.place.file; }

 private:
  Diagnostic& diagnostic_;
  Pointers* pointers_;
};

// Where a check writes what it finds. The runner makes one for each call of a check; it stamps the
// rule, and later the severity.
class Report {
 public:
  // For checks of one file; the pointers may be null when there is no document.
  Report(RuleId rule, FileId file, Pointers* pointers, std::vector<Diagnostic>& out)
      : rule_(rule), file_(file), pointers_(pointers), out_(out) {}

  // For checks of all entries, which give Places.
  Report(RuleId rule, std::vector<Diagnostic>& out) : Report(rule, 0, nullptr, out) {}

  // A finding in the file that is being checked. The fault's name is its own within the rule.
  Finding at(Span span, FaultName fault, std::string_view message);

  // A finding anywhere.
  Finding at(Place place, FaultName fault, std::string_view message);

 private:
  RuleId rule_;
  FileId file_;
  Pointers* pointers_;
  std::vector<Diagnostic>& out_;
};

}  // namespace kbc
