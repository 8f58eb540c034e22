#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/index.h"
#include "match/folded_text.h"
#include "match/gram_filter.h"
#include "match/pattern_tables.h"
#include "match/program.h"
#include "match/regex_cache.h"
#include "pattern/case_rule.h"

namespace kbc {

// An entry whose pattern matches a text, and of its alternatives that were found the rarest.
struct Hit {
  std::uint32_t entry = 0;
  std::uint32_t alternative = 0;
  // The bytes of the text that were looked at: a line, or all of them.
  std::size_t begin = 0, end = 0;
  // RE2 found it, which does not say by which alternative.
  bool is_by_regex = false;
  // Where the first line begins in which any of them was found.
  std::size_t first = 0;
};

// What one thread needs for matching, from one text to the next.
class MatchScratch {
 public:
  MatchScratch() = default;

  // Of the last text, if that was a single line: the alternatives that can match across lines, have
  // their literal in it, and do not match. What they look for may go on in the next line.
  const std::vector<std::uint32_t>& unfinished() const { return unfinished_; }

  // Of the last text: entries that do not match it, but that a part of it by itself may match, each
  // perhaps several times. No other entry without a hit matches any part of a line of the text.
  const std::vector<std::uint32_t>& undecided() const { return undecided_; }

 private:
  friend class Matcher;
  friend class MatchRun;

  // Zeros that cost nothing until they are used.
  struct Free {
    void operator()(std::uint32_t* numbers) const { std::free(numbers); }
  };
  using Stamps = std::unique_ptr<std::uint32_t[], Free>;

  void reserve(std::uint32_t alternatives, std::uint32_t entries);

  // What a program said of a line. Entries about one thing share programs.
  struct KnownOutcome {
    std::uint32_t line = 0;
    bool is_raw = false;
    ProgramOutcome outcome = ProgramOutcome::kNone;
    std::string_view program;
  };

  FoldedText folded_;
  GramFilter grams_;
  std::array<KnownOutcome, 64> outcomes_;  // by the place of the program
  std::vector<std::uint32_t> unfinished_, undecided_;
  Stamps tried_;    // by alternative: the line in which it was tried last
  Stamps matched_;  // by entry: the text that it matched last
  Stamps hits_;     // by entry: which hit of that text it is
  std::uint32_t alternatives_ = 0, entries_ = 0;
  std::uint32_t line_ = 0;  // the number of the line that is looked at; never again the same
};

// Says which entries' patterns match a text: those in which RE2 finds one, all others not. Reads
// the index in place and makes nothing before the first text. Any number of threads may match at
// once, each with a scratch of its own.
class Matcher {
 public:
  static constexpr std::size_t kDefaultMemory = std::size_t{32} << 20;

  // Nothing, and a sentence in error, for an index without patterns or with damaged ones. The index
  // may be moved, but must not be destroyed before the matcher; `memory` is for what RE2 has
  // compiled.
  static std::optional<Matcher> over(const kbx::Index& index, std::string& error,
                                     std::size_t memory = kDefaultMemory);
  static std::optional<Matcher> over(const kbx::Index&& index, std::string& error,
                                     std::size_t memory = kDefaultMemory) = delete;

  // Every entry once, in their order. A text has less than 2^31 bytes; what is after is not seen.
  void match(std::string_view text, MatchScratch& scratch, std::vector<Hit>& hits) const;

  // Whether the alternative's entry matches a text of several lines; looks at first whether its
  // literals are there. For those that match() has left unfinished.
  std::optional<Hit> match_lines(std::string_view text, std::uint32_t alternative,
                                 MatchScratch& scratch) const;

  // Where the branch of the entry's regex that has the alternative matches, as RE2 says: the match
  // that begins first in the text. Where a rarer alternative was found more than kFarthest bytes
  // behind another one, which only long texts have, it is the first in that one's line. Takes
  // longer than match(), but not with the length of the text, unless the regex can match across
  // lines: for what is shown. Requires: a hit of this text.
  static constexpr std::size_t kFarthest = std::size_t{64} << 10;
  struct Place {
    std::size_t begin = 0, end = 0;  // of the text
    std::uint32_t alternative = 0;
    std::uint32_t branch = 0;  // of the regex, from 1; 0: all of it
  };
  Place locate(std::string_view text, const Hit& hit, MatchScratch& scratch) const;

  // What the named groups of the branch, `(?P<name>…)`, have matched at the place, in their order;
  // those without a part in the match are left out.
  struct Capture {
    std::string name;
    std::size_t begin = 0, end = 0;  // of the text
  };
  std::vector<Capture> captures(std::string_view text, std::uint32_t entry,
                                const Place& place) const;

  const PatternTables& tables() const { return tables_; }
  const kbx::KnowledgeBase<kbx::Mapped>& entries() const { return entries_; }
  CaseRule case_rule() const { return rule_; }
  std::size_t regex_memory() const { return cache_->memory(); }

 private:
  friend class MatchRun;

  Matcher(const kbx::KnowledgeBase<kbx::Mapped>& entries, CaseRule rule, std::size_t memory)
      : entries_(entries), rule_(rule), cache_(std::make_unique<RegexCache>(rule, memory)) {}

  bool regex_matches(std::uint32_t entry, std::string_view text) const;
  std::shared_ptr<const re2::RE2> regex_of(std::uint32_t entry, std::uint32_t branch) const;
  LineRange program_place(std::string_view line, const AlternativeRow& alternative,
                          MatchScratch& scratch) const;
  // What has found a match: a branch of the regex, from 1, or 0 for all of it.
  struct Decider {
    std::uint32_t branch = 0;
    bool is_literal = false;                // it is a text and nothing else
    std::shared_ptr<const re2::RE2> regex;  // of the branch, if it was asked
  };
  Decider decider_of(std::uint32_t alternative, std::string_view match) const;

  kbx::KnowledgeBase<kbx::Mapped> entries_;  // not the Index, which may move
  CaseRule rule_;
  PatternTables tables_;
  std::unique_ptr<RegexCache> cache_;
};

}  // namespace kbc
