#include "show/listed.h"

#include <algorithm>

#include "show/selected_text.h"

namespace kbc {

void list_entry(const IndexEntry& entry, std::string_view note, const Language& language,
                Printer& out) {
  const Told signature = told(language, entry, "signature");
  out << "  " << entry.id() << ": " << signature.text;
  if (!note.empty()) out << " (" << note << ')';
  if (signature.is_original) out << ' ' << language.labels->untranslated;
  out << '\n';
}

void list_rest(std::size_t left_out, const Language& language, Printer& out) {
  if (left_out == 0) return;
  const Labels& labels = *language.labels;
  out << "  " << labels.rest_begin << left_out << labels.rest_end << '\n';
}

void start_hit(const IndexEntry& entry, double score, JsonWriter& json) {
  json.start_object();
  json.member("id", entry.id());
  json.key("score");
  json.real(std::max(0.0, score));
}

}  // namespace kbc
