#ifndef KBC_LOWER_PLAIN_REGEX_H_
#define KBC_LOWER_PLAIN_REGEX_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lower/case_rule.h"

namespace kbc {

// A regex of the kind that nearly all entries have: characters, `.`, classes of ASCII, groups,
// alternatives and repeats. To read it and to search a signature for it costs a small part of what
// RE2 takes to compile it. What it says is what RE2 would say; where that is not certain, it says
// nothing. It views nothing: the text that it was read from may go.
class PlainRegex {
 public:
  // Nothing when the regex is of another kind, has a fault, or would come near one of RE2's limits.
  static std::optional<PlainRegex> read(std::string_view regex, CaseRule rule);

  // Whether it matches the empty text, and with it every text.
  bool matches_empty() const;

  // Whether RE2 would find a match in text; nothing when that is not certain. A match is certain in
  // any text before its first byte that is not UTF-8; that there is none, in ASCII, where the
  // regex is ASCII too. Takes at most size() steps for each byte.
  std::optional<bool> matches(std::string_view text) const;

  std::size_t size() const { return nodes_.size(); }

 private:
  friend class PlainRegexReader;
  friend class PlainRegexSearch;

  // One step of Thompson's automaton.
  struct Node {
    enum class Kind : std::uint8_t {
      kCharacter,  // takes the character `value`
      kAny,        // takes any character but a line feed
      kClass,      // takes an ASCII character of the class number `value`
      kEmpty,      // takes nothing
      kFork,       // takes nothing, and goes on at `next` as well as at `other`
      kMatch,      // the end
    };
    Kind kind = Kind::kEmpty;
    std::uint16_t next = 0;
    std::uint16_t other = 0;
    char32_t value = 0;
  };
  using AsciiClass = std::bitset<128>;

  // How many nodes a regex may have. RE2 refuses to repeat something more than 1000 times, counting
  // the repeats within; here each of them takes a node.
  static constexpr std::size_t kMostNodes = 1000;

  PlainRegex() = default;

  std::vector<Node> nodes_;
  std::vector<AsciiClass> classes_;
  std::uint16_t start_ = 0;
  bool is_ascii_ = false;
  bool ignores_case_ = false;  // then `value` is no capital of ASCII, and a class has both cases
};

}  // namespace kbc

#endif  // KBC_LOWER_PLAIN_REGEX_H_
