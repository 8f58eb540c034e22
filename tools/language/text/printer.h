// The only way to standard output and standard error. What people read goes through a Printer,
// which takes every text for somebody else's unless it is said to be kbc's own; what programs read
// goes to data_output() as it is.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace kbc {

// A text that kbc itself has made: its line breaks and terminal sequences are meant. What it holds
// of an author has been made printable before.
struct Own {
  std::string_view text;
};

// Texts for people. Of a text of unknown origin (anything but a literal, an Own or a number) every
// control, bidirectional and invisible character is spelled out, so that it neither steers a
// terminal nor begins a line (text/printable.h).
//
// The log of a CI job is read for commands, too. Under GitHub Actions, GitLab and the like (known
// by their environment variables) what would be one is broken, whoever wrote it and however it came
// about: `##<U+005B>` for `##[`.
class Printer {
 public:
  // What the lines are part of: in XML the pointed brackets of `<U+005B>` are references.
  enum class Markup : std::uint8_t { kNone, kXml };

  explicit Printer(std::ostream& out, Markup markup = Markup::kNone) : out_(out), markup_(markup) {}
  ~Printer() { release(); }
  Printer(const Printer&) = delete;
  Printer& operator=(const Printer&) = delete;

  template <std::size_t kSize>
  Printer& operator<<(const char (&own)[kSize]) {
    return write({own, kSize - 1});
  }
  // Whose text is in a buffer?
  template <std::size_t kSize>
  Printer& operator<<(char (&buffer)[kSize]) = delete;

  Printer& operator<<(Own own) { return write(own.text); }
  Printer& operator<<(char own) { return write({&own, 1}); }
  Printer& operator<<(std::string_view text);
  Printer& operator<<(const std::string& text) { return *this << std::string_view(text); }
  template <std::integral Number>
  Printer& operator<<(Number number) {
    return write(std::to_string(number));
  }

  // Hands on what has been printed, a line that has not ended included.
  void flush();

 private:
  Printer& write(std::string_view own);
  void release();

  std::ostream& out_;
  Markup markup_;
  std::string line_;              // not handed on yet: it may become a command
  bool is_at_line_start_ = true;  // of line_
};

// The standard streams, for people.
Printer& standard_output();
Printer& standard_error();

// Standard output for data: JSON, generated text, a file's bytes. False once writing has failed.
std::ostream& data_output();

// To be called before the first of these.
void open_output();

// Writes out what both standard streams hold; false if standard output has failed.
bool flush_output();

}  // namespace kbc
