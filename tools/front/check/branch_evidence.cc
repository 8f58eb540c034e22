#include "check/branch_evidence.h"

#include <algorithm>
#include <tuple>

#include "text/ascii.h"

namespace kbc {
namespace {

// How much evidence makes a branch generic. One line of the background is enough: nothing in it is
// an error. Signatures and root causes of other domains may well be about the same thing, unless
// what matches is a piece of a longer word, or they are of many domains.
constexpr std::size_t kFewDomains = 3;
constexpr std::size_t kManyDomains = 12;
constexpr std::size_t kMostLines = 20;

void add_domain(std::vector<std::string_view>& domains, std::string_view domain) {
  if (std::find(domains.begin(), domains.end(), domain) == domains.end()) domains.push_back(domain);
}

// Which of two texts is shown: whatever the order in which they come.
bool is_shown_before(const UnrelatedText& left, const UnrelatedText& right) {
  const bool has_entries = left.entry != nullptr && right.entry != nullptr;
  if (!has_entries) return left.entry == nullptr && right.entry != nullptr;
  return std::tuple(left.entry->id.value, !left.is_signature, left.text) <
         std::tuple(right.entry->id.value, !right.is_signature, right.text);
}

}  // namespace

bool Evidence::is_generic() const {
  return lines > 0 || torn_domains.size() >= kFewDomains || domains.size() >= kManyDomains;
}

bool Evidence::is_enough() const {
  return lines > kMostLines || domains.size() > kManyDomains || torn_domains.size() > kFewDomains;
}

void Evidence::note(const UnrelatedText& text, bool is_torn) {
  if (text.domain.empty()) {
    ++lines;
  } else {
    add_domain(domains, text.domain);
    if (is_torn) add_domain(torn_domains, text.domain);
  }
  const bool is_better =
      sample == nullptr || (is_torn == is_sample_torn ? is_shown_before(text, *sample) : is_torn);
  if (!is_better) return;
  sample = &text;
  is_sample_torn = is_torn;
}

bool is_torn(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestEnding = 3;
  if (begin > 0 && is_alphanumeric(text[begin - 1]) && is_alphanumeric(text[begin])) return true;
  std::size_t more = 0;
  while (end + more < text.size() && is_alphanumeric(text[end - 1]) &&
         is_alphanumeric(text[end + more]))
    ++more;
  return more > kLongestEnding;
}

}  // namespace kbc
