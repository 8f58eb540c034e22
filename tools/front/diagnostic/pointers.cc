#include "diagnostic/pointers.h"

#include <string>
#include <utility>
#include <vector>

namespace kbc {
namespace {

// What pointers have in common is shared in parts of at least this size: a smaller one costs no
// less than its copies.
constexpr std::size_t kLeastShared = 64;

}  // namespace

PointerText Pointers::at(Span span) {
  if (document_.empty()) return {};
  PointerText pointer;
  std::vector<std::uint32_t> path;
  for (std::uint32_t at = document_.node_at(span.begin); at != 0; at = document_[at].parent) {
    if (document_[document_[at].parent].is_name) continue;  // its name is the step
    if (const auto known = shared_.find(at); known != shared_.end()) {
      pointer = known->second;
      break;
    }
    path.push_back(at);
  }
  std::string rest;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    append_pointer_step(rest, document_[*step]);
    if (rest.size() < kLeastShared) continue;
    pointer = PointerText(std::move(pointer), rest);
    shared_.emplace(*step, pointer);
    rest.clear();
  }
  return {std::move(pointer), rest};
}

}  // namespace kbc
