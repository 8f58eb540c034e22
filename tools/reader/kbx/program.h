#ifndef KBX_PROGRAM_H_
#define KBX_PROGRAM_H_

// The programs of alternatives, step by step. docs/kbx-format.md says what they mean. C++17.

#include <cstddef>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

enum class Op : unsigned char {
  kGap = 1,      // any characters of the line, or none
  kText = 2,     // length, bytes: these bytes
  kAny = 3,      // count: so many characters, of the line
  kOne = 4,      // a set: one character of it
  kRun = 5,      // a set: as many characters of it as there are; none will do
  kNear = 7,     // least, most: so many characters, of the line
  kRequire = 6,  // count: of the next so many kText one occurs somewhere, or there is no match
};

inline constexpr std::size_t kSetBytes = 17;  // a bit for each of ASCII; whether all others are in

struct Step {
  Op op = Op::kGap;
  std::string_view bytes;  // of kText, kOne, kRun
  unsigned count = 0;      // of kAny, kRequire; the least of kNear
  unsigned most = 0;       // of kNear
};

// Whether a character, by its first byte, is in a set of kSetBytes.
inline bool is_in_set(const char* set, unsigned char first) {
  if (first >= 0x80) return set[kSetBytes - 1] != 0;
  return (byte_at(set + first / 8) >> (first % 8) & 1) != 0;
}

// Takes the next step off a program. False at its end, and for bytes that are no step, which stay.
inline bool next_step(std::string_view& program, Step& step) {
  if (program.size() < 2) return false;
  const auto op = static_cast<Op>(program[0]);
  const auto count = static_cast<unsigned char>(program[1]);
  std::size_t length = 2;
  step = {op, {}, count, 0};
  if (op == Op::kText) {
    if (count == 0 || count > program.size() - 2) return false;
    step.bytes = program.substr(2, count);
    length += count;
  } else if (op == Op::kOne || op == Op::kRun) {
    if (kSetBytes > program.size() - 1) return false;
    step.bytes = program.substr(1, kSetBytes);
    length = 1 + kSetBytes;
  } else if (op == Op::kGap) {
    length = 1;
  } else if (op == Op::kNear) {
    if (program.size() < 3) return false;
    step.most = static_cast<unsigned char>(program[2]);
    length = 3;
    if (step.most < count) return false;
  } else if ((op != Op::kAny && op != Op::kRequire) || count == 0) {
    return false;
  }
  program.remove_prefix(length);
  return true;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_PROGRAM_H_
