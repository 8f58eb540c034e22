#include "show/listed.h"

#include <algorithm>

#include "show/selected_text.h"

namespace kbc {

void list_entry(const IndexEntry& entry, std::string_view note, const Language& language,
                Printer& out) {
  out << "  " << entry.id() << ": " << text_in(language, entry, "signature");
  if (!note.empty()) out << " (" << note << ')';
  out << '\n';
}

void list_rest(std::size_t left_out, Printer& out) {
  if (left_out > 0) out << "  and " << left_out << " more; --all lists them\n";
}

void start_hit(const IndexEntry& entry, double score, JsonWriter& json) {
  json.start_object();
  json.member("id", entry.id());
  json.key("score");
  json.real(std::max(0.0, score));
}

}  // namespace kbc
