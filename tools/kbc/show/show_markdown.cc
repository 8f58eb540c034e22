#include <string>
#include <string_view>

#include "show/markdown.h"
#include "show/selected_text.h"
#include "show/show.h"

namespace kbc {
namespace {

class MarkdownPage {
 public:
  MarkdownPage(const IndexEntry& entry, const ShowOptions& options, Printer& out)
      : entry_(entry), language_(*options.language), out_(out) {}

  void write() {
    print("# ", markdown_line(text_in(language_, entry_, "signature")), "\n\n",
          markdown_code(entry_.id()), ", ", markdown_line(versions_text(entry_)), ", ",
          labels_.confirmed, markdown_line(entry_.last_confirmed()), "\n\n",
          markdown_text(text_in(language_, entry_, "root_cause"), "  "), "\n");
    dead_ends();
    workarounds();
    links(labels_.leads_to, entry_.leads_to());
    links(labels_.preceded_by, entry_.preceded_by());
    links(labels_.confused_with, entry_.frequently_confused_with());
    if (!entry_.official_doc_url().empty()) {
      print("\n", markdown_link(entry_.official_doc_url()), "\n");
    }
  }

 private:
  void heading(std::string_view title) { print("\n## ", title, "\n\n"); }

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
    print("- **", markdown_line(action), "** (", label, percent(rate));
    if (!condition.empty()) print(labels_.also_when, markdown_line(condition));
    print(")\n");
    if (!detail.empty()) print("  ", markdown_text(detail, "  "), "\n");
  }

  template <typename Links>
  void links(std::string_view title, const Links& list) {
    if (list.empty()) return;
    heading(title);
    for (const auto& link : list) {
      print("- ", markdown_code(link.error_id));
      if (link.has_probability()) print(" (", percent(link.probability), ")");
      if (!link.distinction.empty()) print(": ", markdown_line(link.distinction));
      if (!link.condition.empty()) print(labels_.also_when, markdown_line(link.condition));
      print("\n");
    }
  }

  // All parts are Markdown already.
  template <typename... Parts>
  void print(const Parts&... parts) {
    (out_ << ... << Own{parts});
  }

  const IndexEntry& entry_;
  const Language& language_;
  const Labels& labels_ = *language_.labels;
  Printer& out_;
};

}  // namespace

void show_markdown(const IndexEntry& entry, const ShowOptions& options, Printer& out) {
  MarkdownPage(entry, options, out).write();
}

}  // namespace kbc
