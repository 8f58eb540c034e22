#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/result.h"
#include "link/image.h"
#include "link/object.h"
#include "pattern/case_rule.h"

namespace kbc {

// What the image says of its origin: names and values, in the order in which they are, as texts
// of the pool.
using Provenance = std::vector<std::pair<StringId, StringId>>;

// What a name of the taxonomy stands for: the title of a text in the field of entries at this place
// of their rows. Texts of the pool.
struct Title {
  std::size_t field = 0;
  StringId name = kNoString, title = kNoString;
};
using Titles = std::vector<Title>;

// Whether an image can be asked which entries a text shows; without, those sections are empty.
enum class Patterns : std::uint8_t { kPlace, kLeaveOut };

// The same for the words of the entries.
enum class Words : std::uint8_t { kPlace, kLeaveOut };

struct LinkOptions {
  CaseRule case_rule = CaseRule::kIgnoreCase;  // of the patterns
  Patterns patterns = Patterns::kPlace;
  Words words = Words::kPlace;
  unsigned jobs = 1;
  Titles titles = {};  // in any order; those of names that no entry has are passed over
};

// Places the entries in the order of their ids, resolves their links, and makes the look-ups and
// what finds patterns in texts and entries by their words: the same image for the same entries,
// whoever compiled them in which order. Entries whose file is in left_out (sorted) are passed over;
// a link to one of them leads nowhere. The pools must outlive the image.
//
// The error says what no index can hold: an entry without id, two with one, over 4 GiB of text or
// of the entries of words.
Result<Image> link(const std::vector<Objects>& objects, const Pools& pools,
                   const std::vector<FileId>& left_out, const Provenance& provenance,
                   const LinkOptions& options);

}  // namespace kbc
