// Recursive descent over the grammar of docs/entry-format.md:
//
//   version-spec := product [ range ]
//   range        := "any" | part { ("," | "||") part }
//   part         := [ ">=" | ">" | "<=" | "<" | "==" | "!=" | "~=" | "^" | "~" ] number
//                 | number "+" | [ "!=" ] number ".x" | number "-" number | operator codename
//   number       := calendar | [ "v" ] digits { "." digits } [ label ] [ "+" build ]
//   calendar     := yyyy "-" mm [ "-" dd ]
//
// Blanks separate words, also where a sign is missing. What is no part becomes a fault that says
// what was probably meant, and reading goes on at the next separator. Every step moves forward by
// at least one byte and looks at each byte a fixed number of times, so that the time is linear in
// the text, but for the sorting of intervals.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "version/characters.h"
#include "version/expectation.h"
#include "version/interval.h"
#include "version/number.h"
#include "version/range.h"
#include "version/spec.h"
#include "version/token.h"
#include "version/word.h"

namespace kbc {
namespace {

// A sign that is between a name and its version and belongs to neither.
bool is_joiner(char c) { return std::string_view("/-_:@").find(c) != std::string_view::npos; }

// The parts between two `||`, which must all hold. Only the highest low end, the lowest high end
// and the versions left out are kept, with their places, so that a part costs its own length.
class Alternative {
 public:
  void narrow(Interval interval, TextSpan place) {
    span_.end = place.end;
    if (!has_begun_) span_.begin = place.begin;
    has_begun_ = true;
    if (interval.low > bounds_.low) {
      bounds_.low = std::move(interval.low);
      low_ = place;
    }
    if (interval.high < bounds_.high) {
      bounds_.high = std::move(interval.high);
      high_ = place;
    }
  }

  void leave_out(Interval interval, TextSpan place) {
    narrow(everything(), place);
    left_out_.push_back(std::move(interval));
    left_out_places_.push_back(place);
  }

  void demand(Codename codename, TextSpan place) {
    narrow(everything(), place);
    codenames_.push_back(codename);
  }

  // Moves what the alternative says to `spec`.
  void add_to(VersionSpec& spec) && {
    if (!has_begun_) return;
    if (bounds_.is_empty()) return contradict(spec, low_, high_);
    std::vector<Interval> rest = without(bounds_, left_out_);
    if (rest.empty()) return contradict(spec, low_, emptying_place());
    if (!codenames_.empty()) {
      spec.conditional.push_back({std::move(rest), std::move(codenames_)});
      return;
    }
    std::move(rest.begin(), rest.end(), std::back_inserter(spec.intervals));
  }

 private:
  void contradict(VersionSpec& spec, TextSpan a, TextSpan b) const {
    if (a == TextSpan{}) a = b;  // `<0-0` needs no other part: nothing is below
    if (b.begin < a.begin) std::swap(a, b);
    spec.contradictions.push_back({span_, a, b});
  }

  // Requires: what is between the bounds is left out.
  TextSpan emptying_place() const {
    const auto first = std::find_if(left_out_.begin(), left_out_.end(), [&](const Interval& i) {
      return i.low < bounds_.high && bounds_.low < i.high;
    });
    return left_out_places_[static_cast<std::size_t>(first - left_out_.begin())];
  }

  Interval bounds_ = everything();
  TextSpan low_, high_;
  std::vector<Interval> left_out_;
  std::vector<TextSpan> left_out_places_;
  std::vector<Codename> codenames_;
  TextSpan span_;
  bool has_begun_ = false;
};

enum class Separator { kAnd, kOr, kEnd };

class SpecParser {
 public:
  explicit SpecParser(std::string_view text) : text_(text) {}

  ParsedSpec parse() && {
    at_ = skip_blanks(text_, 0);
    parse_product();
    if (at_ == text_.size()) {
      parsed_.spec.intervals = {everything()};
    } else if (is_any_word(token())) {
      parse_any();
    } else {
      parse_alternatives();
    }
    return std::move(parsed_);
  }

 private:
  std::string_view between(TextSpan span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  // The token at this place; empty at the end of the text.
  TextSpan token_span() const { return {at_, token_end(text_, at_)}; }
  std::string_view token() const { return between(token_span()); }

  bool is_full() const { return parsed_.faults.size() >= kMaxSpecFaults; }

  void report(VersionFault fault) {
    if (!is_full()) parsed_.faults.push_back(std::move(fault));
  }

  void advance_to(std::size_t at) { at_ = skip_blanks(text_, at); }

  // Whether the range begins at this token. A product may begin with what would not continue one:
  // `3.5mm jack`, `7-Zip`.
  bool begins_range(bool is_first) const {
    if (word_end(text_, at_) == at_) return true;
    const std::string_view word = token();
    if (is_any_word(word)) return true;
    if (is_first) return !is_numbered_name(word) && parse_bare_range(word);
    return parse_bare_range(word) || looks_like_number(word) || looks_like_calendar(word) ||
           looks_like_foreign_number(word) || has_epoch(word) || word == "*" ||
           !number_after_v().empty() || !range_in_parentheses().empty();
  }

  // The number, or range, that follows the word `v`; empty where it is something else.
  std::string_view number_after_v() const {
    if (!equals_ignoring_case(token(), "v")) return {};
    const std::size_t at = skip_blanks(text_, token_span().end);
    const std::string_view next = text_.substr(at, word_end(text_, at) - at);
    return !next.empty() && is_digit(next[0]) && parse_bare_range(next) ? next : std::string_view();
  }

  // What is in the parentheses that begin here and end the text, if it is a range.
  std::string_view range_in_parentheses() const {
    if (!kbx::has_char(text_, at_, '(')) return {};
    const std::size_t close = text_.find_first_of("()", at_ + 1);
    if (close == std::string_view::npos || text_[close] != ')') return {};
    if (skip_blanks(text_, close + 1) != text_.size()) return {};
    const std::size_t begin = skip_blanks(text_, at_ + 1);
    std::size_t end = close;
    while (end > begin && is_blank(text_[end - 1])) --end;
    const std::string_view inside = text_.substr(begin, end - begin);
    return is_range(inside) ? inside : std::string_view();
  }

  // Perhaps after fixes. 64-bit is none.
  static bool is_range(std::string_view text) {
    if (text.empty() || is_any_word(text) || is_numbered_name(text)) return false;
    const std::string spec = "p " + std::string(text);
    const ParsedSpec parsed = SpecParser(spec).parse();
    const auto has_fix = [](const VersionFault& fault) { return !fault.replacement.empty(); };
    return parsed.spec.product == "p" &&
           std::all_of(parsed.faults.begin(), parsed.faults.end(), has_fix);
  }

  void parse_product() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (at_ < text_.size() && !begins_range(at_ == begin)) {
      const std::size_t glued = glued_range(token());
      if (glued != std::string_view::npos) return parse_glued_product(begin, end, at_ + glued);
      end = token_end(text_, at_);
      advance_to(end);
    }
    parsed_.spec.product = text_.substr(begin, end - begin);
    has_product_ = end > begin;
    previous_ = {begin, end};
    if (!has_product_) report(expected_product(token_span(), token()));
  }

  // The words before the one that ends in a range are the product if there are any, since the rest
  // of that word tends to repeat them (`http HTTP/1.1+`).
  void parse_glued_product(std::size_t begin, std::size_t end, std::size_t range) {
    if (end == begin) end = is_joiner(text_[range - 1]) ? range - 1 : range;
    parsed_.spec.product = text_.substr(begin, end - begin);
    has_product_ = true;
    previous_ = {begin, end};
    at_ = range;
    report(expected_blank(token_span(), parsed_.spec.product, token()));
  }

  void parse_any() {
    parsed_.spec.intervals = {everything()};
    const std::string_view any = token();
    advance_to(token_span().end);
    if (at_ == text_.size() || !has_product_) return;
    report(expected_end(token_span(), any, token()));
  }

  void parse_alternatives() {
    Alternative alternative;
    for (Separator separator = Separator::kAnd; separator != Separator::kEnd && !is_full();) {
      const bool is_sound = parse_part(alternative);
      has_part_ = true;
      separator = parse_separator(is_sound && has_product_);
      if (separator == Separator::kAnd) continue;
      std::move(alternative).add_to(parsed_.spec);
      alternative = {};
    }
    parsed_.spec.intervals = unite(std::move(parsed_.spec.intervals));
  }

  // False after a fault.
  bool parse_part(Alternative& alternative) {
    if (operator_end(text_, at_) != at_) return parse_comparison(alternative);
    const TextSpan word = token_span();
    if (std::optional<VersionFault> slip = slip_at(word)) {
      advance_to(slip->span.end);
      if (std::optional<Interval> meant = meant_by(slip->replacement)) {
        alternative.narrow(*std::move(meant), slip->span);
      }
      report(*std::move(slip));
      return false;
    }
    if (separator_end(text_, at_) != at_ || word.begin == word.end) {
      const bool is_known = !has_product_ && previous_.end == previous_.begin;
      if (!is_known) report(expected_part(word, between(previous_), between(word)));
      return false;
    }
    advance_to(word.end);
    if (std::optional<Interval> range = parse_bare_range(between(word))) {
      return parse_spaced_end(alternative, word, *std::move(range));
    }
    report(expected_part(word, between(previous_), between(word)));
    return false;
  }

  // What other version languages write for a part.
  std::optional<VersionFault> slip_at(TextSpan word) const {
    const std::string_view number = number_after_v();
    if (!number.empty()) {
      const std::size_t end =
          static_cast<std::size_t>(number.data() - text_.data()) + number.size();
      return separate_v({word.begin, end}, number);
    }
    if (has_epoch(between(word))) return unknown_epoch(word, between(word));
    if (const std::string_view range = range_in_parentheses(); !range.empty()) {
      return parentheses({word.begin, text_.find(')', word.begin) + 1}, range);
    }
    if (!has_part_ && looks_like_foreign_number(between(word))) {
      VersionFault fault = expected_part(word, between(previous_), between(word));
      fault.is_strict = true;
      return fault;
    }
    if (between(word) != "*") return {};
    // Beside other parts `any` would be as wrong.
    const bool is_last = skip_blanks(text_, word.end) == text_.size();
    return star(word, is_last && !has_part_ ? "any" : "");
  }

  static std::optional<Interval> meant_by(std::string_view replacement) {
    return is_any_word(replacement) ? everything() : parse_bare_range(replacement);
  }

  // `- 1.24` after `1.20`, if it follows.
  bool parse_spaced_end(Alternative& alternative, TextSpan first, Interval interval) {
    TextSpan place = first;
    if (token() == "-" && parse_version_number(between(first))) {
      const TextSpan hyphen = token_span();
      advance_to(hyphen.end);
      const TextSpan last = token_span();
      advance_to(last.end);
      std::optional<Interval> spaced = parse_spaced_range(between(first), between(last));
      if (!spaced) {
        report(expected_part(last, between(hyphen), between(last)));
        return false;
      }
      interval = *std::move(spaced);
      place.end = last.end;
    }
    alternative.narrow(std::move(interval), place);
    previous_ = place;
    return true;
  }

  bool parse_comparison(Alternative& alternative) {
    const TextSpan op_span = token_span();
    const std::optional<Operator> op = parse_operator(between(op_span));
    advance_to(op_span.end);
    if (!op) {
      report(expected_operator(op_span, between(op_span)));
      advance_to(word_end(text_, at_));
      return false;
    }
    const TextSpan operand = token_span();
    const TextSpan place{op_span.begin, operand.end};
    if (auto fault = compare(alternative, *op, operand, place)) {
      report(*std::move(fault));
      skip_operand();
      return false;
    }
    advance_to(operand.end);
    previous_ = place;
    return true;
  }

  // Adds the comparison at `place` to the alternative, or says why it is none.
  std::optional<VersionFault> compare(Alternative& alternative, Operator op, TextSpan operand,
                                      TextSpan place) const {
    const std::string_view word = between(operand);
    const std::string_view op_text = operator_text(place);
    if (is_codename(word)) {
      alternative.demand({op_text, word}, place);
      return std::nullopt;
    }
    if (has_epoch(word)) return unknown_epoch(operand, word);
    if (op == Operator::kNot && is_series(word)) {
      alternative.leave_out(*parse_bare_range(word), place);
      return std::nullopt;
    }
    const std::optional<VersionNumber> number = parse_version_number(word);
    if (!number || is_probably_range(word)) return expected_operand(operand, place, op_text, word);
    if (op == Operator::kNot) {
      alternative.leave_out(exactly(number->version), place);
    } else if (op == Operator::kCompatible && number->parts.size() < 2) {
      return expected_second_part(operand, word);
    } else {
      alternative.narrow(operator_interval(op, *number), place);
    }
    return std::nullopt;
  }

  std::string_view operator_text(TextSpan place) const {
    return text_.substr(place.begin, operator_end(text_, place.begin) - place.begin);
  }

  // Past what is where an operand should, up to a separator. A second operator (`> =3`) belongs
  // to the same mistake.
  void skip_operand() {
    advance_to(operator_end(text_, at_));
    advance_to(word_end(text_, at_));
  }

  // Moves past the separator at this place and whatever else is before it.
  Separator parse_separator(bool may_report) {
    for (; at_ < text_.size(); may_report = false) {
      const TextSpan found = token_span();
      const Separator joiner = joiner_meant_by(between(found));
      const bool is_separator = separator_end(text_, at_) != at_;
      const bool is_operator = operator_end(text_, at_) != at_;
      if (is_separator || (joiner != Separator::kEnd && part_follows(found.end))) {
        const bool is_right = between(found) == "," || between(found) == "||";
        if (may_report && !is_right) report_leftover(found);
        previous_ = found;
        advance_to(found.end);
        return joiner;
      }
      if (is_operator && may_report) report_leftover({found.begin, word_end_after(found.end)});
      if (is_operator) return Separator::kAnd;
      const std::size_t end = words_end();
      if (may_report) report_leftover({found.begin, end});
      advance_to(end);
    }
    return Separator::kEnd;
  }

  static Separator joiner_meant_by(std::string_view token) {
    if (token == "||" || token == "|" || equals_ignoring_case(token, "or")) return Separator::kOr;
    if (token == "," || token == "&&" || equals_ignoring_case(token, "and")) return Separator::kAnd;
    return Separator::kEnd;
  }

  bool part_follows(std::size_t at) const {
    at = skip_blanks(text_, at);
    if (operator_end(text_, at) != at) return true;
    return parse_bare_range(text_.substr(at, word_end(text_, at) - at)).has_value();
  }

  std::size_t word_end_after(std::size_t at) const {
    return word_end(text_, skip_blanks(text_, at));
  }

  // The end of the words that begin here, up to a separator or an operator.
  std::size_t words_end() const {
    std::size_t end = at_;
    for (std::size_t at = at_; word_end(text_, at) != at; at = skip_blanks(text_, end)) {
      end = word_end(text_, at);
    }
    return end;
  }

  void report_leftover(TextSpan found) {
    report(expected_separator(found, between(previous_), between(found)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ParsedSpec parsed_;
  bool has_product_ = false;
  bool has_part_ = false;  // whether a part of the range was read
  // The token or part before this place, for messages.
  TextSpan previous_;
};

}  // namespace

ParsedSpec parse_version_spec(std::string_view text) { return SpecParser(text).parse(); }

}  // namespace kbc
