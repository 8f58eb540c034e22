// A workspace finds after any changes what an analysis from scratch finds. For long runs of the
// slow test there are environment variables: KBC_WORKSPACE_STEPS is the number of changes,
// KBC_WORKSPACE_EVERY says after how many the two are compared, KBC_WORKSPACE_BASE names another
// knowledge base, KBC_WORKSPACE_SEED gives other changes.

#include "analysis/workspace.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/entry_files.h"
#include "analysis/rule_choice.h"
#include "catch.h"
#include "cli/process.h"
#include "config/config.h"
#include "index/bases.h"
#include "load/discover.h"

namespace kbc {
namespace {

using Texts = std::map<std::string, std::string>;

// The entries of a knowledge base, by their paths below the entries.
Texts texts_in(const std::string& base) {
  const Result<Config> config = load_config({base, {}, {}});
  REQUIRE(config);
  const RunTexts from_disk;
  const EntryFiles files(*config, from_disk);
  Texts texts;
  for (const std::string& path : files.paths()) texts[path] = files.load(path).text;
  return texts;
}

Texts frozen_texts() { return texts_in(frozen_base()); }

std::string in_place(const Place& place, const SourceSet& sources) {
  if (place.file >= sources.size()) return "?";
  return sources[place.file].path + ":" + std::to_string(place.span.begin) + "-" +
         std::to_string(place.span.end) + " " + place.pointer.text();
}

// All of a finding but lines and columns, which a difference leaves open.
std::string told(const Diagnostic& finding, const SourceSet& sources) {
  std::string text = info_of(finding.rule).name + " " + std::string(name_of(finding.severity)) +
                     " " + in_place(finding.place, sources) + " " + std::string(finding.fault) +
                     " " + std::string(finding.subject) + " " + std::string(finding.message) +
                     " help: " + std::string(finding.help) + " " + std::string(finding.concerns());
  for (const Note& note : finding.notes()) {
    text += " note: " + in_place(note.place, sources) + " " + std::string(note.message);
  }
  if (const Fix* fix = finding.fix()) {
    text += " fix: " + std::string(fix->message);
    for (const Edit& edit : fix->edits) {
      text += " " + std::to_string(edit.file) + ":" + std::to_string(edit.span.begin) + "-" +
              std::to_string(edit.span.end) + " " + std::string(edit.text);
    }
  }
  return text;
}

std::string at(Position position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

// The findings of a run in their order, with their lines.
std::vector<std::string> all_of(Analysis analysis) {
  locate_and_sort(analysis);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : analysis.diagnostics) {
    std::string line = at(finding.place.begin) + "-" + at(finding.place.end);
    for (const Note& note : finding.notes()) line += " " + at(note.place.begin);
    lines.push_back(line + " " + told(finding, analysis.sources));
  }
  // Two of one rule at one place that differ in a note alone have no order.
  std::sort(lines.begin(), lines.end());
  for (const Error& error : analysis.errors) lines.push_back(error.message);
  for (const std::size_t count : analysis.muted_counts) lines.push_back(std::to_string(count));
  return lines;
}

// A knowledge base in memory, its workspace, and the ways to change both.
class Changing {
 public:
  explicit Changing(Texts texts) : texts_(std::move(texts)), pool_(texts_) {
    add_config("plain", "{}");
    add_config("rules", R"({"rules": {"text": "error", "regex-shadow": "off", "link": "info"},
                            "removed": {"git/gone": {"reason": "it was the same as git/other"}}})");
    add_config("removed", R"({"removed": {"git/new-1": {"reason": "it was never there"}}})");
    add_config("case", R"({"case_sensitive": true, "private_hosts": ["*.corp.example"]})");
    add_config("taxonomy", R"({"taxonomy": "taxonomy.json"})");
    add_config("schema", R"({"schema": "entry.schema.json"})");
    options_ = options_for(*config_, day_);
    workspace_ = std::make_unique<Workspace>(*config_, options_, Workspace::Use::kForChanges);
    workspace_->open(paths(), load());
  }

  void write(const std::string& path, std::string text) {
    texts_[path] = std::move(text);
    touched_.insert(path);
  }

  void remove(const std::string& path) {
    texts_.erase(path);
    touched_.insert(path);
  }

  void rename(const std::string& path, const std::string& other) {
    if (path == other) return;
    write(other, texts_.at(path));
    remove(path);
  }

  void rename_folder(const std::string& folder, const std::string& other) {
    for (const std::string& path : paths()) {
      if (path.starts_with(folder + "/")) rename(path, other + path.substr(folder.size()));
    }
  }

  void apply() {
    EntryChanges changes;
    for (const std::string& path : touched_) {
      (texts_.contains(path) ? changes.written : changes.removed).push_back(path);
    }
    touched_.clear();
    note(workspace_->apply(changes, load()));
  }

  void configure(const std::string& name, int day) {
    day_ = day;
    config_ = &configs_.at(name);
    options_ = options_for(*config_, day);
    note(workspace_->configure(*config_, options_, load()));
  }

  // Whether the workspace says what a new one says, and whether the differences lead there.
  void compare() {
    Workspace other(*config_, options_, Workspace::Use::kOnce);
    other.open(paths(), load());
    Analysis now = workspace_->snapshot();
    REQUIRE(rules_and_messages(now) == told_);
    REQUIRE(all_of(std::move(now)) == all_of(std::move(other).take()));
  }

  // Remembers what the workspace says, which differences are held against.
  void remember() { told_ = rules_and_messages(workspace_->snapshot()); }

  void change_at_random(std::mt19937& random) {
    const auto below = [&](std::size_t count) { return random() % count; };
    const auto any = [&](const Texts& texts) {
      return std::next(texts.begin(), static_cast<std::ptrdiff_t>(below(texts.size())));
    };
    const std::string path = texts_.empty() ? "git/new.json" : any(texts_)->first;
    switch (texts_.empty() ? 3 : below(14)) {
      case 0:
      case 1:
        return write(path, any(pool_)->second);
      case 2:
        return write(path, mixed(texts_.at(path), any(pool_)->second, below(6)));
      case 3:
      case 4:
        return write("git/new-" + std::to_string(below(20)) + ".json", any(pool_)->second);
      case 5:
      case 6:
        return remove(path);
      case 7:
        return rename(path, any(pool_)->first);
      case 8: {
        std::string text = texts_.at(path);
        text.erase(below(text.size() + 1), below(40));
        return write(path, text);
      }
      case 9: {
        std::string text = texts_.at(path);
        text.insert(below(text.size() + 1), "\n \"x\" ");
        return write(path, text);
      }
      case 10: {
        const std::string folder = path.substr(0, path.find('/'));
        return rename_folder(folder, below(2) ? folder + "-b" : "a" + folder);
      }
      case 11:
        return write(path, with_alias(texts_.at(path), id_of_path(any(pool_)->first)));
      case 12:
        return write(path, with_alias(texts_.at(path), "git/alias-" + std::to_string(below(3))));
      default: {
        const auto original = any(pool_);
        return write(original->first, original->second);
      }
    }
  }

  void configure_at_random(std::mt19937& random) {
    const auto config =
        std::next(configs_.begin(), static_cast<std::ptrdiff_t>(random() % configs_.size()));
    if (random() % 2 == 0) name_ = config->first;
    const int day = random() % 3 == 0 ? static_cast<int>(random() % 900)
                                      : day_ + static_cast<int>(random() % 60);
    configure(name_, day);
  }

 private:
  using Told = std::map<std::string, std::multiset<std::string>>;

  // With one field of another text.
  static std::string mixed(std::string text, const std::string& other, std::size_t field) {
    constexpr std::string_view kFields[] = {"id",     "signature",  "regex",
                                            "domain", "root_cause", "error_id"};
    const auto value_in = [&](const std::string& in) {
      const std::string name = "\"" + std::string(kFields[field]) + "\": \"";
      const std::size_t begin = in.find(name);
      const std::size_t end = begin == std::string::npos ? begin : in.find("\n", begin);
      return std::pair(begin, end);
    };
    const auto [begin, end] = value_in(text);
    const auto [from, to] = value_in(other);
    if (end == std::string::npos || to == std::string::npos) return text;
    return text.replace(begin, end - begin, other.substr(from, to - from));
  }

  static std::string with_alias(std::string text, const std::string& alias) {
    const std::size_t at = text.find("\"domain\":");
    if (at == std::string::npos || text.find("\"aliases\"") != std::string::npos) return text;
    return text.insert(at, "\"aliases\": [\"" + alias + "\"],\n  ");
  }

  void add_config(const std::string& name, const std::string& text) {
    folder_.write(name + "/kbc.json", text);
    folder_.write(name + "/entries/README.md", "");
    folder_.write(name + "/taxonomy.json",
                  R"({"extends": "builtin", "domains": {"d": "invented", "git": "changed"}})");
    folder_.write(name + "/entry.schema.json",
                  R"({"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
                      "required": ["id", "signature", "nonsense"],
                      "properties": {"id": {"maxLength": 14}}})");
    Result<Config> config = load_config({folder_.path(name), {}, {}});
    CAPTURE(name, config ? std::string() : config.error().message);
    REQUIRE(config);
    configs_.emplace(name, std::move(*config));
    config_ = &configs_.at("plain");
  }

  static AnalyseOptions options_for(const Config& config, int day) {
    AnalyseOptions options;
    settle_rules(config, {}, options.rules);
    const std::chrono::sys_days first = std::chrono::year(2025) / 3 / 15;
    options.today = Today::exactly(first + std::chrono::days(day));
    return options;
  }

  std::vector<std::string> paths() const {
    std::vector<std::string> all;
    for (const auto& [path, text] : texts_) all.push_back(path);
    return all;
  }

  Workspace::Load load() const {
    return [this](const std::string& path) {
      return source_from_text(texts_.at(path), "entries/" + path, id_of_path(path));
    };
  }

  // Places in other files, which a difference does not know of files that are gone, and numbers of
  // files are left out.
  static std::string key_of(const Diagnostic& finding) {
    std::string key = info_of(finding.rule).name + " " + std::string(name_of(finding.severity)) +
                      " " + std::to_string(finding.place.span.begin) + "-" +
                      std::to_string(finding.place.span.end) + " " + finding.place.pointer.text() +
                      " " + std::string(finding.message) + " " + std::string(finding.help);
    for (const Note& note : finding.notes()) key += " note: " + std::string(note.message);
    return key;
  }

  static Told rules_and_messages(const Analysis& analysis) {
    Told told;
    for (const Diagnostic& finding : analysis.diagnostics) {
      const FileId file = finding.place.file;
      if (file >= analysis.entry_count) continue;
      told[analysis.sources[file].path.substr(std::string_view("entries/").size())].insert(
          key_of(finding));
    }
    return told;
  }

  void note(const std::vector<FileDelta>& deltas) {
    for (const FileDelta& delta : deltas) {
      std::multiset<std::string>& now = told_[delta.path];
      for (const Diagnostic& finding : delta.removed) {
        const auto known = now.find(key_of(finding));
        REQUIRE(known != now.end());
        now.erase(known);
      }
      for (const Diagnostic& finding : delta.added) now.insert(key_of(finding));
      if (now.empty()) told_.erase(delta.path);
    }
  }

  TemporaryFolder folder_;
  std::map<std::string, Config> configs_;
  const Config* config_ = nullptr;
  std::string name_ = "plain";
  int day_ = 365;
  AnalyseOptions options_;
  Texts texts_;
  Texts pool_;  // texts that were there once
  std::set<std::string> touched_;
  std::unique_ptr<Workspace> workspace_;
  Told told_;
};

int number_or(const char* name, int usual) {
  const char* number = std::getenv(name);
  return number == nullptr ? usual : std::atoi(number);
}

void change_and_compare(Texts texts, std::uint32_t seed, int steps, int every) {
  Changing changing(std::move(texts));
  changing.remember();
  std::mt19937 random(seed);
  for (int step = 1; step <= steps; ++step) {
    CAPTURE(seed, step);
    if (random() % 10 == 0) {
      changing.configure_at_random(random);
    } else {
      for (std::size_t count = 1 + random() % 3; count > 0; --count) {
        changing.change_at_random(random);
      }
      changing.apply();
    }
    if (step % every == 0) changing.compare();
  }
}

}  // namespace

TEST_CASE("a workspace finds what an analysis from scratch finds", "[workspace]") {
  change_and_compare(frozen_texts(), 1, 20, 1);
}

TEST_CASE("a workspace finds the same after hundreds of changes", "[workspace][slow]") {
  const char* base = std::getenv("KBC_WORKSPACE_BASE");
  change_and_compare(base == nullptr ? frozen_texts() : texts_in(base),
                     static_cast<std::uint32_t>(number_or("KBC_WORKSPACE_SEED", 2)),
                     number_or("KBC_WORKSPACE_STEPS", 200), number_or("KBC_WORKSPACE_EVERY", 1));
}

TEST_CASE("a change that is undone leaves nothing behind", "[workspace]") {
  const Texts texts = frozen_texts();
  Changing changing(texts);
  changing.remember();
  const auto& [path, text] = *std::next(texts.begin(), 40);
  changing.remove(path);
  changing.apply();
  changing.compare();
  changing.write(path, text);
  changing.write("git/same.json", text);
  changing.apply();
  changing.compare();
  changing.remove("git/same.json");
  changing.remove("git/never-there.json");
  changing.apply();
  changing.compare();
}

TEST_CASE("a workspace can be emptied, and filled again", "[workspace]") {
  const Texts texts = frozen_texts();
  Changing changing(texts);
  changing.remember();
  for (const auto& [path, text] : texts) changing.remove(path);
  changing.apply();
  changing.compare();
  for (const auto& [path, text] : texts) changing.write(path, text);
  changing.apply();
  changing.compare();
}

TEST_CASE("a snapshot stays as it is when the workspace goes on", "[workspace]") {
  const Texts texts = frozen_texts();
  const Result<Config> config = load_config({frozen_base(), {}, {}});
  REQUIRE(config);
  AnalyseOptions options;
  settle_rules(*config, {}, options.rules);
  const auto load = [&](const std::string& path) {
    const auto known = texts.find(path);
    return source_from_text(known == texts.end() ? "{}" : known->second, "entries/" + path,
                            id_of_path(path));
  };
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  Workspace workspace(*config, options, Workspace::Use::kForChanges);
  workspace.open(paths, load);
  const Analysis early = workspace.snapshot();
  const std::vector<std::string> before = all_of(workspace.snapshot());
  workspace.apply({{"aaa/first.json"}, {paths.back()}}, load);
  CHECK(all_of(workspace.snapshot()) != before);
  for (const EntryRecord& entry : early.base.entries()) {
    CHECK(&early.base.entries()[entry.file].get() == &entry);
    CHECK(early.sources[entry.file].path_id == entry.path_id);
  }
  CHECK(workspace.path_of(0) == "aaa/first.json");
}

}  // namespace kbc
