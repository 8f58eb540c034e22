// The states are a list of folders, each with its files:
//
//   u32 length of the name, the name with a NUL, 40 bytes of state, u32 number of files, and for
//   each file the same without a number
//
// The first folder is that of the entries and has the name `.`. A folder of which nothing has
// changed has the same names in it, so that it need not be listed again.

#include "cache/entry_states.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <map>
#include <vector>

#include "kbx/bytes.h"
#include "load/discover.h"
#include "os/descriptor.h"
#include "os/file_state.h"

namespace kbc {
namespace {

constexpr std::size_t kStateBytes = 40;

using StateBytes = std::array<char, kStateBytes>;

void append_number(std::string& out, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift);
}

void append_state(std::string& out, const FileState& state) {
  const std::array<std::uint64_t, 5> fields = {state.device, state.number, state.size,
                                               static_cast<std::uint64_t>(state.modified),
                                               static_cast<std::uint64_t>(state.changed)};
  StateBytes bytes;
  std::memcpy(bytes.data(), fields.data(), bytes.size());
  out.append(bytes.data(), bytes.size());
}

// The folder of the entries, by which all others are opened.
Descriptor open_entries(const Config& config) {
  const Result<FilePlace> place = config.border.find(config.entries, Border::By::kPerson);
  if (!place) return {};
  return Descriptor(::openat(place->folder.value(), place->name.c_str(),
                             O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Descriptor open_below(const Descriptor& entries, const char* folder) {
  return Descriptor(
      ::openat(entries.value(), folder, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

// Writes the states, and keeps an eye on how old they are.
class StateWriter {
 public:
  StateWriter()
      : taken_(std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
                   .count()) {}

  void add_name(const std::string& name) {
    append_number(text_, name.size());
    text_.append(name.c_str(), name.size() + 1);
  }
  void add_number(std::size_t number) { append_number(text_, number); }
  void add(const std::optional<FileState>& state) {
    is_known_ = is_known_ && state && is_settled(*state, taken_);
    if (state) append_state(text_, *state);
  }

  std::optional<std::string> take() && {
    return is_known_ ? std::optional(std::move(text_)) : std::nullopt;
  }

 private:
  std::int64_t taken_;
  std::string text_;
  bool is_known_ = true;
};

// Takes what a StateWriter wrote apart; of anything else it takes nothing.
class StateReader {
 public:
  explicit StateReader(std::string_view rest) : rest_(rest) {}

  bool is_at_end() const { return rest_.empty(); }

  bool take_number(std::uint32_t& number) {
    if (rest_.size() < 4) return false;
    number = kbx::load32(rest_.data());
    rest_.remove_prefix(4);
    return true;
  }
  // With the NUL that ends it.
  bool take_name(const char*& name) {
    std::uint32_t size = 0;
    if (!take_number(size) || size >= rest_.size() || rest_[size] != '\0') return false;
    name = rest_.data();
    rest_.remove_prefix(std::size_t{size} + 1);
    return true;
  }
  bool takes(const std::optional<FileState>& state) {
    if (rest_.size() < kStateBytes || !state) return false;
    std::string now;
    append_state(now, *state);
    const bool is_same = rest_.starts_with(now);
    rest_.remove_prefix(kStateBytes);
    return is_same;
  }

 private:
  std::string_view rest_;
};

bool has_file_states(const Descriptor& folder, std::uint32_t files, StateReader& reader) {
  for (std::uint32_t at = 0; at < files; ++at) {
    const char* name = nullptr;
    if (!reader.take_name(name) || !reader.takes(state_at(folder, name, StateOf::kFile))) {
      return false;
    }
  }
  return true;
}

// The names of the files in each folder below the entries; that of the entries is `.`.
using FilesByFolder = std::map<std::string, std::vector<std::string>>;

FilesByFolder by_folder(const Config& config, const Discovered& found) {
  FilesByFolder files;
  for (const std::string& folder : found.folders) {
    files[folder.size() <= config.entries.size() ? "." : folder.substr(config.entries.size() + 1)];
  }
  for (const std::string& path : found.paths) {
    const std::size_t slash = path.rfind('/');
    const bool is_direct = slash == std::string::npos;
    files[is_direct ? "." : path.substr(0, slash)].push_back(is_direct ? path
                                                                       : path.substr(slash + 1));
  }
  return files;
}

// A link that leads to a folder is an entry as soon as it leads to a file, wherever that is.
bool has_link_for_entry(const Discovered& found) {
  return std::any_of(found.passed.begin(), found.passed.end(), [](const PassedOver& one) {
    return one.why == kIsLinkedFolder && kind_of_name(one.path) == NameKind::kEntry;
  });
}

}  // namespace

std::optional<std::string> entry_states(const Config& config) {
  StateWriter writer;
  const Descriptor entries = open_entries(config);
  const Discovered found =
      find_entry_files(config.border, config.entries, config.entries_name + "/", config.exclude);
  if (!entries.is_open() || !found.errors.empty() || has_link_for_entry(found)) return {};
  for (const auto& [name, files] : by_folder(config, found)) {
    const Descriptor folder = open_below(entries, name.c_str());
    writer.add_name(name);
    writer.add(state_at(folder, "", StateOf::kFolder));
    writer.add_number(files.size());
    for (const std::string& file : files) {
      writer.add_name(file);
      writer.add(state_at(folder, file.c_str(), StateOf::kFile));
    }
  }
  return std::move(writer).take();
}

bool has_entry_states(const Config& config, std::string_view states) {
  const Descriptor entries = open_entries(config);
  if (!entries.is_open() || states.empty()) return false;
  for (StateReader reader(states); !reader.is_at_end();) {
    const char* name = nullptr;
    std::uint32_t files = 0;
    if (!reader.take_name(name)) return false;
    const Descriptor folder = open_below(entries, name);
    if (!folder.is_open() || !reader.takes(state_at(folder, "", StateOf::kFolder)) ||
        !reader.take_number(files) || !has_file_states(folder, files, reader)) {
      return false;
    }
  }
  return true;
}

}  // namespace kbc
