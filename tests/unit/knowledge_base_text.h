#pragma once

#include <memory>
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

// What is kept of a file. Nothing of the text is, as in a run.
inline std::shared_ptr<EntryRecord> record_of(const EntryText& file, FileId number) {
  Document document;
  parse_json(file.text, Dialect::kJson, document);
  const Entry entry = lower(document, {}, file.text, file.path_id, CaseRule::kIgnoreCase);
  return record_of(entry, number, !document.empty(), RegexLiterals::kKeep);
}

// The knowledge base of these files, numbered from 0.
inline KnowledgeBase base_of(const std::vector<EntryText>& files) {
  std::vector<SharedRecord> records;
  for (const EntryText& file : files) {
    records.push_back(record_of(file, static_cast<FileId>(records.size())));
  }
  return KnowledgeBase(std::move(records));
}

// An entry that has an id and these links to other entries: the members of `transition_graph`.
inline EntryText linked(std::string_view id, std::string_view graph) {
  return {std::string(id), "{\"id\": \"" + std::string(id) + "\", \"transition_graph\": {" +
                               std::string(graph) + "}}"};
}

}  // namespace kbc
