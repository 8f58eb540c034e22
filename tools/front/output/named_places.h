#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "load/source_set.h"
#include "parse/document.h"

namespace kbc {

// A value that is told apart from every other.
struct NamedValue {
  std::string canonical;  // the same for equal values only
  std::string json;  // without blanks; empty if it were more than kMostValueBytes, or not UTF-8
};
inline constexpr std::size_t kMostValueBytes = 80;

// Says where in its file a place is by what is there, so that moving it changes nothing. Each file
// is parsed when the first of its places needs it: places are best asked for in the order of files.
class NamedPlaces {
 public:
  explicit NamedPlaces(SourceSet& sources) : sources_(sources) {}

  // The JSON Pointer, in which an element of a list has a name in place of its index:
  // docs/output-formats.md says which.
  std::string steps_to(const Place& place);

  // The value there; of the name of a member the member's. Nothing for the whole document, and in a
  // text that is no JSON.
  std::optional<NamedValue> value_at(const Place& place);

  // The place that a JSON Pointer leads to, if it leads anywhere.
  std::optional<Place> place_of(FileId file, std::string_view pointer);

 private:
  void enter(FileId file);
  const Document& document();
  const std::string& name_of_element(std::uint32_t element);

  SourceSet& sources_;
  std::optional<FileId> file_;
  bool is_read_ = false;  // whether document_ is that of file_
  Document document_;
  std::unordered_map<std::uint32_t, std::vector<std::string>> elements_;  // by arrays
  std::unordered_map<std::uint32_t, NamedValue> values_;                  // by nodes
};

}  // namespace kbc
