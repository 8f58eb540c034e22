#include "driver/kept_index.h"

#include <array>
#include <string_view>
#include <utility>

#include "cache/entry_states.h"
#include "kbx/bytes.h"
#include "os/real_path.h"

namespace kbc {
namespace {

// The files of the entries with the content id that they had, and an index by what it has. An index
// that has more serves as well.
constexpr std::string_view kFiles = "files";
struct Parts {
  std::string_view name;
  Patterns patterns;
  Words words;
};
constexpr std::array<Parts, 4> kKinds = {{{"index", Patterns::kLeaveOut, Words::kLeaveOut},
                                          {"patterns", Patterns::kPlace, Words::kLeaveOut},
                                          {"words", Patterns::kLeaveOut, Words::kPlace},
                                          {"whole", Patterns::kPlace, Words::kPlace}}};

constexpr std::size_t kContentBytes = 8;

std::string text_of(std::uint64_t number) {
  std::string text;
  for (int shift = 0; shift < 64; shift += 8) text += static_cast<char>(number >> shift);
  return text;
}

std::string environment_for(const Config& config) {
  const std::string root = real_path(config.root).string();
  const std::array<std::string_view, 4> parts = {root, config.text, config.schema_text,
                                                 config.taxonomy_text};
  return environment_of(parts);
}

}  // namespace

KeptIndex::KeptIndex(const Config& config, const CacheChoice& choice) : config_(config) {
  if (!choice.is_used) return;
  environment_ = environment_for(config);
  if (environment_.empty()) return;
  Result<CacheFolder> folder = CacheFolder::of(config.root, config.border, choice);
  if (folder) folder_ = std::move(*folder);
}

std::optional<KeptBytes> KeptIndex::read(Patterns patterns, Words words) const {
  if (!folder_) return {};
  for (const Parts& kind : kKinds) {
    const bool serves = (patterns == Patterns::kLeaveOut || kind.patterns == Patterns::kPlace) &&
                        (words == Words::kLeaveOut || kind.words == Words::kPlace);
    if (!serves) continue;
    std::optional<KeptBytes> bytes =
        folder_->read(cache_name(kind.name, environment_), environment_);
    if (bytes) return bytes;
  }
  return {};
}

bool KeptIndex::is_current(std::uint64_t content_id) const {
  if (!folder_) return false;
  const std::optional<KeptBytes> files =
      folder_->read(cache_name(kFiles, environment_), environment_);
  return files && files->bytes().size() > kContentBytes &&
         kbx::load64(files->bytes().data()) == content_id &&
         has_entry_states(config_, files->bytes().substr(kContentBytes));
}

void KeptIndex::look() {
  if (folder_) states_ = entry_states(config_);
}

bool KeptIndex::keep(const std::string& bytes, Patterns patterns, Words words) const {
  if (!folder_) return false;
  for (const Parts& kind : kKinds) {
    if (kind.patterns != patterns || kind.words != words) continue;
    const std::array<std::string_view, 1> pieces = {bytes};
    return folder_->keep(cache_name(kind.name, environment_), environment_, pieces);
  }
  return false;
}

void KeptIndex::keep_content(std::uint64_t content_id) const {
  if (!folder_ || !states_) return;
  const std::string content = text_of(content_id);
  const std::array<std::string_view, 2> pieces = {content, *states_};
  folder_->keep(cache_name(kFiles, environment_), environment_, pieces);
}

}  // namespace kbc
