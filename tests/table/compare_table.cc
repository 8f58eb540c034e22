// Usage: compare_table INDEX
//
// Exits with 0 if the table that it was compiled with says of everything what the index says, and
// with the first difference otherwise.

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kb_ids.h"
#include "kb_table.h"
#include "kbx/index.h"
#include "table/same_entries.h"

namespace {

constexpr const char* kVersions[] = {"0.9",        "1.0.0", "1.0.0-2", "2.5.1",
                                     "3.12-Final", "3.12",  "2024-05", "nonsense"};

template <typename Table, typename Index>
void compare_answers(const Table& table, const Index& index, Comparison& comparison) {
  for (std::uint32_t at = 0; at < index.versions().size(); ++at) {
    const std::string product(index.versions()[at].product);
    for (const char* version : kVersions) {
      const auto answer = static_cast<int>(index.affects(product, version));
      comparison.number("affects", static_cast<int>(table.affects(product, version)), answer);
      comparison.number("Id::affects",
                        static_cast<int>(kb::Id(index.index()).affects(product, version)), answer);
    }
  }
}

// The functions of kb_table.cc.
template <typename Entry>
void compare_accessors(const Entry& entry, Comparison& comparison) {
  const kb::Id id = kb::Id::find(entry.id());
  comparison.number("Id::find", id.index(), entry.index());
  // The others are made of the same table in the same way.
  comparison.text("Id::id", id.id(), entry.id());
  comparison.text("Id::signature", id.signature(), entry.signature());
  comparison.text("Id::error_code", id.error_code(), entry.error_code());
  comparison.text("Id::locale", id.locale(), entry.locale());
  comparison.number("Id::confidence", id.confidence(), entry.confidence());
  comparison.number("Id::fix_success_rate", id.fix_success_rate(), entry.fix_success_rate());
  comparison.number("Id::evidence_count", id.evidence_count(), entry.evidence_count());
  comparison.number("Id::dead_end_count", id.dead_end_count(), entry.dead_ends().size());
  for (std::uint32_t at = 0; at < entry.dead_ends().size(); ++at) {
    const kb::Id::DeadEnd one = id.dead_end(at);
    comparison.text("Id::dead_end", one.action, entry.dead_ends()[at].action);
    comparison.text("Id::dead_end", one.why_fails, entry.dead_ends()[at].why_fails);
    comparison.text("Id::dead_end", one.condition, entry.dead_ends()[at].condition);
    comparison.number("Id::dead_end", one.fail_rate, entry.dead_ends()[at].fail_rate);
  }
  comparison.number("Id::workaround_count", id.workaround_count(), entry.workarounds().size());
  for (std::uint32_t at = 0; at < entry.workarounds().size(); ++at) {
    const kb::Id::Workaround one = id.workaround(at);
    comparison.text("Id::workaround", one.action, entry.workarounds()[at].action);
    comparison.text("Id::workaround", one.how, entry.workarounds()[at].how);
    comparison.text("Id::workaround", one.condition, entry.workarounds()[at].condition);
    comparison.number("Id::workaround", one.success_rate, entry.workarounds()[at].success_rate);
  }
}

void compare_entry(std::uint32_t at, const kbx::Index& index, Comparison& comparison) {
  const auto entry = index.at(at);
  comparison.entry(*kb::at(at), *entry);
  comparison.number("find", kb::find(entry->id()).index(), at);
  for (const std::string_view alias : entry->aliases()) {
    comparison.number("find by alias", kb::find(alias).index(), index.find(alias).index());
    comparison.number("Id::find by alias", kb::Id::find(alias).index(), index.find(alias).index());
  }
  const std::string missing = std::string(entry->id()) + "x";
  comparison.number("miss", kb::find(missing).index(), index.find(missing).index());
  comparison.each("incoming", kb::incoming(at), index.incoming(at),
                  [&](const auto& a, const auto& b) { comparison.link(a, b); });
  compare_accessors(*entry, comparison);
  compare_answers(*kb::at(at), *entry, comparison);
}

void compare_keys(const kbx::Index& index, Comparison& comparison) {
  comparison.keys("error codes", kb::error_codes(), index.error_codes(), [&](std::string_view key) {
    return std::make_pair(kb::with_code(key), index.with_code(key));
  });
  comparison.keys("domains", kb::domains(), index.domains(), [&](std::string_view key) {
    return std::make_pair(kb::in_domain(key), index.in_domain(key));
  });
  comparison.keys("categories", kb::categories(), index.categories(), [&](std::string_view key) {
    return std::make_pair(kb::in_category(key), index.in_category(key));
  });
  for (const auto& key : index.domains()) {
    comparison.text("domain_title", kb::domain_title(key.name), index.domain_title(key.name));
  }
  for (const auto& key : index.categories()) {
    comparison.text("category_title", kb::category_title(key.name), index.category_title(key.name));
  }
  comparison.number("titles", kb::titles().size(), index.titles().size());
  for (std::uint32_t at = 0; at < index.titles().size(); ++at) {
    comparison.number("titles", kb::titles()[at].field, index.titles()[at].field);
    comparison.text("titles", kb::titles()[at].name, index.titles()[at].name);
    comparison.text("titles", kb::titles()[at].title, index.titles()[at].title);
  }
  comparison.keys("tags", kb::tags(), index.tags(), [&](std::string_view key) {
    return std::make_pair(kb::with_tag(key), index.with_tag(key));
  });
}

}  // namespace

int main(int argc, char** argv) {
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::open(argv[argc - 1], error);
  if (!index) {
    std::printf("%s\n", error.c_str());
    return 2;
  }
  Comparison comparison;
  comparison.number("content_id", kb::content_id(), index->content_id());
  comparison.number("size", kb::size(), index->size());
  comparison.number("Id::kCount", kb::Id::kCount, index->size());
  for (std::uint32_t at = 0; at < index->size(); ++at) compare_entry(at, *index, comparison);
  compare_keys(*index, comparison);
  if (!comparison.is_same()) return 1;
  std::printf("%u entries are the same\n", index->size());
  return 0;
}
