#include "match/program.h"

#include "kbx/program.h"
#include "match/find_bytes.h"

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
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  }
  return true;
}

// The steps between two gaps.
struct Part {
  std::string_view steps;   // from its beginning; goes on behind it
  std::string_view anchor;  // its first text, if so many characters stand before it, whatever they are
  unsigned before = 0;
  bool is_text = false;  // it is nothing but the anchor
};

// Takes a part off the program. False when there is none, or it is no part.
bool next_part(std::string_view& program, Part& part) {
  part = {program, {}, 0, false};
  Step step;
  std::size_t steps = 0;
  bool is_fixed = true;
  bool has_ended = false;
  while (!has_ended && kbx::next_step(program, step)) {
    if (step.op == Op::kRequire) return false;
    has_ended = step.op == Op::kGap;
    if (has_ended) break;
    ++steps;
    if (!part.anchor.empty() || !is_fixed) continue;
    if (step.op == Op::kText) {
      part.anchor = step.bytes;
    } else if (step.op == Op::kRun) {
      is_fixed = false;
    } else {
      part.before += step.op == Op::kAny ? step.count : 1;
    }
  }
  part.is_text = steps == 1 && !part.anchor.empty();
  return steps > 0;
}

// One run over one line.
class Run {
 public:
  explicit Run(std::string_view line) : line_(line), left_(kStepsPerByte * (line.size() + 64)) {}

  ProgramResult run(std::string_view program) {
    Found whole;
    bool is_first = true;
    while (!program.empty()) {
      Part part;
      if (!next_part(program, part)) return {};
      Found found;
      if (!find(part, whole.end, found)) {
        return {left_ == 0 ? Outcome::kUnknown : Outcome::kNone, {}};
      }
      if (is_first) whole.begin = found.begin;
      is_first = false;
      whole.end = found.end;
    }
    return {Outcome::kFound, whole};
  }

 private:
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

  // Moves `at` past all steps of a part.
  bool take_all(std::string_view steps, std::size_t& at) {
    Step step;
    while (kbx::next_step(steps, step) && step.op != Op::kGap) {
      if (!spend() || !take(step, at)) return false;
    }
    return left_ > 0;
  }

  // Where the part comes first from `from` on.
  bool find(const Part& part, std::size_t from, Found& found) {
    if (part.anchor.empty()) return find_anywhere(part, from, found);
    if (part.is_text) {
      const std::size_t at = find_bytes(line_, part.anchor, from);
      found = {at, at + part.anchor.size()};
      return at != kNowhere;
    }
    std::size_t at = from;
    if (!skip(line_, part.before, at)) return false;
    for (; (at = find_bytes(line_, part.anchor, at)) != kNowhere; ++at) {
      std::size_t begin = at;
      if (!skip_back(line_, part.before, begin) || begin < from) continue;
      found = {begin, begin};
      if (take_all(part.steps, found.end)) return true;
      if (left_ == 0) return false;
    }
    return false;
  }

  bool find_anywhere(const Part& part, std::size_t from, Found& found) {
    for (std::size_t begin = from; begin <= line_.size(); begin += character_length(line_, begin)) {
      found = {begin, begin};
      if (take_all(part.steps, found.end)) return true;
      if (left_ == 0 || begin == line_.size()) return false;
    }
    return false;
  }

  std::string_view line_;
  std::size_t left_;
};

}  // namespace

ProgramResult run_program(std::string_view program, std::string_view line) {
  return Run(line).run(program);
}

bool meets_requirements(std::string_view program, std::string_view text) {
  Step step;
  while (kbx::next_step(program, step)) {
    if (step.op != Op::kRequire) return false;
    bool is_met = false;
    for (unsigned left = step.count; left > 0; --left) {
      Step choice;
      if (!kbx::next_step(program, choice) || choice.op != Op::kText) return false;
      is_met = is_met || find_bytes(text, choice.bytes, 0) != kNowhere;
    }
    if (!is_met) return false;
  }
  return program.empty();
}

}  // namespace kbc
