// Reading one line from a person at a terminal.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kbc {

// What an answer may be.
struct Choice {
  std::string name, description;  // the description may be empty
};

// There is one of two: with libedit (line_editor_libedit.cc) the proposal is on the line, ready
// to be changed, and the tabulator completes; without it (line_editor_plain.cc) the proposal is
// in brackets and an empty answer takes it. Ctrl-C and Ctrl-D end the input, whatever is on the
// line.
class LineEditor {
 public:
  // in is a terminal, as is standard output; both stay the caller's.
  explicit LineEditor(std::FILE* in);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // The answer without blanks at its ends, in UTF-8; nothing when the person ends the input.
  std::optional<std::string> ask(const std::string& prompt, const std::string& proposal,
                                 const std::vector<Choice>& choices);

 private:
  struct Backend;
  std::unique_ptr<Backend> backend_;
};

// The choices with their descriptions, one line each.
std::vector<std::string> menu_of(const std::vector<Choice>& choices);

}  // namespace kbc
