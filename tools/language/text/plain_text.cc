#include "text/plain_text.h"

#include <algorithm>

#include "text/terminal_sequence.h"

namespace kbc {

void PlainText::set(std::string_view text) {
  text_ = text;
  cuts_.clear();
  std::size_t escape = text.find(kEscape);
  if (escape == std::string_view::npos) return;
  buffer_.clear();
  for (std::size_t done = 0; done < text.size();) {
    buffer_ += text.substr(done, escape - done);
    if (escape == std::string_view::npos) break;
    done = escape + terminal_sequence_length(text, escape);
    cuts_.push_back({buffer_.size(), done - buffer_.size()});
    escape = text.find(kEscape, done);
  }
  text_ = buffer_;
}

std::size_t PlainText::origin_of(std::size_t place) const {
  const auto after = std::upper_bound(cuts_.begin(), cuts_.end(), place,
                                      [](std::size_t at, const Cut& cut) { return at < cut.at; });
  return after == cuts_.begin() ? place : place + (after - 1)->removed;
}

PlainText::Range PlainText::origin(std::size_t begin, std::size_t end) const {
  const std::size_t first = origin_of(begin);
  return {first, end > begin ? origin_of(end - 1) + 1 : first};
}

}  // namespace kbc
