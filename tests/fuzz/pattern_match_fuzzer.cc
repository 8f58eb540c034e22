// Patterns and a text, one line each, the text last: the matcher says what RE2 says.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/re2.h"
#include "kbx/index.h"
#include "match/made_patterns.h"
#include "match/matcher.h"
#include "text/utf8.h"

namespace kbc {
namespace {

void compare(const std::vector<std::string>& regexes, const std::string& text, CaseRule rule) {
  const Result<std::string> bytes = index_of_patterns(regexes, rule);
  if (!bytes) std::abort();
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(*bytes, error);
  if (!index || !index->verify(error)) std::abort();
  const std::optional<Matcher> matcher = Matcher::over(*index, error);
  RE2::Options options;
  options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
  options.set_log_errors(false);
  MatchScratch scratch;
  std::vector<Hit> hits;
  if (matcher) matcher->match(text, scratch, hits);
  std::size_t next = 0;
  for (std::uint32_t entry = 0; entry < regexes.size(); ++entry) {
    const bool is_hit = next < hits.size() && hits[next].entry == entry;
    if (is_hit) ++next;
    const RE2 regex(regexes[entry], options);
    // kbc validate refuses the others, and so what is found of them is nobody's concern.
    if (regex.ok() && matcher && is_hit != RE2::PartialMatch(text, regex)) std::abort();
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostPatterns = 8, kMostBytes = 200;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> regexes;
  while (regexes.size() < kMostPatterns) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    const std::string_view regex = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (regex.size() < kMostBytes && !kbc::first_invalid_utf8(regex)) regexes.emplace_back(regex);
  }
  if (regexes.empty()) return 0;
  const std::string text(rest);
  kbc::compare(regexes, text, kbc::CaseRule::kIgnoreCase);
  kbc::compare(regexes, text, kbc::CaseRule::kCaseSensitive);
  return 0;
}
