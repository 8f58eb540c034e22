#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "analysis/baseline.h"
#include "core/result.h"
#include "edit/json_edits.h"
#include "parse/document.h"

namespace kbc {

// What becomes of the names of an entry that is moved or removed, wherever they are written.
struct IdChange {
  std::set<std::string, std::less<>> from;
  std::optional<std::string> to;  // nothing: what they stand in goes
  // The names of another entry that takes the place of this one; none for one that only moves. A
  // link beside one to that entry, or in that entry itself, has become needless.
  std::set<std::string, std::less<>> merged_with = {};
  // Whether the entry itself is another one now: what was said of its own file goes.
  bool is_gone = false;
};

// How many places name the new id now, and how many are gone.
struct ChangedPlaces {
  std::size_t renamed = 0, removed = 0;
  // Messages that expect an id which no entry has any more; they are left.
  std::size_t left = 0;

  bool any() const { return renamed + removed > 0; }
};

// In the links of an entry. `own` is its id after the change.
ChangedPlaces change_links(const Document& document, const IdChange& change, std::string_view own,
                           JsonEdits& edits);

// A text after a change.
struct ChangedText {
  std::string text;
  ChangedPlaces places;
};

// In message tests: in `expect` and `not` of a JSON array of objects, or of one object in each line
// (NDJSON). The error begins with `path`, and says where the text is no JSON.
Result<ChangedText> change_tests(const std::string& path, const std::string& text,
                                 const IdChange& change);

// In a baseline: the entries of its lines, and the links in their places and values.
ChangedText change_baseline(const Baseline& baseline, const IdChange& change);

}  // namespace kbc
