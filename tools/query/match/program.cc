// The reader of what plan/encode_program.cc writes; kbx/program.h is the contract between the two.
//
// A program is cut into parts at its gaps, and parts near each other make a group. Each is searched
// for where it comes first after the one before, which is right because a gap takes anything: no
// step is ever taken back. A part is found by its anchor, the first text in it, with find_bytes,
// and its steps are tried there only; a part whose length is known, in ASCII, by its two ends. So a
// line costs its length, but for groups, which try each place of their first part: kStepsPerByte
// bounds what that may take, and beyond it the regex itself is asked.
#include "match/program.h"

#include <array>
#include <cstring>
#include <optional>

#include "kbx/program.h"
#include "match/find_bytes.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using kbx::Op;
using kbx::Step;

// The length of a character by its first byte, as far as the text goes.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return 1;
  const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return length < text.size() - at ? length : text.size() - at;
}

// Moves `at` past so many characters. False when the text ends before.
bool skip(std::string_view text, unsigned count, std::size_t& at) {
  for (; count > 0; --count) {
    if (at >= text.size()) return false;
    at += character_length(text, at);
  }
  return true;
}

// Moves `at` back by so many characters; false at the beginning. Requires: UTF-8, or it may go too
// far, but not out of the text.
bool skip_back(std::string_view text, unsigned count, std::size_t& at) {
  for (; count > 0; --count) {
    if (at == 0) return false;
    at = character_start(text, at - 1);
  }
  return true;
}

// The steps between two gaps, or places near each other.
struct Part {
  std::string_view steps;  // from its beginning; goes on after it
  std::string_view
      anchor;  // its first text, if so many characters are before it, whatever they are
  unsigned before = 0;
  bool is_text = false;  // it is nothing but the anchor
  // How it begins and ends in ASCII, if those are texts and what is between has but one length.
  std::optional<Ends> ends;
  // What is after it: another part near by, at such a distance; else a gap, or nothing.
  bool is_near_next = false;
  unsigned least = 0, most = 0;
};

unsigned characters_of(const Step& step) { return step.op == Op::kAny ? step.count : 1; }

// Takes a part off the program. False when there is none, or it is no part.
bool next_part(std::string_view& program, Part& part) {
  part = {};
  part.steps = program;
  Step step;
  std::size_t steps = 0, length = 0;
  char last = 0;
  bool has_run = false, ends_in_text = false;
  while (kbx::next_step(program, step)) {
    if (step.op == Op::kRequire) return false;
    if (step.op == Op::kGap) break;
    if (step.op == Op::kNear) {
      part.is_near_next = true;
      part.least = step.count;
      part.most = step.most;
      break;
    }
    ++steps;
    ends_in_text = step.op == Op::kText;
    if (ends_in_text) last = step.bytes.back();
    length += ends_in_text ? step.bytes.size() : characters_of(step);
    has_run = has_run || step.op == Op::kRun;
    if (!part.anchor.empty() || has_run) continue;
    if (step.op == Op::kText) {
      part.anchor = step.bytes;
    } else {
      part.before += characters_of(step);
    }
  }
  part.is_text = steps == 1 && !part.anchor.empty();
  const bool begins_with_text = !part.anchor.empty() && part.before == 0;
  if (begins_with_text && ends_in_text && !has_run) part.ends = {part.anchor[0], last, length};
  return steps > 0;
}

// One run over one line.
class Run {
 public:
  Run(std::string_view line, bool is_ascii)
      : line_(line), is_ascii_(is_ascii), left_(kStepsPerByte * (line.size() + 64)) {}

  ProgramResult run(std::string_view program) {
    LineRange whole;
    bool is_first = true;
    while (!program.empty()) {
      Part part;
      if (!next_part(program, part)) return {ProgramOutcome::kUnknown, {}};
      LineRange found;
      if (!find_next(part, program, whole.end, found)) {
        return {left_ == 0 ? ProgramOutcome::kUnknown : ProgramOutcome::kNone, {}};
      }
      if (is_first) whole.begin = found.begin;
      is_first = false;
      whole.end = found.end;
    }
    return {ProgramOutcome::kFound, whole};
  }

 private:
  static constexpr std::size_t kMostParts = 16;  // of a group
  // Few lines of a log need one.
  static constexpr std::size_t kStepsPerByte = 32;

  bool spend() {
    if (left_ == 0) return false;
    --left_;
    return true;
  }

  bool is_in(const Step& step, std::size_t at) const {
    return at < line_.size() &&
           kbx::is_in_set(step.bytes.data(), static_cast<unsigned char>(line_[at]));
  }

  // Moves `at` past what one step takes there. False when it takes nothing that is there.
  bool take(const Step& step, std::size_t& at) {
    switch (step.op) {
      case Op::kText:
        if (step.bytes.size() > line_.size() - at ||
            std::memcmp(line_.data() + at, step.bytes.data(), step.bytes.size()) != 0) {
          return false;
        }
        at += step.bytes.size();
        return true;
      case Op::kAny:
        return skip(line_, step.count, at);
      case Op::kOne:
        if (!is_in(step, at)) return false;
        at += character_length(line_, at);
        return true;
      case Op::kRun:
        while (is_in(step, at) && spend()) at += character_length(line_, at);
        return true;
      default:
        return false;
    }
  }

  // Parts that are near each other.
  struct Group {
    std::array<Part, kMostParts> parts;
    std::size_t size = 0;
  };

  // Where the part, and those that have to be near, come next.
  bool find_next(const Part& part, std::string_view& program, std::size_t from, LineRange& found) {
    if (!part.is_near_next) return find_part(part, from, found);
    Group group;
    group.parts[group.size++] = part;
    while (group.parts[group.size - 1].is_near_next) {
      if (group.size == kMostParts || !next_part(program, group.parts[group.size])) {
        left_ = 0;
        return false;
      }
      ++group.size;
    }
    return find_group(group, from, found);
  }

  // Moves `at` past all steps of a part.
  bool take_all(std::string_view steps, std::size_t& at) {
    Step step;
    while (kbx::next_step(steps, step) && step.op != Op::kGap && step.op != Op::kNear) {
      if (!spend() || !take(step, at)) return false;
    }
    return left_ > 0;
  }

  std::size_t after(std::size_t at) const {
    return at < line_.size() ? at + character_length(line_, at) : at + 1;
  }

  // The group's match that ends first. One that begins later may do so, since a part near by may
  // be at more places than one.
  bool find_group(const Group& group, std::size_t from, LineRange& found) {
    const Part& first = group.parts[0];
    bool is_found = false;
    for (LineRange place; find_part(first, from, place); from = after(place.begin)) {
      if (is_found && place.end > found.end) break;
      std::size_t end = 0;
      if (!end_near(group, 1, place.end, end)) {
        if (left_ == 0) return false;
        continue;
      }
      if (!is_found || end < found.end) found = {place.begin, end};
      is_found = true;
    }
    return is_found && left_ > 0;
  }

  // Where the rest of a group ends first that follows a part that ends at `at`.
  bool end_near(const Group& group, std::size_t index, std::size_t at, std::size_t& end) {
    const Part& before = group.parts[index - 1];
    std::size_t first = at;
    if (!skip(line_, before.least, first)) return false;
    std::size_t last = first;
    for (unsigned left = before.most - before.least; left > 0 && last < line_.size(); --left) {
      last += character_length(line_, last);
    }
    bool is_found = false;
    for (LineRange place; find_part(group.parts[index], first, place, last) && place.begin <= last;
         first = after(place.begin)) {
      if (!spend() || (is_found && place.end > end)) break;
      std::size_t ends = place.end;
      if (index + 1 < group.size && !end_near(group, index + 1, place.end, ends)) continue;
      if (!is_found || ends < end) end = ends;
      is_found = true;
    }
    return is_found;
  }

  // Where the part comes first from `from` on; a place after `last` need not be found.
  bool find_part(const Part& part, std::size_t from, LineRange& found,
                 std::size_t last = kNowhere) {
    if (part.anchor.empty()) return find_anywhere(part, from, found, last);
    const std::string_view line = line_up_to(part, last);
    if (part.is_text) {
      const std::size_t at = find_bytes(line, part.anchor, from);
      found = {at, at + part.anchor.size()};
      return at != kNowhere;
    }
    if (is_ascii_ && part.ends) return find_by_ends(part, *part.ends, line, from, found);
    std::size_t at = from;
    if (!skip(line_, part.before, at)) return false;
    for (; (at = find_bytes(line, part.anchor, at)) != kNowhere; ++at) {
      std::size_t begin = at;
      if (!skip_back(line_, part.before, begin) || begin < from) continue;
      found = {begin, begin};
      if (take_all(part.steps, found.end)) return true;
      if (left_ == 0) return false;
    }
    return false;
  }

  bool find_by_ends(const Part& part, Ends ends, std::string_view line, std::size_t from,
                    LineRange& found) {
    const std::size_t begin = find_ends(line, ends, from, [&](std::size_t place) {
      found = {place, place};
      return left_ == 0 || take_all(part.steps, found.end);
    });
    return begin != kNowhere && left_ > 0;
  }

  // The line as far as the anchor of a part may reach that begins at `last` at the latest.
  std::string_view line_up_to(const Part& part, std::size_t last) const {
    constexpr std::size_t kLongestCharacter = 4;
    const std::size_t more = part.ends ? part.ends->length * kLongestCharacter
                                       : part.before * kLongestCharacter + part.anchor.size();
    if (last >= line_.size() || line_.size() - last <= more) return line_;
    return line_.substr(0, last + more);
  }

  bool find_anywhere(const Part& part, std::size_t from, LineRange& found, std::size_t last) {
    for (std::size_t begin = from; begin <= line_.size() && begin <= last;
         begin += character_length(line_, begin)) {
      found = {begin, begin};
      if (take_all(part.steps, found.end)) return true;
      if (left_ == 0 || begin == line_.size()) return false;
    }
    return false;
  }

  std::string_view line_;
  bool is_ascii_;
  std::size_t left_;
};

}  // namespace

ProgramResult run_program(std::string_view program, std::string_view line, bool is_ascii) {
  return Run(line, is_ascii).run(program);
}

namespace {

// Of so many texts that follow, each a step, whether one occurs; takes them off the program. True
// when they are not known.
bool has_choice(std::string_view& program, unsigned count, std::string_view text) {
  bool is_met = false;
  for (; count > 0; --count) {
    Step choice;
    if (!kbx::next_step(program, choice) || choice.op != Op::kText) return true;
    is_met = is_met || find_bytes(text, choice.bytes, 0) != kNowhere;
  }
  return is_met;
}

}  // namespace

bool meets_requirements(std::string_view program, std::string_view text) {
  Step step;
  while (kbx::next_step(program, step)) {
    if (step.op != Op::kRequire) return true;
    if (!has_choice(program, step.count, text)) return false;
  }
  return true;
}

bool has_texts(std::string_view program, std::string_view text) {
  std::size_t at = 0;
  Step step;
  while (kbx::next_step(program, step)) {
    if (step.op == Op::kRequire) {
      if (!has_choice(program, step.count, text)) return false;
    } else if (step.op == Op::kText) {
      at = find_bytes(text, step.bytes, at);
      if (at == kNowhere) return false;
      at += step.bytes.size();
    }
  }
  return true;
}

}  // namespace kbc
