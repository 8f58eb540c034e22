// A regex that RE2 has taken needs no parser to be cut at its alternatives: escapes, classes and
// brackets say where a `|` is not one.
#include "match/written_branch.h"

#include <cstddef>

#include "text/ascii.h"

namespace kbc {
namespace {

// Behind the class that begins at `at` with `[`.
std::size_t class_end(std::string_view regex, std::size_t at) {
  ++at;
  if (at < regex.size() && regex[at] == '^') ++at;
  if (at < regex.size() && regex[at] == ']') ++at;
  while (at < regex.size() && regex[at] != ']') {
    if (regex.substr(at, 2) == "[:") {
      const std::size_t end = regex.find(":]", at + 2);
      at = end == std::string_view::npos ? at + 1 : end + 2;
    } else {
      at += regex[at] == '\\' ? 2 : 1;
    }
  }
  return at + 1;
}

// Behind the escape that begins at `at`; `\Q…\E` is one.
std::size_t escape_end(std::string_view regex, std::size_t at) {
  if (regex.substr(at, 2) != "\\Q") return at + 2;
  const std::size_t end = regex.find("\\E", at + 2);
  return end == std::string_view::npos ? regex.size() : end + 2;
}

// The length of what sets flags from here on, `(?i)`; 0 for any other bracket.
std::size_t flags_length(std::string_view rest) {
  if (!rest.starts_with("(?")) return 0;
  std::size_t end = 2;
  while (end < rest.size() && (is_letter(rest[end]) || rest[end] == '-')) ++end;
  return end < rest.size() && rest[end] == ')' ? end + 1 : 0;
}

}  // namespace

std::vector<WrittenBranch> written_branches(std::string_view regex) {
  std::vector<WrittenBranch> branches(1);
  std::string flags;
  std::size_t begin = 0, depth = 0;
  for (std::size_t at = 0; at < regex.size();) {
    switch (regex[at]) {
      case '\\':
        at = escape_end(regex, at);
        continue;
      case '[':
        at = class_end(regex, at);
        continue;
      case '(':
        if (const std::size_t length = flags_length(regex.substr(at)); length > 0) {
          if (depth == 0) flags += regex.substr(at, length);
          at += length;
          continue;
        }
        ++depth;
        break;
      case ')':
        if (depth > 0) --depth;
        break;
      case '|':
        if (depth > 0) break;
        branches.back().text = regex.substr(begin, at - begin);
        begin = at + 1;
        branches.push_back({{}, flags});
        break;
      default:
        break;
    }
    ++at;
  }
  branches.back().text = regex.substr(begin);
  return branches;
}

std::optional<std::string> WrittenBranch::literal() const {
  if (!flags.empty()) return {};
  std::string literal;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
      const bool is_mark = at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 &&
                           !is_word_byte(text[at]);
      if (!is_mark) return {};
    } else if (std::string_view("^$.|?*+()[]{}").find(text[at]) != std::string_view::npos) {
      return {};
    }
    literal += text[at];
  }
  return literal;
}

}  // namespace kbc
