#include "text/translation_drift.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"
#include "lower/text_part.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What a translation lost of one source.
struct Comparison {
  const Text* source = nullptr;
  std::vector<Drift> drifts;
};

std::string quoted(const Text& text, TextRange range) {
  return ticked(text.value.substr(range.offset, range.length));
}

void report_drift(const Text& source, const Text& translation, const Drift& drift, Report& report) {
  const std::string wanted = quoted(source, drift.source);
  const bool is_changed = drift.changed_into.has_value();
  const Span place = is_changed ? part_of(translation, *drift.changed_into) : translation.span;
  const std::string message =
      is_changed ? quoted(translation, *drift.changed_into) + " in the translation of " + wanted
                 : wanted + " is not in the translation";
  const std::string order = drift.kind == DriftKind::kQuantity ? "translate " : "write ";
  report.at(place, message)
      .note(part_of(source, drift.source), "in the source")
      .help(order + wanted + (is_changed ? ", or correct the source" : " as well"));
}

Comparison compare(const Text& source, const Text& translation) {
  return {&source, translation_drift(source.value, translation.value)};
}

void report_all(const Comparison& comparison, const Text& translation, Report& report) {
  std::size_t count = 0;
  for (const Drift& drift : comparison.drifts) {
    if (++count > kMaxFindingsInText) return;
    report_drift(*comparison.source, translation, drift, report);
  }
}

void check_text(const Text& source, const Text& translation, Report& report) {
  if (!source.present() || !translation.present()) return;
  report_all(compare(source, translation), translation, report);
}

// A workaround's translation is of its action or of its how: of the one that it has more of.
void check_workaround(const Workaround& workaround, const Text& translation, Report& report) {
  if (workaround.how.value.empty()) return check_text(workaround.action, translation, report);
  const Comparison action = compare(workaround.action, translation);
  const Comparison how = compare(workaround.how, translation);
  const bool is_how = workaround.action.value.empty() || how.drifts.size() < action.drifts.size();
  report_all(is_how ? how : action, translation, report);
}

}  // namespace

void translation_drift(const Entry& entry, const Context&, Report& report) {
  check_text(entry.signature, entry.signature_zh, report);
  check_text(entry.root_cause, entry.root_cause_zh, report);
  // Translations of some workarounds are of nobody knows which.
  if (entry.workarounds_zh.size() != entry.workarounds.size()) return;
  for (std::size_t at = 0; at < entry.workarounds.size(); ++at) {
    check_workaround(entry.workarounds[at], entry.workarounds_zh[at], report);
  }
}

const Explanation translation_drift_explanation = {
    "Code between back-ticks, a URL or a number with its unit stands in a text, but not in its "
    "translation, or otherwise there. A workaround's translation is compared with `action` and "
    "with `how`, and held against the one that it agrees with more. A unit may be translated or "
    "converted, a URL lead to another language, words and comments in code be translated.",
    "These are the parts that a reader copies, so what was lost or changed there makes the "
    "translation wrong, however well it reads.",
    R"("root_cause": "`keepalive` is 60 seconds", "root_cause_zh": "`keepalive` 为 30 秒")",
    R"("root_cause": "`keepalive` is 60 seconds", "root_cause_zh": "`keepalive` 为 60 秒")",
    "Copy code, URLs and quantities from the source into the translation. If the translation is "
    "right, correct the source.",
};

}  // namespace kbc
