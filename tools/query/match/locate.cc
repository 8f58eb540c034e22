#include <algorithm>

#include "core/re2.h"
#include "match/matcher.h"

namespace kbc {
namespace {

using kbx::AlternativeKind;

// The first row of an entry, and the one after its last.
PatternTables::Range rows_of(const PatternTables& tables, std::uint32_t entry) {
  const auto first_from = [&](std::uint64_t wanted) {
    std::uint32_t low = 0, high = tables.alternative_count();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      tables.alternative(middle).entry < wanted ? low = middle + 1 : high = middle;
    }
    return low;
  };
  return {first_from(entry), first_from(std::uint64_t{entry} + 1)};
}

std::optional<LineRange> find_in_lines(std::string_view program, std::string_view text) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const ProgramResult result = run_program(program, text.substr(begin, end - begin));
    if (result.outcome == Outcome::kFound) {
      return LineRange{begin + result.found.begin, begin + result.found.end};
    }
    begin = end + 1;
  }
  return {};
}

}  // namespace

// A program tells where a match begins and that there is one; how far it goes the regex says.
std::optional<Matcher::Place> Matcher::locate(std::string_view text, const Hit& hit,
                                              MatchScratch& scratch) const {
  FoldedText& folded = scratch.folded_;
  folded.fold(text);
  const PatternTables::Range rows = rows_of(tables_, hit.entry);
  std::optional<Place> best;
  double best_rarity = -1;
  bool is_literal = false;
  for (std::uint32_t row = rows.first; row < rows.end && folded.is_utf8(); ++row) {
    const AlternativeRow alternative = tables_.alternative(row);
    if (alternative.kind == AlternativeKind::kRegex || alternative.rarity <= best_rarity) continue;
    const bool is_raw = (alternative.flags & kbx::kRawText) != 0;
    const std::optional<LineRange> found =
        find_in_lines(alternative.program, is_raw ? text : folded.text());
    if (!found) continue;
    best_rarity = alternative.rarity;
    is_literal = alternative.kind == AlternativeKind::kLiteral;
    best = Place{found->begin, found->end, row};
    if (is_raw || folded.is_ascii()) continue;
    best->begin = unfolded_place(text, found->begin);
    best->end = unfolded_place(text, found->end);
  }
  if (is_literal) return best;
  const std::shared_ptr<const RE2> regex = cache_->get(hit.entry, entries_.at(hit.entry)->regex());
  re2::StringPiece match;
  if (!regex || !regex->Match(re2_piece(text), best ? best->begin : 0, text.size(),
                              best ? RE2::ANCHOR_START : RE2::UNANCHORED, &match, 1)) {
    return best;
  }
  const auto begin = static_cast<std::size_t>(match.data() - text.data());
  return Place{begin, begin + match.size(), best ? best->alternative : hit.alternative};
}

std::vector<Matcher::Capture> Matcher::captures(std::string_view text, std::uint32_t entry,
                                                const Place& place) const {
  const std::string_view written = entries_.at(entry)->regex();
  if (written.find("(?P<") == std::string_view::npos || place.begin > text.size()) return {};
  const std::shared_ptr<const RE2> regex = cache_->get(entry, written);
  if (!regex) return {};
  const auto count = static_cast<std::size_t>(regex->NumberOfCapturingGroups()) + 1;
  std::vector<re2::StringPiece> groups(count);
  const auto matches = [&](std::size_t begin, RE2::Anchor anchor) {
    return regex->Match(re2_piece(text), begin, text.size(), anchor, groups.data(),
                        static_cast<int>(count));
  };
  if (!matches(place.begin, RE2::ANCHOR_START) && !matches(0, RE2::UNANCHORED)) return {};
  std::vector<Capture> captures;
  for (const auto& [number, name] : regex->CapturingGroupNames()) {
    const re2::StringPiece& group = groups[static_cast<std::size_t>(number)];
    if (group.data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(group.data() - text.data());
    captures.push_back({name, begin, begin + group.size()});
  }
  return captures;
}

}  // namespace kbc
