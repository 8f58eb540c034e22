// An index of patterns alone, for tests and fuzzers.
#pragma once

#include <cstddef>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "emit/emit.h"
#include "link/link.h"

namespace kbc {

// The bytes of an index of entries that have nothing but an id and one of these regexes.
inline Result<std::string> index_of_patterns(const std::vector<std::string>& regexes,
                                             CaseRule rule) {
  Pools pools;
  std::vector<Objects> objects(1);
  for (std::size_t at = 0; at < regexes.size(); ++at) {
    Entry entry;
    const std::string number = std::to_string(at);
    const std::string id = "e/" + std::string(6 - number.size(), '0') + number;
    entry["id"].value = id;
    entry["regex"].value = regexes[at];
    entry["id"].literal = entry["regex"].literal = "\"\"";
    assemble(entry, static_cast<FileId>(at), pools, objects[0]);
  }
  const Provenance provenance = {{pools.texts.intern("case"), pools.texts.intern(name_of(rule))}};
  const Result<Image> image =
      link(objects, pools, {}, provenance, {rule, Patterns::kPlace, Words::kLeaveOut, 1});
  if (!image) return image.error();
  std::ostringstream out;
  write_index(*image, out);
  return std::move(out).str();
}

}  // namespace kbc
