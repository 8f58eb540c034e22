#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "compare/difference.h"

namespace kbc {

// One of the two knowledge bases, as reports name it.
struct ComparedSide {
  std::string name;
  std::size_t entries = 0;
  std::string content_id;
};

// What is shown of a comparison.
struct DifferenceReport {
  ComparedSide before, now;
  std::vector<Difference> differences;  // sorted
  std::size_t messages = 0;             // that were compared
  Severity fail_on = Severity::kError;
  bool counts_only = false;  // text and markdown only
  bool summary = true;       // text only: the last line
  bool color = false;        // text only
  // The path in the repository of an entry's file on the new side; empty where there is none.
  std::function<std::string(const std::string& id)> file_of;

  bool fails(const Difference& difference) const {
    return !difference.is_accepted() && difference.severity >= fail_on;
  }
};

struct DifferenceFormat {
  std::string_view name;
  void (*render)(const DifferenceReport& report, std::ostream& out);
};

// text, json, markdown, github, junit.
const std::vector<DifferenceFormat>& difference_formats();

// "2 breaking, 1 behaviour, 0 risk, 3 info; 1 accepted".
std::string tally(const DifferenceCounts& counts);

// A sentence on what was compared and found.
std::string summary_of(const DifferenceReport& report);

void render_text(const DifferenceReport& report, std::ostream& out);
void render_json(const DifferenceReport& report, std::ostream& out);
void render_markdown(const DifferenceReport& report, std::ostream& out);
void render_github(const DifferenceReport& report, std::ostream& out);
void render_junit(const DifferenceReport& report, std::ostream& out);

}  // namespace kbc
