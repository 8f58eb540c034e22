#include "command/options.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "show/wrap.h"
#include "text/nearest.h"

namespace kbc {
namespace {

constexpr std::string_view kHelp = "help";

ValueInfo value_named(std::string_view name) {
  using Kind = ValueInfo::Kind;
  if (name.empty()) return {};
  if (name == "FILE" || name == "PATH") return {Kind::kFile, std::string(name), {}};
  return {name == "DIR" ? Kind::kFolder : Kind::kText, std::string(name), {}};
}

bool has_value(const Option& option) { return option.value.kind != ValueInfo::Kind::kNone; }

// As help shows it: "-h, --help", "--kb DIR".
std::string spelling(const Option& option) {
  std::string text = "--" + option.name;
  if (option.letter != 0) text.insert(0, std::string("-") + option.letter + ", ");
  if (has_value(option)) text += " " + option.value.name;
  return text;
}

// The values of each option that was given, and the other words by the empty name.
using Given = std::map<std::string, std::vector<std::string>>;

std::string unknown_option(const std::string& command, const std::vector<Option>& options,
                           const std::string& name) {
  std::vector<std::string> known;
  for (const Option& option : options) known.push_back("--" + option.name);
  const auto near = nearest(name, std::vector<std::string_view>(known.begin(), known.end()));
  return "`kbc " + command + "` has no option `" + name + "`" +
         (near ? "; did you mean `" + std::string(*near) + "`?"
               : "; `kbc " + command + " --help` lists them");
}

// Takes the words of a command line apart as POSIX and GNU have it: `--name value`, `--name=value`,
// `-n value`, `-nvalue`, several letters in one word, and nothing is an option after `--`. A name
// is never abbreviated: that would make every new option a breaking change.
class CommandLine {
 public:
  CommandLine(const std::string& command, const std::vector<Option>& options,
              const std::vector<std::string>& words)
      : command_(command), options_(options), words_(words) {}

  Result<Given> parse() {
    for (; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (word == "--") {
        others().insert(others().end(), words_.begin() + at_ + 1, words_.end());
        break;
      }
      const bool is_option = word.size() > 1 && word[0] == '-';
      if (!is_option) {
        others().push_back(word);
      } else if (Status wrong = word[1] == '-' ? read_name(word) : read_letters(word)) {
        return *wrong;
      }
    }
    return std::move(given_);
  }

 private:
  std::vector<std::string>& others() { return given_[""]; }

  // The option that a word names, as `--name`, `--name=value` or `-n`; null if there is none.
  const Option* named(const std::string& word) const {
    const std::string name = word.substr(0, word.find('='));
    for (const Option& option : options_) {
      if (name == "--" + option.name) return &option;
      if (option.letter != 0 && word == std::string("-") + option.letter) return &option;
    }
    return nullptr;
  }

  Status read_name(const std::string& word) {
    const Option* option = named(word);
    const std::size_t equals = std::min(word.find('='), word.size());
    if (option == nullptr) {
      return Error{unknown_option(command_, options_, word.substr(0, equals))};
    }
    if (equals == word.size()) return add(*option, {});
    if (!has_value(*option)) {
      return Error{"option '--" + option->name + "' does not take any arguments"};
    }
    return add(*option, word.substr(equals + 1));
  }

  Status read_letters(const std::string& word) {
    for (std::size_t at = 1; at < word.size(); ++at) {
      const Option* option = named(std::string("-") + word[at]);
      if (option == nullptr) return Error{unknown_option(command_, options_, word)};
      if (has_value(*option)) {
        const std::string value = word.substr(at + 1);
        return add(*option, value.empty() ? std::nullopt : std::optional(value));
      }
      add(*option, {});
    }
    return {};
  }

  // An option without its value takes the next word; another option there means it was forgotten.
  Status add(const Option& option, std::optional<std::string> value) {
    if (has_value(option) && !value) {
      if (at_ + 1 == words_.size() || named(words_[at_ + 1]) != nullptr) {
        return Error{"the required argument for option '--" + option.name + "' is missing"};
      }
      value = words_[++at_];
    }
    given_[option.name].push_back(value.value_or(""));
    return {};
  }

  const std::string& command_;
  const std::vector<Option>& options_;
  const std::vector<std::string>& words_;
  std::size_t at_ = 0;
  Given given_;
};

Status set_option(const Option& option, const std::vector<std::string>& values) {
  if (values.size() > 1 && !option.repeats) {
    return Error{"option '--" + option.name + "' cannot be specified more than once"};
  }
  for (const std::string& value : values) {
    if (Status failed = option.set(value)) return failed;
  }
  return {};
}

std::string range_text(std::uint64_t least, std::uint64_t most) {
  if (most >= std::numeric_limits<std::uint32_t>::max()) return std::to_string(least) + " or more";
  return std::to_string(least) + " to " + std::to_string(most);
}

}  // namespace

void ValueInfo::offer(std::vector<std::string> choices) {
  kind = Kind::kWords;
  words = std::move(choices);
}

Option& OptionTable::add(std::string name, std::string_view value, std::string description,
                         std::function<Status(const std::string& text)> set) {
  options_.push_back(
      {std::move(name), 0, value_named(value), std::move(description), {}, false, std::move(set)});
  return options_.back();
}

void OptionTable::add_help() {
  add(std::string(kHelp), "", "print this help", nullptr).letter = 'h';
}

Option& OptionTable::flag(std::string name, std::string description, bool& set) {
  return add(std::move(name), "", std::move(description), [&set](const std::string&) {
    set = true;
    return Status();
  });
}

Option& OptionTable::text(std::string name, std::string_view value, std::string description,
                          std::string& set) {
  Option& option =
      add(std::move(name), value, std::move(description), [&set](const std::string& text) {
        set = text;
        return Status();
      });
  option.otherwise = set;
  return option;
}

Option& OptionTable::texts(std::string name, std::string_view value, std::string description,
                           std::vector<std::string>& set) {
  Option& option =
      add(std::move(name), value, std::move(description), [&set](const std::string& text) {
        set.push_back(text);
        return Status();
      });
  option.repeats = true;
  return option;
}

Option& OptionTable::add_number(std::string name, std::string_view value, std::string description,
                                std::uint64_t least, std::uint64_t most,
                                std::function<void(std::uint64_t)> set) {
  const std::string dashed = "--" + name;
  return add(std::move(name), value, std::move(description),
             [dashed, least, most, set = std::move(set)](const std::string& text) {
               std::uint64_t number = 0;
               const char* const end = text.data() + text.size();
               const auto [rest, fault] = std::from_chars(text.data(), end, number);
               const bool is_number = fault == std::errc() && rest == end;
               if (!is_number || number < least || number > most) {
                 return Status(Error{dashed + ": write " + range_text(least, most)});
               }
               set(number);
               return Status();
             });
}

Option& OptionTable::add_choice(std::string name, std::string_view value, std::string description,
                                std::vector<std::string> words,
                                std::function<void(std::size_t)> set) {
  const std::string dashed = "--" + name;
  Option& option = add(std::move(name), value, std::move(description),
                       [dashed, words, set = std::move(set)](const std::string& text) {
                         const auto found = std::find(words.begin(), words.end(), text);
                         if (found == words.end()) {
                           return Status(Error{dashed + " " + text + ": write " + listed(words)});
                         }
                         set(static_cast<std::size_t>(found - words.begin()));
                         return Status();
                       });
  option.value.offer(std::move(words));
  return option;
}

ValueInfo& OptionTable::arguments(std::string_view usage, std::vector<std::string>& set) {
  usage_ = usage;
  arguments_ = &set;
  // "[PATH…]" is a PATH.
  std::string name;
  for (const char c : usage) {
    if (c >= 'A' && c <= 'Z') name += c;
  }
  argument_ = value_named(name);
  return argument_;
}

Result<bool> OptionTable::read(const std::string& command,
                               const std::vector<std::string>& words) const {
  Result<Given> parsed = CommandLine(command, options_, words).parse();
  if (!parsed) return parsed.error();
  const Given& given = *parsed;
  const auto others = given.find("");
  if (others != given.end()) {
    if (arguments_ == nullptr) return Error{"`kbc " + command + "` takes no arguments"};
    *arguments_ = others->second;
  }
  if (given.contains(std::string(kHelp))) return true;
  for (const Option& option : options_) {
    const auto values = given.find(option.name);
    if (values == given.end()) continue;
    if (Status failed = set_option(option, values->second)) return *failed;
  }
  return false;
}

std::string OptionTable::help() const {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Option& option : options_) {
    std::string description = option.description;
    if (!option.otherwise.empty()) description += " (default: " + option.otherwise + ")";
    rows.emplace_back(spelling(option), std::move(description));
  }
  return two_columns(rows);
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0) text += at + 1 < words.size() ? ", " : " " + std::string(last) + " ";
    text += words[at];
  }
  return text;
}

}  // namespace kbc
