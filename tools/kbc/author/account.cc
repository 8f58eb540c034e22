#include "author/account.h"

#include <algorithm>

namespace kbc {
namespace {

constexpr std::size_t kNameWidth = 24;

std::string match_text(const KnownEntry& entry) {
  if (entry.match == KnownEntry::Match::kMessage) return "its regex matches the error";
  if (entry.match == KnownEntry::Match::kNearby) return "its regex matches a line nearby";
  return "shares words with it";
}

}  // namespace

bool is_unsaid(const Draft& draft, const DraftField& field,
               const std::vector<Judgement>& judgements) {
  if (!(draft.*field.text).empty()) return false;
  return std::any_of(judgements.begin(), judgements.end(), [&](const Judgement& judgement) {
    return judgement.severity == Severity::kError && judgement.pointer == field.pointer;
  });
}

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

void tell_error(const ErrorLine& error, const std::string& source, Printer& out) {
  out << "the error, in line " << error.number << " of " << source << ":\n  " << error.message.text
      << "\n\n";
}

void tell_nearest(const std::vector<KnownEntry>& nearest, Printer& out) {
  if (nearest.empty()) {
    out << "no similar entry\n\n";
    return;
  }
  out << "nearest entries (`kbc show ID` shows one):\n";
  for (const KnownEntry& entry : nearest) {
    out << "  " << entry.id << ": " << match_text(entry) << "\n    " << entry.signature << '\n';
  }
  out << '\n';
}

void tell_proof(const Proof& proof, Printer& out) {
  if (proof.failed.empty()) {
    out << "its regex matches it bare and in every layout of logs that kbc knows\n\n";
  } else if (!proof.is_bare) {
    out << "the regex does not match the message without what a logger puts in front\n\n";
  } else {
    out << "the message begins as lines of a logger do (" << proof.failed
        << "): see that the regex leaves that out\n\n";
  }
}

void tell_rest(const Draft& draft, const std::vector<Judgement>& judgements, Printer& out) {
  bool is_first = true;
  for (const DraftField& field : draft_fields()) {
    if (!is_unsaid(draft, field, judgements)) continue;
    if (is_first) out << "still missing:\n";
    is_first = false;
    std::string name = field.pointer + 1;
    name.resize(std::max(name.size(), kNameWidth), ' ');
    out << "  " << name << ' ' << std::string_view(field.description) << '\n';
  }
  tell_findings(beside_unsaid(draft, judgements), out);
}

void tell_findings(const std::vector<Judgement>& judgements, Printer& out) {
  if (!judgements.empty()) out << "findings:\n";
  for (const Judgement& judgement : judgements) {
    out << "  " << judgement.line << '\n';
    if (!judgement.help.empty()) out << "    help: " << judgement.help << '\n';
  }
}

}  // namespace kbc
