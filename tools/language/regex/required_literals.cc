// After RE2's prefilter and Cox (Regular Expression Matching with a Trigram Index, 2012), but with
// whole literals instead of trigrams. Of each node, from the leaves up, is known either all texts
// that it matches, while they are few and short, or choices of which every match has one text each.
// A concatenation joins the former and keeps the choices of all its children, an alternation has
// only what each of its branches has, a repeat what its child has if it must be there. The rarest
// choices are kept, by how often characters occur in error messages. Linear in the nodes; sets of
// at most 16 texts bound what a node costs.
#include "regex/required_literals.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostTexts = 16;
constexpr std::size_t kMostBytes = 100;  // of a text
constexpr std::size_t kMostInClass = 10;
constexpr std::size_t kMostChoices = 8;

// Eight times the negated binary logarithm of how often each ASCII character occurs in folded
// error messages and explanations.
constexpr std::uint8_t kRarity[128] = {
    120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 65,  120, 120, 120, 120, 120, 120, 120, 120,
    120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 24,  120, 102, 120, 116, 109,
    120, 71,  72,  72,  120, 73,  62,  46,  48,  62,  49,  48,  46,  58,  51,  59,  54,  71,  73,
    67,  49,  95,  80,  103, 80,  120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120,
    120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 100, 115, 100, 120,
    81,  105, 32,  51,  40,  40,  29,  49,  48,  47,  34,  72,  58,  38,  45,  34,  35,  46,  77,
    35,  34,  33,  42,  56,  58,  63,  54,  75,  120, 120, 120, 91,  120,
};
constexpr std::uint8_t kRarityBeyondAscii = 64;

// What is known of one node.
struct Known {
  // All texts that it matches, folded, when they are few.
  std::optional<LiteralChoice> exact;
  // Whether each of them, found in a folded text, is a match.
  bool is_sufficient = false;
  std::vector<LiteralChoice> all_of;
};

double hits(const LiteralChoice& choice) {
  double sum = 0;
  for (const std::string& text : choice) sum += std::exp2(-rarity(text));
  return sum;
}

// Sorted, without what another one contains: a text that has the longer has the shorter.
void reduce(LiteralChoice& choice) {
  std::sort(choice.begin(), choice.end());
  choice.erase(std::unique(choice.begin(), choice.end()), choice.end());
  if (choice.size() > 1) {
    const LiteralChoice all = choice;
    std::erase_if(choice, [&](const std::string& text) {
      return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
        return other.size() < text.size() && text.find(other) != std::string::npos;
      });
    });
  }
}

bool may_be_required(const LiteralChoice& choice) {
  return !choice.empty() && std::none_of(choice.begin(), choice.end(),
                                         [](const std::string& text) { return text.empty(); });
}

void require(std::vector<LiteralChoice>& all_of, LiteralChoice choice) {
  if (!may_be_required(choice)) return;
  reduce(choice);
  all_of.push_back(std::move(choice));
}

void keep_rarest(std::vector<LiteralChoice>& all_of) {
  if (all_of.size() < 2) return;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t index = 0; index < all_of.size(); ++index) {
    order.emplace_back(hits(all_of[index]), index);
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), kMostChoices));
  std::vector<LiteralChoice> kept;
  for (const auto& [score, index] : order) kept.push_back(std::move(all_of[index]));
  all_of = std::move(kept);
}

// Whether every character stands for all of its cases or has none.
bool has_no_case(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode(text, at);
    if (next_in_orbit(character.value) != character.value) return false;
    at += character.length;
  }
  return true;
}

class LiteralFinder {
 public:
  explicit LiteralFinder(const Hir& hir) : hir_(hir) {}

  RequiredLiterals find(NodeId root) {
    const std::vector<NodeId> order = nodes_below(root);
    first_ = order.front();
    known_.resize(root - first_ + 1);
    for (const NodeId id : order) at(id) = read(hir_[id]);
    Known& whole = at(root);
    RequiredLiterals found;
    if (whole.exact) {
      found.is_sufficient = whole.is_sufficient && may_be_required(*whole.exact);
      require(whole.all_of, std::move(*whole.exact));
    }
    keep_rarest(whole.all_of);
    found.is_sufficient = found.is_sufficient && whole.all_of.size() == 1;
    found.all_of = std::move(whole.all_of);
    return found;
  }

 private:
  Known& at(NodeId id) { return known_[id - first_]; }

  // In the order of their ids.
  std::vector<NodeId> nodes_below(NodeId root) const {
    std::vector<NodeId> found = {root};
    for (std::size_t next = 0; next < found.size(); ++next) {
      for (NodeId id = hir_[found[next]].child; id != kNoNode; id = hir_[id].next) {
        found.push_back(id);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  Known read(const HirNode& node) {
    switch (node.kind) {
      case HirKind::kEmpty:
        return {LiteralChoice{""}, true, {}};
      case HirKind::kAssertion:
        return {LiteralChoice{""}, false, {}};
      case HirKind::kLiteral:
        return literal(node);
      case HirKind::kSet:
        return set(node);
      case HirKind::kAnyByte:
        return {};
      case HirKind::kRepeat:
        return repeat(node);
      case HirKind::kConcat:
        return concat(node);
      case HirKind::kAlternation:
        return alternation(node);
    }
    return {};
  }

  Known literal(const HirNode& node) const {
    const std::string_view text = hir_.text_of(node);
    Known known;
    std::string folded = node.ignores_case ? std::string(text) : fold_case(text);
    known.is_sufficient = node.ignores_case || has_no_case(text);
    if (folded.size() <= kMostBytes) {
      known.exact = LiteralChoice{std::move(folded)};
      return known;
    }
    // Whole characters of it are required as well as all of it.
    folded.resize(previous_offset(folded, kMostBytes + 1));
    require(known.all_of, {std::move(folded)});
    return known;
  }

  Known set(const HirNode& node) const {
    Known known;
    const std::span<const CodePointRange> ranges = hir_.intervals_of(node);
    std::size_t count = 0;
    for (const CodePointRange range : ranges) {
      count += range.high - range.low + 1;
      if (count > 4 * kMostInClass) return known;
    }
    LiteralChoice texts;
    known.is_sufficient = hir_.is_exact();
    for (const CodePointRange range : ranges) {
      for (char32_t value = range.low; value <= range.high; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) return {};
        append_utf8(texts.emplace_back(), fold(value));
        if (!holds(ranges, next_in_orbit(value))) known.is_sufficient = false;
      }
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    if (texts.size() <= kMostInClass) known.exact = std::move(texts);
    return known;
  }

  Known repeat(const HirNode& node) {
    Known& child = at(node.child);
    Known known;
    if (node.least == 0) {
      if (node.most == 1 && child.exact && child.exact->size() < kMostTexts) {
        known.exact = std::move(child.exact);
        known.exact->emplace_back();
        known.is_sufficient = child.is_sufficient;
      }
      return known;
    }
    known.all_of = std::move(child.all_of);
    if (!child.exact) return known;
    if (node.least == node.most && child.exact->size() == 1 &&
        child.exact->front().size() * node.least <= kMostBytes) {
      std::string text;
      for (std::uint32_t time = 0; time < node.least; ++time) text += child.exact->front();
      known.exact = LiteralChoice{std::move(text)};
      known.is_sufficient = child.is_sufficient;
      return known;
    }
    require(known.all_of, std::move(*child.exact));
    return known;
  }

  // Texts of the first followed by texts of the second; nothing when they are too many or too long.
  static std::optional<LiteralChoice> product(const LiteralChoice& first,
                                              const LiteralChoice& second) {
    if (first.size() * second.size() > kMostTexts) return {};
    LiteralChoice texts;
    for (const std::string& begin : first) {
      for (const std::string& end : second) {
        if (begin.size() + end.size() > kMostBytes) return {};
        texts.push_back(begin + end);
      }
    }
    return texts;
  }

  Known concat(const HirNode& node) {
    Known known;
    known.is_sufficient = true;
    bool is_exact = true;
    LiteralChoice run = {""};  // what ends here, of the texts that are one after the other
    const auto end_run = [&] {
      is_exact = false;
      require(known.all_of, std::exchange(run, {""}));
    };
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      Known& part = at(id);
      known.is_sufficient = known.is_sufficient && part.is_sufficient;
      for (LiteralChoice& choice : part.all_of) known.all_of.push_back(std::move(choice));
      if (!part.exact) {
        end_run();
        continue;
      }
      if (auto texts = product(run, *part.exact)) {
        run = std::move(*texts);
      } else {
        end_run();
        run = std::move(*part.exact);
      }
    }
    if (is_exact) {
      known.exact = std::move(run);
    } else {
      end_run();
    }
    if (known.all_of.size() > 2 * kMostChoices) keep_rarest(known.all_of);
    return known;
  }

  Known alternation(const HirNode& node) {
    Known known;
    known.is_sufficient = true;
    LiteralChoice exact;
    LiteralChoice required;
    bool is_exact = true;
    bool is_required = true;
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      Known& part = at(id);
      known.is_sufficient = known.is_sufficient && part.is_sufficient;
      is_exact = is_exact && part.exact && exact.size() + part.exact->size() <= kMostTexts;
      if (is_exact) exact.insert(exact.end(), part.exact->begin(), part.exact->end());
      if (part.exact) require(part.all_of, std::move(*part.exact));
      keep_rarest(part.all_of);
      is_required = is_required && !part.all_of.empty() &&
                    required.size() + part.all_of[0].size() <= kMostTexts;
      if (is_required) {
        for (std::string& text : part.all_of[0]) required.push_back(std::move(text));
      }
    }
    if (is_exact) {
      known.exact = std::move(exact);
    } else if (is_required) {
      require(known.all_of, std::move(required));
    }
    return known;
  }

  const Hir& hir_;
  std::vector<Known> known_;
  NodeId first_ = 0;
};

}  // namespace

RequiredLiterals required_literals(const Hir& hir, NodeId node) {
  return LiteralFinder(hir).find(node);
}

double rarity(std::string_view literal) {
  std::uint32_t sum = 0;
  for (const char c : literal) {
    const auto byte = static_cast<unsigned char>(c);
    sum += byte < 0x80 ? kRarity[byte] : kRarityBeyondAscii;
  }
  return sum / 8.0;
}

}  // namespace kbc
