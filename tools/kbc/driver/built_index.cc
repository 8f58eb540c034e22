#include "driver/built_index.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "config/version.h"
#include "kbx/checksum.h"
#include "load/discover.h"
#include "os/file_state.h"
#include "text/number_text.h"

namespace kbc {
namespace {

constexpr const char* kAttribute = "kbc.inputs";

std::string text_of(const std::optional<FileState>& state) {
  if (!state) return "gone";
  std::string text;
  for (const std::uint64_t number : {state->device, state->number, state->size}) {
    text += std::to_string(number) + ' ';
  }
  return text + std::to_string(state->modified) + ' ' + std::to_string(state->changed);
}

// The index itself: that it was written by another hand would show here. Keeping something with a
// file changes `changed`.
std::string text_of_index(const Config& config) {
  std::optional<FileState> state = state_of(built_index_path(config));
  if (state) state->changed = 0;
  return text_of(state);
}

std::string kept_text(const Config& config, const Inputs& inputs) {
  return hexadecimal(kbx::checksum(inputs.digest + '\n' + text_of_index(config)), 16);
}

}  // namespace

std::string built_index_path(const std::string& root) {
  return (std::filesystem::path(root) / "generated" / "kb.kbx").string();
}
std::string built_index_path(const Config& config) { return built_index_path(config.root); }

Inputs inputs_of(const Config& config) {
  Inputs inputs;
  const std::int64_t taken = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
  std::string all = std::string(kVersion) + '\n' + config.text + '\n';
  const Discovered found =
      find_entry_files(config.border, config.entries, config.entries_name + '/', config.exclude);
  for (const std::string& path : found.paths) {
    const std::optional<FileState> state = state_of(config.entries + '/' + path);
    inputs.is_settled &= !state || is_settled(*state, taken);
    all += path + ' ' + text_of(state) + '\n';
  }
  all += std::to_string(found.errors.size());
  if (!config.baseline_path.empty()) {
    const std::optional<FileState> state = state_of(config.baseline_path);
    inputs.is_settled &= !state || is_settled(*state, taken);
    all += text_of(state);
  }
  inputs.digest = hexadecimal(kbx::checksum(all), 16);
  return inputs;
}

void remember_inputs(const Config& config, const Inputs& inputs) {
  const std::string path = built_index_path(config);
  if (inputs.is_settled) set_attribute(path, kAttribute, kept_text(config, inputs));
}

bool is_of_these_inputs(const Config& config) {
  const std::string kept = attribute_of(built_index_path(config), kAttribute);
  return !kept.empty() && kept == kept_text(config, inputs_of(config));
}

}  // namespace kbc
