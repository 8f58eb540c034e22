#include "text/entry_id.h"

#include "text/ascii.h"

namespace kbc {
namespace {

bool is_slug(std::string_view text) {
  bool wants_word = true;
  for (const char c : text) {
    if (c == '-' && wants_word) return false;
    if (c != '-' && !is_lower(c) && !is_digit(c)) return false;
    wants_word = c == '-';
  }
  return !wants_word;
}

}  // namespace

bool is_entry_id(std::string_view text) {
  const std::string_view domain = domain_of(text);
  if (text.size() > kMaxIdBytes || domain.size() == text.size()) return false;
  return is_slug(domain) && is_slug(text.substr(domain.size() + 1));
}

std::string_view domain_of(std::string_view id) { return id.substr(0, id.find('/')); }

}  // namespace kbc
