// The one file that knows Boost.Program_options, which takes command lines apart.
#include "command/options.h"

#include <algorithm>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <map>

#include "show/wrap.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kHelp = "help";

ValueInfo value_named(std::string_view name) {
  using Kind = ValueInfo::Kind;
  if (name.empty()) return {};
  ValueInfo value{Kind::kText, std::string(name), {}};
  if (name == "FILE" || name == "PATH") value.kind = Kind::kFile;
  if (name == "DIR") value.kind = Kind::kFolder;
  if (name == "ID") value.offer_known("ids");
  if (name == "REF") value.offer_known("refs");
  if (name == "RULE" || name == "RULES") value.offer_known("rules");
  return value;
}

bool has_value(const Option& option) { return option.value.kind != ValueInfo::Kind::kNone; }

// As help shows it: "-h, --help", "--kb DIR".
std::string spelling(const Option& option) {
  std::string text = "--" + option.name;
  if (option.letter != 0) text.insert(0, std::string("-") + option.letter + ", ");
  if (has_value(option)) text += " " + option.value.name;
  return text;
}

// For the parser, which needs to know only which options take a value.
po::options_description described(const std::vector<Option>& options) {
  po::options_description description;
  for (const Option& option : options) {
    std::string name = option.name;
    if (option.letter != 0) name += std::string(",") + option.letter;
    if (has_value(option)) {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    } else {
      description.add_options()(name.c_str(), "");
    }
  }
  return description;
}

// The values of each option that was given, and the other words by the empty name.
using Given = std::map<std::string, std::vector<std::string>>;

// Boost's messages name an option as `--option`; the rest of them is lower case already.
Given parse(const std::vector<Option>& options, const std::vector<std::string>& words) {
  const po::options_description description = described(options);
  namespace style = po::command_line_style;
  // No abbreviations: they would make every new option a breaking change.
  const po::parsed_options parsed = po::command_line_parser(words)
                                        .options(description)
                                        .style(style::unix_style & ~style::allow_guessing)
                                        .run();
  Given given;
  for (const po::option& option : parsed.options) {
    const std::string value = option.value.empty() ? std::string() : option.value.front();
    given[option.string_key].push_back(value);
  }
  return given;
}

std::string unknown_option(const std::string& command, const std::vector<Option>& options,
                           const std::string& name) {
  std::vector<std::string> known;
  for (const Option& option : options) known.push_back("--" + option.name);
  return "unknown option `" + name + "`" +
         did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()),
                      "`kbc " + command + " --help` lists them");
}

Status set_option(const Option& option, const std::vector<std::string>& values) {
  if (values.size() > 1 && !option.repeats) {
    return Error{"--" + option.name + " may be given only once"};
  }
  for (const std::string& value : values) {
    if (Status failed = option.set(value)) return failed;
  }
  return {};
}

}  // namespace

void ValueInfo::offer(std::vector<std::string> choices) {
  kind = Kind::kWords;
  words = std::move(choices);
}

void ValueInfo::offer_known(std::string_view kind_of_words) {
  kind = Kind::kKnown;
  known = kind_of_words;
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
  return add(
      std::move(name), value, std::move(description),
      [dashed, least, most, set = std::move(set)](const std::string& text) {
        std::uint64_t number = 0;
        const char* const end = text.data() + text.size();
        const auto [rest, fault] = std::from_chars(text.data(), end, number);
        const bool is_number = fault == std::errc() && rest == end;
        if (!is_number || number < least || number > most) {
          return Status(Error{dashed + " " + ticked(text) + ": expected a whole number from " +
                              std::to_string(least) + " to " + std::to_string(most)});
        }
        set(number);
        return Status();
      });
}

Option& OptionTable::add_choice(std::string name, std::string_view value, std::string description,
                                std::vector<std::string> words,
                                std::function<void(std::size_t)> set) {
  const std::string dashed = "--" + name;
  Option& option =
      add(std::move(name), value, std::move(description),
          [dashed, words, set = std::move(set)](const std::string& text) {
            const auto found = std::find(words.begin(), words.end(), text);
            if (found == words.end()) {
              return Status(Error{dashed + " " + text + ": expected " + listed(words)});
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
  Given given;
  try {
    given = parse(options_, words);
  } catch (const po::unknown_option& unknown) {
    return Error{unknown_option(command, options_, unknown.get_option_name())};
  } catch (const po::error& wrong) {
    return Error{wrong.what()};
  }
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

}  // namespace kbc
