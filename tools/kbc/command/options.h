#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace kbc {

// What a value can be: help names it, completion offers it.
struct ValueInfo {
  enum class Kind : std::uint8_t { kNone, kText, kFile, kFolder, kWords, kKnown };

  Kind kind = Kind::kNone;         // kNone: an option without value
  std::string name;                // as help shows it: "FILE"
  std::vector<std::string> words;  // of kWords
  // Of kKnown: the kind of words (driver/known_words.h), which are asked for when they are needed.
  std::string known = {};
  bool is_list = false;  // several of them, separated by commas

  // The words that it can be, or begin with.
  void offer(std::vector<std::string> choices);
  // The words of a kind that depends on the knowledge base, or whose words have descriptions.
  void offer_known(std::string_view kind);
};

// One option of a command: all that the parser, --help, the manual and the shells know of it.
struct Option {
  std::string name;  // without the dashes
  char letter = 0;   // its short name; 0 for none
  ValueInfo value;
  std::string description;
  std::string otherwise;  // its value when it is not given, where that is worth saying
  bool repeats = false;   // may be given several times
  // Takes a value (the empty text of an option without), or says what is wrong with it.
  std::function<Status(const std::string& text)> set;
};

// What a command takes. Options write into variables of the command, which must outlive the table;
// what a variable holds when its option is added is the default.
class OptionTable {
 public:
  // A value named FILE or PATH is a file, DIR a folder, ID an entry's, REF git's, RULE or RULES a
  // rule's, and any other a text; an empty name means that the option has none. The reference is
  // good until the next option is added.
  Option& add(std::string name, std::string_view value, std::string description,
              std::function<Status(const std::string& text)> set);

  Option& flag(std::string name, std::string description, bool& set);
  Option& text(std::string name, std::string_view value, std::string description, std::string& set);
  // Several texts: the option may be repeated.
  Option& texts(std::string name, std::string_view value, std::string description,
                std::vector<std::string>& set);

  // The most that a count may be where nothing else limits it.
  static constexpr unsigned kMostCounted = 1'000'000'000;

  // A whole number, `least` or more, `most` or less. Anything else is refused, with that range.
  template <typename Number>
  Option& number(std::string name, std::string_view value, std::string description, Number& set,
                 Number least = 1, Number most = kMostCounted) {
    Option& option = add_number(std::move(name), value, std::move(description), least, most,
                                [&set](std::uint64_t given) { set = static_cast<Number>(given); });
    option.otherwise = std::to_string(set);
    return option;
  }

  // One of some words, each of which means a value.
  template <typename Value>
  Option& choice(std::string name, std::string_view value, std::string description, Value& set,
                 const std::vector<std::pair<std::string, Value>>& words) {
    std::vector<std::string> names;
    std::vector<Value> meanings;
    std::string otherwise;
    for (const auto& [word, meaning] : words) {
      names.emplace_back(word);
      meanings.push_back(meaning);
      if (meaning == set) otherwise = word;
    }
    Option& option = add_choice(std::move(name), value, std::move(description), std::move(names),
                                [&set, meanings](std::size_t number) { set = meanings[number]; });
    option.otherwise = std::move(otherwise);
    return option;
  }

  // What is no option: `usage` is how help shows it, "[PATH…]". Without this there is none.
  ValueInfo& arguments(std::string_view usage, std::vector<std::string>& set);

  // In the order in which they were added, which is also that in which they are set.
  const std::vector<Option>& options() const { return options_; }
  const std::string& usage() const { return usage_; }
  const ValueInfo& argument() const { return argument_; }

  // Adds --help, the last of all.
  void add_help();

  // Sets all that the words of a command line say, or says what is wrong with them. True when they
  // ask for help: nothing was set then.
  Result<bool> read(const std::string& command, const std::vector<std::string>& words) const;

  // A line or more for each option.
  std::string help() const;

 private:
  Option& add_number(std::string name, std::string_view value, std::string description,
                     std::uint64_t least, std::uint64_t most,
                     std::function<void(std::uint64_t)> set);
  Option& add_choice(std::string name, std::string_view value, std::string description,
                     std::vector<std::string> words, std::function<void(std::size_t)> set);

  std::vector<Option> options_;
  std::string usage_;
  ValueInfo argument_;
  std::vector<std::string>* arguments_ = nullptr;
};

}  // namespace kbc
