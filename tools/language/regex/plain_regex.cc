// Thompson's construction (Regular Expression Search Algorithm, 1968) from a form whose flags and
// classes are resolved: a node takes one character, of a set or of all its cases, and a repeat is
// as many copies as it asks for. Linear in the size of the regex with its repeats written out,
// which is limited to 1000 nodes.
#include "regex/plain_regex.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace kbc {

// Makes the nodes of a form, from the outside to the inside. Every step gives nothing when the form
// is not plain.
class PlainRegexBuilder {
 public:
  explicit PlainRegexBuilder(const Hir& form) : form_(form) {}

  std::optional<PlainRegex> build(NodeId root) && {
    if (!form_.is_exact()) return {};
    regex_.nodes_.reserve(64);
    const std::optional<Part> whole = read(root, 0);
    if (!whole) return {};
    node(whole->end).next = add({Node::Kind::kMatch});
    regex_.start_ = whole->start;
    if (!is_small()) return {};
    return std::move(regex_);
  }

 private:
  using Node = PlainRegex::Node;

  static constexpr std::size_t kDeepest = 100;

  // RE2 needs up to some thirty instructions for a range, and is given memory for 350,000.
  static constexpr std::size_t kMostRanges = 8000;

  // Nodes that are entered at `start` and left by the `next` of `end`, which is not set yet.
  struct Part {
    std::uint16_t start = 0;
    std::uint16_t end = 0;
    bool may_be_empty = false;
  };

  Node& node(std::uint16_t index) { return regex_.nodes_[index]; }

  bool is_small() const {
    return regex_.nodes_.size() <= PlainRegex::kMostNodes && ranges_ <= kMostRanges;
  }

  std::uint16_t add(Node added) {
    regex_.nodes_.push_back(added);
    return static_cast<std::uint16_t>(regex_.nodes_.size() - 1);
  }

  Part single(Node added) {
    const std::uint16_t index = add(added);
    return {index, index, added.kind == Node::Kind::kEmpty || added.kind == Node::Kind::kAssertion};
  }

  std::optional<Part> read(NodeId id, std::size_t depth) {
    if (depth > kDeepest || !is_small()) return {};
    const HirNode& form = form_[id];
    switch (form.kind) {
      case HirKind::kEmpty:
        return single({Node::Kind::kEmpty});
      case HirKind::kLiteral:
        return literal(form);
      case HirKind::kSet:
        return set(form);
      case HirKind::kAnyByte:
        return {};
      case HirKind::kAssertion:
        return assertion(form);
      case HirKind::kRepeat:
        return repeat(form, depth);
      case HirKind::kConcat:
        return concat(form, depth);
      case HirKind::kAlternation:
        return alternation(form, depth);
    }
    return {};
  }

  static void join(std::optional<Part>& whole, Part part, PlainRegexBuilder& builder) {
    if (whole) {
      builder.node(whole->end).next = part.start;
      whole->end = part.end;
      whole->may_be_empty = whole->may_be_empty && part.may_be_empty;
    } else {
      whole = part;
    }
  }

  std::optional<Part> literal(const HirNode& form) {
    const std::string_view text = form_.text_of(form);
    if (text.size() > 4 * PlainRegex::kMostNodes) return {};
    std::optional<Part> whole;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint character = decode(text, at);
      // A surrogate, which no text has that is UTF-8.
      if (character.length == 1 && static_cast<unsigned char>(text[at]) >= 0x80) return {};
      at += character.length;
      const auto kind = form.ignores_case ? Node::Kind::kFolded : Node::Kind::kCharacter;
      join(whole, single({kind, 0, 0, character.value}), *this);
    }
    return whole;
  }

  std::optional<Part> set(const HirNode& form) {
    const std::span<const CodePointRange> ranges = form_.intervals_of(form);
    ranges_ += ranges.size();
    PlainRegex::Set& added = regex_.sets_.emplace_back();
    added.ranges.assign(ranges.begin(), ranges.end());
    for (const CodePointRange range : ranges) {
      for (char32_t c = range.low; c <= range.high && c < 128; ++c) added.ascii.set(c);
    }
    const auto number = static_cast<char32_t>(regex_.sets_.size() - 1);
    return single({Node::Kind::kSet, 0, 0, number});
  }

  std::optional<Part> assertion(const HirNode& form) {
    const bool is_about_words =
        form.assertion == Assertion::kWordBoundary || form.assertion == Assertion::kNotWordBoundary;
    if (is_about_words) return {};
    regex_.has_assertions_ = true;
    return single({Node::Kind::kAssertion, 0, 0, static_cast<char32_t>(form.assertion)});
  }

  std::optional<Part> concat(const HirNode& form, std::size_t depth) {
    std::optional<Part> whole;
    for (NodeId id = form.child; id != kNoNode; id = form_[id].next) {
      const std::optional<Part> part = read(id, depth + 1);
      if (!part) return {};
      join(whole, *part, *this);
    }
    return whole;
  }

  std::optional<Part> alternation(const HirNode& form, std::size_t depth) {
    std::optional<Part> whole;
    for (NodeId id = form.child; id != kNoNode; id = form_[id].next) {
      const std::optional<Part> branch = read(id, depth + 1);
      if (!branch) return {};
      if (!whole) {
        whole = branch;
        continue;
      }
      const std::uint16_t fork = add({Node::Kind::kFork, whole->start, branch->start});
      const std::uint16_t end = add({Node::Kind::kEmpty});
      node(whole->end).next = end;
      node(branch->end).next = end;
      whole = Part{fork, end, whole->may_be_empty || branch->may_be_empty};
    }
    return whole;
  }

  // Each time is a copy; what may be left out goes after the last one instead.
  std::optional<Part> repeat(const HirNode& form, std::size_t depth) {
    const std::size_t first_node = regex_.nodes_.size();
    const std::size_t ranges_before = ranges_;
    const std::optional<Part> item = read(form.child, depth + 1);
    if (!item) return {};
    const std::size_t length = regex_.nodes_.size() - first_node;
    const bool is_endless = form.most == kUnbounded;
    const std::size_t count = is_endless ? std::max<std::size_t>(form.least, 1) : form.most;
    if (count > PlainRegex::kMostNodes || length * count > PlainRegex::kMostNodes) return {};
    ranges_ += (ranges_ - ranges_before) * (count - 1);
    regex_.repeats_empty_ = regex_.repeats_empty_ || item->may_be_empty;
    for (std::size_t copy = 1; copy < count; ++copy) append_copy(first_node, length, copy);
    const auto add_fork = [&](std::uint16_t start, std::uint16_t behind) {
      return form.is_lazy ? add({Node::Kind::kFork, behind, start})
                          : add({Node::Kind::kFork, start, behind});
    };
    const std::uint16_t behind = add({Node::Kind::kEmpty});
    std::uint16_t after = behind;
    for (std::size_t copy = count; copy-- > 0;) {
      const auto start = static_cast<std::uint16_t>(item->start + copy * length);
      const auto end = static_cast<std::uint16_t>(item->end + copy * length);
      if (copy + 1 == count && is_endless) after = add_fork(start, behind);
      node(end).next = after;
      after = copy < form.least ? start : add_fork(start, behind);
    }
    return Part{after, behind, form.least == 0 || item->may_be_empty};
  }

  void append_copy(std::size_t first_node, std::size_t length, std::size_t copy) {
    const auto shift = static_cast<std::uint16_t>(length * copy);
    for (std::size_t index = first_node; index < first_node + length; ++index) {
      Node added = regex_.nodes_[index];
      added.next = static_cast<std::uint16_t>(added.next + shift);
      added.other = static_cast<std::uint16_t>(added.other + shift);
      add(added);
    }
  }

  const Hir& form_;
  PlainRegex regex_;
  std::size_t ranges_ = 0;
};

std::size_t PlainRegex::bytes() const {
  std::size_t bytes = sizeof *this + nodes_.capacity() * sizeof(Node);
  bytes += sets_.capacity() * sizeof(Set);
  for (const Set& set : sets_) bytes += set.ranges.capacity() * sizeof(CodePointRange);
  return bytes;
}

std::optional<PlainRegex> PlainRegex::from(const Hir& form) { return from(form, form.root()); }

std::optional<PlainRegex> PlainRegex::from(const Hir& form, NodeId root) {
  return PlainRegexBuilder(form).build(root);
}

}  // namespace kbc
