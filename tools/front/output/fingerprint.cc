#include "output/fingerprint.h"

#include <string_view>

#include "diagnostic/rule.h"
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

void Fingerprints::enter(FileId file) {
  if (file_ == file) return;
  file_ = file;
  path_ = sources_.path_in_repository(file);
  seen_.clear();
}

std::string Fingerprints::next(const Diagnostic& finding) {
  enter(finding.place.file);
  Fnv1a hash;
  add_whole(path_, hash);
  add_whole(info_of(finding.rule).name, hash);
  add_whole(places_.steps_to(finding.place), hash);
  add_whole(finding.fault, hash);
  add_whole(finding.subject, hash);
  const std::uint64_t earlier = seen_[hash.value()]++;
  if (earlier > 0) add_whole(std::to_string(earlier), hash);
  return hexadecimal(hash.value(), 16);
}

}  // namespace kbc
