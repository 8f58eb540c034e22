#include "lower/regex_fault.h"

#include <re2/re2.h>

#include <charconv>
#include <optional>
#include <vector>

#include "text/ticked.h"

namespace kbc {
namespace {

using Kind = RegexFault::Kind;

TextRange whole(std::string_view text) { return {0, text.size()}; }

RE2::Options probe_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 16);  // only the syntax is of interest
  return options;
}

// The place of what RE2 complains about. It reads from left to right and stops at the first fault:
// the shortest beginning of the regex that it refuses for the same reason ends there.
TextRange place_of(std::string_view text, const re2::RE2& refused) {
  const std::string& argument = refused.error_arg();
  const std::size_t first = text.find(argument);
  if (argument.empty() || first == std::string_view::npos) return whole(text);
  if (text.find(argument, first + 1) == std::string_view::npos) return {first, argument.size()};
  constexpr std::size_t kMostProbed = 1000;
  if (text.size() > kMostProbed) return whole(text);
  const auto is_refused = [&](std::size_t length) {
    const re2::RE2 probe(re2::StringPiece(text.data(), length), probe_options());
    return probe.error_code() == refused.error_code() && probe.error_arg() == argument;
  };
  std::size_t short_enough = 0;
  std::size_t too_long = text.size();
  while (too_long - short_enough > 1) {
    const std::size_t middle = short_enough + (too_long - short_enough) / 2;
    (is_refused(middle) ? too_long : short_enough) = middle;
  }
  const std::size_t at = text.substr(0, too_long).rfind(argument);
  return at == std::string_view::npos ? whole(text) : TextRange{at, argument.size()};
}

// Behind the class that opens at `at`. Requires: RE2 found nothing wrong with it.
std::size_t skip_class(std::string_view text, std::size_t at) {
  ++at;
  if (at < text.size() && text[at] == '^') ++at;
  for (bool is_first = true; at < text.size(); is_first = false) {
    if (text[at] == ']' && !is_first) return at + 1;
    const bool is_named = text.substr(at).starts_with("[:");
    const std::size_t end = is_named ? text.find(":]", at + 2) : std::string_view::npos;
    if (end != std::string_view::npos) {
      at = end + 2;
    } else {
      at += text[at] == '\\' ? 2 : 1;
    }
  }
  return text.size();
}

// The parenthesis that has no other half: the first `)` too many, else the last `(` left open.
std::optional<std::size_t> lone_parenthesis(std::string_view text) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\\Q")) {
      const std::size_t end = text.find("\\E", at);
      at = end == std::string_view::npos ? text.size() : end + 2;
      continue;
    }
    if (rest.front() == '[') {
      at = skip_class(text, at);
      continue;
    }
    if (rest.front() == '(') open.push_back(at);
    if (rest.front() == ')') {
      if (open.empty()) return at;
      open.pop_back();
    }
    at += rest.front() == '\\' ? 2 : 1;
  }
  if (open.empty()) return {};
  return open.back();
}

RegexFault parenthesis_fault(std::string_view text, const re2::RE2& refused) {
  const bool is_extra = refused.error_code() == RE2::ErrorUnexpectedParen;
  const auto place = lone_parenthesis(text);
  return {Kind::kSyntax, place ? TextRange{*place, 1} : whole(text),
          is_extra ? "`)` closes nothing" : "`(` is never closed",
          is_extra ? "remove it, or write `\\\\)` for the character itself"
                   : "end it with `)`, or write `\\\\(` for the character itself"};
}

RegexFault escape_fault(std::string_view, const re2::RE2& refused) {
  const std::string& written = refused.error_arg();
  RegexFault fault;
  fault.message = ticked(written) + " is no escape that RE2 knows";
  const char letter = written.size() > 1 ? written[1] : ' ';
  if (letter >= '1' && letter <= '9') {
    fault.message = ticked(written) + " refers back to a group, which RE2 cannot do";
    fault.help = "write out what the group matches";
  } else if (letter == 'x' || letter == 'u') {
    fault.help = "write two hexadecimal digits, or more in braces: `\\\\x7f`, `\\\\x{4e2d}`";
  } else if (std::string_view("dDsSwWpP").find(letter) != std::string_view::npos) {
    // RE2 knows it, but not as the end of `a-\d`.
    fault.message = ticked(written) + " stands for many characters and cannot end a range";
    fault.help = "write `\\\\-` for the hyphen itself";
  } else if (letter == 'Z') {
    fault.help = "write `\\\\z` for the end of the text";
  } else {
    fault.help = "leave out the backslash for the letter itself";
  }
  return fault;
}

RegexFault class_fault(std::string_view, const re2::RE2& refused) {
  const std::string& written = refused.error_arg();
  if (written.starts_with("[:")) {
    return {Kind::kSyntax,
            {},
            ticked(written) + " names no class of characters",
            "the names are such as `[:alpha:]`, `[:digit:]` and `[:space:]`"};
  }
  if (written.starts_with("\\p") || written.starts_with("\\P")) {
    return {Kind::kSyntax,
            {},
            ticked(written) + " names no class of Unicode",
            "write a category or a script: `\\\\p{L}`, `\\\\p{Han}`"};
  }
  const bool is_simple = written.size() == 3 && written[1] == '-';
  return {Kind::kSyntax,
          {},
          "the range " + ticked(written) + " runs backwards",
          is_simple ? "write " + ticked(std::string{written[2], '-', written[0]}) : ""};
}

RegexFault group_fault(std::string_view text, const re2::RE2& refused) {
  const std::string& written = refused.error_arg();
  const TextRange place = place_of(text, refused);
  const char after =
      place.offset + place.length < text.size() ? text[place.offset + place.length] : ' ';
  RegexFault fault;
  if (written == "(?=" || written == "(?!") {
    fault.message = ticked(written) + " looks ahead, which RE2 cannot do";
    fault.help = "write what must follow into the regex itself";
  } else if (written == "(?<" && (after == '=' || after == '!')) {
    fault.message = ticked(written + after) + " looks behind, which RE2 cannot do";
    fault.help = "write what must go before into the regex itself";
  } else if (written == "(?<") {
    fault.message = "`(?<` begins no group that RE2 knows";
    fault.help = "a named group is written `(?P<name>…)`";
  } else {
    fault.message = ticked(written) + " begins no group that RE2 knows";
    fault.help = "RE2 knows `(…)`, `(?:…)`, `(?P<name>…)` and the flags `i`, `m`, `s` and `U`";
  }
  return fault;
}

// The two numbers of `{3,2}`; of anything else the same one twice.
bool runs_backwards(std::string_view repeat) {
  const std::size_t comma = repeat.find(',');
  if (comma == std::string_view::npos) return false;
  const auto number = [](std::string_view digits, unsigned long otherwise) {
    std::from_chars(digits.data(), digits.data() + digits.size(), otherwise);
    return otherwise;
  };
  const unsigned long least = number(repeat.substr(1), 0);
  return number(repeat.substr(comma + 1), least) < least;
}

RegexFault size_fault(std::string_view, const re2::RE2& refused) {
  const std::string& written = refused.error_arg();
  if (runs_backwards(written)) {
    return {Kind::kSyntax,
            {},
            ticked(written) + " has its bounds in the wrong order",
            "write the smaller one first"};
  }
  return {Kind::kLimits,
          {},
          ticked(written) + " repeats more than 1000 times",
          "repeat 1000 times at most, counting the repeats inside what is repeated"};
}

RegexFault repeat_fault(std::string_view, const re2::RE2& refused) {
  const std::string& written = refused.error_arg();
  const bool is_possessive = written == "++" || written == "*+" || written == "?+";
  if (is_possessive) {
    return {Kind::kSyntax,
            {},
            ticked(written) + " is a possessive repeat, which RE2 does not have",
            "leave out the `+` at its end: RE2 never goes back"};
  }
  return {Kind::kSyntax,
          {},
          ticked(written) + " repeats what is a repeat already",
          "write one of them, or a group around the inner one"};
}

RegexFault describe(std::string_view text, const re2::RE2& refused) {
  const std::string& argument = refused.error_arg();
  switch (refused.error_code()) {
    case RE2::ErrorBadEscape:
      return escape_fault(text, refused);
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
      return class_fault(text, refused);
    case RE2::ErrorMissingBracket:
      return {Kind::kSyntax,
              {text.size() - argument.size(), 1},
              "`[` is never closed",
              "end it with `]`, or write `\\\\[` for the character itself"};
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen:
      return parenthesis_fault(text, refused);
    case RE2::ErrorTrailingBackslash:
      return {Kind::kSyntax,
              {text.size() - 1, 1},
              "a backslash with nothing behind it",
              "write `\\\\\\\\` for the character itself"};
    case RE2::ErrorRepeatArgument:
      return {Kind::kSyntax,
              {},
              ticked(argument) + " has nothing before it to repeat",
              "write " + ticked("\\\\" + argument.substr(0, 1)) + " for the character itself"};
    case RE2::ErrorRepeatSize:
      return size_fault(text, refused);
    case RE2::ErrorRepeatOp:
      return repeat_fault(text, refused);
    case RE2::ErrorBadPerlOp:
      return group_fault(text, refused);
    case RE2::ErrorBadNamedCapture:
      return {Kind::kSyntax,
              {},
              ticked(argument) + " is no name of a group",
              "write `(?P<name>…)` with letters, digits and underscores"};
    case RE2::ErrorPatternTooLarge:
      return {Kind::kLimits, whole(text), "the regex takes more memory than RE2 is given",
              "repeat less often: `{n}` copies what it repeats, and a class such as `\\\\pL` is "
              "large"};
    default:
      return {Kind::kSyntax, whole(text), "RE2 refuses the regex: " + ticked(refused.error()), ""};
  }
}

}  // namespace

RegexFault regex_fault(std::string_view text, const re2::RE2& refused) {
  RegexFault fault = describe(text, refused);
  if (fault.range.length == 0) fault.range = place_of(text, refused);
  return fault;
}

}  // namespace kbc
