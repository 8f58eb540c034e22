#include <string>
#include <string_view>

#include "show/selected_text.h"
#include "show/show.h"
#include "text/printable.h"

namespace kbc {
namespace {

// Text as Markdown shows it: what would be markup is escaped, but for code in back-ticks, which
// entries use as Markdown does.
std::string prose(std::string_view text) {
  std::string escaped;
  bool is_code = false;
  for (const char c : valid_utf8(text)) {
    if (c == '`') is_code = !is_code;
    if (!is_code && std::string_view("\\*_[]<>#|").find(c) != std::string_view::npos) {
      escaped += '\\';
    }
    // Two blanks before a line break make it one in the page.
    if (c == '\n') escaped += "  ";
    escaped += c;
    if (c == '\n') escaped += "  ";
  }
  // Without its partner a back-tick would take the rest of the page.
  if (is_code) escaped.insert(escaped.rfind('`'), 1, '\\');
  return escaped;
}

// Verbatim text on one line, whatever back-ticks it holds.
std::string code(std::string_view text) {
  std::string fence = "`";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  const std::string pad = fence.size() > 1 ? " " : "";
  return fence + pad + printable(text) + pad + fence;
}

class MarkdownPage {
 public:
  MarkdownPage(const IndexEntry& entry, const ShowOptions& options, std::ostream& out)
      : entry_(entry), language_(*options.language), out_(out) {}

  void write() {
    out_ << "# " << prose(text_in(language_, entry_, "signature")) << "\n\n"
         << code(entry_.id()) << ", " << prose(versions_text(entry_)) << ", " << labels_.confirmed
         << entry_.last_confirmed() << "\n\n"
         << prose(text_in(language_, entry_, "root_cause")) << '\n';
    dead_ends();
    workarounds();
    links(labels_.leads_to, entry_.leads_to());
    links(labels_.preceded_by, entry_.preceded_by());
    links(labels_.confused_with, entry_.frequently_confused_with());
    if (!entry_.official_doc_url().empty()) out_ << "\n<" << entry_.official_doc_url() << ">\n";
  }

 private:
  void heading(std::string_view title) { out_ << "\n## " << title << "\n\n"; }

  void dead_ends() {
    if (entry_.dead_ends().empty()) return;
    heading(labels_.dead_ends);
    for (const auto& dead_end : entry_.dead_ends()) {
      item(dead_end.action, labels_.fails, dead_end.fail_rate, dead_end.why_fails,
           dead_end.condition);
    }
  }

  void workarounds() {
    if (entry_.workarounds().empty()) return;
    heading(labels_.workarounds);
    for (std::uint32_t index = 0; index < entry_.workarounds().size(); ++index) {
      const auto workaround = entry_.workarounds()[index];
      const std::string_view translation = workaround_translation(entry_, index, language_);
      const bool is_translated = !translation.empty();
      item(is_translated ? translation : workaround.action, labels_.helps, workaround.success_rate,
           is_translated ? std::string_view() : workaround.how, workaround.condition);
    }
  }

  void item(std::string_view action, std::string_view label, double rate, std::string_view detail,
            std::string_view condition) {
    out_ << "- **" << prose(action) << "** (" << label << percent(rate);
    if (!condition.empty()) out_ << labels_.also_when << prose(condition);
    out_ << ")\n";
    if (!detail.empty()) out_ << "  " << prose(detail) << '\n';
  }

  template <typename Links>
  void links(std::string_view title, const Links& list) {
    if (list.empty()) return;
    heading(title);
    for (const auto& link : list) {
      out_ << "- " << code(link.error_id);
      if (link.has_probability()) out_ << " (" << percent(link.probability) << ')';
      if (!link.distinction.empty()) out_ << ": " << prose(link.distinction);
      if (!link.condition.empty()) out_ << labels_.also_when << prose(link.condition);
      out_ << '\n';
    }
  }

  const IndexEntry& entry_;
  const Language& language_;
  const Labels& labels_ = *language_.labels;
  std::ostream& out_;
};

}  // namespace

void show_markdown(const IndexEntry& entry, const ShowOptions& options, std::ostream& out) {
  MarkdownPage(entry, options, out).write();
}

}  // namespace kbc
