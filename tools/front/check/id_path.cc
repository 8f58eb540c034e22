#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.h"
#include "load/discover.h"
#include "text/entry_id.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// The bytes of the id that hold all that is different: its domain, its slug, or both.
std::pair<std::size_t, std::size_t> difference(std::string_view id, std::string_view path) {
  const std::string_view domain = domain_of(id);
  const bool is_whole = domain.size() == id.size() || domain_of(path).size() == path.size();
  if (is_whole) return {0, id.size()};
  const std::size_t slug = domain.size() + 1;
  if (domain == domain_of(path)) return {slug, id.size()};
  const bool same_slug = id.substr(slug) == path.substr(domain_of(path).size() + 1);
  return {0, same_slug ? domain.size() : id.size()};
}

// Makes the old id an alias, laid out as `kbc fmt` does it; false where it is none that could be.
bool keep_old_id(const Entry& entry, FileId file, std::vector<Edit>& edits) {
  if (!is_entry_id(entry["id"].value)) return false;
  const TextList& aliases = entry.list("aliases");
  const std::string old_id = quote(entry["id"].value);
  const std::string list = "[\n    " + old_id + "\n  ]";
  const bool is_there = std::any_of(aliases.begin(), aliases.end(), [&](const Text& alias) {
    return alias.value == entry["id"].value;
  });
  constexpr std::uint32_t kEmptyList = 2;  // `[]`
  if (is_there) return true;
  if (!aliases.is_there) {
    edits.front().text = quote(entry.path_id) + ",\n  \"aliases\": " + list;
  } else if (!aliases.empty()) {
    const std::uint32_t end = aliases[aliases.size() - 1].span.end;
    edits.push_back({file, {end, end}, ",\n    " + old_id});
  } else if (aliases.span.size() == kEmptyList) {
    edits.push_back({file, aliases.span, list});
  } else {
    return false;
  }
  return true;
}

// The domain that was written like the wrong id follows it. A slip was never the id of anything
// that was built, since it is an error; another id may be that of an entry whose file was moved.
void offer_id_of_path(const Entry& entry, Finding& finding) {
  const FileId file = finding.file();
  const Safety safety = is_slip(entry["id"].value, entry.path_id) ? Safety::kSafe : Safety::kUnsafe;
  std::string order = "write " + ticked(entry.path_id, kMaxIdBytes);
  std::vector<Edit> edits = {{file, entry["id"].span, quote(entry.path_id)}};
  if (safety == Safety::kUnsafe && keep_old_id(entry, file, edits)) {
    order += ", and keep the old id in `aliases`";
  }
  const std::string_view domain = domain_of(entry.path_id);
  const bool follows = entry["domain"].present() && entry["domain"].value != domain &&
                       entry["domain"].value == domain_of(entry["id"].value);
  if (follows) edits.push_back({file, entry["domain"].span, quote(domain)});
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  finding.fix(order, safety, std::move(edits));
}

// No file can have such a name there, so nobody could check the repository out.
void report_device(const Text& id, Report& report) {
  const std::string_view device = windows_device_in(id.value);
  if (device.empty()) return;
  const auto begin = static_cast<std::size_t>(device.data() - id.value.data());
  report
      .at(id.part(begin, begin + device.size()), "windows-device"_fault,
          ticked(device) + " is the name of a device on Windows, where no file can have it")
      .help("choose another word, such as " + ticked(std::string(device) + "-device"));
}

// `x.JSON`: another file than `x.json` on some systems, the same on others. True if it is one.
bool report_suffix(const Entry& entry, Report& report) {
  const std::size_t dot = entry.path_id.rfind('.');
  if (dot == std::string_view::npos || path_of_id(entry.path_id) != entry.path_id) return false;
  const std::string path(entry.path_id);
  report
      .at(entry["id"].span, "suffix-case"_fault,
          "the file's name ends with " + ticked(path.substr(dot)) +
              ", which is `.json` only where letters have no case")
      .help("rename the file to " + ticked(path.substr(0, dot) + ".json", kMaxIdBytes + 5));
  return true;
}

}  // namespace

void id_path(const Entry& entry, const Context&, Report& report) {
  const Text& id = entry["id"];
  if (!id.present()) return;
  report_device(id, report);
  if (entry.path_id.empty() || id.value == entry.path_id) return;
  if (report_suffix(entry, report)) return;
  const bool is_good_path = is_entry_id(entry.path_id);
  // Of an id without any form schema-format says so.
  if (!is_good_path && !is_entry_id(id.value)) return;
  const auto [begin, end] = difference(id.value, entry.path_id);
  Finding finding = report.at(
      id.part(begin, end), "path-mismatch"_fault,
      "id " + ticked(id.value) + " does not match the path, which says " + ticked(entry.path_id));
  if (!is_good_path) {
    finding.help("move the file to " + ticked(std::string(id.value) + ".json", kMaxIdBytes + 5));
    return;
  }
  finding.help("write the id as the path says, or move the file");
  offer_id_of_path(entry, finding);
}

extern const Explanation id_path_explanation = {
    "The id of an entry is its path below the folder of entries, without `.json`. Here the "
    "two differ, or the path is none that every system can have.",
    "Readers who follow the id to a file do not find the entry there.",
    R"(entries/git/push-rejected.json: "id": "git/push-reject")",
    R"(entries/git/push-rejected.json: "id": "git/push-rejected")",
    "Write the id that the path says, or rename the file. If the entry was published under the old "
    "id, list that in `aliases`, as the fix does unless it was a slip. `kbc mv` renames the file "
    "and "
    "all that goes by its id.",
};

}  // namespace kbc
