#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "load/snapshot.h"
#include "os/border.h"
#include "output/named_places.h"

namespace kbc {

// Findings that an old knowledge base keeps for now, by entry, rule, place and value. As a file:
//
//   {"version": 2, "findings": {"<entry id>": {"<rule>": [{"at": "<place>", "value": <JSON>}]}}}
//
// One line stands for every finding of the rule at that value. The place is what NamedPlaces calls
// it; of a value that is longer than kMostValueBytes there is its `hash`, of the whole entry
// neither. Version 1 has JSON Pointers in place of the lines' objects, and accepts any value there.
class Baseline {
 public:
  struct Key {
    std::string entry;  // its id; for one without an id, that of its path; or `kbc.json`
    std::string rule;
    std::string place;  // a JSON Pointer in version 1
    std::string value;  // identity_of() it; empty in version 1

    auto operator<=>(const Key&) const = default;
  };
  struct Line {
    Span span;  // of the place in the file
    bool used = false;
    std::string json;  // the value, where the file has it
  };

  // A key's `value`.
  static std::string identity_of(const NamedValue& value);

  // The error has the place of the fault: what is no line of the form above is one, so that a line
  // never gets lost in silence. by says whose path it is: a
  // link at that of kbc.json does not lead out of the border.
  static Result<Baseline> read(const std::string& path, const Border& border, Border::By by,
                               const Snapshot* snapshot = nullptr);

  // Drops the lines that the other one does not have. One of another version says that only where
  // it has none.
  void keep_lines_of(const Baseline& other);

  // Whether it has any line for the rule in the entry.
  bool has(const std::string& entry, const std::string& rule) const;
  // The line of this key, or null.
  Line* find(const Key& key);
  // A line for the same place with another value, or null.
  Line* find_other_value(const Key& key);

  int version() const { return version_; }

  const std::map<Key, Line>& lines() const { return lines_; }
  const std::string& text() const { return text_; }
  const std::string& path() const { return path_; }

  // The text of a file of version 2 with these lines, sorted: the same for the same lines.
  static std::string render(const std::map<Key, Line>& lines);

 private:
  std::string path_;
  std::string text_;
  int version_ = 2;
  std::map<Key, Line> lines_;
};

}  // namespace kbc
