#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "decode/decoded_text.h"

namespace kbc {

// What a line says besides what it says plainly: logs and people wrap messages into JSON, escape
// them, or replace their characters. docs/matching.md has the order of the readings. One object
// serves one thread; it keeps its memory for the next line.
class Readings {
 public:
  // A reading, whose source is the line, and how it was read: "json .msg", "typography".
  using See = std::function<void(const DecodedText& text, const std::string& via)>;

  // Together the readings of a line have at most so many bytes for each of its own, and kRoom more.
  static constexpr std::size_t kMostGrowth = 4;
  static constexpr std::size_t kRoom = 4096;

  // Whether a part of a text that was seen may say what the whole of it does not.
  using PartsMatter = std::function<bool()>;

  // The readings that differ from the line, in their order. There is none, and it is a waste to
  // ask, unless may_have_readings(line). What is carried as it stands in a text that was seen is
  // left out where parts do not matter.
  void each(std::string_view line, const PartsMatter& parts_matter, const See& see);

 private:
  void read_characters(const std::string& via, const See& see);
  struct Marks;
  void read_carried(const PartsMatter& parts_matter, bool is_seen, const See& see);
  bool give(const DecodedText& text, const std::string& via, const See& see);
  using Undo = bool (*)(std::string_view, DecodedText&);
  bool undo_in_text(Undo undo);
  void add(Undo undo, const std::string& via, const See& see);

  DecodedText text_;      // as far as it has been undone
  DecodedText next_;      // what is made of it
  DecodedText carrier_;   // the line, as far as what it carries is read out of it
  std::size_t left_ = 0;  // of the bytes that readings of this line may have
};

// The line as its program wrote it: UTF-16, terminal sequences, control characters that a logger
// spelled out and references to characters are undone. The line itself if it has none of them.
std::string as_written(std::string_view line);

// Whether a line may have another reading than its plain one: a quick look that most lines end.
bool may_have_readings(std::string_view line);

}  // namespace kbc
