// A branch multiplied out: `a(b|c)d{1,2}` has the four ways abd, acd, abdd and acdd, each a row of
// tokens. What would be too many to write down stays one token: any characters (kAny, kNear, kGap),
// or those of a set (kOne, kRun). The number of ways is exponential in the worst case, hence the
// bounds below; a branch beyond them is left to RE2, which is asked about texts that have the
// literals that every match of it must have (regex/required_literals.h).
#include "plan/expand_branch.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "plan/normal_variant.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostVariants = 32;
constexpr std::size_t kMostTokens = 200;  // of a variant
constexpr std::size_t kMostBytes = 2000;  // of its texts
constexpr std::size_t kDeepest = 50;
constexpr std::uint32_t kMostCopies = 8;
constexpr std::uint32_t kMostNear = 255;  // a byte of a program
// A set of so few characters is as many texts, in which literals go on.
constexpr std::size_t kMostSpelled = 4;

Token token_of(Token::Kind kind, const ByteSet& set = {}) {
  Token token;
  token.kind = kind;
  token.set = set;
  return token;
}

Token text_token(std::string text) {
  Token token;
  token.text = std::move(text);
  return token;
}

// What a part of a branch is about.
struct Traits {
  bool takes_line_break = false;
  bool has_folded_letters = false;
  bool has_raw_letters = false;
  bool has_open_set = false;  // that has a letter without its other cases

  void add(const Traits& other) {
    takes_line_break |= other.takes_line_break;
    has_folded_letters |= other.has_folded_letters;
    has_raw_letters |= other.has_raw_letters;
    has_open_set |= other.has_open_set;
  }
};

// The ways in which a part of a branch can match.
struct Ways {
  std::vector<Variant> variants;
  Traits traits;
};
using MaybeWays = std::optional<Ways>;

Ways one_way(Token token, Traits traits = {}) {
  Ways ways{{}, traits};
  ways.variants.push_back({std::move(token)});
  return ways;
}

bool fits(const std::vector<Variant>& variants) {
  if (variants.size() > kMostVariants) return false;
  return std::all_of(variants.begin(), variants.end(), [](const Variant& variant) {
    std::size_t bytes = 0;
    for (const Token& token : variant) bytes += token.text.size();
    return variant.size() <= kMostTokens && bytes <= kMostBytes;
  });
}

// Each of the first followed by each of the second; false when they are too many.
bool append_each(const std::vector<Variant>& second, std::vector<Variant>& first) {
  if (first.size() * second.size() > kMostVariants) return false;
  std::vector<Variant> all;
  for (const Variant& begin : first) {
    for (const Variant& end : second) {
      all.push_back(begin);
      all.back().insert(all.back().end(), end.begin(), end.end());
    }
  }
  first = std::move(all);
  return fits(first);
}

bool is_closed_over_case(std::span<const CodePointRange> ranges) {
  CodePointSet closed;
  closed.add(ranges);
  closed.close_over_case();
  const std::vector<CodePointRange>& all = closed.ranges();
  return std::equal(all.begin(), all.end(), ranges.begin(), ranges.end());
}

bool is_any(std::span<const CodePointRange> ranges) {
  return ranges.size() == 2 && ranges[0] == CodePointRange{0, '\n' - 1} &&
         ranges[1] == CodePointRange{'\n' + 1, kLastCodePoint};
}

// The characters of a set of few that is closed over case, folded; none for another.
std::vector<char32_t> spelled(std::span<const CodePointRange> ranges) {
  std::vector<char32_t> values;
  for (const CodePointRange range : ranges) {
    if (range.high - range.low > 2 * kMostSpelled) return {};
    for (char32_t value = range.low; value <= range.high; ++value) {
      const char32_t folded = fold(value);
      if (std::find(values.begin(), values.end(), folded) == values.end()) {
        values.push_back(folded);
      }
    }
    if (values.size() > kMostSpelled) return {};
  }
  return values;
}

// Nothing when of the characters beyond ASCII some are in it and some are not.
std::optional<ByteSet> byte_set(std::span<const CodePointRange> ranges, bool is_closed,
                                Traits& traits) {
  ByteSet bytes{};
  char32_t beyond = 0;
  char32_t folded_to_ascii = 0;
  for (const CodePointRange range : ranges) {
    for (char32_t value = range.low; value <= range.high && value < 0x80; ++value) {
      bytes[value / 8] = static_cast<char>(bytes[value / 8] | 1 << (value % 8));
    }
    if (range.high >= 0x80) beyond += range.high - std::max<char32_t>(range.low, 0x80) + 1;
    for (const char32_t letter : {char32_t{0x17F}, char32_t{0x212A}}) {
      if (range.low <= letter && letter <= range.high) ++folded_to_ascii;
    }
  }
  constexpr char32_t kAllBeyond = kLastCodePoint - 0x80 + 1;
  if (beyond != 0 && beyond != kAllBeyond && is_closed) {
    // In folded text the two letters are ASCII.
    traits.has_folded_letters = true;
    beyond += 2 - folded_to_ascii;
    if (beyond == 2) beyond = 0;
  }
  if (beyond != 0 && beyond != kAllBeyond) return {};
  bytes.back() = beyond == 0 ? 0 : 1;
  return bytes;
}

// Reads the tree of a branch from its leaves up; nothing as soon as a part has no ways.
class Expansion {
 public:
  explicit Expansion(const Hir& hir) : hir_(hir) {}

  MaybeWays read(NodeId id, std::size_t depth = 0) const {
    if (depth > kDeepest) return {};
    const HirNode& node = hir_[id];
    switch (node.kind) {
      case HirKind::kEmpty:
        return nothing();
      case HirKind::kLiteral:
        return literal(node);
      case HirKind::kSet:
        return set(node);
      case HirKind::kRepeat:
        return repeat(node, depth);
      case HirKind::kConcat:
        return concat(node, depth);
      case HirKind::kAlternation:
        return alternation(node, depth);
      case HirKind::kAnyByte:
      case HirKind::kAssertion:
        break;
    }
    return {};
  }

 private:
  static Ways nothing() { return {std::vector<Variant>(1), {}}; }

  MaybeWays literal(const HirNode& node) const {
    const std::string_view text = hir_.text_of(node);
    // A surrogate, which no text has that is UTF-8.
    if (first_invalid_utf8(text)) return {};
    Traits traits;
    traits.takes_line_break = text.find('\n') != std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint character = decode(text, at);
      at += character.length;
      if (next_in_orbit(character.value) == character.value) continue;
      (node.ignores_case ? traits.has_folded_letters : traits.has_raw_letters) = true;
    }
    return one_way(text_token(std::string(text)), traits);
  }

  MaybeWays set(const HirNode& node) const {
    const std::span<const CodePointRange> ranges = hir_.intervals_of(node);
    Ways ways;
    ways.traits.takes_line_break = holds(ranges, '\n');
    if (is_any(ranges)) return one_way(token_of(Token::Kind::kAny), ways.traits);
    const bool is_closed = is_closed_over_case(ranges);
    ways.traits.has_open_set = !is_closed;
    const std::vector<char32_t> values = is_closed ? spelled(ranges) : std::vector<char32_t>();
    for (const char32_t value : values) {
      if (value >= 0xD800 && value <= 0xDFFF) return {};
      if (next_in_orbit(value) != value) ways.traits.has_folded_letters = true;
      std::string text;
      append_utf8(text, value);
      ways.variants.push_back({text_token(std::move(text))});
    }
    if (!values.empty()) return ways;
    const std::optional<ByteSet> bytes = byte_set(ranges, is_closed, ways.traits);
    if (!bytes) return {};
    return one_way(token_of(Token::Kind::kOne, *bytes), ways.traits);
  }

  MaybeWays repeat(const HirNode& node, std::size_t depth) const {
    const HirNode& child = hir_[node.child];
    const bool is_near = child.kind == HirKind::kSet && is_any(hir_.intervals_of(child));
    if (is_near && node.most != kUnbounded) {
      if (node.most > kMostNear) return {};
      Token near = token_of(Token::Kind::kNear);
      near.least = node.least;
      near.most = node.most;
      return one_way(std::move(near));
    }
    if (node.least > kMostCopies) return {};
    if (node.most == kUnbounded) return endless(node, depth);
    if (node.most > kMostVariants) return {};
    const MaybeWays item = read(node.child, depth + 1);
    if (!item) return {};
    Ways all{{}, item->traits};
    std::vector<Variant> copies(1);
    for (std::uint32_t time = 0;; ++time) {
      if (time >= node.least) {
        all.variants.insert(all.variants.end(), copies.begin(), copies.end());
      }
      if (!fits(all.variants)) return {};
      if (time == node.most) return all;
      if (!append_each(item->variants, copies)) return {};
    }
  }

  MaybeWays endless(const HirNode& node, std::size_t depth) const {
    const HirNode& child = hir_[node.child];
    if (child.kind != HirKind::kSet && child.kind != HirKind::kLiteral) return {};
    const MaybeWays item = read(node.child, depth + 1);
    if (!item) return {};
    const MaybeWays rest = run_of(child);
    if (!rest) return {};
    Ways all = nothing();
    all.traits.add(item->traits);
    all.traits.add(rest->traits);
    for (std::uint32_t time = 0; time < node.least; ++time) {
      if (!append_each(item->variants, all.variants)) return {};
    }
    for (Variant& variant : all.variants) variant.push_back(rest->variants[0][0]);
    return all;
  }

  // Any number of the character or the set.
  MaybeWays run_of(const HirNode& child) const {
    if (child.kind == HirKind::kLiteral) {
      // A single character of ASCII, in folded text or of one case.
      const std::string_view text = hir_.text_of(child);
      const auto byte = static_cast<unsigned char>(text[0]);
      if (text.size() != 1 || byte >= 0x80) return {};
      Token token = token_of(Token::Kind::kRun);
      token.set[byte / 8] = static_cast<char>(1 << (byte % 8));
      return one_way(std::move(token));
    }
    const std::span<const CodePointRange> ranges = hir_.intervals_of(child);
    if (is_any(ranges)) return one_way(token_of(Token::Kind::kGap));
    Traits traits;
    const std::optional<ByteSet> bytes = byte_set(ranges, is_closed_over_case(ranges), traits);
    if (!bytes) return {};
    return one_way(token_of(Token::Kind::kRun, *bytes), traits);
  }

  MaybeWays concat(const HirNode& node, std::size_t depth) const {
    Ways all = nothing();
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      const MaybeWays part = read(id, depth + 1);
      if (!part || !append_each(part->variants, all.variants)) return {};
      all.traits.add(part->traits);
    }
    return all;
  }

  MaybeWays alternation(const HirNode& node, std::size_t depth) const {
    Ways all;
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      MaybeWays part = read(id, depth + 1);
      if (!part) return {};
      all.traits.add(part->traits);
      std::move(part->variants.begin(), part->variants.end(), std::back_inserter(all.variants));
      if (!fits(all.variants)) return {};
    }
    return all;
  }

  const Hir& hir_;
};

}  // namespace

std::optional<ExpandedBranch> expand_branch(const Hir& hir, NodeId branch) {
  if (!hir.is_exact()) return {};
  MaybeWays ways = Expansion(hir).read(branch);
  if (!ways) return {};
  const Traits& traits = ways->traits;
  const bool is_raw = traits.has_raw_letters || traits.has_open_set;
  if (is_raw && traits.has_folded_letters) return {};
  ExpandedBranch expanded{{}, traits.takes_line_break, is_raw};
  for (Variant& variant : ways->variants) {
    std::optional<Variant> normal = normal_variant(std::move(variant));
    if (!normal) return {};
    expanded.variants.push_back(std::move(*normal));
  }
  drop_implied(expanded.variants);
  return expanded;
}

}  // namespace kbc
