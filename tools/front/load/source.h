#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kbc {

class Border;

// An entry file may hold this many bytes; of a larger one nothing is read but its beginning.
inline constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20;

// One entry's file as it was read, once. A value: the later phases view its text.
struct Source {
  std::string path;        // as diagnostics show it: relative to the working directory if possible
  std::string file;        // to open it by; empty for a text that came from elsewhere
  std::string path_id;     // the id that the path stands for: `domain/slug`; empty for none
  std::string text;        // the bytes; cut after kMaxFileBytes when too_large
  std::size_t size = 0;    // of text, also when it was put away
  std::string unreadable;  // why the file could not be read; empty when it could
  bool too_large = false;  // longer than kMaxFileBytes
  bool put_away = false;   // text was given up to save memory
};

// Reads one entry's file; a file that cannot be read gives a Source that says why.
Source load_source(const Border& border, const std::string& file, std::string display_path,
                   std::string path_id);

// The same for a text that is already in memory.
Source source_from_text(std::string text, std::string display_path, std::string path_id);

}  // namespace kbc
