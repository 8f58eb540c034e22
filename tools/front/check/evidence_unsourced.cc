#include <algorithm>

#include "check/check.h"

namespace kbc {
namespace {

bool has_source(const Entry& entry) {
  const auto is_sourced = [](const auto& item) { return !item.sources.empty(); };
  return entry["official_doc_url"].present() ||
         std::any_of(entry.dead_ends.begin(), entry.dead_ends.end(), is_sourced) ||
         std::any_of(entry.workarounds.begin(), entry.workarounds.end(), is_sourced);
}

}  // namespace

void evidence_unsourced(const Entry& entry, const Context&, Report& report) {
  if (entry.span.size() == 0 || has_source(entry)) return;
  report
      .at(Span{entry.span.begin, entry.span.begin + 1}, "no-source"_fault,
          "the entry names no source")
      .help("add a URL to `official_doc_url` or to the `sources` of a workaround");
}

extern const Explanation evidence_unsourced_explanation = {
    "The entry has no `official_doc_url`, and none of its dead ends and workarounds has `sources`.",
    "Nobody can look up whether the entry is right, or what has changed since.",
    R"("official_doc_url": null,
"workarounds": [{"action": "…", "success_rate": 0.9, "sources": []}])",
    R"("official_doc_url": "https://git-scm.com/docs/git-push",
"workarounds": [{"action": "…", "success_rate": 0.9, "sources": []}])",
    "Cite the page of the official documentation, or the report in which the workaround was found.",
};

}  // namespace kbc
