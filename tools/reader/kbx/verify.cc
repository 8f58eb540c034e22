#include <string>

#include "kbx/index.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

bool Index::verify(std::string& error) const {
  if (bytes().empty()) {
    error = "no index";  // moved from
    return false;
  }
  error = verify::sections_fault(*this);
  if (error.empty()) error = verify::rows_fault(storage());
  if (error.empty()) error = verify::texts_fault(*this);
  if (error.empty()) error = verify::lists_fault(*this);
  if (error.empty()) error = verify::ids_fault(storage());
  if (error.empty()) error = verify::keys_fault(storage());
  if (error.empty()) error = verify::links_fault(storage());
  if (error.empty()) error = verify::intervals_fault(*this);
  if (error.empty()) error = verify::patterns_fault(storage());
  if (error.empty()) error = verify::words_fault(storage());
  if (error.empty()) error = verify::titles_fault(storage());
  if (error.empty()) error = verify::content_fault(*this);
  if (!error.empty() && !path().empty()) error = path() + ": " + error;
  return error.empty();
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
