#include "version/expectation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "version/characters.h"
#include "version/number.h"
#include "version/range.h"
#include "version/token.h"

namespace kbc {
namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93";

std::string found_text(std::string_view found) {
  return ", found " + (found.empty() ? std::string("the end") : ticked_short(found));
}

bool begins_as_number(std::string_view word) {
  return is_digit(word.front()) || looks_like_number(word);
}

// How to repair a word that is no number although it is where one belongs.
std::string number_help(std::string_view word) {
  if (looks_like_calendar(word)) {
    const std::optional<VersionNumber> date = scan_number(word, Hyphen::kRange);
    if (date) return "write " + ticked_short(word.substr(0, date->length)) + " alone";
    return "write an existing month or day, as `2023-01` or `2023-01-31`";
  }
  if (word.find(kEnDash) != std::string_view::npos) return "write a range with `-`, as `1.20-1.24`";
  return "write digits and dots, a pre-release as `1.0rc1` or `1.0-label`";
}

// How to repair a range without its end, `1.20-`; nothing for any other word.
std::string open_range_help(std::string_view word) {
  if (!word.ends_with("-")) return {};
  const std::string start(word.substr(0, word.size() - 1));
  if (!parse_version_number(start)) return {};
  return "write " + ticked_short(start + '+') + ", or the last version right after " +
         ticked_short(word);
}

std::string operand_help(std::string_view op, std::string_view found) {
  const std::string joined = std::string(op) + std::string(found.substr(0, 1));
  if (found.size() == 1 && parse_operator(joined)) return "write `" + joined + "` without a space";
  if (found.empty() || operator_end(found, 0) != 0 || separator_end(found, 0) != 0) {
    return "write a version after it, as `" + std::string(op) + "1.0`";
  }
  if (equals_ignoring_case(found, "any")) return "write `any` without an operator";
  if (begins_as_number(found)) return number_help(found);
  return "write a number such as `1.24.3`, or a codename of letters, digits, `.`, `-` and `_`";
}

// `3.11 or later`, `14 and above`.
bool means_and_later(std::string_view words) {
  constexpr std::array<std::string_view, 6> kEnds = {"later",  "newer", "above",
                                                     "higher", "up",    "greater"};
  const std::size_t blank = words.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view last = words.substr(blank + 1);
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return equals_ignoring_case(last, end); });
}

}  // namespace

VersionFault expected_product(TextSpan span, std::string_view found) {
  VersionFault fault{"missing-product"_fault, span, "expected a product, found nothing",
                     "write its name, as `Python >=3.11`"};
  if (!found.empty()) {
    fault.message = "expected a product before " + ticked_short(found);
    fault.help = "write the name of the product first, as `Python >=3.11`";
  }
  return fault;
}

// How the word would be written here; nothing where that is unclear.
std::optional<std::string> rewritten_part(std::string_view found) {
  if (found.empty() || found.ends_with('-') || looks_like_calendar(found)) return {};
  if (const std::string_view start = series_of(found); !start.empty()) {
    return std::string(start) + ".x";
  }
  return rewritten_number(found);
}

void offer_number(std::string_view found, VersionFault& fault) {
  const std::optional<std::string> number = rewritten_part(found);
  if (!number) return;
  fault.replacement = *number;
  fault.replaced = fault.span;
  fault.help = "write " + ticked_short(*number);
}

VersionFault unknown_epoch(TextSpan span, std::string_view found) {
  const std::size_t end = skip_digits(found, 0) + 1;
  std::string rest(found.substr(end));
  if (const auto number = rewritten_number(found)) rest = *number;
  return {"epoch"_fault,
          span,
          ticked_short(found) + " has an epoch, which no product's own number has",
          "write " + ticked_short(rest),
          rest,
          span};
}

VersionFault star(TextSpan span, std::string_view replacement) {
  return {"star"_fault, span, "`*` is no range", "write `any`", std::string(replacement),
          span,         true};
}

VersionFault separate_v(TextSpan span, std::string_view number) {
  return {"separate-v"_fault,
          span,
          "`v` does not stand before a number by itself",
          "write " + ticked_short(number),
          std::string(number),
          span,
          true};
}

VersionFault parentheses(TextSpan span, std::string_view range) {
  return {"parentheses"_fault,
          span,
          "a range does not stand in parentheses",
          "write " + ticked_short(range),
          std::string(range),
          span,
          token_end(range, 0) == range.size()};
}

VersionFault expected_part(TextSpan span, std::string_view after, std::string_view found) {
  VersionFault fault{"bad-number"_fault, span, "expected a version number", {}};
  if (!after.empty()) fault.message += " after " + ticked_short(after);
  fault.message += found_text(found);
  if (found.empty() || separator_end(found, 0) != 0) {
    fault.help =
        "write a version there, or leave " + ticked_short(found.empty() ? after : found) + " out";
  } else if (equals_ignoring_case(found, "any")) {
    fault.help = "write `any` alone, or the other parts without it";
  } else if (begins_as_number(found) || looks_like_foreign_number(found) || after == "-") {
    fault.help = after == "-" ? "" : open_range_help(found);
    if (fault.help.empty()) fault.help = number_help(found);
    offer_number(found, fault);
  } else {
    fault.help =
        "write a codename with an operator, as `==humble`, and another product as a separate "
        "element";
  }
  return fault;
}

// What a comparison with a whole series says: `==2.x` and `==2.*` are 2.x, `^2.x` is ^2. Of the
// others it is unclear.
void offer_series(TextSpan place, std::string_view op, std::string_view found,
                  VersionFault& fault) {
  const std::string start(series_of(found));
  if (start.empty()) return;
  const bool is_equal = op == "==";
  if (is_equal || op == "!=") {
    fault.replacement = start + ".x";
  } else if (op == ">=" || op == "<" || op == "^" || op == "~") {
    fault.replacement = start;
  } else {
    return;
  }
  fault.replaced = is_equal ? place : fault.span;
  fault.help =
      "write " + ticked_short(is_equal ? start + ".x" : std::string(op) + fault.replacement);
}

VersionFault expected_operand(TextSpan span, TextSpan place, std::string_view op,
                              std::string_view found) {
  if (is_probably_range(found) || (!found.empty() && parse_bare_range(found))) {
    VersionFault fault{"range-after-operator"_fault, span,
                       "expected one version after " + ticked_short(op) + ", found the range " +
                           ticked_short(found),
                       "write " + ticked_short(found) + " without " + ticked_short(op) +
                           ", or one version after it"};
    offer_series(place, op, found, fault);
    return fault;
  }
  VersionFault fault{"missing-number"_fault, span,
                     "expected a version number after " + ticked_short(op) + found_text(found),
                     operand_help(op, found)};
  if (series_of(found).empty()) {
    offer_number(found, fault);
  } else {
    offer_series(place, op, found, fault);
  }
  return fault;
}

VersionFault expected_second_part(TextSpan span, std::string_view found) {
  const bool is_digits = skip_digits(found, 0) == found.size();
  const std::string number(is_digits ? found : "2");
  return {"one-part"_fault, span,
          "expected a number of two parts or more after `~=`, found " + ticked_short(found),
          "write " + ticked_short(number + ".0") + ", which covers " + ticked_short(number + ".x")};
}

VersionFault expected_separator(TextSpan span, std::string_view after, std::string_view found) {
  VersionFault fault{"missing-separator"_fault, span, {}, {}};
  fault.message =
      "expected `,` or `||` after " + ticked_short(after) + ", found " + ticked_short(found);
  if (found == "|" || equals_ignoring_case(found, "or")) {
    fault.help = "write `||`";
  } else if (found == "&&" || equals_ignoring_case(found, "and")) {
    fault.help = "write `,`";
  } else if (means_and_later(found)) {
    fault.help = "write `+` right after the number, as `3.11+`";
  } else if (operator_end(found, 0) != 0) {
    fault.help = "write `,` before it where both must hold, `||` where one is enough";
  } else {
    fault.help = "write the range last, and only `,` (and) or `||` (or) between its parts";
  }
  return fault;
}

VersionFault expected_end(TextSpan span, std::string_view after, std::string_view found) {
  return {"text-after-any"_fault, span,
          "expected nothing after " + ticked_short(after) + found_text(found),
          "write `any` alone, or the other parts without it"};
}

VersionFault expected_blank(TextSpan span, std::string_view product, std::string_view range) {
  return {"missing-space"_fault, span, "expected a space before the range " + ticked_short(range),
          "write " + ticked_short(std::string(product) + ' ' + std::string(range))};
}

VersionFault expected_operator(TextSpan span, std::string_view found) {
  const std::string_view intended = intended_operator(found);
  return {"unknown-operator"_fault,
          span,
          ticked_short(found) + " is not an operator",
          intended.empty() ? "write one of `>=`, `>`, `<=`, `<`, `==`, `!=`, `~=`, `^`, `~`"
                           : "write " + ticked_short(intended),
          std::string(intended),
          span};
}

}  // namespace kbc
