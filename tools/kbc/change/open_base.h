#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/analyse.h"
#include "config/config.h"
#include "core/result.h"
#include "parse/document.h"

namespace kbc {

// A knowledge base in the working tree, some files of which are to be changed.
struct OpenBase {
  std::shared_ptr<Config> owned;  // null where the configuration belongs to somebody else
  const Config& config;
  Analysis analysis;  // no rule has run

  const EntryRecord& entry_of(FileId file) const { return analysis.base.entries()[file]; }
  std::string file_of(std::string_view id) const;
};

// All of it must be readable: what an unreadable file says of an entry is not known.
Result<OpenBase> open_base(const BaseChoice& choice, unsigned jobs);

// The entry that a person names by its id or by the path of its file. An alias is refused, since it
// is not the alias that is to be changed; so is an id that several entries have, and a file that is
// a link or no JSON.
Result<const EntryRecord*> entry_named(const OpenBase& base, const std::string& name);

// An entry's file as it is.
struct EntryFile {
  std::string file;                         // to open it by
  std::unique_ptr<const std::string> text;  // stays where it is
  Document document;                        // views it
};
EntryFile entry_file(OpenBase& base, const EntryRecord& entry);

// The text of an entry after a change: in canonical form if it was before.
std::string laid_out(const Config& config, const EntryFile& before, std::string after);

}  // namespace kbc
