#include "pattern/pattern_words.h"

#include <string_view>
#include <utility>

#include "pattern/construct.h"
#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostOfClass = 6;  // members that are spelled out
constexpr std::size_t kLongestText = 120;

std::string character(char32_t value) {
  switch (value) {
    case ' ':
      return "a blank";
    case '\t':
      return "a tab";
    case '\n':
      return "a line feed";
    case '\r':
      return "a carriage return";
    case '`':
      return "a back-tick";
    default:
      std::string text;
      append_utf8(text, value);
      return ticked(text);
  }
}

std::string class_by_name(std::string_view written) {
  struct Known {
    std::string_view written, words;
  };
  static constexpr Known kKnown[] = {
      {"\\d", "a digit"},
      {"\\D", "anything but a digit"},
      {"\\s", "white space"},
      {"\\S", "anything but white space"},
      {"\\w", "a letter, a digit or `_`"},
      {"\\W", "anything but a letter, a digit or `_`"},
      {"[:digit:]", "a digit"},
      {"[:alpha:]", "a letter"},
      {"[:alnum:]", "a letter or a digit"},
      {"[:space:]", "white space"},
      {"[:upper:]", "a capital letter"},
      {"[:lower:]", "a small letter"},
      {"[:xdigit:]", "a hexadecimal digit"},
      {"[:punct:]", "a punctuation mark"},
  };
  for (const Known& known : kKnown) {
    if (known.written == written) return std::string(known.words);
  }
  return "a character of " + ticked(written);
}

std::string assertion(std::uint32_t value) {
  switch (static_cast<Assertion>(value)) {
    case Assertion::kTextStart:
      return "at the start of the text";
    case Assertion::kTextEnd:
      return "at the end of the text";
    case Assertion::kLineStart:
      return "at the start of a line";
    case Assertion::kLineEnd:
      return "at the end of a line";
    case Assertion::kWordBoundary:
      return "at an edge of a word";
    case Assertion::kNotWordBoundary:
      return "not at an edge of a word";
  }
  return {};
}

std::string times(const SyntaxNode& repeat) {
  const std::uint32_t least = repeat.value, most = repeat.other;
  std::string words;
  if (least == 0 && most == 1) {
    words = "or nothing";
  } else if (most == kUnbounded) {
    words = least == 0   ? "any number of times"
            : least == 1 ? "one or more times"
                         : std::to_string(least) + " or more times";
  } else if (least == most) {
    words = least == 1 ? "once" : std::to_string(least) + " times";
  } else {
    words = std::to_string(least) + " to " + std::to_string(most) + " times";
  }
  return repeat.is_lazy ? words + ", as few as can be" : words;
}

class Wording {
 public:
  Wording(const SyntaxTree& tree, std::size_t most) : tree_(tree), most_(most) {}

  std::vector<PatternPart> run() && {
    if (tree_.root != kNoNode) push({tree_.root, 1, 0, {}, {}, false});
    while (!todo_.empty() && parts_.size() < most_) {
      const Todo next = std::move(todo_.back());
      todo_.pop_back();
      visit(next);
    }
    return std::move(parts_);
  }

 private:
  // Siblings that are one part: characters in a row, or a single node.
  struct Todo {
    NodeId first = kNoNode;
    std::size_t count = 1;
    std::size_t level = 0;
    std::string times;  // how often it is there; empty for once
    Span whole;         // with its repeat; empty without one
    bool is_branch = false;
  };

  void visit(const Todo& todo) {
    const SyntaxNode& node = tree_[todo.first];
    switch (node.kind) {
      case SyntaxKind::kConcat:
        return visit_row(todo, node);
      case SyntaxKind::kAlternation:
        put(todo, "one of these");
        return push_children(node, todo.level + 1);
      case SyntaxKind::kGroup:
        return visit_group(todo, node);
      case SyntaxKind::kRepeat:
        return push({node.child, 1, todo.level, times_of(todo, node),
                     todo.whole.size() > 0 ? todo.whole : node.span, todo.is_branch});
      case SyntaxKind::kLiteral:
        return put(todo, todo.count == 1 ? character(node.value) : literal_text(todo));
      default:
        return put(todo, words_of(node));
    }
  }

  // A branch, or a row that is repeated, is a part of its own; else its parts are those around.
  void visit_row(const Todo& todo, const SyntaxNode& node) {
    const std::vector<Todo> children = children_of(node, todo.level);
    if (children.size() == 1) {
      Todo only = children.front();
      only.times = todo.times;
      only.whole = todo.whole;
      return push(std::move(only));
    }
    const bool is_part = todo.is_branch || !todo.times.empty();
    if (is_part) put(todo, "one after the other");
    push_children(node, todo.level + (is_part ? 1 : 0));
  }

  void visit_group(const Todo& todo, const SyntaxNode& node) {
    if (node.construct != Construct::python_name) {
      Todo inside = todo;
      inside.first = node.child;
      if (inside.whole.size() == 0) inside.whole = node.span;
      return push(std::move(inside));
    }
    const std::string_view written = tree_.text_of(node);
    const std::size_t begin = written.find('<') + 1;
    put(todo, "kept as " + ticked(written.substr(begin, written.find('>') - begin)));
    push({node.child, 1, todo.level + 1, {}, {}, false});
  }

  static std::string times_of(const Todo& todo, const SyntaxNode& repeat) {
    const bool is_clear = !todo.times.empty() && todo.times.size() < kLongestText;
    return is_clear ? times(repeat) + ", " + todo.times : times(repeat);
  }

  void push(Todo todo) {
    if (todo.first != kNoNode) todo_.push_back(std::move(todo));
  }

  std::vector<Todo> children_of(const SyntaxNode& node, std::size_t level) const {
    std::vector<Todo> children;
    const bool are_branches = node.kind == SyntaxKind::kAlternation;
    bool was_literal = false;
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) {
      const bool is_literal = tree_[id].kind == SyntaxKind::kLiteral && !are_branches;
      if (is_literal && was_literal) {
        ++children.back().count;
      } else {
        children.push_back({id, 1, level, {}, {}, are_branches});
      }
      was_literal = is_literal;
    }
    return children;
  }

  void push_children(const SyntaxNode& node, std::size_t level) {
    std::vector<Todo> children = children_of(node, level);
    for (auto child = children.rbegin(); child != children.rend(); ++child) push(std::move(*child));
  }

  std::string literal_text(const Todo& run) const {
    std::string text;
    NodeId id = run.first;
    for (std::size_t at = 0; at < run.count && text.size() <= kLongestText; ++at) {
      append_utf8(text, tree_[id].value);
      id = tree_[id].next;
    }
    return "the text " + ticked(text, kLongestText);
  }

  Span span_of_run(const Todo& todo) const {
    if (todo.whole.size() > 0) return todo.whole;
    Span span = tree_[todo.first].span;
    NodeId id = todo.first;
    for (std::size_t at = 1; at < todo.count; ++at) id = tree_[id].next;
    span.end = tree_[id].span.end;
    return span;
  }

  void put(const Todo& todo, std::string words) {
    if (!todo.times.empty()) words += ", " + todo.times;
    parts_.push_back({span_of_run(todo), todo.level, std::move(words)});
  }

  std::string words_of(const SyntaxNode& node) const {
    switch (node.kind) {
      case SyntaxKind::kEmpty:
        return "nothing";
      case SyntaxKind::kAny:
        return (node.flags & kDotAll) != 0 ? "any character" : "any character of the line";
      case SyntaxKind::kAnyByte:
        return "any byte";
      case SyntaxKind::kClass:
        return words_of_class(node);
      case SyntaxKind::kNamedClass:
        return class_by_name(tree_.text_of(node));
      case SyntaxKind::kAssertion:
        return assertion(node.value);
      case SyntaxKind::kFlags:
        return "from here on the flags " + ticked(tree_.text_of(node));
      case SyntaxKind::kForeign:
        return std::string(fact_of(node.construct).what) + ", which RE2 does not have";
      default:
        return ticked(tree_.text_of(node));
    }
  }

  std::string words_of_class(const SyntaxNode& node) const {
    std::vector<std::string> members;
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) {
      if (members.size() == kMostOfClass) {
        members.clear();
        members.push_back("the characters of " + ticked(tree_.text_of(node)));
        break;
      }
      members.push_back(member_of_class(tree_[id]));
    }
    return (node.is_negated ? "anything but " : "") + listed(members);
  }

  std::string member_of_class(const SyntaxNode& member) const {
    if (member.kind == SyntaxKind::kNamedClass) return class_by_name(tree_.text_of(member));
    if (member.value == member.other) return character(member.value);
    return character(member.value) + " to " + character(member.other);
  }

  const SyntaxTree& tree_;
  std::size_t most_;
  std::vector<Todo> todo_;  // the next one last
  std::vector<PatternPart> parts_;
};

}  // namespace

std::vector<PatternPart> words_of_pattern(const SyntaxTree& tree, std::size_t most) {
  return Wording(tree, most).run();
}

}  // namespace kbc
