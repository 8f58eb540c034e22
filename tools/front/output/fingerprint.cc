#include "output/fingerprint.h"

#include <string_view>

#include "diagnostic/rule.h"
#include "text/ascii.h"
#include "text/hash.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// A text with its end, so that `ab`, `c` is not `a`, `bc`. 0xFF is no byte of UTF-8.
void add_whole(std::string_view text, Fnv1a& hash) {
  hash.add(text);
  hash.add('\xFF');
}

}  // namespace

std::string Fingerprints::next(const Diagnostic& finding) {
  if (file_ != finding.place.file) seen_.clear();
  file_ = finding.place.file;
  const Source& source = sources_[finding.place.file];
  Fnv1a hash;
  // The path on display depends on the folder in which kbc was started.
  add_whole(source.path_id.empty() ? source.path : source.path_id, hash);
  add_whole(info_of(finding.rule).name, hash);
  add_whole(finding.place.pointer, hash);
  for (const char c : finding.message) {
    if (!is_digit(c)) hash.add(c);
  }
  const std::uint64_t earlier = seen_[hash.value()]++;
  if (earlier > 0) add_whole(std::to_string(earlier), hash);
  return hexadecimal(hash.value(), 16);
}

}  // namespace kbc
