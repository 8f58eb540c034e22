#include "mcp/resources.h"

#include "mcp/entry_text.h"
#include "text/number_text.h"
#include "text/percent.h"

namespace kbc {
namespace {

// What the address has in the place of the variable, which is last; nothing for another address.
std::optional<std::string> variable_of(std::string_view uri, std::string_view form) {
  const std::string_view before = form.substr(0, form.find('{'));
  if (!uri.starts_with(before)) return {};
  return percent_decoded(uri.substr(before.size()));
}

std::string domains_text(const kbx::Index& index) {
  ShownJson json;
  json.start_object();
  json.start_array("domains");
  for (const auto& domain : index.domains()) {
    json.start_object();
    json.member("name", domain.name);
    json.member_if("title", index.domain_title(domain.name));
    json.member("entries", domain.entries);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::move(json).take();
}

std::uint64_t links_of(const kbx::Index& index) {
  std::uint64_t links = 0;
  for (const auto& entry : index.entries()) {
    links += entry.leads_to().size() + entry.preceded_by().size() +
             entry.frequently_confused_with().size();
  }
  return links;
}

std::string stats_text(const kbx::Index& index) {
  ShownJson json;
  json.start_object();
  json.member("entries", index.size());
  json.member("domains", index.domains().size());
  json.member("categories", index.categories().size());
  json.member("tags", index.tags().size());
  json.member("error_codes", index.error_codes().size());
  json.member("links", links_of(index));
  json.member("content", hexadecimal(index.content_id(), 16));
  json.end_object();
  return std::move(json).take();
}

std::optional<std::string> entry_resource(Knowledge& knowledge, std::string_view id) {
  const auto entry = knowledge.index().find(id);
  if (!entry) return {};
  ShownJson json;
  json.start_object();
  json.key("entry");
  json.json(entry_text(*entry));
  write_faults(knowledge, *entry, json);
  json.end_object();
  return std::move(json).take();
}

}  // namespace

const std::vector<Resource>& listed_resources() {
  static const std::vector<Resource> resources = {
      {"kbc://domains", "domains", "Domains", "All domains with the number of their entries."},
      {"kbc://stats", "stats", "Statistics", "How much the knowledge base has, and which it is."}};
  return resources;
}

const std::vector<Resource>& resource_templates() {
  static const std::vector<Resource> templates = {
      {kEntryTemplate, "entry", "Entry", "All of an entry, by its id or an alias."}};
  return templates;
}

std::optional<std::string> read_resource(Knowledge& knowledge, std::string_view uri) {
  if (uri == "kbc://domains") return domains_text(knowledge.index());
  if (uri == "kbc://stats") return stats_text(knowledge.index());
  if (const auto id = variable_of(uri, kEntryTemplate)) return entry_resource(knowledge, *id);
  return {};
}

}  // namespace kbc
