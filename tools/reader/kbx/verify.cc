#include "kbx/index.h"
namespace kbx {
bool Index::verify(std::string& error) const {
  error.clear();
  return true;
}
}  // namespace kbx
