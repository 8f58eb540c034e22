#include "pattern/named_class.h"
#include "pattern/pattern_parser.h"

namespace kbc {

void PatternParser::read_class() {
  const std::size_t begin = at_;
  if (has_unclosed_class_) return read_character(Construct::plain);
  const std::size_t nodes_before = tree_.nodes.size();
  const std::size_t faults_before = tree_.faults.size();
  ++at_;
  const bool is_negated = peek() == '^' && !is_at_end();
  if (is_negated) ++at_;
  List members;
  for (bool is_first = true; !is_at_end() && (is_first || peek() != ']'); is_first = false) {
    read_member(members);
  }
  if (is_at_end()) {
    // What follows is read again, as if the bracket were a character. That no class ends any more
    // is known then, so that it is read again once only.
    tree_.nodes.resize(nodes_before);
    tree_.faults.resize(faults_before);
    has_unclosed_class_ = true;
    at_ = begin;
    add_fault(FaultKind::kUnclosedClass, begin, begin + 1);
    return read_character(Construct::plain);
  }
  ++at_;
  const NodeId node = add(SyntaxKind::kClass, begin, Construct::bracket_class);
  tree_.nodes[node].child = members.first;
  tree_.nodes[node].is_negated = is_negated;
  append(node);
}

void PatternParser::add_member(SyntaxNode member, List& members) {
  member.flags = flags_;
  tree_.nodes.push_back(member);
  link(members, static_cast<NodeId>(tree_.nodes.size() - 1));
}

// A character, a range or a class with a name.
void PatternParser::read_member(List& members) {
  if (is_next("[:") && read_posix_class(members)) return;
  const std::size_t begin = at_;
  const Escape low = read_class_character();
  if (low.kind == Escape::Kind::kNamedClass) {
    SyntaxNode named;
    named.kind = SyntaxKind::kNamedClass;
    named.construct = low.construct;
    named.span = span_of(begin, at_);
    return add_member(named, members);
  }
  if (low.kind == Escape::Kind::kNoCharacter) return;
  SyntaxNode range;
  range.kind = SyntaxKind::kRange;
  range.construct = low.construct;
  range.value = range.other = low.value;
  if (peek() == '-' && at_ + 1 < text_.size() && peek(1) != ']') {
    ++at_;
    const std::size_t high_begin = at_;
    const Escape high = read_class_character();
    if (high.kind == Escape::Kind::kNamedClass) {
      if (high.construct == Construct::perl_class || high.construct == Construct::unicode_class) {
        add_fault(FaultKind::kClassEndsRange, high_begin, at_);
      }
    } else if (high.kind == Escape::Kind::kCharacter) {
      range.other = high.value;
      if (high.value < low.value) add_fault(FaultKind::kBackwardRange, begin, at_);
    }
  }
  range.span = span_of(begin, at_);
  add_member(range, members);
}

PatternParser::Escape PatternParser::read_class_character() {
  if (peek() == '\\') return read_escape(Place::kInClass);
  return {Escape::Kind::kCharacter, Construct::plain, take_character()};
}

// False where RE2 takes `[:` for two characters.
bool PatternParser::read_posix_class(List& members) {
  if (has_no_posix_end_) return false;
  const std::size_t end = text_.find(":]", at_ + 2);
  if (end == std::string_view::npos) {
    has_no_posix_end_ = true;
    return false;
  }
  SyntaxNode named;
  named.kind = SyntaxKind::kNamedClass;
  named.construct = Construct::posix_class;
  named.span = span_of(at_, end + 2);
  std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
  if (name.starts_with('^')) name.remove_prefix(1);
  if (!is_posix_class(name)) {
    add_fault(FaultKind::kUnknownPosixClass, at_, end + 2, Construct::posix_class);
  } else {
    add_member(named, members);
  }
  at_ = end + 2;
  return true;
}

}  // namespace kbc
