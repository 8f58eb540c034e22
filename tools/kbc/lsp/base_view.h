#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "config/config.h"
#include "diagnostic/diagnostic.h"
#include "load/source_set.h"
#include "lower/knowledge_base.h"
#include "parse/document.h"

namespace kbc {

// The knowledge base as its open texts make it, for the time of one question.
struct BaseView {
  const Config& config;
  const KnowledgeBase& base;
  const SourceSet& sources;  // none of which is put away

  std::string_view text(FileId file) const { return sources[file].text; }
  const EntryRecord& entry_of(FileId file) const { return base.entries()[file]; }
};

// An entry's text, read.
struct ReadText {
  std::unique_ptr<const std::string> text;  // stays where it is
  Document document;                        // views it; empty where it is no JSON
  bool is_flawless = false;                 // as JSON
};
ReadText read_text(const BaseView& view, FileId file);

}  // namespace kbc
