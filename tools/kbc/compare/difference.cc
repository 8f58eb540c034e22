#include "compare/difference.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kbc {

std::string_view name_of(ChangeClass one) {
  switch (one) {
    case ChangeClass::kBreaking:
      return "breaking";
    case ChangeClass::kBehaviour:
      return "behaviour";
    case ChangeClass::kRisk:
      return "risk";
    case ChangeClass::kInfo:
      break;
  }
  return "info";
}

Severity usual_severity(ChangeClass one) {
  if (one == ChangeClass::kInfo) return Severity::kInfo;
  return one == ChangeClass::kRisk ? Severity::kWarning : Severity::kError;
}

Difference difference(ChangeClass change, std::string_view kind, std::string_view id,
                      std::string_view subject, std::string text) {
  Difference made;
  made.change = change;
  made.kind = kind;
  made.severity = usual_severity(change);
  made.id = id;
  made.subject = subject;
  made.text = std::move(text);
  return made;
}

std::string name_of(const Difference& difference) {
  return std::string(name_of(difference.change)) + "/" + std::string(difference.kind);
}

void sort(std::vector<Difference>& differences) {
  const auto key = [](const Difference& one) {
    return std::tuple(-static_cast<int>(one.severity), -static_cast<int>(one.change), one.kind,
                      std::string_view(one.id), std::string_view(one.subject),
                      std::string_view(one.text));
  };
  std::sort(differences.begin(), differences.end(),
            [&](const Difference& a, const Difference& b) { return key(a) < key(b); });
}

DifferenceCounts count(const std::vector<Difference>& differences) {
  DifferenceCounts counts;
  for (const Difference& one : differences) {
    if (one.is_accepted()) {
      ++counts.accepted;
      continue;
    }
    ++counts.by_class[static_cast<std::size_t>(one.change)];
    if (one.severity == Severity::kError) ++counts.errors;
    if (one.severity == Severity::kWarning) ++counts.warnings;
    if (one.severity == Severity::kInfo) ++counts.infos;
  }
  return counts;
}

}  // namespace kbc
