#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/rule.h"

namespace kbc {

// What a difference means for those who use a knowledge base. The worst comes last.
enum class ChangeClass : std::uint8_t {
  kInfo,       // worth knowing
  kRisk,       // may answer otherwise where nobody has looked
  kBehaviour,  // answers otherwise
  kBreaking,   // what a program asked for by name is gone
};
inline constexpr ChangeClass kChangeClasses[] = {ChangeClass::kBreaking, ChangeClass::kBehaviour,
                                                 ChangeClass::kRisk, ChangeClass::kInfo};

std::string_view name_of(ChangeClass one);

// How bad it is unless something speaks for it.
Severity usual_severity(ChangeClass one);

// A message that finds something else. Ids are those of its side.
struct ChangedMessage {
  std::string text;
  std::string before, now;  // the first entry; empty for none
};

// One difference of two knowledge bases.
struct Difference {
  // So many of its messages are kept.
  static constexpr std::size_t kMostMessages = 100;

  ChangeClass change = ChangeClass::kInfo;
  std::string_view kind;  // `id-removed`
  Severity severity = Severity::kInfo;
  std::string id;           // of the entry, or what a key or a schema calls it
  std::string subject;      // what of it: an alias, a field, another entry; may be empty
  std::string text;         // what is different
  std::string help;         // what to do; may be empty
  std::string before, now;  // a value, where showing it helps
  std::vector<ChangedMessage> messages;
  std::size_t message_count = 0;  // also of those that are not kept
  std::string accepted;           // why it is accepted; empty if it is not

  bool is_accepted() const { return !accepted.empty(); }
};

// A difference with the usual severity of its class.
Difference difference(ChangeClass change, std::string_view kind, std::string_view id,
                      std::string_view subject, std::string text);

// `behaviour/moved`.
std::string name_of(const Difference& difference);

// The worst first, then by kinds and ids.
void sort(std::vector<Difference>& differences);

// How many there are of each severity, the accepted ones by themselves.
struct DifferenceCounts {
  std::size_t by_class[4] = {};  // by ChangeClass
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::size_t accepted = 0;
};
DifferenceCounts count(const std::vector<Difference>& differences);

}  // namespace kbc
