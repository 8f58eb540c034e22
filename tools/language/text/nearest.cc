// Each candidate gets a cost, two for an edit and fixed ones for the slips that people make in
// whole words, and the cheapest wins; whatever costs more than a person would accept is rejected.
// The costs are chosen by hand: what matters is their order. Time is the number of candidates times
// their length.
#include "text/nearest.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

#include "text/edit_distance.h"
#include "text/name_words.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Whether `part` is in `whole` as words of their own.
bool has_words(std::string_view whole, std::string_view part) {
  for (auto at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool starts_word = at == 0 || is_name_separator(whole[at - 1]);
    if (starts_word && (end == whole.size() || is_name_separator(whole[end]))) return true;
  }
  return false;
}

std::string_view singular(std::string_view word) {
  if (word.size() > 3 && word.ends_with("ies")) return word.substr(0, word.size() - 3);
  if (word.size() > 3 && word.ends_with("es")) return word.substr(0, word.size() - 2);
  if (word.size() > 2 && (word.back() == 's' || word.back() == 'y')) {
    return word.substr(0, word.size() - 1);
  }
  return word;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

std::size_t cost_of_edits(std::string_view name, std::string_view candidate) {
  const std::size_t longer = std::max(name.size(), candidate.size());
  const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
  const std::size_t distance = edit_distance(name, candidate, limit);
  const bool accepted = distance <= std::min(limit, kMaxEditLimit) && 2 * distance < longer;
  return accepted ? 2 * distance : kRejected;
}

std::size_t cost_of_wording(std::string_view name, std::string_view candidate) {
  if (name.size() > 2 && singular(name) == singular(candidate)) return 1;
  if (name.size() == candidate.size() &&
      sorted_words_of_name(name) == sorted_words_of_name(candidate))
    return 2;
  if (name.size() >= 3 && candidate.starts_with(name) && 3 * name.size() >= candidate.size()) {
    return 5;
  }
  if (name.size() >= 4 && has_words(candidate, name)) return 6;
  if (candidate.size() >= 4 && has_words(name, candidate)) return 7;
  return kRejected;
}

std::size_t cost_of(std::string_view name, std::string_view candidate) {
  if (name == candidate) return 0;
  return std::min(cost_of_edits(name, candidate), cost_of_wording(name, candidate));
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const std::string ours = folded_name(name);
  std::tuple<std::size_t, std::size_t, std::string_view> best{kRejected, 0, {}};
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestName) continue;
    const std::size_t cost = cost_of(ours, folded_name(candidate));
    best = std::min(best, {cost, difference(name.size(), candidate.size()), candidate});
  }
  if (std::get<0>(best) >= kRejected) return std::nullopt;
  return std::get<2>(best);
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates,
                         std::string_view otherwise) {
  const auto near = nearest(name, candidates);
  if (near) return "; did you mean " + ticked(*near) + '?';
  return otherwise.empty() ? std::string() : "; " + std::string(otherwise);
}

bool is_slip(std::string_view name, std::string_view suggestion) {
  const std::string ours = folded_name(name);
  const std::string theirs = folded_name(suggestion);
  if (ours == theirs) return true;
  const std::size_t limit = ours.size() >= 12 ? 2 : 1;
  return ours.size() >= 4 && edit_distance(ours, theirs, limit) <= limit &&
         digits_of(ours) == digits_of(theirs);
}

}  // namespace kbc
