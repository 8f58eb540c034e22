#include "lsp/regex_card.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "pattern/fault_text.h"
#include "pattern/pattern_words.h"
#include "regex/compiled_regex.h"
#include "regex/required_literals.h"
#include "show/markdown.h"
#include "text/case_fold.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostParts = 24;
constexpr std::size_t kMostOthers = 5;
constexpr std::size_t kMostMissed = 5;
constexpr std::size_t kMostChoices = 4;
constexpr std::size_t kLongest = 160;  // bytes of a text that is quoted

std::string short_code(std::string_view text) {
  const std::string line =
      printable(text.substr(0, character_start(text, std::min(text.size(), kLongest))));
  return markdown_code(line) + (text.size() > kLongest ? "…" : "");
}

void write_parts(const SyntaxTree& syntax, std::string& out) {
  const std::vector<PatternPart> parts = words_of_pattern(syntax, kMostParts + 1);
  for (std::size_t at = 0; at < std::min(parts.size(), kMostParts); ++at) {
    const PatternPart& part = parts[at];
    const std::string_view written = syntax.text.substr(part.span.begin, part.span.size());
    out.append(2 * std::min<std::size_t>(part.level, 8), ' ').append("- ");
    out.append(short_code(written)).append(" ").append(markdown_line(part.words)).append("\n");
  }
  if (parts.size() > kMostParts) out += "- …\n";
}

void write_faults(const SyntaxTree& syntax, std::string& out) {
  for (const SyntaxFault& fault : syntax.faults) {
    out.append("- ").append(markdown_line(printable(describe(syntax, fault).message))).append("\n");
  }
}

// Folded, of which each match has one of each row.
std::vector<LiteralChoice> literals_of(const CompiledRegex& regex) {
  const Hir* form = regex.form();
  if (form == nullptr) return {};
  return required_literals(*form, form->root()).all_of;
}

void write_literals(const std::vector<LiteralChoice>& all_of, std::string& out) {
  if (all_of.empty()) {
    out += "\nNo text is in every match.\n";
    return;
  }
  out += "\nEvery match has ";
  for (std::size_t at = 0; at < std::min(all_of.size(), kMostChoices); ++at) {
    if (at > 0) out += ", and ";
    const LiteralChoice& choice = all_of[at];
    for (std::size_t one = 0; one < std::min(choice.size(), kMostChoices); ++one) {
      out.append(one > 0 ? " or " : "").append(short_code(choice[one]));
    }
    if (choice.size() > kMostChoices) out += " or another text";
  }
  out += ".\n";
}

// The texts of a list of the entry that it matches, or those that it does not.
class OwnTexts {
 public:
  OwnTexts(const Document& document, std::string_view field) {
    const std::uint32_t list =
        document.empty() ? Document::kNoNode : document.at_pointer(0, "/" + std::string(field));
    if (list == Document::kNoNode) return;
    if (document[list].is(Kind::kString)) texts_.push_back(document[list].text);
    if (!document[list].is(Kind::kArray)) return;
    for (std::uint32_t at = list + 1; at < document[list].next; at = document[at].next) {
      if (document[at].is(Kind::kString)) texts_.push_back(document[at].text);
    }
  }

  // Those that it should match, or should not.
  void write(const CompiledRegex& regex, std::string_view noun, bool should_match,
             std::string& out) const {
    if (texts_.empty()) return;
    std::vector<std::string_view> wrong;
    std::size_t matched = 0;
    for (const std::string_view text : texts_) {
      const bool is_match = regex.matches(text);
      matched += is_match ? 1 : 0;
      if (is_match != should_match) wrong.push_back(text);
    }
    out.append("- matches ").append(std::to_string(matched)).append(" of ");
    out.append(counted(texts_.size(), noun))
        .append(wrong.empty()  ? ""
                : should_match ? ", not:"
                               : ", wrongly:")
        .append("\n");
    for (std::size_t at = 0; at < std::min(wrong.size(), kMostMissed); ++at) {
      out.append("  - ").append(short_code(wrong[at])).append("\n");
    }
  }

 private:
  std::vector<std::string_view> texts_;
};

bool may_match(const std::vector<LiteralChoice>& all_of, std::string_view text) {
  if (all_of.empty()) return true;
  const std::string folded = fold_case(text);
  return std::all_of(all_of.begin(), all_of.end(), [&](const LiteralChoice& choice) {
    return std::any_of(choice.begin(), choice.end(), [&](const std::string& literal) {
      return folded.find(literal) != std::string::npos;
    });
  });
}

void write_others(const BaseView& view, FileId file, const CompiledRegex& regex,
                  const std::vector<LiteralChoice>& all_of, std::string& out) {
  std::size_t found = 0;
  for (const EntryRecord& entry : view.base.entries()) {
    const std::string_view signature = entry.signature.value;
    if (entry.file == file || signature.empty() || !may_match(all_of, signature)) continue;
    if (!regex.matches(signature)) continue;
    if (found == 0) out += "\nIt matches the signatures of other entries:\n\n";
    if (found++ == kMostOthers) {
      out += "- …\n";
      return;
    }
    out.append("- ").append(markdown_code(entry.id.value)).append(": ");
    out.append(short_code(signature)).append("\n");
  }
}

}  // namespace

std::string regex_card(const BaseView& view, FileId file, const std::string& regex) {
  const CompiledRegex compiled(regex, view.config.case_rule);
  std::string out;
  write_parts(compiled.syntax(), out);
  if (!compiled.syntax().ok()) {
    out += "\nRE2 does not take it:\n\n";
    write_faults(compiled.syntax(), out);
    return out;
  }
  if (!compiled.ok()) return out + "\nRE2 does not take it: it is too large.\n";
  const std::vector<LiteralChoice> literals = literals_of(compiled);
  write_literals(literals, out);
  out += "\n";
  const ReadText read = read_text(view, file);
  OwnTexts(read.document, "signature").write(compiled, "signature", true, out);
  OwnTexts(read.document, "examples").write(compiled, "example", true, out);
  OwnTexts(read.document, "counterexamples").write(compiled, "counterexample", false, out);
  write_others(view, file, compiled, literals, out);
  return out;
}

}  // namespace kbc
