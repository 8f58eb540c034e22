#include <string>
#include <string_view>

#include "show/selected_text.h"
#include "show/show.h"
#include "show/wrap.h"

namespace kbc {
namespace {

constexpr std::size_t kBarColumns = 10;
constexpr std::size_t kIndent = 2;

// ANSI escape sequences; empty when there is no color.
struct Palette {
  Own title, heading, bad, good, faint, reset;
};
constexpr Palette kColors = {{"\x1b[1m"},  {"\x1b[1;36m"}, {"\x1b[31m"},
                             {"\x1b[32m"}, {"\x1b[2m"},    {"\x1b[0m"}};
constexpr Palette kPlain = {};

std::string bar(double rate) {
  const double tenths = rate >= 0 && rate <= 1 ? rate * kBarColumns + 0.5 : 0;
  std::string text;
  for (std::size_t column = 1; column <= kBarColumns; ++column) {
    text += static_cast<double>(column) <= tenths ? "█" : "░";
  }
  return text;
}

class TextPage {
 public:
  TextPage(const IndexEntry& entry, const ShowOptions& options, Printer& out)
      : entry_(entry), options_(options), out_(out), palette_(options.color ? kColors : kPlain) {}

  void write() {
    head();
    heading(labels_.why);
    lines(text_in(*options_.language, entry_, "root_cause"), kIndent);
    dead_ends();
    workarounds();
    os_notes();
    links(labels_.leads_to, entry_.leads_to());
    links(labels_.preceded_by, entry_.preceded_by());
    links(labels_.confused_with, entry_.frequently_confused_with());
    foot();
  }

 private:
  void heading(std::string_view title) {
    out_ << '\n' << palette_.heading << title << palette_.reset << '\n';
  }

  void lines(std::string_view text, std::size_t indent) {
    for (const std::string& line : wrapped(text, options_.width - indent)) {
      out_ << std::string(line.empty() ? 0 : indent, ' ') << line << '\n';
    }
  }

  void labelled(std::string_view label, std::string_view text, std::size_t indent) {
    if (!text.empty()) lines(std::string(label) + std::string(text), indent);
  }

  // `█████████░  92%  Do this`, the text in a column of its own.
  void rated(double rate, Own color, std::string_view text) {
    const std::string share = percent(rate);
    out_ << std::string(kIndent, ' ') << color << bar(rate) << palette_.reset << ' '
         << std::string(4 - std::min<std::size_t>(4, share.size()), ' ') << share << "  ";
    bool is_first = true;
    for (const std::string& line : wrapped(text, options_.width - kTextAt)) {
      out_ << std::string(is_first || line.empty() ? 0 : kTextAt, ' ') << line << '\n';
      is_first = false;
    }
  }

  void fact(std::string_view label, std::string_view text) { out_ << " · " << label << text; }

  void head() {
    out_ << palette_.title << text_in(*options_.language, entry_, "signature") << palette_.reset
         << '\n'
         << palette_.faint << entry_.id();
    if (!entry_.error_code().empty()) fact("", entry_.error_code());
    fact("", entry_.category());
    fact(labels_.resolvable, entry_.resolvable());
    fact(labels_.helped, percent(entry_.fix_success_rate()));
    fact(labels_.confidence, percent(entry_.confidence()));
    fact(labels_.confirmed, entry_.last_confirmed());
    out_ << palette_.reset << '\n';
    lines(versions_text(entry_), 0);
  }

  void dead_ends() {
    if (entry_.dead_ends().empty()) return;
    heading(labels_.dead_ends);
    for (const auto& dead_end : entry_.dead_ends()) {
      rated(dead_end.fail_rate, palette_.bad, dead_end.action);
      lines(dead_end.why_fails, kTextAt);
      labelled(labels_.when, dead_end.condition, kTextAt);
    }
  }

  void workarounds() {
    if (entry_.workarounds().empty()) return;
    heading(labels_.workarounds);
    for (std::uint32_t index = 0; index < entry_.workarounds().size(); ++index) {
      const auto workaround = entry_.workarounds()[index];
      const std::string_view translation =
          workaround_translation(entry_, index, *options_.language);
      rated(workaround.success_rate, palette_.good,
            translation.empty() ? workaround.action : translation);
      if (translation.empty() && !workaround.how.empty()) lines(workaround.how, kTextAt);
      labelled(labels_.when, workaround.condition, kTextAt);
    }
  }

  void os_notes() {
    if (entry_.os_specific().empty()) return;
    heading(labels_.os_specific);
    for (const auto& note : entry_.os_specific()) {
      labelled(std::string(note.system) + ": ", note.text, kIndent);
    }
  }

  template <typename Links>
  void links(std::string_view title, const Links& list) {
    if (list.empty()) return;
    heading(title);
    for (const auto& link : list) {
      std::string text(link.error_id);
      if (link.has_probability()) text += " (" + percent(link.probability) + ")";
      if (!link.distinction.empty()) text += ": " + std::string(link.distinction);
      if (!link.condition.empty()) text.append(labels_.also_when).append(link.condition);
      lines(text, kIndent);
    }
  }

  void foot() {
    if (entry_.official_doc_url().empty()) return;
    heading(labels_.read);
    labelled("", entry_.official_doc_url(), kIndent);
    labelled("", entry_.official_doc_section(), kIndent);
  }

  static constexpr std::size_t kTextAt = kIndent + kBarColumns + 7;

  const IndexEntry& entry_;
  const ShowOptions& options_;
  const Labels& labels_ = *options_.language->labels;
  Printer& out_;
  const Palette& palette_;
};

}  // namespace

void show_text(const IndexEntry& entry, const ShowOptions& options, Printer& out) {
  TextPage(entry, options, out).write();
}

}  // namespace kbc
