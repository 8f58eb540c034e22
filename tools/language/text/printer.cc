#include "text/printer.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <type_traits>

#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// What a CI system takes for a command in the log of a job. One of its characters is spelled out.
struct Command {
  enum class Place : std::uint8_t { kAnywhere, kLineStart };  // blanks may come before

  const char* variable;  // of the environment: set by the system
  std::string_view text;
  std::size_t spelled_out;  // which byte
  Place place;
};

// As ActionCommand.cs of GitHub's runner reads them (Azure's agent has the same `##[`); the section
// markers of GitLab and the service messages of TeamCity as their documentation has them.
constexpr std::array<Command, 7> kCommands = {{
    {"GITHUB_ACTIONS", "##[", 2, Command::Place::kAnywhere},
    {"GITHUB_ACTIONS", "::", 0, Command::Place::kLineStart},
    {"GITLAB_CI", "section_start:", 13, Command::Place::kAnywhere},
    {"GITLAB_CI", "section_end:", 11, Command::Place::kAnywhere},
    {"TF_BUILD", "##[", 2, Command::Place::kAnywhere},
    {"TF_BUILD", "##vso[", 5, Command::Place::kAnywhere},
    {"TEAMCITY_VERSION", "##teamcity[", 10, Command::Place::kAnywhere},
}};

bool is_set(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0' && std::string_view(value) != "false";
}

// Those of the system around. Nothing is left to destroy: at the end of the program the printers of
// the standard streams still ask for them.
class CommandsHere {
 public:
  CommandsHere() {
    for (const Command& command : kCommands) {
      if (is_set(command.variable)) commands_[count_++] = command;
    }
  }
  const Command* begin() const { return commands_.data(); }
  const Command* end() const { return commands_.data() + count_; }
  bool empty() const { return count_ == 0; }

 private:
  std::array<Command, kCommands.size()> commands_ = {};
  std::size_t count_ = 0;
};
static_assert(std::is_trivially_destructible_v<CommandsHere>);

const CommandsHere& commands() {
  static const CommandsHere here;
  return here;
}

std::string spelled_out_in(Printer::Markup markup, char c) {
  std::string spelled = spelled_out(static_cast<unsigned char>(c));
  if (markup == Printer::Markup::kNone) return spelled;
  return "&lt;" + spelled.substr(1, spelled.size() - 2) + "&gt;";
}

void break_at(std::string& line, std::size_t at, const Command& command, Printer::Markup markup) {
  at += command.spelled_out;
  line.replace(at, 1, spelled_out_in(markup, line[at]));
}

}  // namespace

Printer& Printer::operator<<(std::string_view text) { return write(printable(text)); }

Printer& Printer::write(std::string_view own) {
  if (commands().empty()) {
    out_ << own;
    return *this;
  }
  for (std::size_t end; (end = own.find('\n')) != std::string_view::npos;) {
    line_ += own.substr(0, end);
    release();
    out_ << '\n';
    is_at_line_start_ = true;
    own.remove_prefix(end + 1);
  }
  line_ += own;
  return *this;
}

void Printer::release() {
  for (const Command& command : commands()) {
    if (command.place == Command::Place::kAnywhere) {
      for (std::size_t at = 0; (at = line_.find(command.text, at)) != std::string::npos;) {
        break_at(line_, at, command, markup_);
      }
    } else if (is_at_line_start_) {
      const std::size_t begin = after_blanks(line_);
      if (line_.compare(begin, command.text.size(), command.text) == 0) {
        break_at(line_, begin, command, markup_);
      }
    }
  }
  if (!line_.empty()) is_at_line_start_ = false;
  out_ << line_;
  line_.clear();
}

void Printer::flush() {
  release();
  out_.flush();
}

Printer& standard_output() {
  static Printer printer(std::cout);
  return printer;
}

Printer& standard_error() {
  static Printer printer(std::cerr);
  return printer;
}

std::ostream& data_output() { return std::cout; }

// Nothing in kbc mixes C's and C++'s streams.
void open_output() { std::ios::sync_with_stdio(false); }

bool flush_output() {
  standard_error().flush();
  standard_output().flush();
  return std::cout.good();
}

}  // namespace kbc
