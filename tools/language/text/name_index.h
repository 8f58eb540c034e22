#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kbc {

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
