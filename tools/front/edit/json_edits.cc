#include "edit/json_edits.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "analysis/fixes.h"
#include "parse/literal.h"

namespace kbc {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kStep = "  ";  // as `kbc fmt` indents

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string_view line_end_in(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end + 1 == text.size()) return {};
  return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

}  // namespace

JsonEdits::JsonEdits(std::string_view text, const Document& document)
    : text_(text), document_(document), line_end_(line_end_in(text)) {
  assert(!document.empty());
  // `{}` says nothing of how it wants to be laid out.
  if (line_end_.empty() && document.root().count == 0) line_end_ = "\n";
}

void JsonEdits::replace(std::uint32_t value, std::string_view json) {
  replaced_.push_back({0, document_[value].span, json});
}

void JsonEdits::add_member(std::uint32_t object, std::string_view name, std::string_view json) {
  assert(document_[object].is(Kind::kObject));
  holders_[object].added.push_back(quote(name) + ": " + std::string(json));
}

void JsonEdits::add_element(std::uint32_t array, std::string_view json) {
  assert(document_[array].is(Kind::kArray));
  holders_[array].added.emplace_back(json);
}

void JsonEdits::remove(std::uint32_t child) {
  holders_[document_[child].parent].removed.insert(child);
}

std::string JsonEdits::text() const {
  std::vector<Edit> edits = replaced_;
  for (const auto& [holder, changes] : holders_) edit(holder, changes, edits);
  // Of two at one place the one that takes nothing away comes first.
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
  });
  return apply_edits(text_, edits);
}

// A member is its name and its value.
std::vector<Span> JsonEdits::children_of(std::uint32_t holder,
                                         std::vector<bool>& is_removed) const {
  const auto changes = holders_.find(holder);
  std::vector<Span> children;
  for (std::uint32_t at = holder + 1; at < document_[holder].next; at = document_[at].next) {
    const std::uint32_t value = document_[at].is_name ? at + 1 : at;
    children.push_back({document_[at].span.begin, document_[value].span.end});
    is_removed.push_back(changes->second.removed.contains(at));
  }
  return children;
}

// The blanks before the first other character of the line.
std::string JsonEdits::indent_of(std::uint32_t offset) const {
  const std::size_t line = text_.rfind('\n', offset == 0 ? 0 : offset - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::size_t end = std::min<std::size_t>(text_.find_first_not_of(" \t", begin), offset);
  return std::string(text_.substr(begin, end - begin));
}

// What stands between what is before the child and the child: a line break and its indentation, or
// a blank.
std::string JsonEdits::separator_before(std::uint32_t from, std::uint32_t child) const {
  const bool breaks = text_.substr(from, child - from).find('\n') != std::string_view::npos;
  if (!breaks) return line_end_.empty() ? "" : " ";
  return std::string(line_end_) + indent_of(child);
}

// The end of the line, where nothing but comments follows; else the place itself. What is added
// there leaves a comment beside what it is about.
std::uint32_t JsonEdits::end_of_line(std::uint32_t offset) const {
  std::size_t at = offset;
  for (;;) {
    at = std::min(text_.find_first_not_of(" \t", at), text_.size());
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("//")) {
      at = std::min(text_.find('\n', at), text_.size());
      if (at > 0 && text_[at - 1] == '\r') --at;
      break;
    }
    if (!rest.starts_with("/*")) break;
    at = text_.find("*/", at + 2);
    if (at == std::string_view::npos) return offset;
    at += 2;
  }
  const std::string_view rest = text_.substr(at);
  const bool ends = rest.empty() || rest.starts_with('\n') || rest.starts_with("\r\n");
  return ends ? static_cast<std::uint32_t>(at) : offset;
}

// Nothing is left of what it held: content is from the first of that to the last, and nothing for a
// holder that was empty before.
void JsonEdits::edit_empty(std::uint32_t holder, Span content, const Changes& changes,
                           std::vector<Edit>& edits) const {
  const Span whole = document_[holder].span;
  const Span inside{whole.begin + 1, whole.end - 1};
  std::string added;
  const std::string outer = indent_of(whole.begin);
  for (const std::string& json : changes.added) {
    if (!added.empty()) added += ',';
    added += line_end_.empty() ? "" : std::string(line_end_) + outer + std::string(kStep);
    added += json;
  }
  const bool had_comments = !is_blank(text_.substr(inside.begin, content.begin - inside.begin)) ||
                            !is_blank(text_.substr(content.end, inside.end - content.end));
  if (!had_comments) {
    if (!added.empty() && !line_end_.empty()) added += std::string(line_end_) + outer;
    edits.push_back({0, inside, added});
    return;
  }
  // What is there of comments stays, after what is added.
  if (content.size() > 0) edits.push_back({0, content, ""});
  if (!added.empty()) edits.push_back({0, {inside.begin, inside.begin}, added});
}

void JsonEdits::edit(std::uint32_t holder, const Changes& changes, std::vector<Edit>& edits) const {
  std::vector<bool> is_removed;
  const std::vector<Span> children = children_of(holder, is_removed);
  const auto first_kept = std::find(is_removed.begin(), is_removed.end(), false);
  if (first_kept == is_removed.end()) {
    const std::uint32_t begin = document_[holder].span.begin + 1;
    const Span content =
        children.empty() ? Span{begin, begin} : Span{children.front().begin, children.back().end};
    return edit_empty(holder, content, changes, edits);
  }
  const auto kept = static_cast<std::size_t>(first_kept - is_removed.begin());
  for (std::size_t at = 0; at < children.size(); ++at) {
    if (!is_removed[at]) continue;
    const Span gone = at < kept ? Span{children[at].begin, children[at + 1].begin}
                                : Span{children[at - 1].end, children[at].end};
    edits.push_back({0, gone, ""});
  }
  if (changes.added.empty()) return;
  const Span last = children.back();
  const std::uint32_t before =
      children.size() > 1 ? children[children.size() - 2].end : document_[holder].span.begin + 1;
  const std::string separator = separator_before(before, last.begin);
  const std::uint32_t line =
      separator.find('\n') == std::string::npos ? last.end : end_of_line(last.end);
  std::string added;
  for (const std::string& json : changes.added) {
    if (!added.empty()) added += ',';
    added += separator + json;
  }
  if (line == last.end) {
    edits.push_back({0, {line, line}, "," + added});
    return;
  }
  edits.push_back({0, {last.end, last.end}, ","});
  edits.push_back({0, {line, line}, added});
}

}  // namespace kbc
