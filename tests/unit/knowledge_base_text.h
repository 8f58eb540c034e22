#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lower/knowledge_base.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {

// The text of one entry file, and the id that its path gives it.
struct EntryText {
  std::string path_id;
  std::string text;
};

// The knowledge base of these files, numbered from 0. Nothing of the texts is kept, as in a run.
inline KnowledgeBase base_of(const std::vector<EntryText>& files) {
  std::vector<SharedRecord> records;
  for (const EntryText& file : files) {
    const std::string text = file.text;
    const std::string path_id = file.path_id;
    Document document;
    parse_json(text, Dialect::kJson, document);
    const Entry entry = lower(document, {}, text, path_id, CaseRule::kIgnoreCase);
    const auto id = static_cast<FileId>(records.size());
    records.push_back(record_of(entry, id, !document.empty(), RegexLiterals::kKeep));
  }
  return KnowledgeBase(std::move(records));
}

// An entry that has an id and these links to other entries: the members of `transition_graph`.
inline EntryText linked(std::string_view id, std::string_view graph) {
  return {std::string(id), "{\"id\": \"" + std::string(id) + "\", \"transition_graph\": {" +
                               std::string(graph) + "}}"};
}

}  // namespace kbc
