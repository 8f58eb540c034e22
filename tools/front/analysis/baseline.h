#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/result.h"
#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "load/snapshot.h"

namespace kbc {

// Findings that an old knowledge base keeps for now, by entry, rule and JSON Pointer: what does not
// change when lines move. As a file:
//
//   {"version": 1, "findings": {"<entry id>": {"<rule>": ["<pointer>", …]}}}
//
// One line stands for every finding of the rule at that value.
class Baseline {
 public:
  struct Key {
    std::string entry;  // its id; for one without an id, that of its path; or `kbc.json`
    std::string rule;
    std::string pointer;

    auto operator<=>(const Key&) const = default;
  };
  struct Line {
    Span span;  // of the pointer in the file
    bool used = false;
  };

  // The error has the place of the fault: what is no line of the form above is one, so that a line
  // never gets lost in silence.
  static Result<Baseline> read(const std::string& path, const Snapshot* snapshot = nullptr);

  // Drops the lines that the other one does not have.
  void keep_lines_of(const Baseline& other);

  // Marks the line as used. Null when there is none.
  Line* find(const Key& key);

  const std::map<Key, Line>& lines() const { return lines_; }
  const std::string& text() const { return text_; }
  const std::string& path() const { return path_; }

  // The file's text for these findings, sorted: the same for the same findings.
  static std::string render(const std::vector<Key>& keys);

 private:
  std::string path_;
  std::string text_;
  std::map<Key, Line> lines_;
};

}  // namespace kbc
