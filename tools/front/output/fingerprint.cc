#include "output/fingerprint.h"

#include <string_view>

#include "diagnostic/rule.h"

namespace kbc {
namespace {

// FNV-1a, 64 bits: its constants are http://www.isthe.com/chongo/tech/comp/fnv/.
class Hash {
 public:
  void add(char byte) {
    value_ ^= static_cast<unsigned char>(byte);
    value_ *= 0x100000001b3;
  }

  // A text with its end, so that `ab`, `c` is not `a`, `bc`. 0xFF is no byte of UTF-8.
  void add(std::string_view text) {
    for (const char byte : text) add(byte);
    add('\xFF');
  }

  void add_without_digits(std::string_view text) {
    for (const char byte : text) {
      if (byte < '0' || byte > '9') add(byte);
    }
  }

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325;
};

std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4) {
    *digit = "0123456789abcdef"[value & 0xF];
  }
  return digits;
}

}  // namespace

std::string Fingerprints::next(const Diagnostic& finding) {
  if (file_ != finding.place.file) seen_.clear();
  file_ = finding.place.file;
  const Source& source = sources_[finding.place.file];
  Hash hash;
  // The path on display depends on the folder in which kbc was started.
  hash.add(source.path_id.empty() ? source.path : source.path_id);
  hash.add(info_of(finding.rule).name);
  hash.add(finding.place.pointer);
  hash.add_without_digits(finding.message);
  const std::uint64_t earlier = seen_[hash.value()]++;
  if (earlier > 0) hash.add(std::to_string(earlier));
  return hexadecimal(hash.value());
}

}  // namespace kbc
