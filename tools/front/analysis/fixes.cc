// Which fixes are made together: first come, first served, in the order of the findings. A fix is
// taken when none of its edits touches one that is taken. O(n log n) in the number of edits, by one
// ordered map a file.

#include "analysis/fixes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kbc {
namespace {

// An insertion also touches what begins or ends where it is: of a list's last item removed and
// a new one added after it, neither knows what becomes of the comma.
bool touch(Span left, Span right) {
  const bool has_insertion = left.size() == 0 || right.size() == 0;
  return has_insertion ? left.begin <= right.end && right.begin <= left.end
                       : left.begin < right.end && right.begin < left.end;
}

// The edits of one file that were chosen so far, by their places.
class Taken {
 public:
  // A look at one neighbour on each side is enough, since no two of them overlap.
  bool leaves_free(Span span) const {
    const auto next = edits_.lower_bound({span.begin, span.end});
    if (next != edits_.end() && touch(span, next->second->span)) return false;
    return next == edits_.begin() || !touch(span, std::prev(next)->second->span);
  }

  void add(const Edit& edit) { edits_.emplace(std::pair(edit.span.begin, edit.span.end), &edit); }

  bool empty() const { return edits_.empty(); }

  std::vector<Edit> in_order() const {
    std::vector<Edit> edits;
    edits.reserve(edits_.size());
    for (const auto& [place, edit] : edits_) edits.push_back(*edit);
    return edits;
  }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, const Edit*> edits_;
};

}  // namespace

ChosenFixes choose_fixes(const std::vector<Diagnostic>& findings, Safety most,
                         const std::set<FileId>& closed) {
  std::vector<const Diagnostic*> with_fix;
  for (const Diagnostic& finding : findings) {
    if (finding.fix() != nullptr) with_fix.push_back(&finding);
  }
  return choose_fixes(with_fix, most, closed);
}

ChosenFixes choose_fixes(const std::vector<const Diagnostic*>& findings, Safety most,
                         const std::set<FileId>& closed) {
  ChosenFixes chosen;
  std::map<FileId, Taken> taken;
  for (const Diagnostic* finding : findings) {
    if (finding->fix() == nullptr || finding->fix()->safety > most) continue;
    const std::vector<Edit>& edits = finding->fix()->edits;
    const bool is_free = std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
      return !closed.contains(edit.file) && taken[edit.file].leaves_free(edit.span);
    });
    if (!is_free) continue;
    for (const Edit& edit : edits) taken[edit.file].add(edit);
    chosen.findings.push_back(finding);
  }
  for (const auto& [file, edits] : taken) {
    if (!edits.empty()) chosen.edits.emplace(file, edits.in_order());
  }
  return chosen;
}

std::string apply_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::string edited;
  std::size_t from = 0;
  for (const Edit& edit : edits) {
    edited.append(text, from, edit.span.begin - from);
    edited += edit.text.view();
    from = edit.span.end;
  }
  return edited.append(text, from);
}

}  // namespace kbc
