#include <ostream>

#include "emit/emit.h"
#include "emit/entry_json.h"

namespace kbc {
namespace {

void write_lines(const kbx::Index& index, std::ostream& out) {
  for (const IndexEntry& entry : index.entries()) {
    JsonWriter json(out);
    write_entry(entry, json);
    out << '\n';
  }
}

}  // namespace

Result<std::vector<Artefact>> emit_ndjson(EmitInput& input) {
  const kbx::Index& index = input.index();
  return std::vector<Artefact>{
      {"kb.ndjson", [&index](std::ostream& out) { write_lines(index, out); }}};
}

}  // namespace kbc
