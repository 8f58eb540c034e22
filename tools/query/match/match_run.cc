// Sieves, each finer and dearer than the one before, and each asked only about what that let
// through: a bit for the two to four bytes at each place of the text (does some literal have
// them?); the literal, of which every alternative but a few must have one, its rarest; another gram
// that the line must have; the alternative's program (match/program.cc); and RE2, about what no
// program can say. It is the search for many patterns of Karp and Rabin (Efficient Randomized
// Pattern-Matching Algorithms, 1987) with bits in place of hashes. A line that shows nothing costs
// the first sieve alone, however many patterns there are.
#include "match/match_run.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/utf8.h"

namespace kbc {
namespace {

using kbx::AlternativeKind;

// Where a line ends that begins at `from`: its line break, or the end.
std::size_t line_end(std::string_view text, std::size_t from) {
  const std::size_t at = text.find('\n', from);
  return at == std::string_view::npos ? text.size() : at;
}

std::uint32_t gram_at(const char* place) {
  std::uint32_t gram;
  std::memcpy(&gram, place, 4);
  return GramFilter::little_endian(gram);
}

using Places = std::array<std::uint16_t, 4096>;

// Writes down the places at which a gram of some literal begins; gives how many they are. They are
// not looked at here: a choice at every place would be foretold badly. By itself, since nothing
// else may take registers from this loop, which goes over every byte of a log.
[[gnu::noinline]] std::size_t find_grams(const char* text, std::size_t size, GramTable::Bits four,
                                         GramTable::Bits fewer, Places& places) {
  std::size_t count = 0;
#pragma GCC unroll 4
  for (std::size_t at = 0; at < size; ++at) {
    const std::uint32_t gram = gram_at(text + at);
    places[count] = static_cast<std::uint16_t>(at);
    count += four.has_long(gram) | fewer.has_short(gram);
  }
  return count;
}

}  // namespace

MatchRun::MatchRun(const Matcher& matcher, std::string_view text, MatchScratch& scratch,
                   std::vector<Hit>& hits)
    : matcher_(matcher), tables_(matcher.tables_), text_(text), scratch_(scratch), hits_(hits) {
  scratch.folded_.fold(text);
  folded_ = scratch.folded_.text();
  has_lines_ = std::memchr(folded_.data(), '\n', folded_.size()) != nullptr;
  scratch.reserve(tables_.alternative_count(), matcher.entries_.size());
  first_stamp_ = scratch.line_ + 1;
  scratch.unfinished_.clear();
  scratch.undecided_.clear();
}

void MatchRun::run() {
  try_always();
  if (has_lines_) first_line();
  scan();
  std::sort(hits_.begin(), hits_.end(),
            [](const Hit& left, const Hit& right) { return left.entry < right.entry; });
}

void MatchRun::begin_line() {
  ++scratch_.line_;
  are_grams_known_ = false;
  coding_ = Coding::kUnknown;
}

void MatchRun::first_line() {
  begin_line();
  line_ = {0, folded_.size(), 0, text_.size()};
  if (!has_lines_) return;
  line_.end = line_end(folded_, 0);
  line_.raw_end = line_end(text_, 0);
}

bool MatchRun::next_line() {
  if (line_.end >= folded_.size()) return false;
  begin_line();
  line_.begin = line_.end + 1;
  line_.end = line_end(folded_, line_.begin);
  if (scratch_.folded_.is_ascii()) {
    line_.raw_begin = line_.begin;
    line_.raw_end = line_.end;
  } else {
    line_.raw_begin = line_.raw_end + 1;
    line_.raw_end = line_end(text_, line_.raw_begin);
  }
  return true;
}

void MatchRun::go_to(std::size_t place) {
  while (place > line_.end && next_line()) {
  }
}

void MatchRun::try_always() {
  first_line();
  if (tables_.always_count() == 0) return;
  do {
    for (std::uint32_t row = 0; row < tables_.always_count(); ++row) {
      try_alternative(tables_.always(row));
    }
  } while (next_line());
}

void MatchRun::scan() {
  Places places;
  const GramTable::Bits four = tables_.grams4().bits();
  const GramTable::Bits fewer = tables_.grams2().bits();
  for (std::size_t begin = 0; begin < folded_.size(); begin += places.size()) {
    const char* text = folded_.data() + begin;
    const std::size_t size = std::min(places.size(), folded_.size() - begin);
    const std::size_t count = find_grams(text, size, four, fewer, places);
    for (std::size_t place = 0; place < count; ++place) {
      const std::uint32_t gram = gram_at(text + places[place]);
      if (four.has_long(gram) != 0) meet(gram, 4, begin + places[place]);
      if (fewer.has_short(gram) == 0) continue;
      meet(gram & 0xFFFFFF, 3, begin + places[place]);
      meet(gram & 0xFFFF, 2, begin + places[place]);
    }
  }
}

// A gram that may belong to a literal of such a length, or of four and more, is at the place.
void MatchRun::meet(std::uint32_t gram, std::uint32_t length, std::size_t place) {
  const PatternTables::Range range = tables_.literals_of(gram);
  for (std::uint32_t row = range.first; row < range.end; ++row) {
    if (tables_.gram_of(row) != gram) continue;
    const LiteralRow literal = tables_.literal(row);
    const std::size_t size = literal.text.size();
    if (length == 4 ? size < 4 : size != length) continue;
    if (literal.gram_at > place) continue;
    const std::size_t begin = place - literal.gram_at;
    if (size > folded_.size() - begin) continue;
    if (std::memcmp(folded_.data() + begin, literal.text.data(), size) != 0) continue;
    if (has_lines_) go_to(place);
    trigger(literal);
  }
}

void MatchRun::trigger(const LiteralRow& literal) {
  for (std::uint32_t at = 0; at < literal.triggers; ++at) {
    const TriggerRow trigger = tables_.trigger(literal.first_trigger + at);
    if (trigger.gram == 0 || may_have(trigger.gram)) try_alternative(trigger.alternative);
  }
}

// Whether the line has the gram, or may.
bool MatchRun::may_have(std::uint32_t gram) {
  if (!are_grams_known_) scratch_.grams_.fill(line());
  are_grams_known_ = true;
  return scratch_.grams_.may_have(gram);
}

// The hit that the entry has in this text; null for none.
Hit* MatchRun::known_hit(std::uint32_t entry) {
  if (scratch_.matched_[entry] != first_stamp_) return nullptr;
  return &hits_[scratch_.hits_[entry]];
}

// Whether the alternative would say more than what is known. What RE2 says it says of all
// alternatives alike.
bool MatchRun::can_better(const AlternativeRow& alternative, const Hit& hit) const {
  if (alternative.kind == AlternativeKind::kRegex) return false;
  return hit.is_by_regex || alternative.rarity > tables_.alternative(hit.alternative).rarity;
}

void MatchRun::try_alternative(std::uint32_t row) {
  if (row >= tables_.alternative_count()) return;
  std::uint32_t& tried = scratch_.tried_[row];
  if (tried == scratch_.line_) return;
  const AlternativeRow alternative = tables_.alternative(row);
  if (alternative.entry >= matcher_.entries_.size()) return;
  const Hit* known = known_hit(alternative.entry);
  if (known != nullptr && !can_better(alternative, *known)) return;
  const bool is_about_all = alternative.kind != AlternativeKind::kLiteral && has_lines_ &&
                            (alternative.flags & kbx::kWholeText) != 0;
  // RE2 has said that there is nothing in the whole text.
  const bool is_hopeless = is_about_all && known == nullptr && tried >= first_stamp_;
  tried = scratch_.line_;
  if (is_hopeless) return;
  Verdict verdict = try_in_line(alternative, is_about_all);
  Hit hit{alternative.entry, row, line_.raw_begin, line_.raw_end, verdict != Verdict::kFound};
  if (verdict == Verdict::kNo && is_about_all && known == nullptr) {
    verdict = try_in_text(alternative);
    hit.begin = 0;
    hit.end = text_.size();
  }
  if (verdict == Verdict::kNo) scratch_.undecided_.push_back(alternative.entry);
  if (verdict != Verdict::kNo) {
    add_hit(hit);
  } else if (!has_lines_ && (alternative.flags & kbx::kSpansLines) != 0) {
    scratch_.unfinished_.push_back(row);
  }
}

MatchRun::Verdict MatchRun::try_in_line(const AlternativeRow& alternative, bool is_about_all) {
  if (alternative.kind == AlternativeKind::kLiteral) return Verdict::kFound;
  if (alternative.gram != 0 && !may_have(alternative.gram)) return Verdict::kNo;
  const auto ask_regex = [&] {
    const bool is_match = matcher_.regex_matches(alternative.entry, raw_line());
    return is_match ? Verdict::kFoundByRegex : Verdict::kNo;
  };
  if (alternative.kind == AlternativeKind::kRegex) {
    // Where a line begins is not where the text does.
    if (is_about_all || !meets_requirements(alternative.program, line())) return Verdict::kNo;
    return ask_regex();
  }
  const ProgramOutcome outcome =
      is_line_utf8() ? outcome_of(alternative.program, (alternative.flags & kbx::kRawText) != 0)
                     : ProgramOutcome::kUnknown;
  if (outcome != ProgramOutcome::kUnknown)
    return outcome == ProgramOutcome::kFound ? Verdict::kFound : Verdict::kNo;
  return is_about_all ? Verdict::kNo : ask_regex();
}

MatchRun::Verdict MatchRun::try_in_text(const AlternativeRow& alternative) {
  const bool is_match = matcher_.regex_matches(alternative.entry, text_);
  return is_match ? Verdict::kFoundByRegex : Verdict::kNo;
}

bool MatchRun::is_line_utf8() {
  if (scratch_.folded_.is_utf8()) return true;
  if (coding_ == Coding::kUnknown) {
    coding_ = first_invalid_utf8(raw_line()) ? Coding::kOther : Coding::kUtf8;
  }
  return coding_ == Coding::kUtf8;
}

ProgramOutcome MatchRun::outcome_of(std::string_view program, bool is_raw) {
  auto& known =
      scratch_
          .outcomes_[reinterpret_cast<std::uintptr_t>(program.data()) % scratch_.outcomes_.size()];
  const bool is_known = known.line == scratch_.line_ && known.is_raw == is_raw &&
                        known.program.data() == program.data() &&
                        known.program.size() == program.size();
  if (!is_known) {
    const std::string_view text = is_raw ? raw_line() : line();
    known = {scratch_.line_, is_raw,
             run_program(program, text, scratch_.folded_.is_ascii()).outcome, program};
  }
  return known.outcome;
}

// Of an entry that has a hit already, in its place.
void MatchRun::add_hit(const Hit& hit) {
  if (Hit* known = known_hit(hit.entry)) {
    const std::size_t first = known->first;
    *known = hit;
    known->first = first;
    return;
  }
  scratch_.matched_[hit.entry] = first_stamp_;
  scratch_.hits_[hit.entry] = static_cast<std::uint32_t>(hits_.size());
  hits_.push_back(hit);
  hits_.back().first = hit.begin;
}

}  // namespace kbc
