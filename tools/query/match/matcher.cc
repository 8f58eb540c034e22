#include "match/matcher.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#include "core/re2.h"
#include "match/match_run.h"

namespace kbc {
namespace {

using kbx::AlternativeKind;

constexpr std::size_t kMostText = 0x7FFFFFFF;

// Stamps count lines, of which a text has at most as many as bytes, three times over.
constexpr std::uint32_t kMostStamp = 0xFFFFFFFF;

CaseRule case_rule_of(const kbx::Index& index) {
  for (std::uint32_t at = 0; at < index.provenance_count(); ++at) {
    const kbx::Index::Provenance origin = index.provenance(at);
    const bool is_sensitive = origin.value == name_of(CaseRule::kCaseSensitive);
    if (origin.name == "case" && is_sensitive) return CaseRule::kCaseSensitive;
  }
  return CaseRule::kIgnoreCase;
}

[[noreturn]] void run_out_of_memory() {
#ifdef __cpp_exceptions
  throw std::bad_alloc();
#else
  std::abort();
#endif
}

}  // namespace

void MatchScratch::reserve(std::uint32_t alternatives, std::uint32_t entries) {
  const auto zeros = [](std::uint32_t count) {
    return Stamps(static_cast<std::uint32_t*>(std::calloc(count + std::size_t{1}, 4)));
  };
  const bool is_worn = line_ > kMostStamp / 2;
  if (!is_worn && tried_ && alternatives_ == alternatives && entries_ == entries) return;
  tried_ = zeros(alternatives);
  matched_ = zeros(entries);
  hits_ = zeros(entries);
  if (!tried_ || !matched_ || !hits_) run_out_of_memory();
  alternatives_ = alternatives;
  entries_ = entries;
  line_ = 0;
  outcomes_ = {};
}

std::optional<Matcher> Matcher::over(const kbx::Index& index, std::string& error,
                                     std::size_t memory) {
  Matcher matcher(index, case_rule_of(index), memory);
  error = matcher.tables_.open(index);
  if (error.empty() && matcher.tables_.alternative_count() == 0) {
    bool has_regex = false;
    for (const auto& entry : index.entries()) has_regex = has_regex || !entry.regex().empty();
    if (has_regex) error = "it has no pattern tables; rebuild it";
  }
  if (!error.empty()) return {};
  return matcher;
}

void Matcher::match(std::string_view text, MatchScratch& scratch, std::vector<Hit>& hits) const {
  hits.clear();
  MatchRun(*this, text.substr(0, kMostText), scratch, hits).run();
}

std::optional<Hit> Matcher::match_lines(std::string_view text, std::uint32_t alternative,
                                        MatchScratch& scratch) const {
  const AlternativeRow row = tables_.alternative(alternative);
  const bool is_raw = (row.flags & kbx::kRawText) != 0;
  if (!is_raw) scratch.folded_.fold(text);
  if (!has_texts(row.program, is_raw ? text : scratch.folded_.text())) return {};
  if (!regex_matches(row.entry, text)) return {};
  return Hit{row.entry, alternative, 0, text.size(), true};
}

bool Matcher::regex_matches(std::uint32_t entry, std::string_view text) const {
  const std::shared_ptr<const RE2> regex = regex_of(entry, 0);
  return regex && RE2::PartialMatch(re2_piece(text), *regex);
}

}  // namespace kbc
