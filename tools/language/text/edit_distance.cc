// The table of Wagner and Fischer (The String-to-String Correction Problem, 1974) with an exchange
// of neighbours as an edit, of which only the diagonal band within the limit is filled (Ukkonen:
// Algorithms for Approximate String Matching, 1985): a cell outside of it is above the limit
// anyway. So it takes time in proportion to length times limit, and room for three rows of the
// band.
#include "text/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kbc {
namespace {

// One row of the band: the cell of column j in row i is at j - i + limit + 1, with a cell of
// padding at both ends.
using Band = std::array<std::size_t, 2 * kMaxEditLimit + 3>;

void drop_common_ends(std::string_view& a, std::string_view& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(front));
  b.remove_prefix(static_cast<std::size_t>(front));
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.remove_suffix(static_cast<std::size_t>(back));
  b.remove_suffix(static_cast<std::size_t>(back));
}

// The last three rows of the table, of which only the diagonal band within the limit is kept.
class BandedTable {
 public:
  BandedTable(std::string_view a, std::string_view b, std::size_t limit)
      : a_(a), b_(b), limit_(limit) {
    before_.fill(limit + 1);
    above_.fill(limit + 1);
    for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) above_[j + limit + 1] = j;
  }

  // The distance, or limit + 1.
  std::size_t distance() {
    for (std::size_t i = 1; i <= a_.size(); ++i) {
      if (fill_row(i) > limit_) return limit_ + 1;
    }
    return std::min(above_[b_.size() - a_.size() + limit_ + 1], limit_ + 1);
  }

 private:
  // Returns the smallest value of the row, which no later row goes below.
  std::size_t fill_row(std::size_t i) {
    row_.fill(limit_ + 1);
    std::size_t smallest = limit_ + 1;
    const std::size_t first = i > limit_ ? i - limit_ : 0;
    const std::size_t last = std::min(b_.size(), i + limit_);
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t cell = j + limit_ + 1 - i;
      row_[cell] = j == 0 ? i : value(i, j, cell);
      smallest = std::min(smallest, row_[cell]);
    }
    before_ = above_;
    above_ = row_;
    return smallest;
  }

  std::size_t value(std::size_t i, std::size_t j, std::size_t cell) const {
    const std::size_t substituted = above_[cell] + (a_[i - 1] == b_[j - 1] ? 0 : 1);
    std::size_t least = std::min({substituted, above_[cell + 1] + 1, row_[cell - 1] + 1});
    const bool swapped = i > 1 && j > 1 && a_[i - 1] == b_[j - 2] && a_[i - 2] == b_[j - 1];
    return swapped ? std::min(least, before_[cell] + 1) : least;
  }

  std::string_view a_;
  std::string_view b_;
  std::size_t limit_;
  Band before_{};
  Band above_{};
  Band row_{};
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  limit = std::min(limit, kMaxEditLimit);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  drop_common_ends(a, b);
  if (a.empty()) return b.size();
  return BandedTable(a, b, limit).distance();
}

}  // namespace kbc
