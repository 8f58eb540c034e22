// first_answer FILE: one look-up in a fresh process.
#include "kbx/index.h"

int main(int argc, char** argv) {
  std::string error;
  const auto index = argc == 2 ? kbx::Index::open(argv[1], error) : std::nullopt;
  if (!index) return 2;
  const auto some = index->at(index->size() / 2);
  const auto found = some ? index->find(some->id()) : some;
  return found && !found->signature().empty() && !found->workarounds().empty() ? 0 : 1;
}
