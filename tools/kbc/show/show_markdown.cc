#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "show/markdown.h"
#include "show/prose.h"
#include "show/selected_text.h"
#include "show/show.h"
#include "text/printable.h"

namespace kbc {
namespace {

constexpr std::size_t kCauseColumns = 240;  // three lines of a terminal
constexpr std::string_view kIndent = "  ";  // of what belongs to an item of a list

class MarkdownPage {
 public:
  MarkdownPage(const IndexEntry& entry, const ShowOptions& options, Printer& out)
      : entry_(entry), options_(options), out_(out) {}

  void write() {
    const Told signature = told(language_, entry_, "signature");
    print("# ", markdown_line(signature.text), "\n\n");
    announce(signature, "");
    print(markdown_code(entry_.id()), ", ", markdown_line(versions_text(entry_)), ", ");
    for (const std::string_view fact :
         {limits_of(entry_, labels_), tier_of(entry_, labels_), labels_.estimates}) {
      if (!fact.empty()) print(markdown_line(fact), ", ");
    }
    print(labels_.confirmed, markdown_line(entry_.last_confirmed()), "\n\n");
    const Told cause = told(language_, entry_, "root_cause");
    const SplitCause split = split_cause(cause.text, kCauseColumns);
    announce(cause, "");
    print(markdown_text(split.first, kIndent), "\n");
    advice(labels_.workarounds, workarounds_of(entry_, language_), labels_.helps);
    advice(labels_.dead_ends, dead_ends_of(entry_, language_), labels_.fails);
    if (!split.rest.empty()) {
      heading(labels_.more_why);
      paragraphs({split.rest.substr(split.rest[0] == ' ' ? 1 : 0), cause.is_original}, "");
    }
    os_notes();
    links(labels_.leads_to, entry_.leads_to());
    links(labels_.preceded_by, entry_.preceded_by());
    links(labels_.confused_with, entry_.frequently_confused_with());
    if (!entry_.official_doc_url().empty()) {
      print("\n", markdown_link(entry_.official_doc_url()), "\n");
    }
  }

 private:
  void heading(std::string_view title) {
    print("\n## ", title, "\n\n");
    untranslated_.begin();
  }

  // Says once that what follows is in another language than the reader asked for.
  void announce(const Told& told, std::string_view indent) {
    if (untranslated_.is_due(told)) print(indent, labels_.untranslated, "\n\n");
  }

  void advice(std::string_view title, const std::vector<AdviceGroup>& groups,
              std::string_view does) {
    if (groups.empty()) return;
    heading(title);
    bool is_first = true;
    for (const AdviceGroup& group : groups) {
      if (!is_first) print("\n");
      is_first = false;
      condition(group, groups.size());
      for (const Advice& one : group.advice) item(one, does);
    }
  }

  void condition(const AdviceGroup& group, std::size_t groups) {
    if (!group.condition.text.empty()) {
      announce(group.condition, "");
      return print("### ", labels_.when, markdown_line(group.condition.text), "\n\n");
    }
    const bool is_said = groups > 1 && !group.advice.front().finds_cause;
    if (is_said) print("### ", labels_.always, "\n\n");
  }

  void item(const Advice& advice, std::string_view does) {
    const std::string_view step = step_of(advice, labels_);
    const std::string rate = step.empty() ? "" : " (" + std::string(step).append(does) + ")";
    announce(advice.action, "");
    const std::vector<Block> blocks = blocks_of(advice.action.text);
    const bool begins = !blocks.empty() && !blocks.front().is_command;
    if (begins) {
      print("- **", markdown_line(blocks.front().text), "**", rate, "\n");
    } else {
      print("-", rate, "\n");
    }
    for (std::size_t at = begins ? 1 : 0; at < blocks.size(); ++at) {
      if (blocks[at].is_command) {
        command(blocks[at], kIndent);
      } else {
        print("\n", kIndent, "**", markdown_line(blocks[at].text), "**\n");
      }
    }
    if (!advice.detail.text.empty()) {
      print("\n");
      paragraphs(advice.detail, kIndent);
    }
    sources(advice, does);
  }

  void paragraphs(const Told& told, std::string_view indent) {
    announce(told, indent);
    bool is_first = true;
    for (const Block& block : blocks_of(told.text)) {
      if (block.is_command) {
        command(block, indent);
      } else {
        print(is_first ? "" : "\n", indent, markdown_text(block.text, indent), "\n");
      }
      is_first = false;
    }
  }

  // A fenced block, so that it can be copied as a whole.
  void command(const Block& block, std::string_view indent) {
    std::string fence = "```";
    while (block.text.find(fence) != std::string::npos) fence += '`';
    if (block.harm) {
      const std::string_view harm = labels_.harms[static_cast<std::size_t>(*block.harm)];
      print("\n", indent, "**! ", harm, "**\n");
    }
    print("\n", indent, fence, "\n");
    for (const std::string& line : command_lines(block, options_.captures)) {
      print(indent, printable(line), "\n");
    }
    print(indent, fence, "\n");
  }

  void sources(const Advice& advice, std::string_view does) {
    if (does != labels_.helps || advice.sources.empty()) return;
    print("\n", kIndent, labels_.source);
    bool is_first = true;
    for (const std::string_view source : advice.sources) {
      print(is_first ? "" : ", ", markdown_link(source));
      is_first = false;
    }
    print("\n");
  }

  void os_notes() {
    if (entry_.os_specific().empty()) return;
    heading(labels_.os_specific);
    for (const auto& note : entry_.os_specific()) {
      announce({note.text, needs_translation(language_)}, "");
      print("- ", markdown_line(note.system), ": ", markdown_line(note.text), "\n");
    }
  }

  template <typename Links>
  void links(std::string_view title, const Links& list) {
    if (list.empty()) return;
    heading(title);
    for (const auto& link : list) {
      const bool has_prose = !link.distinction.empty() || !link.condition.empty();
      announce({link.error_id, has_prose && needs_translation(language_)}, "");
      print("- ", markdown_code(link.error_id));
      const std::string_view step = step_of_link(link, labels_);
      if (!step.empty()) print(" (", step, ")");
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
  const ShowOptions& options_;
  const Language& language_ = *options_.language;
  const Labels& labels_ = *language_.labels;
  Printer& out_;
  Untranslated untranslated_;
};

}  // namespace

void show_markdown(const IndexEntry& entry, const ShowOptions& options, Printer& out) {
  MarkdownPage(entry, options, out).write();
}

}  // namespace kbc
