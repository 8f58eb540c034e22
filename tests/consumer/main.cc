// The full table: every field, also while compiling.

#include <cstdio>
#include <optional>
#include <string>

#include "by_id.h"
#include "kb_table.h"
#include "kbx/index.h"

namespace errors = acme::errors;

static_assert(errors::find("git/push-rejected")->dead_ends()[0].fail_rate > 0.9);
static_assert(errors::find("git/push-rejected")->affects("git", "2.39.2") == kbx::Affects::kYes);
static_assert(!errors::find("git/no-such-error"));

int main() {
  std::string failure;
  const std::optional<kbx::Index> index = kbx::Index::open(INDEX, failure);
  if (!index || index->content_id() != errors::content_id() || index->size() != errors::size()) {
    std::printf("the index is not that of the table %s\n", failure.c_str());
    return 1;
  }
  for (const auto entry : errors::entries()) {
    if (index->find(entry.id())->signature() != entry.signature()) return 1;
    std::printf("%.*s: %.*s\n", static_cast<int>(entry.id().size()), entry.id().data(),
                static_cast<int>(entry.signature().size()), entry.signature().data());
  }
  return advice() == errors::find("git/push-rejected")->workarounds()[0].action ? 0 : 1;
}
