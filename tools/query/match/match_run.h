#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace kbc {

// One text against all patterns, for Matcher::match. Lines are told apart, since nearly all
// alternatives can be found in one line only.
class MatchRun {
 public:
  MatchRun(const Matcher& matcher, std::string_view text, MatchScratch& scratch,
           std::vector<Hit>& hits);

  void run();

 private:
  // The line that is looked at, in the folded text and in the text.
  struct Line {
    std::size_t begin = 0, end = 0;
    std::size_t raw_begin = 0, raw_end = 0;
  };

  void begin_line();
  void first_line();
  bool next_line();
  void go_to(std::size_t place);  // no line before the one that is looked at

  void try_always();
  void scan();
  void meet(std::uint32_t gram, std::uint32_t length, std::size_t place);
  void trigger(const LiteralRow& literal);
  void try_alternative(std::uint32_t row);
  // What is known of an alternative in the line that is looked at.
  enum class Verdict : std::uint8_t { kNo, kFound, kFoundByRegex };
  Verdict try_in_line(const AlternativeRow& alternative, bool is_about_all);
  Verdict try_in_text(const AlternativeRow& alternative);
  bool is_line_utf8();
  Hit* known_hit(std::uint32_t entry);
  bool can_better(const AlternativeRow& alternative, const Hit& hit) const;
  ProgramOutcome outcome_of(std::string_view program, bool is_raw);
  bool may_have(std::uint32_t gram);
  void add_hit(const Hit& hit);

  std::string_view line() const { return folded_.substr(line_.begin, line_.end - line_.begin); }
  std::string_view raw_line() const {
    return text_.substr(line_.raw_begin, line_.raw_end - line_.raw_begin);
  }

  const Matcher& matcher_;
  const PatternTables& tables_;
  std::string_view text_;
  MatchScratch& scratch_;
  std::vector<Hit>& hits_;
  std::string_view folded_;
  Line line_;
  bool has_lines_ = false;  // more than one
  bool are_grams_known_ = false;
  // Of the line that is looked at, once somebody has asked.
  enum class Coding : std::uint8_t { kUnknown, kUtf8, kOther };
  Coding coding_ = Coding::kUnknown;
  std::uint32_t first_stamp_ = 0;  // of the lines of this text
};

}  // namespace kbc
