#include <string>

#include "check/check.h"

namespace kbc {
namespace {

// Marked is the text that should be translated: the translation stands right after it.
void check_text(const Text& source, const Text& translation, const std::string& name,
                Report& report) {
  if (!source.present() || source.value.empty() || translation.present()) return;
  report.at(source.span, "`" + name + "` has no translation")
      .help("write it into `" + name + "_zh`");
}

void check_workarounds(const Entry& entry, Report& report) {
  if (entry.workarounds.empty() || !entry.list("workarounds_zh").empty()) return;
  const bool has_list = entry.list("workarounds_zh").span.size() > 0;
  const Span list = has_list ? entry.list("workarounds_zh").span : entry.workarounds_span;
  report.at(Span{list.begin, list.begin + 1}, "the workarounds have no translation")
      .help("write one for each into `workarounds_zh`, in their order");
}

}  // namespace

void translation_missing(const Entry& entry, const Context&, Report& report) {
  const bool has_any = !entry["signature_zh"].value.empty() ||
                       !entry["root_cause_zh"].value.empty() ||
                       !entry.list("workarounds_zh").empty();
  if (!has_any) return;
  check_text(entry["signature"], entry["signature_zh"], "signature", report);
  check_text(entry["root_cause"], entry["root_cause_zh"], "root_cause", report);
  check_workarounds(entry, report);
}

extern const Explanation translation_missing_explanation = {
    "The entry has a translation, but not of its signature, its root cause or its workarounds.",
    "A reader who needs the translation gets half of the entry.",
    R"("signature_zh": "推送被拒绝", "root_cause_zh": null)",
    R"("signature_zh": "推送被拒绝", "root_cause_zh": "远程分支上有本地没有的提交。")",
    "Translate the rest, or accept the finding with `kbc_ignore` until somebody does.",
};

}  // namespace kbc
