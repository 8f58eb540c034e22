#include "lsp/code_actions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "analysis/fixes.h"
#include "author/pattern.h"
#include "author/piece.h"
#include "change/confirm.h"
#include "diagnostic/rule.h"
#include "edit/json_edits.h"
#include "format/format.h"
#include "lsp/cursor.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/date.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Findings = std::vector<const Diagnostic*>;
using Changes = std::map<FileId, std::vector<ChangedLines>>;

// Of more at once nobody chooses one.
constexpr std::size_t kMostFindings = 50;

Changes changes_of(const std::map<FileId, std::vector<Edit>>& edits) {
  Changes changes;
  for (const auto& [file, list] : edits) {
    for (const Edit& edit : list) {
      changes[file].push_back({edit.span, std::string(edit.text.view())});
    }
  }
  return changes;
}

bool touches(const Diagnostic& finding, Span part) {
  return finding.place.span.begin <= part.end && part.begin <= finding.place.span.end;
}

class Acting {
 public:
  Acting(const BaseView& view, FileId file, Span part, std::chrono::year_month_day today)
      : view_(view),
        file_(file),
        part_(part),
        today_(today),
        read_(read_text(view, file)),
        can_edit_(read_.is_flawless && read_.document.root().is(Kind::kObject)) {}

  std::vector<CodeAction> run(std::span<const Diagnostic> findings) && {
    Findings here;
    for (const Diagnostic& finding : findings) {
      if (here.size() < kMostFindings && touches(finding, part_)) here.push_back(&finding);
    }
    for (const Diagnostic* finding : here) add_fix(*finding);
    add_rules(here, findings);
    for (const Diagnostic* finding : here) add_ignore(*finding);
    add_all(findings);
    if (can_edit_) add_rewrites();
    return std::move(actions_);
  }

 private:
  void add_fix(const Diagnostic& finding) {
    const Fix* const fix = finding.fix();
    if (fix == nullptr) return;
    const std::vector<const Diagnostic*> one = {&finding};
    CodeAction action{std::string(fix->message.view()) + " (" + info_of(finding.rule).name + ")",
                      kQuickFix,
                      &finding,
                      fix->safety == Safety::kSafe,
                      fix->safety == Safety::kUnsafe,
                      changes_of(choose_fixes(one, Safety::kUnsafe, {}).edits)};
    actions_.push_back(std::move(action));
  }

  // Of each rule with a safe fix here, where the file has several.
  void add_rules(const Findings& here, std::span<const Diagnostic> findings) {
    std::set<RuleId> done;
    for (const Diagnostic* finding : here) {
      if (finding->fix() == nullptr || !done.insert(finding->rule).second) continue;
      Findings same;
      for (const Diagnostic& other : findings) {
        if (other.rule == finding->rule) same.push_back(&other);
      }
      const ChosenFixes chosen = choose_fixes(same, Safety::kSafe, {});
      if (chosen.findings.size() < 2) continue;
      actions_.push_back({"fix all " + std::to_string(chosen.findings.size()) + " of `" +
                              info_of(finding->rule).name + "` in this file",
                          kQuickFix, finding, false, false, changes_of(chosen.edits)});
    }
  }

  void add_ignore(const Diagnostic& finding) {
    const std::string& rule = info_of(finding.rule).name;
    if (!can_edit_ || !ignored_.insert(rule).second) return;
    JsonEdits edits(*read_.text, read_.document);
    const std::uint32_t list = read_.document.member(0, "kbc_ignore");
    if (list == Document::kNoNode) {
      edits.add_member(0, "kbc_ignore", "[" + quote(rule) + "]");
    } else if (read_.document[list].is(Kind::kArray)) {
      edits.add_element(list, quote(rule));
    } else {
      edits.replace(list, "[" + quote(rule) + "]");
    }
    add_edited("ignore `" + rule + "` in this entry", kQuickFix, edits, &finding);
  }

  void add_all(std::span<const Diagnostic> findings) {
    Findings all;
    for (const Diagnostic& finding : findings) all.push_back(&finding);
    const ChosenFixes chosen = choose_fixes(all, Safety::kSafe, {});
    if (chosen.findings.empty()) return;
    actions_.push_back({"make all safe fixes of this file", kFixAll, nullptr, false, false,
                        changes_of(chosen.edits)});
  }

  void add_rewrites() {
    const Cursor cursor = cursor_at(*read_.text, part_.begin);
    if (cursor.where != Cursor::Where::kValue || !cursor.is_in_token()) return;
    if (cursor.field() == FieldKind::kDate && cursor.shape != "/first_seen") add_confirmation();
    const bool is_message = cursor.field() == FieldKind::kSample || cursor.shape == "/signature";
    if (is_message && !cursor.shape.starts_with("/counterexamples")) add_regex(cursor.text);
    if (cursor.field() == FieldKind::kSample) add_move(cursor);
  }

  void add_confirmation() {
    const std::string day = format_date(today_);
    JsonEdits edits(*read_.text, read_.document);
    confirm_on(day, read_.document, edits);
    add_edited("confirmed today, " + day, kRewrite, edits);
  }

  // The regex as `kbc new` would make it of this message.
  void add_regex(const std::string& message) {
    const std::uint32_t node = read_.document.member(0, "regex");
    if (node == Document::kNoNode || message.size() > kMostOfMessage) return;
    const std::string regex = pattern_of(message, "", view_.config.case_rule).regex;
    if (regex.empty() || read_.document[node].text == regex) return;
    JsonEdits edits(*read_.text, read_.document);
    edits.replace(node, quote(regex));
    add_edited("make the regex of this message: " + ticked(regex), kRewrite, edits);
  }

  void add_move(const Cursor& cursor) {
    const bool is_example = cursor.shape == "/examples/*";
    const std::string_view other = is_example ? "counterexamples" : "examples";
    const std::uint32_t node = read_.document.at_pointer(0, cursor.pointer);
    if (node == Document::kNoNode) return;
    JsonEdits edits(*read_.text, read_.document);
    edits.remove(node);
    const std::uint32_t list = read_.document.member(0, other);
    if (list == Document::kNoNode) {
      edits.add_member(0, other, "[" + quote(cursor.text) + "]");
    } else if (read_.document[list].is(Kind::kArray)) {
      edits.add_element(list, quote(cursor.text));
    } else {
      return;
    }
    add_edited("move it to `" + std::string(other) + "`", kRewrite, edits);
  }

  // An entry that is in canonical form stays so.
  void add_edited(std::string title, std::string_view kind, const JsonEdits& edits,
                  const Diagnostic* finding = nullptr) {
    if (edits.empty()) return;
    std::string after = edits.text();
    Document schema, changed;
    parse_json(view_.config.schema_text, Dialect::kJson, schema);
    const bool is_canonical = formatted_like(*read_.text, read_.document, schema) == *read_.text;
    if (is_canonical && parse_json(after, Dialect::kJson, changed).empty()) {
      after = formatted_like(after, changed, schema);
    }
    CodeAction& action = actions_.emplace_back();
    action.title = std::move(title);
    action.kind = kind;
    action.finding = finding;
    action.changes[file_] = changed_lines(*read_.text, after);
  }

  const BaseView& view_;
  FileId file_;
  Span part_;
  std::chrono::year_month_day today_;
  ReadText read_;
  bool can_edit_;
  std::set<std::string> ignored_;
  std::vector<CodeAction> actions_;
};

}  // namespace

std::vector<CodeAction> code_actions(const BaseView& view, FileId file, Span part,
                                     std::span<const Diagnostic> findings,
                                     std::chrono::year_month_day today) {
  return Acting(view, file, part, today).run(findings);
}

}  // namespace kbc
