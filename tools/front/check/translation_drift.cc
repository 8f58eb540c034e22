#include "text/translation_drift.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/text_part.h"
#include "check/translated_list.h"
#include "text/languages.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string ticked_part(const Text& text, TextRange range) {
  return ticked(text.value.substr(range.offset, range.length));
}

void report_drift(const Text& source, const Text& translation, const Drift& drift, Report& report) {
  const std::string wanted = ticked_part(source, drift.source);
  const bool is_changed = drift.changed_into.has_value();
  const Span place = is_changed ? part_of(translation, *drift.changed_into) : translation.span;
  const std::string message = is_changed ? ticked_part(translation, *drift.changed_into) +
                                               " in the translation of " + wanted
                                         : wanted + " is not in the translation";
  const std::string order = drift.kind == DriftKind::kQuantity ? "translate " : "write ";
  report.at(place, is_changed ? "changed-part"_fault : "lost-part"_fault, message)
      .about(wanted)
      .note(part_of(source, drift.source), "in the source")
      .help(order + wanted + (is_changed ? ", or correct the source" : " as well"));
}

void report_all(const Text& source, const Comparison& comparison, const Text& translation,
                Report& report) {
  std::size_t count = 0;
  for (const Drift& drift : comparison.drifts) {
    if (++count > kMaxFindingsInText) return;
    report_drift(source, translation, drift, report);
  }
}

void check_text(const Text& source, const Text& translation, Report& report) {
  if (!source.present() || !translation.present()) return;
  report_all(source, translation_drift(source.value, translation.value), translation, report);
}

// Whether the translation has something of the source, as it was or changed.
bool shows(const Comparison& comparison) {
  return comparison.kept > 0 ||
         std::any_of(comparison.drifts.begin(), comparison.drifts.end(),
                     [](const Drift& drift) { return drift.changed_into.has_value(); });
}

// A translation is of an action, of its detail, or of both. It is held against the one that it
// shows something of; of two, against the one that it has more of. What a translation that shows
// nothing of either has beyond the action is meant to be of the detail.
bool is_of_detail(const TranslatedItem& item, const Text& translation, const Comparison& action,
                  const Comparison& detail) {
  if (item.action->value.empty()) return true;
  if (shows(detail) != shows(action)) return shows(detail);
  if (detail.drifts.size() < action.drifts.size()) return true;
  return !shows(detail) && !translation_drift(translation.value, item.action->value).drifts.empty();
}

void check_item(const TranslatedItem& item, const Text& translation, Report& report) {
  if (item.detail->value.empty()) return check_text(*item.action, translation, report);
  if (!translation.present()) return;
  const Comparison action = translation_drift(item.action->value, translation.value);
  const Comparison detail = translation_drift(item.detail->value, translation.value);
  if (is_of_detail(item, translation, action, detail)) {
    return report_all(*item.detail, detail, translation, report);
  }
  report_all(*item.action, action, translation, report);
}

}  // namespace

void translation_drift(const Entry& entry, const Context&, Report& report) {
  for (const Translation& known : kTranslations) {
    if (kbx::is_text(*known.field)) {
      check_text(entry[*known.source], entry[*known.field], report);
      continue;
    }
    // Translations of some items are of nobody knows which.
    const TextList& translations = entry.list(*known.field);
    const TranslatedList originals = translated_list(entry, known);
    if (translations.size() != originals.items.size()) continue;
    for (std::size_t at = 0; at < translations.size(); ++at) {
      check_item(originals.items[at], translations[at], report);
    }
  }
}

extern const Explanation translation_drift_explanation = {
    "Code between back-ticks, a URL or a number with its unit is in a text, but is missing from "
    "its "
    "translation or differs there. The translation of a workaround or dead end is compared with "
    "`action` or with `how` or `why_fails`, whichever it matches better. Units may be translated "
    "or converted, a URL may lead to "
    "another language, and words and comments in code may be translated.",
    "These are the parts that a reader copies, so what was lost or changed there makes the "
    "translation wrong, however well it reads.",
    R"("root_cause": "`keepalive` is 60 seconds", "root_cause_zh": "`keepalive` 为 30 秒")",
    R"("root_cause": "`keepalive` is 60 seconds", "root_cause_zh": "`keepalive` 为 60 秒")",
    "Copy code, URLs and quantities from the source into the translation. If the translation is "
    "right, correct the source.",
};

}  // namespace kbc
