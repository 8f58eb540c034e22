#include <algorithm>
#include <string>
#include <string_view>

#include "compare/difference_report.h"
#include "text/printable.h"
#include "text/printer.h"

// For the comment of a bot and for the summary of a job, the worst first, within what GitHub takes
// for one comment.

namespace kbc {
namespace {

constexpr std::size_t kMostBytes = 65'000;
// What follows the differences takes less.
constexpr std::size_t kRestBytes = 500;
constexpr std::size_t kShownMessages = 5;
constexpr std::size_t kShownBytes = 300;

// Cut before the character that passes the limit.
std::string cut(std::string_view text) {
  std::string shown = printable(text.substr(0, kShownBytes));
  if (text.size() > kShownBytes) shown += "…";
  return shown;
}

// A text of unknown origin as code, whatever back-ticks it has.
std::string code(std::string_view text) {
  const std::string shown = cut(text);
  std::size_t longest = 0, run = 0;
  for (const char c : shown) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_blank = shown.empty() || shown.front() == '`' || shown.back() == '`';
  const std::string blank = needs_blank ? " " : "";
  return fence + blank + shown + blank + fence;
}

// A sentence of kbc's in which authors' texts stand between back-ticks: what is outside of them
// must not become markup.
std::string prose(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (const char c : printable(text)) {
    if (c == '`') is_code = !is_code;
    if (!is_code && (c == '<' || c == '>' || c == '*' || c == '_' || c == '[' || c == ']' ||
                     c == '#' || c == '|' || c == '@' || c == '\\')) {
      out += '\\';
    }
    out += c;
  }
  // A text that was cut at one of its own.
  if (is_code) out += '`';
  return out;
}

std::string_view title_of(ChangeClass one) {
  switch (one) {
    case ChangeClass::kBreaking:
      return "Breaking";
    case ChangeClass::kBehaviour:
      return "Behaviour";
    case ChangeClass::kRisk:
      return "Risk";
    case ChangeClass::kInfo:
      break;
  }
  return "For information";
}

std::string_view mark_of(Severity severity) {
  if (severity == Severity::kError) return "❌";
  return severity == Severity::kWarning ? "⚠️" : "ℹ️";
}

std::string found_text(const std::string& id) { return id.empty() ? "nothing" : code(id); }

std::string item_of(const Difference& one) {
  std::string item = "- " + std::string(mark_of(one.severity)) + " " + code(one.id) + ": " +
                     prose(one.text) + " (" + code(one.kind) + ")\n";
  if (!one.before.empty() || !one.now.empty()) {
    item += "  - old: " + code(one.before) + "\n  - new: " + code(one.now) + "\n";
  }
  const std::size_t shown = std::min(kShownMessages, one.messages.size());
  for (std::size_t at = 0; at < shown; ++at) {
    const ChangedMessage& message = one.messages[at];
    item += "  - " + code(message.text) + ": " + found_text(message.before) + " → " +
            found_text(message.now) + "\n";
  }
  if (one.message_count > shown) {
    item += "  - … and " + std::to_string(one.message_count - shown) + " more\n";
  }
  if (!one.help.empty()) item += "  - " + prose(one.help) + "\n";
  return item;
}

std::string table_of(const DifferenceCounts& counts) {
  std::string head = "|", line = "|", row = "|";
  for (const ChangeClass one : kChangeClasses) {
    head += " " + std::string(name_of(one)) + " |";
    line += "---:|";
    row += " " + std::to_string(counts.by_class[static_cast<std::size_t>(one)]) + " |";
  }
  if (counts.accepted > 0) {
    head += " accepted |";
    line += "---:|";
    row += " " + std::to_string(counts.accepted) + " |";
  }
  return head + "\n" + line + "\n" + row + "\n";
}

// Writes the differences of one class while there is room; gives how many are left out.
class MarkdownPage {
 public:
  explicit MarkdownPage(std::string head) : text_(std::move(head)) {}

  void add_class(ChangeClass wanted, const DifferenceReport& report) {
    bool is_first = true;
    for (const Difference& one : report.differences) {
      if (one.change != wanted || one.is_accepted()) continue;
      std::string piece = is_first ? head_of(wanted) : "";
      piece += item_of(one);
      if (text_.size() + piece.size() + kRestBytes > kMostBytes) {
        ++left_out_;
        continue;
      }
      is_first = false;
      text_ += piece;
    }
    if (wanted == ChangeClass::kInfo && !is_first) text_ += "\n</details>\n";
  }

  std::string take() {
    if (left_out_ > 0) {
      text_ += "\n… and " + std::to_string(left_out_) + " more, for which there is no room here\n";
    }
    return std::move(text_);
  }

 private:
  static std::string head_of(ChangeClass wanted) {
    const std::string title(title_of(wanted));
    if (wanted != ChangeClass::kInfo) return "\n### " + title + "\n\n";
    return "\n<details><summary>" + title + "</summary>\n\n";
  }

  std::string text_;
  std::size_t left_out_ = 0;
};

}  // namespace

void render_markdown(const DifferenceReport& report, std::ostream& out) {
  std::string head = "## What changes from " + code(report.before.name) + " to " +
                     code(report.now.name) + "\n\n" + table_of(count(report.differences)) + "\n" +
                     std::to_string(report.messages) + " messages were compared; " +
                     std::to_string(report.before.entries) + " entries before, " +
                     std::to_string(report.now.entries) + " now.\n";
  MarkdownPage page(std::move(head));
  if (!report.counts_only) {
    for (const ChangeClass one : kChangeClasses) page.add_class(one, report);
  }
  Printer(out) << Own{page.take()};
}

}  // namespace kbc
