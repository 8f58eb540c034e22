#include "author/proof.h"

#include "author/layouts.h"
#include "regex/compiled_regex.h"

namespace kbc {

Proof prove(const std::string& regex, const std::string& message, CaseRule rule) {
  Proof proof;
  const CompiledRegex compiled(regex, rule);
  if (!compiled.ok()) return proof;
  proof.is_bare = compiled.matches(message);
  for (const Layout& layout : layouts()) {
    if (!can_hold(layout, message)) continue;
    const std::string line = laid_out(layout, message);
    const bool holds = compiled.matches(line) && compiled.matches(message_of(line).text);
    if (holds) ++proof.layouts;
    if (!holds && proof.failed.empty()) proof.failed = layout.name;
  }
  return proof;
}

}  // namespace kbc
