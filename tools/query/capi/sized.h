#pragma once

// Structures that begin with their size, as the caller knows them, which may be earlier or later
// ones than this library's (kbc.h).

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "capi/kbc.h"

namespace kbc {

// More is a size that nobody has set.
inline constexpr std::size_t kLargestStruct = 4096;

// How large the structure was in the first version that had it: up to its last field then.
template <typename Struct>
inline constexpr std::size_t kFirstSize = 0;
template <>
inline constexpr std::size_t kFirstSize<kbc_match_options> = offsetof(kbc_match_options, plain) +
                                                             sizeof(kbc_match_options::plain);
template <>
inline constexpr std::size_t kFirstSize<kbc_search_options> = offsetof(kbc_search_options,
                                                                       reserved) +
                                                              sizeof(kbc_search_options::reserved);
template <>
inline constexpr std::size_t kFirstSize<kbc_hit> = offsetof(kbc_hit, captures_size) +
                                                   sizeof(kbc_hit::captures_size);
template <>
inline constexpr std::size_t kFirstSize<kbc_capture> = offsetof(kbc_capture, value) +
                                                       sizeof(kbc_capture::value);
template <>
inline constexpr std::size_t kFirstSize<kbc_found> = offsetof(kbc_found, words) +
                                                     sizeof(kbc_found::words);
template <>
inline constexpr std::size_t kFirstSize<kbc_reading> = offsetof(kbc_reading, via) +
                                                       sizeof(kbc_reading::via);

template <typename Struct>
bool has_known_size(const Struct& given) {
  static_assert(kFirstSize<Struct> > 0 && offsetof(Struct, struct_size) == 0);
  return given.struct_size >= kFirstSize<Struct> && given.struct_size <= kLargestStruct;
}

// Reads options, or the defaults where there are none. False where they ask for something that this
// library does not know.
template <typename Options>
bool read_options(const Options* given, Options& options) {
  options = {};
  if (given == nullptr) return true;
  if (!has_known_size(*given)) return false;
  const auto* bytes = reinterpret_cast<const char*>(given);
  const std::size_t known = std::min(given->struct_size, sizeof options);
  std::memcpy(&options, bytes, known);
  return std::all_of(bytes + known, bytes + given->struct_size, [](char c) { return c == 0; });
}

// Writes what the caller's structure has room for. Requires: has_known_size.
template <typename Struct>
void fill(const Struct& own, Struct& given) {
  auto* bytes = reinterpret_cast<char*>(&given);
  const std::size_t size = given.struct_size;
  const std::size_t known = std::min(size, sizeof own);
  std::memcpy(bytes, &own, known);
  std::fill(bytes + known, bytes + size, '\0');
  given.struct_size = size;
}

}  // namespace kbc
