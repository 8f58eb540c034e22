#include <algorithm>
#include <iterator>
#include <string>

#include "command/command.h"
#include "config/version.h"
#include "text/ascii.h"
#include "text/printer.h"

namespace kbc {
namespace {

// How a character is written that roff does not read as itself.
struct Escape {
  char character;
  std::string_view written;
};
constexpr Escape kEscapes[] = {
    {'\\', "\\e"}, {'-', "\\-"}, {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};

// A text as roff reads it: nothing in it is a request, and what is ASCII stays so.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool begins_line = escaped.empty() || escaped.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
    const auto* own = std::ranges::find(kEscapes, c, &Escape::character);
    own == std::end(kEscapes) ? escaped += c : escaped += own->written;
  }
  return escaped;
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) c = upper_ascii(c);
  return capitals;
}

void write_head(std::string_view title, std::string_view summary, std::ostream& out) {
  out << ".TH \"" << roff(in_capitals(title)) << "\" 1 \"\" \"kbc " << kVersion << "\" \"kbc\"\n"
      << ".SH NAME\n"
      << roff(title) << " \\- " << roff(summary) << '\n';
}

void write_exit_status(std::ostream& out) {
  out << ".SH EXIT STATUS\n.TP\n.B 0\nclean\n.TP\n.B 1\nfindings\n.TP\n.B 2\nusage, configuration, "
         "input or output\n";
}

void write_option(const Option& option, std::ostream& out) {
  out << ".TP\n.B \\-\\-" << roff(option.name);
  if (option.value.kind != ValueInfo::Kind::kNone)
    out << " \\fI" << roff(option.value.name) << "\\fR";
  out << '\n' << roff(option.description);
  if (!option.otherwise.empty()) out << " (default: " << roff(option.otherwise) << ')';
  out << '\n';
}

void write_page(const Command& command, std::ostream& out) {
  const Invocation invocation = command.begin();
  const OptionTable& options = invocation.options;
  write_head("kbc-" + std::string(command.name), command.summary, out);
  const std::string usage = roff(options.usage());
  out << ".SH SYNOPSIS\n.B kbc " << command.name << "\n[\\fIOPTION\\fR…]"
      << (usage.empty() ? "" : " ") << usage << '\n';
  if (!command.details.empty()) out << ".SH DESCRIPTION\n" << roff(command.details) << '\n';
  out << ".SH OPTIONS\n";
  for (const Option& option : options.options()) write_option(option, out);
  write_exit_status(out);
  out << ".SH SEE ALSO\n.BR kbc (1)\n";
}

void write_overview(std::ostream& out) {
  write_head("kbc", "compiles and validates knowledge bases of known errors", out);
  out << ".SH SYNOPSIS\n.B kbc\n\\fICOMMAND\\fR [\\fIOPTION\\fR…] [\\fIARGUMENT\\fR…]\n"
         ".SH COMMANDS\n";
  for (const Command& command : all_commands()) {
    out << ".TP\n.BR kbc\\-" << command.name << " (1)\n" << roff(command.summary) << '\n';
  }
  write_exit_status(out);
}

int run(Arguments& names) {
  return write_pages(
      names, [] { write_overview(data_output()); },
      [](const Command& command) { write_page(command, data_output()); });
}

}  // namespace

Command man_command() {
  return {.details =
              "Prints a page in the form of man(1); `kbc man validate | man -l -` shows it. "
              "`cmake\n"
              "--install` installs all of them.",
          .begin = [] { return invocation(take_commands, run); }};
}

}  // namespace kbc
