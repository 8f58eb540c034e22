#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// One entry as the peers store it: what a look-up reads, and all other fields in one blob, which
// is as compact as a peer could wish: lengths and bytes.
struct PeerEntry {
  std::string id, signature, regex, root_cause, rest;
};

// A file format with a look-up by id.
class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string name() const = 0;
  // Writes the entries (in the order of ids) into a file or folder at this path.
  virtual void write(const std::string& path, const std::vector<PeerEntry>& entries) = 0;
  virtual void open(const std::string& path) = 0;
  virtual void close() = 0;
  // Reads signature, regex and root cause of an entry: the sum of their first and last bytes; 0
  // when there is none. Requires: open.
  virtual std::uint32_t look_up(const std::string& id) = 0;
};

std::vector<std::unique_ptr<Peer>> all_peers();

inline std::uint32_t ends_of(std::string_view text) {
  if (text.empty()) return 0;
  return static_cast<unsigned char>(text.front()) + static_cast<unsigned char>(text.back());
}

// Length-prefixed texts one after the other, for peers whose value is one blob.
void append_text(std::string& blob, std::string_view text);
std::string_view next_text(std::string_view& blob);

// Signature, regex, root cause and the rest as one blob, and back.
std::string packed(const PeerEntry& entry);
std::uint32_t ends_of_packed(std::string_view blob);

}  // namespace kbc
