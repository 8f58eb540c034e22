#pragma once

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "format/line_diff.h"
#include "lsp/base_view.h"

namespace kbc {

// Something that can be done to the texts at a place.
struct CodeAction {
  std::string title;
  std::string_view kind;                // the protocol's name
  const Diagnostic* finding = nullptr;  // that it is about; null for none
  bool is_preferred = false;
  bool needs_review = false;  // it changes what an entry means
  std::map<FileId, std::vector<ChangedLines>> changes;
};

inline constexpr std::string_view kQuickFix = "quickfix", kRewrite = "refactor.rewrite",
                                  kFixAll = "source.fixAll.kbc";

// What can be done in a part of a file, whose findings these are: the fixes of those that touch it,
// each with all of its kind, or to ignore them in this entry; all safe fixes of the file; and what
// a person does by hand to the value there. Views the findings.
std::vector<CodeAction> code_actions(const BaseView& view, FileId file, Span part,
                                     std::span<const Diagnostic> findings,
                                     std::chrono::year_month_day today);

}  // namespace kbc
