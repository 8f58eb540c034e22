#include "format/member_edit.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "parse/literal.h"
#include "parse/recognise.h"

namespace kbc {
namespace {

constexpr std::string_view kBlanks = " \t\r";

// The text with blanks for its comments, so that every place stays the same.
std::string without_comments(std::string_view text) {
  std::string bare(text);
  for (const Span comment : tokens_of(text, Token::kComment)) {
    std::fill(bare.begin() + comment.begin, bare.begin() + comment.end, ' ');
  }
  return bare;
}

// Where a new member goes, and what is around it there.
class Insertion {
 public:
  Insertion(std::string_view text, const Document& document, std::uint32_t object)
      : text_(text), document_(document), object_(object), bare_(without_comments(text)) {
    const std::size_t line = text_.find('\n');
    if (line != std::string_view::npos && line > 0 && text_[line - 1] == '\r') line_end_ = "\r\n";
    for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
      names_.push_back(at);
    }
  }

  std::string with(std::string_view name, std::string_view value) const {
    const std::string member = quote(name) + ": " + std::string(value);
    if (names_.empty()) return in_empty(member);
    const std::size_t last = document_[names_.back() + 1].span.end;
    const auto end = rest_of_line(last);
    if (!end) return inserted(last, ", " + member);
    return std::string(text_.substr(0, last)) + "," + std::string(text_.substr(last, *end - last)) +
           member_line(member) + std::string(text_.substr(*end));
  }

 private:
  // Where the line ends, if it has nothing but blanks and comments from here on.
  std::optional<std::size_t> rest_of_line(std::size_t at) const {
    const std::size_t end = bare_.find_first_not_of(kBlanks, at);
    if (end == std::string::npos || bare_[end] != '\n') return {};
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
  }

  // The blanks that begin the line of a place.
  std::string indent_at(std::size_t at) const {
    const std::size_t line = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    const std::size_t end = std::min(text_.find_first_not_of(" \t", begin), text_.size());
    return std::string(text_.substr(begin, end - begin));
  }

  std::string member_line(const std::string& member) const {
    const std::uint32_t open = document_[object_].span.begin;
    const std::string indent =
        names_.empty() ? indent_at(open) + "  " : indent_at(document_[names_.front()].span.begin);
    return std::string(line_end_) + indent + member;
  }

  std::string inserted(std::size_t at, const std::string& what) const {
    return std::string(text_.substr(0, at)) + what + std::string(text_.substr(at));
  }

  std::string in_empty(const std::string& member) const {
    const Span object = document_[object_].span;
    if (const auto end = rest_of_line(object.begin + 1)) return inserted(*end, member_line(member));
    std::string all = std::string(text_.substr(0, object.end - 1));
    while (all.size() > object.begin + 1 && all.back() == ' ') all.pop_back();
    return all + member_line(member) + std::string(line_end_) + indent_at(object.begin) +
           std::string(text_.substr(object.end - 1));
  }

  std::string_view text_;
  const Document& document_;
  std::uint32_t object_;
  std::string bare_;
  std::string_view line_end_ = "\n";
  std::vector<std::uint32_t> names_;
};

}  // namespace

std::string with_member(std::string_view text, const Document& document, std::uint32_t object,
                        std::string_view name, std::string_view value) {
  const std::uint32_t known = document.member(object, name);
  if (known == Document::kNoNode) return Insertion(text, document, object).with(name, value);
  const Span span = document[known].span;
  return std::string(text.substr(0, span.begin)) + std::string(value) +
         std::string(text.substr(span.end));
}

}  // namespace kbc
