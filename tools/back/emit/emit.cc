#include "emit/emit.h"

#include <algorithm>
#include <cassert>
#include <sstream>

namespace kbc {

const kbx::Index& EmitInput::index() {
  if (!index_) {
    std::ostringstream out;
    write_index(image_, out);
    bytes_ = std::move(out).str();
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    assert(index_);
  }
  return *index_;
}

namespace {

std::string spelled(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

}  // namespace

const std::vector<EmitterInfo>& all_emitters() {
  static const std::vector<EmitterInfo> emitters = {
#define KBC_EMITTER(name, is_default, summary) {spelled(#name), is_default, summary, &emit_##name},
#include "emit/emitters.def"
#undef KBC_EMITTER
  };
  return emitters;
}

}  // namespace kbc
