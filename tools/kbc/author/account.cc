#include "author/account.h"

#include <algorithm>
#include <iomanip>

#include "text/printable.h"

namespace kbc {
namespace {

bool is_unsaid(const Draft& draft, const DraftField& field,
               const std::vector<Judgement>& judgements) {
  if (!(draft.*field.text).empty()) return false;
  return std::any_of(judgements.begin(), judgements.end(), [&](const Judgement& judgement) {
    return judgement.severity == Severity::kError && judgement.pointer == field.pointer;
  });
}

std::string match_text(const KnownEntry& entry) {
  if (entry.match == KnownEntry::Match::kMessage) return "its regex matches the error";
  if (entry.match == KnownEntry::Match::kNearby) return "its regex matches a line nearby";
  return "has words of it";
}

// The judgements that stay when what is still to be said is told by its fields.
std::vector<Judgement> beside_unsaid(const Draft& draft, const std::vector<Judgement>& judgements) {
  std::vector<Judgement> rest;
  for (const Judgement& judgement : judgements) {
    const bool is_told =
        std::any_of(draft_fields().begin(), draft_fields().end(), [&](const DraftField& field) {
          return judgement.pointer == field.pointer && is_unsaid(draft, field, judgements);
        });
    if (!is_told) rest.push_back(judgement);
  }
  return rest;
}

}  // namespace

void tell_error(const ErrorLine& error, const std::string& source, std::ostream& out) {
  out << "the error, in line " << error.number << " of " << printable(source) << ":\n  "
      << printable(error.message.text) << "\n\n";
}

void tell_nearest(const std::vector<KnownEntry>& nearest, std::ostream& out) {
  if (nearest.empty()) {
    out << "no entry is near\n\n";
    return;
  }
  out << "nearest entries (`kbc show ID` shows one):\n";
  for (const KnownEntry& entry : nearest) {
    out << "  " << printable(entry.id) << ": " << match_text(entry) << "\n    "
        << printable(entry.signature) << '\n';
  }
  out << '\n';
}

void tell_rest(const Draft& draft, const std::vector<Judgement>& judgements, std::ostream& out) {
  bool is_first = true;
  for (const DraftField& field : draft_fields()) {
    if (!is_unsaid(draft, field, judgements)) continue;
    if (is_first) out << "still to be said:\n";
    is_first = false;
    out << "  " << std::left << std::setw(24) << field.pointer + 1 << ' ' << field.description
        << '\n';
  }
  tell_findings(beside_unsaid(draft, judgements), out);
}

void tell_findings(const std::vector<Judgement>& judgements, std::ostream& out) {
  if (!judgements.empty()) out << "the rules find:\n";
  for (const Judgement& judgement : judgements) {
    out << "  " << judgement.line << '\n';
    if (!judgement.help.empty()) out << "    help: " << printable(judgement.help) << '\n';
  }
}

}  // namespace kbc
