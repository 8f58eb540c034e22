#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "show/prose.h"
#include "show/selected_text.h"
#include "show/sheet.h"
#include "show/show.h"

namespace kbc {
namespace {

constexpr std::size_t kIndent = 2, kItem = 4, kTextAt = 6;
constexpr std::size_t kCauseLines = 3;
constexpr std::size_t kBriefSignature = 160;  // columns

// How much of the page there is.
enum class Extent : std::uint8_t { kWhole, kBrief };

// Three boxes, as full as the rate's step.
std::string bar(std::string_view step, const Labels& labels) {
  return step == labels.usually ? "███" : step == labels.often ? "██░" : "█░░";
}

class TextPage {
 public:
  TextPage(const IndexEntry& entry, const ShowOptions& options, Printer& out)
      : entry_(entry),
        options_(options),
        extent_(options.most_lines > 0 ? Extent::kBrief : Extent::kWhole),
        palette_(palette_of(options.color)),
        sheet_(out, options.width, options.most_lines > 0 ? options.most_lines - 1 : 0, palette_) {}

  void write(Printer& out) {
    head();
    const std::string_view rest = cause();
    workarounds();
    if (extent_ == Extent::kBrief) {
      out << Own{labels_.more_in} << "kbc show " << entry_.id() << '\n';
      return;
    }
    dead_ends();
    more_cause(rest);
    os_notes();
    links(labels_.leads_to, entry_.leads_to());
    links(labels_.preceded_by, entry_.preceded_by());
    links(labels_.confused_with, entry_.frequently_confused_with());
    foot();
  }

 private:
  void heading(std::string_view title) {
    sheet_.blank();
    sheet_.line(title, 0, palette_.heading);
    untranslated_.begin();
  }

  // Says once that what follows is in another language than the reader asked for.
  void announce(const Told& told, std::size_t indent) {
    if (untranslated_.is_due(told)) sheet_.line(labels_.untranslated, indent, palette_.faint);
  }

  // Prose in a column, and the commands in it on lines of their own.
  void prose(const Told& told, std::size_t indent) {
    announce(told, indent);
    blocks(blocks_of(told.text), indent);
  }

  void blocks(const std::vector<Block>& all, std::size_t indent) {
    for (const Block& block : all) {
      if (block.is_command) {
        command(block, indent);
      } else {
        sheet_.text(block.text, indent);
      }
    }
  }

  void command(const Block& block, std::size_t indent) {
    const std::size_t at = indent + 4;
    if (block.harm) {
      const std::string_view harm = labels_.harms[static_cast<std::size_t>(*block.harm)];
      sheet_.line("! " + std::string(harm), at - 2, palette_.bad);
    }
    for (const std::string& line : command_lines(block, options_.captures)) sheet_.line(line, at);
  }

  void head() {
    const Told signature = told(language_, entry_, "signature");
    announce(signature, 0);
    const std::size_t most = extent_ == Extent::kBrief ? kBriefSignature : std::string::npos;
    sheet_.text(cut_to(signature.text, most), 0, palette_.title);
    std::string facts(entry_.id());
    for (const std::string_view fact :
         {entry_.error_code(), entry_.category(), limits_of(entry_, labels_),
          tier_of(entry_, labels_), labels_.estimates}) {
      if (!fact.empty()) facts.append(" · ").append(fact);
    }
    facts.append(" · ").append(labels_.confirmed).append(entry_.last_confirmed());
    sheet_.text(facts, 0, palette_.faint);
    if (extent_ == Extent::kWhole) sheet_.text(versions_text(entry_), 0);
  }

  // Gives what was left out.
  std::string_view cause() {
    const Told cause = told(language_, entry_, "root_cause");
    const std::size_t columns = kCauseLines * (options_.width - kIndent) - kIndent * kCauseLines;
    const SplitCause split = split_cause(cause.text, columns);
    heading(labels_.why);
    announce(cause, kIndent);
    sheet_.text(split.first, kIndent);
    return split.rest;
  }

  void more_cause(std::string_view rest) {
    if (rest.empty()) return;
    heading(labels_.more_why);
    prose({rest.substr(rest[0] == ' ' ? 1 : 0), told(language_, entry_, "root_cause").is_original},
          kIndent);
  }

  void workarounds() {
    const std::vector<AdviceGroup> groups = workarounds_of(entry_, language_);
    if (groups.empty()) return;
    heading(labels_.workarounds);
    for (const AdviceGroup& group : groups) {
      condition(group, groups.size());
      for (const Advice& advice : group.advice) {
        item(advice, labels_.helps, palette_.good);
        if (extent_ == Extent::kBrief) break;
        sources(advice);
      }
    }
  }

  void dead_ends() {
    const std::vector<AdviceGroup> groups = dead_ends_of(entry_, language_);
    if (groups.empty()) return;
    heading(labels_.dead_ends);
    for (const AdviceGroup& group : groups) {
      condition(group, groups.size());
      for (const Advice& advice : group.advice) item(advice, labels_.fails, palette_.bad);
    }
  }

  void condition(const AdviceGroup& group, std::size_t groups) {
    if (group.condition.text.empty()) {
      const bool is_said = groups > 1 && !group.advice.front().finds_cause;
      if (is_said) sheet_.line(labels_.always, kIndent, palette_.title);
      return;
    }
    announce(group.condition, kIndent);
    sheet_.text(std::string(labels_.when).append(group.condition.text), kIndent, palette_.title);
  }

  void item(const Advice& advice, std::string_view does, Own color) {
    const std::string_view step = step_of(advice, labels_);
    announce(advice.action, kItem);
    std::vector<Block> all = blocks_of(advice.action.text);
    if (!step.empty()) {
      std::string first;
      if (!all.empty() && !all.front().is_command) {
        first = std::move(all.front().text);
        all.erase(all.begin());
      }
      const std::string begin =
          bar(step, labels_).append(" ").append(step).append(does).append(labels_.colon);
      sheet_.item(begin, first, kItem, color);
    }
    blocks(all, step.empty() ? kItem : kTextAt);
    if (extent_ == Extent::kWhole) return prose(advice.detail, kTextAt);
    for (const Block& block : blocks_of(advice.detail.text)) {
      if (block.is_command) return command(block, kTextAt);
    }
  }

  void sources(const Advice& advice) {
    for (const std::string_view source : advice.sources) {
      sheet_.line(std::string(labels_.source).append(source), kTextAt, palette_.faint);
    }
  }

  void os_notes() {
    if (entry_.os_specific().empty()) return;
    heading(labels_.os_specific);
    const bool is_original = needs_translation(language_);
    for (const auto& note : entry_.os_specific()) {
      const std::string text = std::string(note.system) + ": " + std::string(note.text);
      prose({text, is_original}, kIndent);
    }
  }

  template <typename Links>
  void links(std::string_view title, const Links& list) {
    if (list.empty()) return;
    heading(title);
    for (const auto& link : list) {
      std::string text(link.error_id);
      const std::string_view step = step_of_link(link, labels_);
      if (!step.empty()) text.append(" (").append(step).append(")");
      if (!link.distinction.empty()) text.append(": ").append(link.distinction);
      if (!link.condition.empty()) text.append(labels_.also_when).append(link.condition);
      const bool has_prose = !link.distinction.empty() || !link.condition.empty();
      announce({text, has_prose && needs_translation(language_)}, kIndent);
      sheet_.text(text, kIndent);
    }
  }

  void foot() {
    if (entry_.official_doc_url().empty()) return;
    heading(labels_.read);
    sheet_.text(entry_.official_doc_url(), kIndent);
    if (!entry_.official_doc_section().empty()) sheet_.text(entry_.official_doc_section(), kIndent);
  }

  const IndexEntry& entry_;
  const ShowOptions& options_;
  const Extent extent_;
  const Language& language_ = *options_.language;
  const Labels& labels_ = *language_.labels;
  const Palette& palette_;
  Sheet sheet_;
  Untranslated untranslated_;
};

}  // namespace

void show_text(const IndexEntry& entry, const ShowOptions& options, Printer& out) {
  ShowOptions fitting = options;
  if (fitting.most_lines > 0) fitting.width = std::min(fitting.width, kScreenColumns);
  TextPage(entry, fitting, out).write(out);
}

}  // namespace kbc
