#include "mcp/completion.h"

#include <utility>

namespace kbc {
namespace {

// Keeps the words with a text in them, those that begin with it first.
class Matching {
 public:
  explicit Matching(std::string_view text) : text_(text) {}

  void add(std::string_view word) {
    const std::size_t at = word.find(text_);
    if (at == std::string_view::npos) return;
    ++total_;
    std::vector<std::string_view>& words = at == 0 ? first_ : others_;
    if (words.size() < Completion::kMost) words.push_back(word);
  }

  Completion take() && {
    for (const std::string_view word : others_) {
      if (first_.size() == Completion::kMost) break;
      first_.push_back(word);
    }
    return {std::move(first_), total_};
  }

 private:
  std::string_view text_;
  std::vector<std::string_view> first_, others_;
  std::size_t total_ = 0;
};

}  // namespace

std::optional<Completion> complete(const Knowledge& knowledge, std::string_view name,
                                   std::string_view text) {
  Matching matching(text);
  if (name == "id") {
    for (const auto& entry : knowledge.index().entries()) matching.add(entry.id());
  } else if (name == "domain") {
    for (const auto& domain : knowledge.index().domains()) matching.add(domain.name);
  } else {
    return {};
  }
  return std::move(matching).take();
}

}  // namespace kbc
