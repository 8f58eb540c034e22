#include "decode/decoded_text.h"

#include <algorithm>
#include <utility>

namespace kbc {

void DecodedText::clear() {
  text_.clear();
  pieces_.clear();
  before_.clear();
}

void DecodedText::copy(std::string_view source, std::size_t from, std::size_t to) {
  if (from == to) return;
  const bool continues = !pieces_.empty() && pieces_.back().is_copy && pieces_.back().to == from;
  if (continues) {
    pieces_.back().to = to;
  } else {
    pieces_.push_back({text_.size(), from, to, true});
  }
  text_ += source.substr(from, to - from);
}

void DecodedText::replace(std::string_view bytes, std::size_t from, std::size_t to) {
  if (bytes.empty()) return;
  pieces_.push_back({text_.size(), from, to, false});
  text_ += bytes;
}

// The piece that has the byte. Requires: there is one.
std::size_t DecodedText::piece_of(std::size_t place) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), place,
                       [](std::size_t at, const Piece& piece) { return at < piece.at; });
  return static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::size_t DecodedText::end_of(std::size_t piece) const {
  return piece + 1 < pieces_.size() ? pieces_[piece + 1].at : text_.size();
}

DecodedText::Range DecodedText::origin(std::size_t begin, std::size_t end) const {
  if (pieces_.empty()) return {};
  if (begin >= text_.size()) return {pieces_.back().to, pieces_.back().to};
  const Piece& first = pieces_[piece_of(begin)];
  const std::size_t from = first.is_copy ? first.from + (begin - first.at) : first.from;
  if (end <= begin) return {from, from};
  const Piece& last = pieces_[piece_of(end - 1)];
  return {from, last.is_copy ? last.from + (end - last.at) : last.to};
}

bool DecodedText::is_part() const {
  if (pieces_.empty() || !pieces_.front().is_copy) return false;
  return std::string_view(text_).substr(end_of(0)).find_first_not_of("\r\n") ==
         std::string_view::npos;
}

void DecodedText::compose(const DecodedText& source) {
  std::swap(pieces_, before_);
  for (const Piece& piece : before_) {
    if (!piece.is_copy) {
      const Range range = source.origin(piece.from, piece.to);
      pieces_.push_back({piece.at, range.begin, range.end, false});
      continue;
    }
    // A copied piece has those pieces of the source that it was cut from.
    std::size_t at = piece.at;
    for (std::size_t from = piece.from; from < piece.to;) {
      const std::size_t number = source.piece_of(from);
      const Piece& below = source.pieces_[number];
      const std::size_t to = std::min(piece.to, source.end_of(number));
      const std::size_t begin = below.is_copy ? below.from + (from - below.at) : below.from;
      const std::size_t end = below.is_copy ? begin + (to - from) : below.to;
      pieces_.push_back({at, begin, end, below.is_copy});
      at += to - from;
      from = to;
    }
  }
  before_.clear();
}

}  // namespace kbc
