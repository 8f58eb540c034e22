// Where a hit is. Matching knows the line and the alternative, and its program one match in the
// line, but not RE2's: that begins as far left as it can, with what the program leaves out since it
// may be empty. RE2 is asked about the branch that has the alternative, and only about the line, so
// that the places of many hits in a long text cost no more than their lines.
#include <algorithm>

#include "core/re2.h"
#include "match/matcher.h"
#include "match/written_branch.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

using kbx::AlternativeKind;

// The rows of an entry's alternatives.
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

// The numbers below `count`, those first that row number `row` of `rows` may belong to if each has
// at least one row, in their order.
std::vector<std::uint32_t> likeliest_first(std::uint32_t count, std::uint32_t row,
                                           std::uint32_t rows) {
  std::vector<std::uint32_t> numbers;
  const std::uint32_t spare = rows > count ? rows - count : 0;
  const auto is_likely = [&](std::uint32_t number) {
    return number <= row && row - number <= spare;
  };
  for (const bool wanted : {true, false}) {
    for (std::uint32_t number = 0; number < count; ++number) {
      if (is_likely(number) == wanted) numbers.push_back(number);
    }
  }
  return numbers;
}

bool is_all_of(const RE2& regex, std::string_view text) {
  return regex.Match(re2_piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

}  // namespace

// Null when RE2 refuses it, which it does only for want of memory.
std::shared_ptr<const RE2> Matcher::regex_of(std::uint32_t entry, std::uint32_t branch) const {
  const std::string_view written = entries_.at(entry)->regex();
  if (branch == 0) return cache_->get(entry, 0, written);
  const std::vector<WrittenBranch> branches = written_branches(written);
  if (branch > branches.size()) return nullptr;
  return cache_->get(entry, branch, branches[branch - 1].regex());
}

LineRange Matcher::program_place(std::string_view line, const AlternativeRow& alternative,
                                 MatchScratch& scratch) const {
  const bool is_raw = (alternative.flags & kbx::kRawText) != 0;
  scratch.folded_.fold(line);
  const ProgramResult result =
      run_program(alternative.program, is_raw ? line : scratch.folded_.text());
  if (result.outcome != ProgramOutcome::kFound) return {0, 0};
  if (is_raw || scratch.folded_.is_ascii()) return result.found;
  return {unfolded_place(line, result.found.begin), unfolded_place(line, result.found.end)};
}

// The branch to which the alternative belongs that has found `match`: the one that matches just
// that.
Matcher::Decider Matcher::decider_of(std::uint32_t alternative, std::string_view match) const {
  const AlternativeRow row = tables_.alternative(alternative);
  const std::vector<WrittenBranch> branches = written_branches(entries_.at(row.entry)->regex());
  const PatternTables::Range rows = rows_of(tables_, row.entry);
  const bool is_literal = row.kind == AlternativeKind::kLiteral;
  const std::string folded = is_literal ? fold_case(match) : std::string();
  const auto count = static_cast<std::uint32_t>(branches.size());
  for (const std::uint32_t number :
       likeliest_first(count, alternative - rows.first, rows.end - rows.first)) {
    const std::optional<std::string> literal = branches[number].literal();
    const std::uint32_t branch = count == 1 ? 0 : number + 1;
    if (literal) {
      if (is_literal && fold_case(*literal) == folded) return {branch, true, nullptr};
      continue;
    }
    if (count == 1) return {};
    const std::shared_ptr<const RE2> regex =
        cache_->get(row.entry, branch, branches[number].regex());
    if (regex && is_all_of(*regex, match)) return {branch, false, regex};
  }
  return {};
}

Matcher::Place Matcher::locate(std::string_view text, const Hit& hit, MatchScratch& scratch) const {
  Place place{hit.begin, hit.begin, hit.alternative, 0};
  std::string_view area = text.substr(hit.begin, hit.end - hit.begin);
  std::size_t area_begin = hit.begin;
  std::shared_ptr<const RE2> regex;
  if (!hit.is_by_regex) {
    const AlternativeRow alternative = tables_.alternative(hit.alternative);
    const LineRange found = program_place(area, alternative, scratch);
    place.begin += found.begin;
    place.end += found.end;
    const Decider decider =
        decider_of(hit.alternative, area.substr(found.begin, found.end - found.begin));
    place.branch = decider.branch;
    regex = decider.regex;
    if (decider.is_literal) return place;
    if ((alternative.flags & kbx::kWholeText) != 0) {
      area = text;
      area_begin = 0;
    } else if (hit.first < hit.begin && hit.end - hit.first <= kFarthest) {
      area = text.substr(hit.first, hit.end - hit.first);
      area_begin = hit.first;
    }
  }
  if (!regex) regex = regex_of(hit.entry, place.branch);
  re2::StringPiece match;
  const auto is_match = [&](RE2::Anchor anchor) {
    return regex->Match(re2_piece(area), 0, area.size(), anchor, &match, 1);
  };
  // Nothing is farther left than where the area begins, and RE2 needs no second automaton, which
  // reads backwards, to find the beginning of a match there.
  const bool begins_there =
      regex && !hit.is_by_regex && place.begin == area_begin && is_match(RE2::ANCHOR_START);
  if (!begins_there && !(regex && is_match(RE2::UNANCHORED))) return place;
  place.begin = area_begin + static_cast<std::size_t>(match.data() - area.data());
  place.end = place.begin + match.size();
  return place;
}

std::vector<Matcher::Capture> Matcher::captures(std::string_view text, std::uint32_t entry,
                                                const Place& place) const {
  const bool has_groups = entries_.at(entry)->regex().find("(?P<") != std::string_view::npos;
  if (!has_groups || place.begin > text.size()) return {};
  const std::shared_ptr<const RE2> regex = regex_of(entry, place.branch);
  if (!regex) return {};
  const auto count = static_cast<std::size_t>(regex->NumberOfCapturingGroups()) + 1;
  std::vector<re2::StringPiece> groups(count);
  if (!regex->Match(re2_piece(text), place.begin, text.size(), RE2::ANCHOR_START, groups.data(),
                    static_cast<int>(count))) {
    return {};
  }
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
