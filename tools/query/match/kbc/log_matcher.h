#ifndef KBC_LOG_MATCHER_H_
#define KBC_LOG_MATCHER_H_

// Which known errors a text shows: what `kbc match` does, for programs. C++17; needs RE2.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/index.h"

namespace kbc {
inline namespace KBX_NAMESPACE {

// An entry whose regex matches a text. Places are bytes of the text.
struct Match {
  struct Group {
    std::string name;
    std::size_t begin = 0, end = 0;
  };

  std::uint32_t entry = 0;  // the number that the index has for it: index.at(entry)
  double score = 0;         // how well it fits, up to 100
  std::size_t begin = 0, end = 0;
  std::vector<Group> groups;  // the named groups of the regex that took part, in their order
  std::string via;            // how the text was read, as docs/matching.md lists; empty: as it is
};

struct MatchOptions {
  std::string product;  // leave out entries whose versions are only about others; empty: all
  std::string os;       // the same for os_specific
  std::size_t top = static_cast<std::size_t>(-1);  // so many at most
  bool plain = false;    // match the bytes as they are, not what JSON, escapes and the like carry
  double min_score = 0;  // leave out what fits worse: docs/matching.md has the scores
};

// Looks texts up in an index. Nothing is made when it is opened; what needs RE2 is compiled when it
// is first needed, and kept within 32 MB. Any number of threads may match at once.
class LogMatcher {
 public:
  // Nothing, and a sentence in error, for an index without patterns or with damaged ones. The index
  // may be moved, but must not be destroyed before the matcher; so a temporary one is refused.
  static std::optional<LogMatcher> over(const kbx::Index& index, std::string& error);
  static std::optional<LogMatcher> over(const kbx::Index&& index, std::string& error) = delete;

  LogMatcher(LogMatcher&&) noexcept;
  LogMatcher& operator=(LogMatcher&&) noexcept;
  ~LogMatcher();

  // The likeliest first, each entry once: those that match the text as it is, then those that match
  // what it carries. Of a text of several lines each is looked at by itself,
  // but for regexes that reach across lines. Of a text of 2^31 bytes or more the rest is not seen.
  std::vector<Match> match(std::string_view text, const MatchOptions& options = {}) const;

 private:
  struct State;
  explicit LogMatcher(std::unique_ptr<State> state);

  friend class MatchGroups;

  std::unique_ptr<State> state_;
};

// All matches of one entry in a log: how many lines, which, and the one that fits best.
struct MatchGroup {
  struct Group {
    std::string name, value;
  };

  std::uint32_t entry = 0;           // the number that the index has for it: index.at(entry)
  double score = 0;                  // of the best
  std::uint64_t count = 0;           // of lines
  std::vector<std::uint64_t> lines;  // the first ten of them; the first line of a log is 1
  std::uint64_t best_line = 0;
  std::size_t begin = 0, end = 0;  // of the best match, in bytes of its line
  std::string text;           // of the line, or of what it carries, at most 500 bytes around it
  std::string via;            // as in Match
  std::vector<Group> groups;  // the named groups of the regex, and what they matched
};

// Collects the matches of one line after the other, as `kbc match --file` does. What it keeps
// depends on how many entries match, not on how long the log is. One object serves one thread, any
// number of objects one matcher.
class MatchGroups {
 public:
  // The matcher must outlive it; so a temporary one is refused.
  explicit MatchGroups(const LogMatcher& matcher, MatchOptions options = {});
  explicit MatchGroups(const LogMatcher&& matcher, MatchOptions options = {}) = delete;

  MatchGroups(MatchGroups&&) noexcept;
  MatchGroups& operator=(MatchGroups&&) noexcept;
  ~MatchGroups();

  void add(std::string_view line);  // the next, without its line break

  // The likeliest first, at most `top`, and begins anew with line 1.
  std::vector<MatchGroup> take();

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace KBX_NAMESPACE
}  // namespace kbc

#endif  // KBC_LOG_MATCHER_H_
