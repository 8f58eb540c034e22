#include "emit/emit.h"

namespace kbc {

Result<std::vector<Artefact>> emit_cpp(EmitInput&) { return std::vector<Artefact>{}; }

}  // namespace kbc
