#include <cstdio>

#include "kbx/index.h"

int main() {
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::open(INDEX, error);
  if (index) std::printf("%u entries\n", index->size());
  return index ? 0 : 1;
}
