// Entries of arbitrary bytes that come, change and go: a workspace must find what an analysis from
// scratch finds. The texts follow each other, with a line `---` between; the first byte of each
// says which file is written or removed, and whether a day goes by.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "analysis/workspace.h"
#include "config/config.h"
#include "config/embedded.h"
#include "load/discover.h"

namespace kbc {
namespace {

constexpr std::size_t kFiles = 6;
constexpr std::size_t kMostSteps = 12;
constexpr unsigned kFirstNextDay = 192;

Config made_config() {
  Config config;
  config.entries_name = "entries";
  Result<Schema> schema = Schema::compile(kEntrySchema);
  if (!schema) std::abort();
  config.schema = std::move(*schema);
  config.taxonomy = built_in_taxonomy();
  return config;
}

// What is said, in an order.
std::vector<std::string> told(Analysis analysis) {
  locate_and_sort(analysis);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : analysis.diagnostics) {
    std::string line = std::to_string(finding.place.file) + ":" +
                       std::to_string(finding.place.span.begin) + " " +
                       std::string(finding.message) + " " + std::string(finding.help);
    for (const Note& note : finding.notes()) {
      line += " " + std::to_string(note.place.file) + ":" + std::to_string(note.place.span.begin);
    }
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void check(std::string_view bytes) {
  static const Config config = made_config();
  AnalyseOptions options;
  settle_rules(config, {}, options.rules);
  std::chrono::sys_days today = std::chrono::year(2026) / 1 / 15;
  options.today = Today::exactly(today);
  std::map<std::string, std::string> texts;
  const Workspace::Load load = [&](const std::string& path) {
    return source_from_text(texts.at(path), "entries/" + path, id_of_path(path));
  };
  Workspace workspace(config, options, Workspace::Use::kForChanges);
  workspace.open({}, load);
  constexpr std::string_view kBetween = "\n---\n";
  for (std::size_t step = 0; step < kMostSteps && !bytes.empty(); ++step) {
    const std::string_view part = bytes.substr(0, bytes.find(kBetween));
    bytes.remove_prefix(std::min(bytes.size(), part.size() + kBetween.size()));
    if (part.empty()) continue;
    const auto action = static_cast<unsigned char>(part.front());
    const std::string path = "git/" + std::to_string(action % kFiles) + ".json";
    EntryChanges changes;
    if (action / kFiles % 4 == 0) {
      texts.erase(path);
      changes.removed = {path};
    } else {
      texts[path] = part.substr(1);
      changes.written = {path};
    }
    workspace.apply(changes, load);
    if (action >= kFirstNextDay) {
      today += std::chrono::days(1 + action % kFiles);
      options.today = Today::exactly(today);
      workspace.configure(config, options, load);
    }
    std::vector<std::string> paths;
    for (const auto& [known, text] : texts) paths.push_back(known);
    Workspace scratch(config, options, Workspace::Use::kOnce);
    scratch.open(paths, load);
    if (told(workspace.snapshot()) != told(std::move(scratch).take())) std::abort();
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
