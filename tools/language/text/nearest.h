// "Did you mean …?": the known name that a person meant who wrote an unknown one.
#ifndef KBC_TEXT_NEAREST_H_
#define KBC_TEXT_NEAREST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kbc {

// A larger limit is taken as this one, which keeps edit_distance linear in the lengths.
inline constexpr std::size_t kMaxEditLimit = 32;

// The optimal string alignment distance between two byte strings: insertions, deletions,
// substitutions and exchanges of two neighbours, no byte edited twice. Anything above the limit is
// limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate that the name is most likely meant to be, or nothing if a person would reject the
// best. Letter case and the choice among `-`, `_` and blank do not count. Accepted are: up to one
// edit for every three letters; the plural for the singular; the same words in another order; a
// beginning of at least a third of the candidate (`conf`); a name that has whole words of the
// candidate, or more words than it (`cause` for `root_cause`, `signature_text` for `signature`). Of
// two equally good candidates the one nearer in length, then the one first in byte order. For short
// lists: every candidate is looked at.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates);

// Whether the name differs from the suggestion by a slip of the fingers alone, so that replacing it
// unasked is safe: by case or separators, by one edit, or by two in twelve letters or more, but by
// no digit, since `http-403` is not `http-404` misspelt.
bool is_slip(std::string_view name, std::string_view suggestion);

// Finds the nearest of many ids of the form `domain/slug-of-words`, in time that depends on the
// length of the query and the logarithm of their number only. It may miss a near id if hundreds of
// others share as many words with the query. The answer does not depend on the order of the ids.
class NameIndex {
 public:
  // Keeps the views, not the text: what they point to must outlive the index. Repeated ids count
  // once. Takes 32 bytes of memory for each id and 16 for each of its words.
  explicit NameIndex(std::vector<std::string_view> ids);

  // The id that was probably meant, never the queried text itself: a few edits away, the same words
  // in another order, one word more, less or other, or the same slug in another domain.
  std::optional<std::string_view> nearest(std::string_view id) const;

  // The same for at most `most` ids, the nearest first.
  std::vector<std::string_view> nearest(std::string_view id, std::size_t most) const;

 private:
  std::vector<std::uint32_t> candidates_for(std::string_view id) const;

  std::vector<std::string_view> ids_;  // sorted, unique
  // A hash of a word, of a set of words or of a slug's letters in the high half, the position of an
  // id that has it in the low half; sorted.
  std::vector<std::uint64_t> postings_;
};

}  // namespace kbc

#endif  // KBC_TEXT_NEAREST_H_
