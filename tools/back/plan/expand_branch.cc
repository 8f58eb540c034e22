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

class Expansion {
 public:
  using Variants = std::optional<std::vector<Variant>>;

  explicit Expansion(const Hir& hir) : hir_(hir) {}

  std::optional<ExpandedBranch> expand(NodeId branch) {
    Variants variants = read(branch, 0);
    if (!variants) return {};
    const bool is_raw = has_raw_letters_ || has_open_set_;
    if (is_raw && has_folded_letters_) return {};
    ExpandedBranch expanded{{}, takes_line_break_, is_raw};
    for (Variant& variant : *variants) {
      std::optional<Variant> normal = normal_variant(std::move(variant));
      if (!normal) return {};
      expanded.variants.push_back(std::move(*normal));
    }
    drop_implied(expanded.variants);
    return expanded;
  }

 private:
  Variants read(NodeId id, std::size_t depth) {
    if (depth > kDeepest) return {};
    const HirNode& node = hir_[id];
    switch (node.kind) {
      case HirKind::kEmpty:
        return std::vector<Variant>(1);
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

  Variants literal(const HirNode& node) {
    const std::string_view text = hir_.text_of(node);
    // A surrogate, which no text has that is UTF-8.
    if (first_invalid_utf8(text)) return {};
    if (text.find('\n') != std::string_view::npos) takes_line_break_ = true;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint character = decode(text, at);
      at += character.length;
      if (next_in_orbit(character.value) == character.value) continue;
      (node.ignores_case ? has_folded_letters_ : has_raw_letters_) = true;
    }
    return std::vector<Variant>{{text_token(std::string(text))}};
  }

  // The characters of a set of few that is closed over case, folded; none for another.
  std::vector<char32_t> spelled(std::span<const CodePointRange> ranges) const {
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

  static bool is_closed_over_case(std::span<const CodePointRange> ranges) {
    CodePointSet closed;
    closed.add(ranges);
    closed.close_over_case();
    const std::vector<CodePointRange>& all = closed.ranges();
    return std::equal(all.begin(), all.end(), ranges.begin(), ranges.end());
  }

  Variants set(const HirNode& node) {
    const std::span<const CodePointRange> ranges = hir_.intervals_of(node);
    if (holds(ranges, '\n')) takes_line_break_ = true;
    if (is_any(ranges)) return std::vector<Variant>{{token_of(Token::Kind::kAny)}};
    const bool is_closed = is_closed_over_case(ranges);
    if (!is_closed) has_open_set_ = true;
    const std::vector<char32_t> values = is_closed ? spelled(ranges) : std::vector<char32_t>();
    std::vector<Variant> variants;
    for (const char32_t value : values) {
      if (value >= 0xD800 && value <= 0xDFFF) return {};
      if (next_in_orbit(value) != value) has_folded_letters_ = true;
      Token token;
      append_utf8(token.text, value);
      variants.push_back({std::move(token)});
    }
    if (!variants.empty()) return variants;
    const std::optional<ByteSet> bytes = byte_set(ranges, is_closed);
    if (!bytes) return {};
    return std::vector<Variant>{{token_of(Token::Kind::kOne, *bytes)}};
  }

  static bool is_any(std::span<const CodePointRange> ranges) {
    return ranges.size() == 2 && ranges[0] == CodePointRange{0, '\n' - 1} &&
           ranges[1] == CodePointRange{'\n' + 1, kLastCodePoint};
  }

  // Nothing when of the characters beyond ASCII some are in it and some are not.
  std::optional<ByteSet> byte_set(std::span<const CodePointRange> ranges, bool is_closed) {
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
      // In folded text the two letters stand as ASCII.
      has_folded_letters_ = true;
      beyond += 2 - folded_to_ascii;
      if (beyond == 2) beyond = 0;
    }
    if (beyond != 0 && beyond != kAllBeyond) return {};
    bytes.back() = beyond == 0 ? 0 : 1;
    return bytes;
  }

  static bool fits(const std::vector<Variant>& variants) {
    if (variants.size() > kMostVariants) return false;
    return std::all_of(variants.begin(), variants.end(), [](const Variant& variant) {
      std::size_t bytes = 0;
      for (const Token& token : variant) bytes += token.text.size();
      return variant.size() <= kMostTokens && bytes <= kMostBytes;
    });
  }

  // Each of the first followed by each of the second.
  static Variants product(const std::vector<Variant>& first, const std::vector<Variant>& second) {
    if (first.size() * second.size() > kMostVariants) return {};
    std::vector<Variant> all;
    for (const Variant& begin : first) {
      for (const Variant& end : second) {
        all.push_back(begin);
        all.back().insert(all.back().end(), end.begin(), end.end());
      }
    }
    return fits(all) ? Variants(std::move(all)) : Variants();
  }

  Variants repeat(const HirNode& node, std::size_t depth) {
    const HirNode& child = hir_[node.child];
    if (child.kind == HirKind::kSet && is_any(hir_.intervals_of(child)) &&
        node.most != kUnbounded) {
      if (node.most > kMostNear) return {};
      Token near = token_of(Token::Kind::kNear);
      near.least = node.least;
      near.most = node.most;
      return std::vector<Variant>{{near}};
    }
    if (node.least > kMostCopies) return {};
    if (node.most == kUnbounded) return endless(node, depth);
    if (node.most > kMostVariants) return {};
    Variants item = read(node.child, depth + 1);
    if (!item) return {};
    std::vector<Variant> all;
    std::vector<Variant> copies(1);
    for (std::uint32_t time = 0;; ++time) {
      if (time >= node.least) all.insert(all.end(), copies.begin(), copies.end());
      if (!fits(all)) return {};
      if (time == node.most) return all;
      Variants more = product(copies, *item);
      if (!more) return {};
      copies = std::move(*more);
    }
  }

  Variants endless(const HirNode& node, std::size_t depth) {
    const HirNode& child = hir_[node.child];
    if (child.kind != HirKind::kSet && child.kind != HirKind::kLiteral) return {};
    Variants item = read(node.child, depth + 1);
    if (!item) return {};
    std::optional<Token> rest = run_of(child);
    if (!rest) return {};
    std::vector<Variant> all(1);
    for (std::uint32_t time = 0; time < node.least; ++time) {
      Variants more = product(all, *item);
      if (!more) return {};
      all = std::move(*more);
    }
    for (Variant& variant : all) variant.push_back(*rest);
    return all;
  }

  std::optional<Token> run_of(const HirNode& child) {
    if (child.kind == HirKind::kLiteral) {
      // A single character of ASCII, in folded text or of one case.
      const std::string_view text = hir_.text_of(child);
      const auto byte = static_cast<unsigned char>(text[0]);
      if (text.size() != 1 || byte >= 0x80) return {};
      Token token = token_of(Token::Kind::kRun);
      token.set[byte / 8] = static_cast<char>(1 << (byte % 8));
      return token;
    }
    const std::span<const CodePointRange> ranges = hir_.intervals_of(child);
    if (is_any(ranges)) return token_of(Token::Kind::kGap);
    const std::optional<ByteSet> bytes = byte_set(ranges, is_closed_over_case(ranges));
    if (!bytes) return {};
    return token_of(Token::Kind::kRun, *bytes);
  }

  Variants concat(const HirNode& node, std::size_t depth) {
    Variants all = std::vector<Variant>(1);
    for (NodeId id = node.child; id != kNoNode && all; id = hir_[id].next) {
      const Variants part = read(id, depth + 1);
      all = part ? product(*all, *part) : Variants();
    }
    return all;
  }

  Variants alternation(const HirNode& node, std::size_t depth) {
    std::vector<Variant> all;
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      Variants part = read(id, depth + 1);
      if (!part) return {};
      std::move(part->begin(), part->end(), std::back_inserter(all));
      if (!fits(all)) return {};
    }
    return all;
  }

  const Hir& hir_;
  bool takes_line_break_ = false;
  bool has_folded_letters_ = false;
  bool has_raw_letters_ = false;
  bool has_open_set_ = false;  // that has a letter without its other cases
};

}  // namespace

std::optional<ExpandedBranch> expand_branch(const Hir& hir, NodeId branch) {
  if (!hir.is_exact()) return {};
  return Expansion(hir).expand(branch);
}

}  // namespace kbc
