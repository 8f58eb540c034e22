#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "check/dates.h"
#include "command/command.h"
#include "command/shared_options.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "driver/unknown_key.h"
#include "show/listed.h"
#include "text/date.h"
#include "text/languages.h"
#include "text/printer.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kJson, kIds };

// What a person asked of `kbc list`: entries that satisfy all that is given.
struct ListRequest {
  std::string index;
  BaseChoice base;
  CacheChoice cache;
  std::vector<std::string> domains, categories, tags, codes;
  bool is_stale = false, is_unlinked = false, is_untranslated = false;
  std::optional<std::chrono::year_month_day> today;
  Format format = Format::kText;
  const Language* language = &kEnglish;
};

void add_key_option(OptionTable& options, const char* name, const char* value, const char* known,
                    const char* description, std::vector<std::string>& keys) {
  const auto add = [&keys](const std::string& key) {
    keys.push_back(key);
    return Status();
  };
  add_list_option(options, name, value, description, add).value.offer_known(known);
}

void describe(ListRequest& request, OptionTable& options) {
  add_key_option(options, "domain", "NAMES", "domains",
                 "entries of these domains, separated by commas", request.domains);
  add_key_option(options, "category", "NAMES", "categories", "entries of these categories",
                 request.categories);
  add_key_option(options, "tag", "NAMES", "tags", "entries that have one of these tags",
                 request.tags);
  add_key_option(options, "code", "CODES", "codes", "entries with one of these error codes",
                 request.codes);
  options.flag("stale", "entries that have not been confirmed for half a year", request.is_stale);
  options.flag("unlinked", "entries without a link from or to another", request.is_unlinked);
  options.flag("untranslated", "entries with a text that is not translated (see --lang)",
               request.is_untranslated);
  options.choice("format", "NAME", "text, json (an array) or ids (one a line)", request.format,
                 {{"text", Format::kText}, {"json", Format::kJson}, {"ids", Format::kIds}});
  add_index_options(options, request.index, request.base);
  add_cache_options(options, request.cache);
  add_language_option(options, request.language);
  add_today_option(options, "with --stale: compare with this day (default: the current day in UTC)",
                   request.today);
}

bool is_among(std::string_view value, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool has_tag(const IndexEntry& entry, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return true;
  for (const std::string_view tag : entry.tags()) {
    if (is_among(tag, wanted)) return true;
  }
  return false;
}

bool is_unlinked(const kbx::Index& index, const IndexEntry& entry) {
  return entry.leads_to().empty() && entry.preceded_by().empty() &&
         entry.frequently_confused_with().empty() && index.incoming(entry.index()).empty();
}

// Into the language, or into any of them where English is wanted.
bool is_untranslated(const IndexEntry& entry, const Language& language) {
  std::set<std::string_view> present;
  entry.each_field([&](const kbx::EntryField& field, const auto& value) {
    if constexpr (requires { value.empty(); }) {
      if (!value.empty()) present.insert(field.name);
    }
  });
  return std::any_of(kTranslations.begin(), kTranslations.end(), [&](const Translation& one) {
    const bool is_wanted = !needs_translation(language) || one.language == &language;
    return is_wanted && present.contains(one.source->name) && !present.contains(one.field->name);
  });
}

bool is_stale(const IndexEntry& entry, std::chrono::year_month_day today) {
  const ParsedDate confirmed = parse_date(entry.last_confirmed());
  const auto* day = std::get_if<std::chrono::year_month_day>(&confirmed);
  return day != nullptr && *day <= today && months_between(*day, today) >= kStaleMonths;
}

std::vector<IndexEntry> wanted_entries(const ListRequest& request, const kbx::Index& index) {
  const std::chrono::year_month_day today = request.today.value_or(Today::now().day);
  std::vector<IndexEntry> entries;
  for (const IndexEntry& entry : index.entries()) {
    if (!is_among(entry.domain(), request.domains)) continue;
    if (!is_among(entry.category(), request.categories)) continue;
    if (!is_among(entry.error_code(), request.codes) || !has_tag(entry, request.tags)) continue;
    if (request.is_stale && !is_stale(entry, today)) continue;
    if (request.is_unlinked && !is_unlinked(index, entry)) continue;
    if (request.is_untranslated && !is_untranslated(entry, *request.language)) continue;
    entries.push_back(entry);
  }
  return entries;
}

void write_object(const IndexEntry& entry, JsonWriter& json) {
  json.start_object();
  json.member("id", entry.id());
  json.member("signature", entry.signature());
  json.member("domain", entry.domain());
  json.member("category", entry.category());
  json.key("error_code");
  entry.error_code().empty() ? json.null() : json.string(entry.error_code());
  json.start_array("tags");
  for (const std::string_view tag : entry.tags()) json.string(tag);
  json.end_array();
  json.member("last_confirmed", entry.last_confirmed());
  json.end_object();
}

void write_json(const std::vector<IndexEntry>& entries) {
  JsonWriter json(data_output());
  json.start_array();
  for (const IndexEntry& entry : entries) write_object(entry, json);
  json.end_array();
  data_output() << '\n';
}

void write_text(const ListRequest& request, const std::vector<IndexEntry>& entries) {
  for (const IndexEntry& entry : entries) {
    const std::string note = request.is_stale ? std::string(request.language->labels->confirmed) +
                                                    std::string(entry.last_confirmed())
                                              : "";
    list_entry(entry, note, *request.language, standard_output());
  }
}

void report_unknown_keys(const ListRequest& request, const kbx::Index& index) {
  using kbx::Section;
  for (const std::string& name : request.domains) {
    report_unknown_key<Section::kDomainKeys>(index, "is in the domain", name);
  }
  for (const std::string& name : request.categories) {
    report_unknown_key<Section::kCategoryKeys>(index, "is of the category", name);
  }
  for (const std::string& name : request.tags) {
    report_unknown_key<Section::kTagKeys>(index, "has the tag", name);
  }
  for (const std::string& code : request.codes) {
    report_unknown_key<Section::kCodeKeys>(index, "has the error code", code);
  }
}

int run(ListRequest& request) {
  const Result<OpenIndex> open =
      open_index(request.index, request.base, Patterns::kLeaveOut, Words::kLeaveOut, request.cache);
  if (!open) return report_trouble(open.error());
  const std::vector<IndexEntry> entries = wanted_entries(request, open->index());
  if (request.format == Format::kJson) {
    write_json(entries);
  } else if (request.format == Format::kIds) {
    for (const IndexEntry& entry : entries) standard_output() << entry.id() << '\n';
  } else {
    write_text(request, entries);
  }
  report_unknown_keys(request, open->index());
  return entries.empty() ? kFindings : kClean;
}

}  // namespace

Command list_command() {
  return {
      .details =
          "Lists entries in the order of their ids: all of them, or those that have everything "
          "that is\nasked for. Of several names one is enough. Exit status 0 if there is one, 1 "
          "if there is none.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
