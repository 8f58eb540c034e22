// lookup FILE ID: what helps against an error, with the C++ reader (kbx/index.h).
#include <iostream>

#include "kbx/index.h"

int main(int argc, char** argv) {
  std::string error = "usage: lookup FILE ID";
  const auto index = argc == 3 ? kbx::Index::open(argv[1], error) : std::nullopt;
  if (!index) return std::cerr << error << '\n', 2;
  const auto entry = index->find(argv[2]);
  if (!entry) return std::cerr << "no entry " << argv[2] << '\n', 1;
  std::cout << entry->signature() << '\n';
  for (const auto& way : entry->workarounds())
    std::cout << static_cast<int>(way.success_rate * 100 + 0.5) << "%  " << way.action << '\n';
}
