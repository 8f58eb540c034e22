#include <algorithm>
#include <charconv>
#include <utility>

#include "lower/plain_regex.h"
#include "text/utf8.h"

namespace kbc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_printable(char c) { return c >= ' ' && c <= '~'; }
bool is_punctuation(char c) { return is_printable(c) && !is_letter(c) && !is_digit(c); }

// How often something stands: `{2,5}`. No `most` when there is no upper bound.
struct Times {
  std::size_t least = 0;
  std::optional<std::size_t> most;
};

}  // namespace

// Reads a regex from left to right, once. Every step is false when the regex is not plain.
class PlainRegexReader {
 public:
  PlainRegexReader(std::string_view text, CaseRule rule) : text_(text) {
    regex_.is_ascii_ = is_ascii(text);
    const bool is_flagged = take("(?i)");
    regex_.ignores_case_ = is_flagged || rule == CaseRule::kIgnoreCase;
    regex_.nodes_.reserve(std::min(text.size(), PlainRegex::kMostNodes) + 16);
  }

  std::optional<PlainRegex> read() {
    std::vector<Group> open(1);
    while (at_ < text_.size()) {
      if (!step(open) || regex_.nodes_.size() > PlainRegex::kMostNodes) return {};
    }
    if (open.size() != 1) return {};
    const Part whole = close(open.back());
    const std::uint16_t match = add({Node::Kind::kMatch});
    node(whole.end).next = match;
    regex_.start_ = whole.start;
    if (regex_.nodes_.size() > PlainRegex::kMostNodes) return {};
    return std::move(regex_);
  }

 private:
  using Node = PlainRegex::Node;
  using AsciiClass = PlainRegex::AsciiClass;

  // RE2 allows 1000.
  static constexpr std::size_t kDeepestGroup = 50;

  // Nodes that are entered at `start` and left by the `next` of `end`, which is not set yet.
  struct Part {
    std::uint16_t start = 0;
    std::uint16_t end = 0;
  };

  // What has been read of a group: finished branches, and the branch under way.
  struct Group {
    std::size_t first_node = 0;
    std::optional<Part> branches;
    std::optional<Part> branch;
  };

  Node& node(std::uint16_t index) { return regex_.nodes_[index]; }

  std::uint16_t add(Node added) {
    regex_.nodes_.push_back(added);
    return static_cast<std::uint16_t>(regex_.nodes_.size() - 1);
  }

  Part single(Node added) {
    const std::uint16_t index = add(added);
    return {index, index};
  }

  bool take(char expected) {
    if (at_ == text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  bool take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  // One item with its repeat, or one sign of a group.
  bool step(std::vector<Group>& open) {
    std::size_t first_node = regex_.nodes_.size();
    if (take('|')) {
      end_branch(open.back());
      return true;
    }
    if (take('(')) {
      open.push_back({first_node, {}, {}});
      const bool is_flagged = text_.substr(at_).starts_with("?") && !take("?:");
      return !is_flagged && open.size() <= kDeepestGroup;
    }
    std::optional<Part> item;
    if (take(')')) {
      if (open.size() == 1) return false;
      item = close(open.back());
      first_node = open.back().first_node;
      open.pop_back();
    } else {
      item = read_item();
    }
    return item && read_repeat(first_node, *item) && append(open.back(), *item);
  }

  bool append(Group& group, Part item) {
    if (group.branch) {
      node(group.branch->end).next = item.start;
      group.branch->end = item.end;
    } else {
      group.branch = item;
    }
    return true;
  }

  void end_branch(Group& group) {
    const Part branch = group.branch ? *group.branch : single({Node::Kind::kEmpty});
    group.branch.reset();
    if (!group.branches) {
      group.branches = branch;
      return;
    }
    const std::uint16_t fork = add({Node::Kind::kFork, group.branches->start, branch.start});
    const std::uint16_t join = add({Node::Kind::kEmpty});
    node(group.branches->end).next = join;
    node(branch.end).next = join;
    group.branches = Part{fork, join};
  }

  Part close(Group& group) {
    end_branch(group);
    return *group.branches;
  }

  std::optional<Part> read_item() {
    const char c = text_[at_];
    switch (c) {
      case '[':
        return read_class();
      case '\\':
        return read_escape();
      case '.':
        ++at_;
        return single({Node::Kind::kAny});
      case '*':
      case '+':
      case '?':
      case '{':
      case '^':
      case '$':
        return {};
      default:
        return read_character();
    }
  }

  std::optional<Part> read_character() {
    const CodePoint character = decode(text_, at_);
    if (character.length == 1 && !is_printable(text_[at_])) return {};
    at_ += character.length;
    return single_character(character.value);
  }

  Part single_character(char32_t value) {
    if (regex_.ignores_case_ && value >= 'A' && value <= 'Z') value += 'a' - 'A';
    return single({Node::Kind::kCharacter, 0, 0, value});
  }

  Part single_class(const AsciiClass& members) {
    regex_.classes_.push_back(members);
    const auto number = static_cast<char32_t>(regex_.classes_.size() - 1);
    return single({Node::Kind::kClass, 0, 0, number});
  }

  std::optional<Part> read_escape() {
    if (const auto members = take_named_class()) return single_class(*members);
    if (const auto character = take_escaped()) return single_character(*character);
    return {};
  }

  // The class that `\d` and its like stand for.
  std::optional<AsciiClass> take_named_class() {
    if (text_.size() - at_ < 2) return {};
    const char letter = text_[at_ + 1];
    AsciiClass members;
    for (int c = 0; c < 128; ++c) {
      const char one = static_cast<char>(c);
      switch (letter) {
        case 'd':
        case 'D':
          members[c] = is_digit(one);
          break;
        case 's':
        case 'S':
          members[c] = std::string_view("\t\n\f\r ").find(one) != std::string_view::npos;
          break;
        case 'w':
        case 'W':
          members[c] = is_digit(one) || is_letter(one) || one == '_';
          break;
        default:
          return {};
      }
    }
    at_ += 2;
    return letter >= 'a' ? members : ~members;
  }

  // The character that an escape stands for.
  std::optional<char> take_escaped() {
    if (text_.size() - at_ < 2) return {};
    const char c = text_[at_ + 1];
    const bool is_itself = is_punctuation(c) && c != '_';
    if (!is_itself && c != 'n' && c != 't' && c != 'r') return {};
    at_ += 2;
    if (is_itself) return c;
    return c == 'n' ? '\n' : c == 't' ? '\t' : '\r';
  }

  std::optional<Part> read_class() {
    take('[');
    const bool is_negated = take('^');
    AsciiClass members;
    for (bool is_first = true; is_first || !take(']'); is_first = false) {
      if (!read_member(members)) return {};
    }
    if (regex_.ignores_case_) add_other_case(members);
    return single_class(is_negated ? ~members : members);
  }

  // A character, a range or a named class.
  bool read_member(AsciiClass& members) {
    if (at_ == text_.size()) return false;
    if (text_[at_] == '\\') {
      if (const auto named = take_named_class()) {
        members |= *named;
        return !text_.substr(at_).starts_with("-");
      }
    }
    const auto low = take_member();
    if (!low) return false;
    const std::string_view rest = text_.substr(at_);
    const bool is_range = rest.size() > 1 && rest[0] == '-' && rest[1] != ']';
    if (!is_range) {
      members.set(static_cast<std::size_t>(*low));
      return true;
    }
    take('-');
    const auto high = take_member();
    if (!high || *high < *low) return false;
    for (char c = *low; c <= *high; ++c) members.set(static_cast<std::size_t>(c));
    return true;
  }

  // A bracket inside has a meaning only sometimes, and is not worth telling when.
  std::optional<char> take_member() {
    if (at_ == text_.size()) return {};
    const char c = text_[at_];
    if (c == '\\') return take_escaped();
    if (!is_printable(c) || c == '[' || c == ']') return {};
    ++at_;
    return c;
  }

  static void add_other_case(AsciiClass& members) {
    for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
      const std::size_t capital = letter - ('a' - 'A');
      if (members[letter] || members[capital]) members.set(letter).set(capital);
    }
  }

  // Puts a repeat around the item if one follows; it is the nodes from first_node on.
  bool read_repeat(std::size_t first_node, Part& item) {
    const std::optional<Times> times = take_times();
    if (!times) return true;
    take('?');  // which match is taken does not matter, only that there is one
    const bool is_repeated_again =
        at_ < text_.size() && std::string_view("*+?{").find(text_[at_]) != std::string_view::npos;
    return !is_repeated_again && repeat(first_node, *times, item);
  }

  std::optional<Times> take_times() {
    if (take('*')) return Times{0, {}};
    if (take('+')) return Times{1, {}};
    if (take('?')) return Times{0, 1};
    const std::size_t before = at_;
    if (!take('{')) return {};
    Times times;
    const auto least = take_number();
    if (least) times.least = *least;
    if (!take(',')) {
      times.most = least;
    } else if (!text_.substr(at_).starts_with("}")) {
      times.most = take_number().value_or(0);
    }
    const bool is_sound = least && take('}') && (!times.most || *times.most > 0) &&
                          times.least <= times.most.value_or(times.least);
    if (is_sound) return times;
    at_ = before;  // where no item can begin
    return {};
  }

  // Leading zeros make RE2 take the braces for characters.
  std::optional<std::size_t> take_number() {
    const std::string_view rest = text_.substr(at_);
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    const auto length = static_cast<std::size_t>(end - rest.data());
    if (failed != std::errc() || (length > 1 && rest[0] == '0')) return {};
    at_ += length;
    return value;
  }

  // Each time is a copy; what may be left out goes behind the last one instead.
  bool repeat(std::size_t first_node, Times times, Part& item) {
    const std::size_t length = regex_.nodes_.size() - first_node;
    const std::size_t count = times.most.value_or(std::max<std::size_t>(times.least, 1));
    if (count > PlainRegex::kMostNodes || length * count > PlainRegex::kMostNodes) return false;
    for (std::size_t copy = 1; copy < count; ++copy) append_copy(first_node, length, copy);
    const std::uint16_t behind = add({Node::Kind::kEmpty});
    std::uint16_t after = behind;
    for (std::size_t copy = count; copy-- > 0;) {
      const auto start = static_cast<std::uint16_t>(item.start + copy * length);
      const auto end = static_cast<std::uint16_t>(item.end + copy * length);
      if (copy + 1 == count && !times.most) after = add({Node::Kind::kFork, start, behind});
      node(end).next = after;
      after = copy < times.least ? start : add({Node::Kind::kFork, start, behind});
    }
    item = {after, behind};
    return true;
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

  std::string_view text_;
  std::size_t at_ = 0;
  PlainRegex regex_;
};

std::optional<PlainRegex> PlainRegex::read(std::string_view regex, CaseRule rule) {
  return PlainRegexReader(regex, rule).read();
}

}  // namespace kbc
