#include "pattern/named_class.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

#include "core/named.h"

namespace kbc {
namespace {

constexpr std::string_view kUnicodeClasses[] = {
#include "pattern/unicode_names.inc"
};

struct NamedRanges {
  std::string_view name;
  std::size_t count;
  CodePointRange ranges[4];
};

constexpr NamedRanges kPosixClasses[] = {
    {"alnum", 3, {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
    {"alpha", 2, {{'A', 'Z'}, {'a', 'z'}}},
    {"ascii", 1, {{0, 0x7F}}},
    {"blank", 2, {{'\t', '\t'}, {' ', ' '}}},
    {"cntrl", 2, {{0, 0x1F}, {0x7F, 0x7F}}},
    {"digit", 1, {{'0', '9'}}},
    {"graph", 1, {{'!', '~'}}},
    {"lower", 1, {{'a', 'z'}}},
    {"print", 1, {{' ', '~'}}},
    {"punct", 4, {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
    {"space", 2, {{'\t', '\r'}, {' ', ' '}}},
    {"upper", 1, {{'A', 'Z'}}},
    {"word", 4, {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
    {"xdigit", 3, {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
};

// By their small letters. `\s` lacks the vertical tab, which `[:space:]` has.
constexpr NamedRanges kPerlClasses[] = {
    {"d", 1, {{'0', '9'}}},
    {"s", 3, {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}}},
    {"w", 4, {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
};

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void add(const NamedRanges& named, bool is_negated, bool folds_case, CodePointSet& set) {
  CodePointSet members;
  members.add(std::span(named.ranges, named.count));
  if (folds_case) members.close_over_case();
  if (is_negated) members.negate();
  set.add(members.ranges());
}

bool add_unicode_class(std::string_view written, CodePointSet& set) {
  bool is_negated = written[1] == 'P';
  std::string_view name = written.substr(2);
  if (take(name, "{")) name.remove_suffix(1);
  if (take(name, "^")) is_negated = !is_negated;
  const bool is_any = name == "Any";
  if (!is_any || !is_negated) set.add(0, kLastCodePoint);
  return is_any;
}

}  // namespace

bool is_unicode_class(std::string_view name) {
  return std::binary_search(std::begin(kUnicodeClasses), std::end(kUnicodeClasses), name);
}

bool is_posix_class(std::string_view name) { return find_named(kPosixClasses, name) != nullptr; }

bool add_named_class(std::string_view written, bool folds_case, CodePointSet& set) {
  std::string_view name = written;
  if (take(name, "[:")) {
    name.remove_suffix(2);
    const bool is_negated = take(name, "^");
    add(*find_named(kPosixClasses, name), is_negated, folds_case, set);
    return true;
  }
  const char letter = written[1];
  if (letter == 'p' || letter == 'P') return add_unicode_class(written, set);
  const bool is_negated = letter < 'a';
  const char small[] = {static_cast<char>(is_negated ? letter + ('a' - 'A') : letter)};
  add(*find_named(kPerlClasses, std::string_view(small, 1)), is_negated, folds_case, set);
  return true;
}

}  // namespace kbc
