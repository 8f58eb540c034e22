// A canon of deadends.dev, and the entry that is made of it. docs/import.md has the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "parse/document.h"

namespace kbc {

// A value of a canon, and what became of it.
struct CanonNote {
  std::string pointer;  // in the canon
  std::string text;
};

// What is done to a canon beyond putting its values into other places.
struct Amendments {
  std::set<std::uint32_t> dropped;  // values that the entry does not get
  bool joins_signature = false;     // the lines of the signature become one
  bool quotes_signature = false;    // the regex matches the signature as it is, too
};

// What a canon is as an entry.
struct CanonEntry {
  std::string text;                              // in canonical form
  std::map<std::string, std::uint32_t> origins;  // pointers of values that may be dropped: the
                                                 // value of the canon that each comes from
  std::vector<CanonNote> repairs, lost;
  // The fields that say something and have no place in an entry, in the order of the canon: the
  // first kMostFields of them, and how many more there are.
  std::vector<std::string> without_place;
  std::size_t more_without_place = 0;
};

inline constexpr std::size_t kMostFields = 100;

// The id of the entry for a canon's `domain/slug/environment`: `domain/slug-environment`, in lower
// case, everything but ASCII letters and digits as a hyphen. Empty where there are not three parts
// or one of them has neither.
std::string entry_id_of(std::string_view canon_id);

class Canon {
 public:
  // Views the text. The error says why the text is no canon, or has too little for an entry.
  static Result<Canon> read(const std::string& text);

  // Of the entry.
  const std::string& id() const { return id_; }
  // Where its authors publish it.
  std::string_view address() const { return address_; }

  std::string_view domain() const { return text_at("/error/domain"); }
  std::string_view category() const { return text_at("/error/category"); }
  // The ids of the entries that it links to.
  std::set<std::string> targets() const;

  // The entry. Links to what `is_known` does not know are lost. `schema` is that of entries.
  Result<CanonEntry> entry(const Amendments& amendments,
                           const std::function<bool(const std::string&)>& is_known,
                           const Document& schema) const;

  // Where a value is, for messages: cut if it is very long.
  std::string pointer(std::uint32_t node) const;

 private:
  class Writer;

  std::string_view text_at(std::string_view pointer) const;
  Status check();

  std::string_view text_;
  Document document_;
  std::string id_;
  std::string_view address_;
};

// The pointer of a field, the same in every element of a list: `/dead_ends/*/tradeoff`.
std::string field_pointer(std::string_view pointer);

}  // namespace kbc
