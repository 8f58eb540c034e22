#include "show/prose.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"
#include "text/tick_rows.h"

namespace kbc {
namespace {

// What ends a clause behind a command, and what opens a bracket around one.
constexpr std::string_view kJoints[] = {" ", "\t", "\n", ",",  ".",  ";",  ":",
                                        ")", "，", "。", "；", "：", "、", "）"};
constexpr std::string_view kOpening[] = {" ", "\t", "\n", "(", "（"};

std::string_view without_joints(std::string_view prose, bool is_after, bool is_before) {
  for (bool goes_on = is_after; goes_on;) {
    goes_on = false;
    for (const std::string_view joint : kJoints) {
      if (!prose.starts_with(joint)) continue;
      const bool begins_name = joint == "." && prose.size() > 1 && is_word_byte(prose[1]);
      if (begins_name) return prose;
      prose.remove_prefix(joint.size());
      goes_on = true;
    }
  }
  for (bool goes_on = is_before; goes_on;) {
    goes_on = false;
    for (const std::string_view joint : kOpening) {
      if (!prose.ends_with(joint)) continue;
      prose.remove_suffix(joint.size());
      goes_on = true;
    }
  }
  return prose;
}

// The code without blanks at its ends; of a fenced block without the language that its first line
// names.
std::string_view code_in(std::string_view text, const CodeSpan& span) {
  std::string_view code = text.substr(span.code_begin, span.code_end - span.code_begin);
  const std::size_t line = code.find('\n');
  const bool is_fenced = span.code_begin - span.begin >= 3;
  if (is_fenced && line != std::string_view::npos) code.remove_prefix(line);
  return trimmed(code, " \t\r\n");
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Block> run() {
    std::size_t begin = 0;
    for (const CodeSpan& span : code_spans(text_)) {
      const std::string_view code = code_in(text_, span);
      const std::optional<Harm> harm = harm_of(code);
      const bool has_blank = code.find_first_of(" \t\n") != std::string_view::npos;
      if (code.empty() || (!has_blank && !harm)) continue;
      add_prose(begin, span.begin, true);
      blocks_.push_back({true, std::string(code), harm});
      begin = span.end;
    }
    add_prose(begin, text_.size(), false);
    return std::move(blocks_);
  }

 private:
  void add_prose(std::size_t begin, std::size_t end, bool is_before) {
    const std::string_view prose =
        without_joints(text_.substr(begin, end - begin), !blocks_.empty(), is_before);
    if (!prose.empty()) blocks_.push_back({false, std::string(prose), {}});
  }

  std::string_view text_;
  std::vector<Block> blocks_;
};

bool is_harmless(std::string_view text) {
  return !text.empty() && text[0] != '-' && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view("._/:@%+=,-").find(c) != std::string_view::npos;
  });
}

// What must not stand beside a word that is to be replaced: a part of it, or what makes it the name
// of a variable or of a function.
bool is_free(std::string_view command, std::size_t begin, std::size_t end) {
  const bool is_begun = begin == 0 || (!is_word(command[begin - 1]) && command[begin - 1] != '$' &&
                                       command[begin - 1] != '{' && command[begin - 1] != '%');
  const bool is_ended = end == command.size() || (!is_word(command[end]) && command[end] != '=' &&
                                                  command[end] != '(' && command[end] != '%');
  return is_begun && is_ended;
}

// The length of the placeholder at the place, and what stands for it; 0 when there is none.
std::size_t placeholder_at(std::string_view command, std::size_t at, const Captures& captures,
                           std::string_view& value) {
  for (const auto& [name, text] : captures) {
    if (name.empty() || !is_harmless(text)) continue;
    value = text;
    if (command.substr(at).starts_with('<' + name + '>')) return name.size() + 2;
    std::string capitals = name;
    for (char& c : capitals) c = upper_ascii(c);
    const std::size_t end = at + name.size();
    if (command.substr(at, name.size()) == capitals && is_free(command, at, end)) {
      return name.size();
    }
  }
  return 0;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view text) { return Splitter(text).run(); }

std::string filled(std::string_view command, const Captures& captures) {
  if (captures.empty()) return std::string(command);
  std::string out;
  for (std::size_t at = 0; at < command.size();) {
    std::string_view value;
    const std::size_t length = placeholder_at(command, at, captures, value);
    if (length == 0) {
      out += command[at++];
    } else {
      out += value;
      at += length;
    }
  }
  return out;
}

std::vector<std::string> command_lines(const Block& block, const Captures& captures) {
  std::vector<std::string> lines;
  std::string_view rest = block.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.push_back(filled(rest.substr(0, end), captures));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

}  // namespace kbc
