#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "emit/table_fields.h"
#include "kbx/index.h"
#include "link/image.h"

namespace kbc {

// What the emitters write from. The index is the image in memory, made when it is first asked for:
// emitters of other forms read entries through it, as any program would.
class EmitInput {
 public:
  // Of C++ tables: what they are made of, which may be a part of the knowledge base.
  struct Tables {
    const Image& image;
    TableFields fields;
    std::string name_space;
    std::uint32_t limit;  // of more entries is an error
  };

  EmitInput(const Image& image, Tables tables) : image_(image), tables_(std::move(tables)) {}

  const Image& image() const { return image_; }
  const Tables& tables() const { return tables_; }
  const kbx::Index& index();
  // Tells the operator what the artefacts will cost him. One sentence, as an Error's.
  void warn(std::string message) { warnings_.push_back(std::move(message)); }
  const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  const Image& image_;
  Tables tables_;
  std::vector<std::string> warnings_;
  std::string bytes_;
  std::optional<kbx::Index> index_;
};

// One file, to be written into the output folder. write may be called several times, and writes the
// same bytes each time.
struct Artefact {
  std::string name;
  std::function<void(std::ostream&)> write;
};

struct EmitterInfo {
  std::string name;
  bool is_default = false;
  std::string_view summary;
  // The artefacts view the input. The error says what this form cannot hold.
  Result<std::vector<Artefact>> (*emit)(EmitInput& input);
};

// In the order of emit/emitters.def.
const std::vector<EmitterInfo>& all_emitters();

// The bytes of an index file.
void write_index(const Image& image, std::ostream& out);

#define KBC_EMITTER(name, is_default, summary) \
  Result<std::vector<Artefact>> emit_##name(EmitInput& input);
#include "emit/emitters.def"
#undef KBC_EMITTER

}  // namespace kbc
