// Most lines have nothing that could go on in the next, and for those this costs one look. Where a
// line has the literal of an alternative that may, the lines before it are taken from the log
// again, and RE2 is asked about them with each line that follows, until there is a match or they
// are too many; but only when all other literals of the alternative are there, too.
#include "decode/log_lines.h"

#include <algorithm>

#include "decode/characters.h"

namespace kbc {
namespace {

// The last `count` lines of a text that ends with a line end, or begins a log; only whole ones.
std::string_view last_lines(std::string_view text, std::size_t count) {
  const bool is_cut = text.size() > LogLines::kMostBytes;
  if (is_cut) text.remove_prefix(text.size() - LogLines::kMostBytes);
  std::size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    const std::size_t end = begin < 2 ? std::string_view::npos : text.rfind('\n', begin - 2);
    if (end == std::string_view::npos) return is_cut ? text.substr(begin) : text;
    begin = end + 1;
  }
  return text.substr(begin);
}

// The lines as they are matched: without what a terminal would take, and without the CRs of their
// ends.
void read_lines(std::string_view lines, ReadMode mode, DecodedText& out) {
  DecodedText plain;
  if (mode == ReadMode::kPlain || !undo_terminal(lines, plain)) {
    plain.clear();
    plain.copy(lines, 0, lines.size());
  }
  const std::string_view text = plain.text();
  std::size_t done = 0;
  for (std::size_t at = text.find("\r\n"); at != std::string_view::npos;
       at = text.find("\r\n", at + 2)) {
    out.copy(text, done, at);
    done = at + 1;
  }
  out.copy(text, done, text.size());
  out.compose(plain);
}

std::uint64_t line_ends(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// Where the text begins without its first lines.
std::size_t behind_lines(std::string_view text, std::uint64_t lines) {
  std::size_t at = 0;
  for (; lines > 0 && at < text.size(); --lines)
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

}  // namespace

void LogLines::note_unfinished() {
  for (const std::uint32_t alternative : lines_.unfinished()) {
    const std::uint32_t entry = matcher_.tables().alternative(alternative).entry;
    const auto known =
        std::find_if(unfinished_.begin(), unfinished_.end(),
                     [&](const Unfinished& one) { return one.alternative == alternative; });
    if (known != unfinished_.end()) {
      known->line = number_;
    } else {
      unfinished_.push_back({alternative, entry, number_});
    }
  }
}

void LogLines::match_in_window(const Unfinished& one, std::string_view text,
                               MatchScratch& scratch) {
  const std::uint64_t lines_before = line_ends(text);
  std::uint64_t first = number_ - std::min(lines_before, number_ - 1);
  for (const Unfinished& other : matched_) {
    if (other.entry == one.entry) first = std::max(first, other.line + 1);
  }
  // Each line of a log begins a text.
  const std::string_view regex = matcher_.entries().at(one.entry)->regex();
  const bool has_begin =
      regex.find('^') != std::string_view::npos || regex.find("\\A") != std::string_view::npos;
  for (std::uint64_t line = first; line < number_; ++line) {
    const std::size_t begin = behind_lines(text, line + lines_before - number_);
    std::optional<Hit> hit = matcher_.match_lines(text.substr(begin), one.alternative, scratch);
    if (!hit && !has_begin) return;
    if (!hit) continue;
    hit->begin += begin;
    hit->end += begin;
    const Matcher::Place place = matcher_.locate(text, *hit, scratch);
    const std::string_view match = text.substr(place.begin, place.end - place.begin);
    if (match.find('\n') != std::string_view::npos) return hits_.push_back(*hit);
    // That line says so by itself.
    line += line_ends(text.substr(begin, place.begin - begin));
  }
}

void LogLines::match_window(const Line& line, MatchScratch& scratch, const LineMatcher::See& see) {
  note_unfinished();
  std::erase_if(unfinished_, [&](const Unfinished& one) {
    if (lines_.has_seen(one.entry)) matched_.push_back({one.alternative, one.entry, number_});
    return lines_.has_seen(one.entry) || one.line + kMostLines <= number_;
  });
  std::erase_if(matched_, [&](const Unfinished& one) { return one.line + kMostLines <= number_; });
  if (unfinished_.empty() || line.text.size() > kMostBytes) return;
  std::string window(last_lines(line.before, kMostLines - 1));
  if (window.empty()) return;
  const std::uint64_t lines_before = line_ends(window);
  window += line.text;
  DecodedText read;
  read_lines(window, mode_, read);
  hits_.clear();
  for (const Unfinished& one : unfinished_) {
    const bool is_known = std::any_of(hits_.begin(), hits_.end(),
                                      [&](const Hit& hit) { return hit.entry == one.entry; });
    if (!is_known) match_in_window(one, read.text(), scratch);
  }
  if (hits_.empty()) return;
  std::sort(hits_.begin(), hits_.end(),
            [](const Hit& left, const Hit& right) { return left.entry < right.entry; });
  for (const Hit& hit : hits_) {
    matched_.push_back({hit.alternative, hit.entry, number_});
    std::erase_if(unfinished_, [&](const Unfinished& one) { return one.entry == hit.entry; });
  }
  see({read.text(), {}, &read, 0, window, lines_before}, hits_);
}

void LogLines::match(const Line& line, MatchScratch& scratch, const LineMatcher::See& see) {
  if (line.piece.offset == 0) ++number_;
  lines_.match_piece(line.text, line.piece, mode_, scratch, see);
  const bool is_whole = line.piece.offset == 0 && line.piece.is_last;
  if (is_whole && !(unfinished_.empty() && lines_.unfinished().empty())) {
    match_window(line, scratch, see);
  }
  if (!is_short_) return;
  is_short_ = is_whole && all_.size() + line.text.size() < LineMatcher::kLongestMessage;
  if (is_short_) {
    if (number_ > 1) all_ += '\n';
    all_ += line.text;
  } else {
    std::string().swap(all_);
  }
}

void LogLines::finish(MatchScratch& scratch, const LineMatcher::See& see) {
  if (!is_short_ || number_ < 2 || mode_ == ReadMode::kPlain) return;
  const std::uint64_t lines_before = line_ends(all_);
  lines_.match(all_, mode_, scratch, [&](const ReadLine& read, const std::vector<Hit>& hits) {
    if (read.via != kWrappedVia) return;
    ReadLine joined = read;
    joined.lines_before = lines_before;
    see(joined, hits);
  });
}

}  // namespace kbc
