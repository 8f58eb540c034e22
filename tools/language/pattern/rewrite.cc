#include "pattern/rewrite.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "pattern/code_point_set.h"
#include "pattern/construct.h"

namespace kbc {
namespace {

using Meaning = Rewrite::Meaning;

std::string hex_escape(std::uint32_t value) {
  char text[16];
  std::snprintf(text, sizeof text, value < 0x100 ? "\\x%02x" : "\\x{%x}",
                static_cast<unsigned>(value));
  return text;
}

// The number that the digits after `skipped` characters are, without braces.
std::optional<std::uint32_t> number_in(std::string_view written, std::size_t skipped, int base) {
  std::string_view digits = written.substr(skipped);
  if (digits.starts_with('{')) digits = digits.substr(1, digits.size() - 2);
  std::uint32_t value = 0;
  const auto [end, failed] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (failed != std::errc() || end != digits.data() + digits.size() || value > kLastCodePoint) {
    return {};
  }
  return value;
}

class Rewriter {
 public:
  Rewriter(const SyntaxTree& tree, const SyntaxFault& fault)
      : tree_(tree),
        fault_(fault),
        written_(tree.text.substr(fault.span.begin, fault.span.size())) {}

  std::optional<Rewrite> rewrite() const {
    switch (fault_.construct) {
      case Construct::perl_name:
      case Construct::quoted_name:
        return named_group();
      case Construct::atomic_group:
        return opening("(?>", "(?:", Meaning::kWider);
      case Construct::branch_reset:
        return opening("(?|", "(?:", Meaning::kSame);
      case Construct::possessive_repeat:
        return whole(written_.substr(0, written_.size() - 1), Meaning::kWider);
      case Construct::lookahead:
        return is_at_end_of_branch() ? opening("(?=", "(?:", Meaning::kSame) : std::nullopt;
      case Construct::lookbehind:
        return is_at_start_of_branch() ? opening("(?<=", "(?:", Meaning::kSame) : std::nullopt;
      case Construct::negative_lookahead:
        return is_at_end_of_branch() ? other_character("|\\z)") : std::nullopt;
      case Construct::negative_lookbehind:
        return is_at_start_of_branch() ? other_character("|\\A)") : std::nullopt;
      default:
        return escape();
    }
  }

 private:
  std::optional<Rewrite> whole(std::string_view text, Meaning meaning = Meaning::kSame) const {
    return Rewrite{fault_.span, std::string(text), meaning};
  }

  std::optional<Rewrite> opening(std::string_view from, std::string_view to,
                                 Meaning meaning) const {
    return whole(std::string(to) + std::string(written_.substr(from.size())), meaning);
  }

  std::optional<Rewrite> named_group() const {
    const char end = fault_.construct == Construct::perl_name ? '>' : '\'';
    const std::size_t at = written_.find(end, 3);
    if (at == std::string_view::npos) return {};
    return whole("(?P<" + std::string(written_.substr(3, at - 3)) + ">" +
                 std::string(written_.substr(at + 1)));
  }

  // The escapes, which are whole in themselves.
  std::optional<Rewrite> escape() const {
    switch (fault_.construct) {
      case Construct::comment:
        return whole("");
      case Construct::end_or_last_line_break:
        return whole("\\n?\\z");
      case Construct::any_line_break:
        return whole("(?:\\r\\n|[\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}])");
      case Construct::blank_class:
        return blank();
      case Construct::vertical_class:
        return whole("[^\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}]");
      case Construct::not_line_break:
        return whole("[^\\n]");
      case Construct::escape_escape:
        return whole("\\x1b");
      case Construct::backspace:
        return whole("\\x08");
      case Construct::control_letter:
        return whole(hex_escape(static_cast<unsigned char>(written_[2]) & 0x1FU));
      case Construct::named_character:
        return numbered_character();
      case Construct::unicode_escape:
        return character(number_in(written_, 2, 16));
      case Construct::octal_braces:
        return character(number_in(written_, 2, 8));
      default:
        return {};
    }
  }

  // Unicode has 17 more blanks, which a log hardly has.
  std::optional<Rewrite> blank() const {
    if (in_class()) return {};
    return written_[1] == 'h' ? whole("[ \\t]", Meaning::kNarrower)
                              : whole("[^ \\t]", Meaning::kWider);
  }

  // `\N{U+1F600}`; what a name means only Unicode's data say.
  std::optional<Rewrite> numbered_character() const {
    constexpr std::string_view kNumber = "N{U+";
    if (!written_.substr(1).starts_with(kNumber)) return {};
    const std::string digits = "{" + std::string(written_.substr(1 + kNumber.size()));
    return character(number_in(digits, 0, 16));
  }

  std::optional<Rewrite> character(std::optional<std::uint32_t> value) const {
    if (!value) return {};
    return whole(hex_escape(*value));
  }

  // Faults inside a class have no node.
  bool in_class() const { return fault_.node == kNoNode; }

  // After it the branch ends and with it every group around: then what must follow a match may as
  // well be part of it.
  bool is_at_end_of_branch() const {
    for (std::size_t at = fault_.span.end; at < tree_.text.size(); ++at) {
      if (tree_.text[at] == '|') return is_top_level(at);
      if (tree_.text[at] != ')') return false;
    }
    return fault_.node != kNoNode;
  }

  bool is_at_start_of_branch() const {
    if (fault_.node == kNoNode) return false;
    return fault_.span.begin == 0 ||
           (tree_.text[fault_.span.begin - 1] == '|' && is_top_level(fault_.span.begin - 1));
  }

  // Whether the bar is between two branches of the whole pattern.
  bool is_top_level(std::size_t bar) const {
    const SyntaxNode& root = tree_[tree_.root];
    if (root.kind != SyntaxKind::kAlternation) return false;
    for (NodeId id = root.child; id != kNoNode; id = tree_[id].next) {
      if (tree_[id].span.end == bar) return true;
    }
    return false;
  }

  // `(?!x)` as `(?:[^x]|\z)`, when what must not be there is one character.
  std::optional<Rewrite> other_character(std::string_view otherwise) const {
    if (fault_.node == kNoNode || tree_[fault_.node].child == kNoNode) return {};
    const SyntaxNode& inside = tree_[tree_[fault_.node].child];
    std::string text(tree_.text_of(inside));
    if (inside.kind == SyntaxKind::kLiteral) {
      text = "[^" + text + "]";
    } else if (inside.kind == SyntaxKind::kClass) {
      text = inside.is_negated ? "[" + text.substr(2) : "[^" + text.substr(1);
    } else if (inside.construct == Construct::perl_class) {
      text[1] = static_cast<char>(text[1] ^ ('a' ^ 'A'));
    } else {
      return {};
    }
    return whole("(?:" + text + std::string(otherwise));
  }

  const SyntaxTree& tree_;
  const SyntaxFault& fault_;
  std::string_view written_;
};

}  // namespace

std::optional<Rewrite> rewrite_of(const SyntaxTree& tree, const SyntaxFault& fault) {
  if (fault.kind != FaultKind::kForeign) return {};
  return Rewriter(tree, fault).rewrite();
}

}  // namespace kbc
