#include <iomanip>
#include <ostream>
#include <sstream>

#include "emit/emit.h"
#include "emit/entry_json.h"

namespace kbc {
namespace {

void write_document(const kbx::Index& index, std::ostream& out) {
  std::ostringstream content;
  content << std::hex << std::setw(16) << std::setfill('0') << index.content_id();
  JsonWriter json(out);
  json.start_object();
  json.member("version", std::uint64_t{1});
  json.tool();
  json.member("content_id", content.str());
  write_titles(index, json);
  json.start_array("entries");
  for (const IndexEntry& entry : index.entries()) write_entry(entry, json);
  json.end_array();
  json.end_object();
  out << '\n';
}

}  // namespace

Result<std::vector<Artefact>> emit_json(EmitInput& input) {
  const kbx::Index& index = input.index();
  return std::vector<Artefact>{
      {"kb.json", [&index](std::ostream& out) { write_document(index, out); }}};
}

}  // namespace kbc
