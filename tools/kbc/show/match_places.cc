#include "show/match_places.h"

#include <cstddef>
#include <string_view>

#include "show/cause_order.h"

namespace kbc {
namespace {

// "3" or, of several files, "build.log:3".
std::string place_text(std::uint64_t number, const LinePlaces& places) {
  const LinePlaces::Place place = places.of(number);
  const std::string line = std::to_string(place.line);
  return places.are_several() ? std::string(place.file) + ':' + line : line;
}

}  // namespace

std::string matched_text(const HitGroup& group) {
  const Matcher::Place& place = group.best.place;
  return group.text.substr(place.begin, place.end - place.begin);
}

std::string line_text(std::uint64_t number, const LinePlaces& places, const Labels& labels) {
  std::string place = place_text(number, places);
  if (places.are_several()) return place;
  return std::string(labels.line).append(place).append(labels.line_end);
}

std::string lines_text(const HitGroup& group, const LinePlaces& places, const Labels& labels) {
  if (group.count == 1) return line_text(first_line(group), places, labels);
  std::string text(places.are_several() ? std::string_view() : labels.lines);
  for (std::size_t at = 0; at < group.lines.size(); ++at) {
    text.append(at == 0 ? "" : labels.next).append(place_text(group.lines[at], places));
  }
  if (!places.are_several()) text += labels.line_end;
  if (group.count > group.lines.size()) {
    text.append(labels.more_begin)
        .append(std::to_string(group.count - group.lines.size()))
        .append(labels.more_end);
  }
  return text;
}

std::string count_text(const HitGroup& group, const LinePlaces& places, const Labels& labels) {
  std::string line = line_text(first_line(group), places, labels);
  if (group.count == 1) return line;
  return std::to_string(group.count).append(labels.times).append(labels.first_in).append(line);
}

}  // namespace kbc
