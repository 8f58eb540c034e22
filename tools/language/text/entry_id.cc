#include "text/entry_id.h"

namespace kbc {
namespace {

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_slug(std::string_view text) {
  bool wants_word = true;
  for (const char c : text) {
    if (c == '-' && wants_word) return false;
    if (c != '-' && !is_word_character(c)) return false;
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
