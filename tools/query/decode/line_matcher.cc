#include "decode/line_matcher.h"

#include <algorithm>
#include <functional>

#include "decode/characters.h"
#include "decode/wrapping.h"

namespace kbc {

ReadLine::Place ReadLine::place(std::size_t begin, std::size_t end, std::uint64_t number) const {
  DecodedText::Range range = origin(begin, end);
  if (lines_before == 0) return {number, range};
  const std::string_view ahead = given.substr(0, range.begin);
  const auto line_ends = static_cast<std::uint64_t>(std::count(ahead.begin(), ahead.end(), '\n'));
  const std::size_t line_begin = ahead.rfind('\n') + 1;
  range.begin -= line_begin;
  range.end -= line_begin;
  return {number - lines_before + line_ends, range};
}

bool LineMatcher::has_seen(std::uint32_t entry) const {
  return std::binary_search(seen_.begin(), seen_.end(), entry);
}

// Whether what matches touches an end of a piece that is not one of the line. The line may go on
// otherwise than RE2 has seen; and the piece before or after has it whole.
bool LineMatcher::is_at_cut(const ReadLine& line, const Hit& hit, MatchScratch& scratch) const {
  const Matcher::Place place = matcher_.locate(line.text, hit, scratch);
  const bool is_at_begin = piece_.offset > 0 && place.begin == 0;
  const bool is_at_end =
      !piece_.is_last && place.end == line.text.size() && line.text.size() - place.begin < kOverlap;
  return is_at_begin || is_at_end;
}

bool LineMatcher::has_undecided(const MatchScratch& scratch) const {
  const std::vector<std::uint32_t>& undecided = scratch.undecided();
  return std::any_of(undecided.begin(), undecided.end(),
                     [this](std::uint32_t entry) { return !has_seen(entry); });
}

void LineMatcher::match_reading(const ReadLine& line, MatchScratch& scratch, const See& see) {
  matcher_.match(line.text, scratch, hits_);
  see_hits(line, scratch, see);
  parts_matter_ = parts_matter_ || has_undecided(scratch);
}

void LineMatcher::see_hits(const ReadLine& line, MatchScratch& scratch, const See& see) {
  if (!seen_.empty()) {
    std::erase_if(hits_, [this](const Hit& hit) { return has_seen(hit.entry); });
  }
  const bool is_piece = piece_.offset > 0 || !piece_.is_last;
  if (is_piece && line.via.empty()) {
    std::erase_if(hits_, [&](const Hit& hit) { return is_at_cut(line, hit, scratch); });
    parts_matter_ = true;
  }
  if (hits_.empty()) return;
  const auto old = static_cast<std::ptrdiff_t>(seen_.size());
  for (const Hit& hit : hits_) seen_.push_back(hit.entry);
  std::inplace_merge(seen_.begin(), seen_.begin() + old, seen_.end());
  see(line, hits_);
}

void LineMatcher::match_plainly(std::string_view text, MatchScratch& scratch, const See& see) {
  stripped_.clear();
  const bool is_stripped = undo_terminal(text, stripped_);
  match_reading({is_stripped ? stripped_.text() : text,
                 {},
                 is_stripped ? &stripped_ : nullptr,
                 piece_.offset,
                 text},
                scratch, see);
  unfinished_ = scratch.unfinished();
}

void LineMatcher::match_readings(const ReadLine& line, MatchScratch& scratch, const See& see) {
  const auto match_one = [&](const DecodedText& reading, const std::string& via) {
    match_reading({reading.text(), via, &reading, line.offset, line.given}, scratch, see);
  };
  // By reference, since std::function would take memory for a copy.
  readings_.each(
      line.text, [this] { return parts_matter_; }, std::cref(match_one));
}

// What only the text without its line ends says, and where nothing else was found.
void LineMatcher::match_wrapped(std::string_view text, MatchScratch& scratch, const See& see) {
  DecodedText joined;
  std::vector<Hit> plain;
  std::vector<DecodedText::Range> places;
  for (const Wrapping wrapping : kWrappings) {
    joined.clear();
    if (!undo_wrapping(text, wrapping, joined)) continue;
    const ReadLine read{joined.text(), kWrappedVia, &joined, 0, text};
    match_reading(read, scratch, [&](const ReadLine& line, const std::vector<Hit>& hits) {
      std::vector<Hit> own = hits;
      if (places.empty()) {
        matcher_.match(text, scratch, plain);
        for (const Hit& hit : plain) {
          const Matcher::Place place = matcher_.locate(text, hit, scratch);
          places.push_back({place.begin, place.end});
        }
      }
      std::erase_if(own, [&](const Hit& hit) {
        const Matcher::Place place = matcher_.locate(line.text, hit, scratch);
        const DecodedText::Range range = line.origin(place.begin, place.end);
        return std::any_of(places.begin(), places.end(), [&](const DecodedText::Range& other) {
          return range.begin < other.end && other.begin < range.end;
        });
      });
      if (!own.empty()) see(line, own);
    });
  }
}

void LineMatcher::match(std::string_view text, ReadMode mode, MatchScratch& scratch,
                        const See& see) {
  match_piece(text, {}, mode, scratch, see);
}

void LineMatcher::match_piece(std::string_view text, const Piece& piece, ReadMode mode,
                              MatchScratch& scratch, const See& see) {
  piece_ = piece;
  parts_matter_ = false;
  if (piece.offset == 0) seen_.clear();
  if (mode == ReadMode::kPlain || !may_have_readings(text)) {
    match_reading({text, {}, nullptr, piece.offset, text}, scratch, see);
    if (!scratch.unfinished().empty() || !unfinished_.empty()) unfinished_ = scratch.unfinished();
    return;
  }
  match_plainly(text, scratch, see);
  const bool has_lines = text.find('\n') != std::string_view::npos;
  if (!has_lines || text.size() <= kLongestMessage) {
    match_readings({text, {}, nullptr, piece.offset, text}, scratch, see);
    if (has_lines) match_wrapped(text, scratch, see);
    return;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (may_have_readings(line)) match_readings({line, {}, nullptr, begin, text}, scratch, see);
    begin = end + 1;
  }
}

}  // namespace kbc
