#include "load/discover.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "core/re2.h"
#include "text/ascii.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

std::string regex_of(std::string_view glob) {
  std::string regex;
  for (std::size_t at = 0; at < glob.size(); ++at) {
    if (glob.substr(at).starts_with("**/")) {
      regex += "(?:.*/)?";
      at += 2;
    } else if (glob.substr(at).starts_with("**")) {
      regex += ".*";
      ++at;
    } else if (glob[at] == '*') {
      regex += "[^/]*";
    } else if (glob[at] == '?') {
      regex += "[^/]";
    } else {
      regex += RE2::QuoteMeta(std::string(1, glob[at]));
    }
  }
  return regex + "(?:/.*)?";
}

RE2::Options byte_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  return options;
}

// Of patterns that share a regex: enough to match them at once, few enough to compile them fast.
constexpr std::size_t kRegexBytes = 4096;

constexpr std::string_view kSuffix = ".json";

bool has_configuration(const std::vector<FolderItem>& items) {
  return std::any_of(items.begin(), items.end(), [](const FolderItem& item) {
    return item.name == kConfigName && item.kind != FileKind::kFolder;
  });
}

bool leads_to_folder(const Result<FileKind>& kind) { return kind && *kind == FileKind::kFolder; }

// Without `./` before it and `/` after it, which say nothing.
std::string_view plain_glob(std::string_view glob) {
  while (glob.starts_with("./")) glob.remove_prefix(2);
  while (glob.size() > 1 && glob.ends_with('/')) glob.remove_suffix(1);
  return glob;
}

// Whether it can match a path below the root at all.
bool leads_outside(std::string_view glob) {
  return glob.starts_with('/') || glob == ".." || glob.starts_with("../") ||
         glob.find("/../") != std::string_view::npos || glob.ends_with("/..");
}

}  // namespace

Result<Globs> Globs::compile(const std::vector<std::string>& patterns) {
  Globs globs;
  std::unordered_set<std::string> names;
  std::vector<std::string> regexes;
  for (const std::string& pattern : patterns) {
    const std::string_view glob = plain_glob(pattern);
    if (leads_outside(glob)) {
      return Error{"the glob " + ticked(pattern) + " leads out of the knowledge base; write it " +
                   "relative to the folder of this file"};
    }
    if (glob.find_first_of("*?") == std::string_view::npos) {
      names.emplace(glob);
      continue;
    }
    if (regexes.empty() || regexes.back().size() > kRegexBytes) regexes.emplace_back();
    std::string& regex = regexes.back();
    regex += (regex.empty() ? "(?:" : "|(?:") + regex_of(glob) + ")";
  }
  for (const std::string& regex : regexes) {
    globs.regexes_.push_back(std::make_shared<RE2>(regex, byte_options()));
    if (!globs.regexes_.back()->ok()) return Error{"a glob of `exclude` is too long"};
  }
  globs.names_ = std::make_shared<const std::unordered_set<std::string>>(std::move(names));
  return globs;
}

bool Globs::match(std::string_view path) const {
  const auto matches = [path](const auto& regex) {
    return RE2::FullMatch(re2_piece(path), *regex);
  };
  return has_name_of(path) || std::any_of(regexes_.begin(), regexes_.end(), matches);
}

// A name selects itself and all below it.
bool Globs::has_name_of(std::string_view path) const {
  if (names_ == nullptr || names_->empty()) return false;
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    if (names_->contains(std::string(path.substr(0, end)))) return true;
    if (end == std::string_view::npos) return false;
  }
}

NameKind kind_of_name(std::string_view path) {
  const std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
  if (name == kConfigName) return NameKind::kOther;
  if (name.ends_with(kSuffix)) return NameKind::kEntry;
  for (const std::string_view suffix :
       {".jsonc", ".json5", ".hjson", ".yaml", ".yml", ".json.txt"}) {
    if (name.ends_with(suffix)) return NameKind::kLookalike;
  }
  return NameKind::kOther;
}

std::string id_of_path(std::string_view path) {
  if (path.ends_with(kSuffix)) path.remove_suffix(kSuffix.size());
  return std::string(path);
}

std::string path_of_id(std::string_view path_id) {
  std::string path(path_id);
  if (!lower_ascii(path_id).ends_with(kSuffix)) path += kSuffix;
  return path;
}

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

std::string note_of(const std::vector<PassedOver>& passed, const std::string& folder) {
  if (passed.empty()) return {};
  constexpr std::size_t kMostShown = 3;
  std::string shown;
  for (std::size_t at = 0; at < passed.size() && at < kMostShown; ++at) {
    shown +=
        (at == 0 ? " " : ", ") + ticked(passed[at].path) + " (" + std::string(passed[at].why) + ")";
  }
  if (passed.size() > kMostShown) {
    shown += ", and " + std::to_string(passed.size() - kMostShown) + " more";
  }
  const std::string what = passed.size() == 1 ? "one path looks like an entry and is not read:"
                                              : std::to_string(passed.size()) +
                                                    " paths look like entries and are not read:";
  return folder + ": " + what + shown;
}

Status check_file_name(const std::string& path) {
  if (!has_control(path)) return {};
  return Error{printable(path) + ": the name has a control character; rename the file"};
}

void Discovered::add(const std::string& folder, std::string path) {
  if (Status unfit = check_file_name(path)) {
    errors.push_back({folder + "/" + unfit->message});
  } else {
    paths.push_back(std::move(path));
  }
}

void Discovered::sort() {
  std::sort(paths.begin(), paths.end());
  std::sort(passed.begin(), passed.end(),
            [](const PassedOver& a, const PassedOver& b) { return a.path < b.path; });
  // A folder may be met once for each file in it.
  const auto end =
      std::unique(passed.begin(), passed.end(),
                  [](const PassedOver& a, const PassedOver& b) { return a.path == b.path; });
  passed.erase(end, passed.end());
}

namespace {

// Finds the files whose names are kEntry to kind_of.
Discovered find_files(const Border& border, const std::string& folder, std::string_view prefix,
                      const Globs& exclude, NameKind (*kind_of)(std::string_view name)) {
  Discovered found;
  std::vector<std::string> folders = {""};  // relative, each with its final slash
  while (!folders.empty()) {
    const std::string below = std::move(folders.back());
    folders.pop_back();
    const std::string path = below.empty() ? folder : folder + "/" + below;
    found.folders.push_back(below.empty() ? folder : path.substr(0, path.size() - 1));
    const Result<std::vector<FolderItem>> items = border.list(path, Border::By::kPerson);
    if (!items) {
      found.errors.push_back(items.error());
      continue;
    }
    if (!below.empty() && has_configuration(*items)) {
      found.passed.push_back({below.substr(0, below.size() - 1), kIsOtherBase});
      continue;
    }
    for (const FolderItem& item : *items) {
      if (item.name.starts_with('.')) continue;
      const std::string relative = below + item.name;
      if (exclude.match(std::string(prefix) + relative)) continue;
      if (item.kind == FileKind::kFolder) {
        folders.push_back(relative + "/");
        continue;
      }
      // A link that leads nowhere, or out, is a file that cannot be read, which the reader will
      // say.
      if (item.kind == FileKind::kLink &&
          leads_to_folder(border.kind_of(folder + "/" + relative, Border::By::kPerson))) {
        found.passed.push_back({relative, kIsLinkedFolder});
        continue;
      }
      const NameKind kind = kind_of(item.name);
      if (kind == NameKind::kEntry) found.add(folder, relative);
      if (kind == NameKind::kLookalike) found.passed.push_back({relative, kIsNoJson});
    }
  }
  found.sort();
  return found;
}

NameKind kind_of_test(std::string_view name) {
  const bool is_test = name.ends_with(".kbc-test.json") || name.ends_with(".kbc-test.ndjson");
  return is_test ? NameKind::kEntry : NameKind::kOther;
}

}  // namespace

Discovered find_entry_files(const Border& border, const std::string& folder,
                            std::string_view prefix, const Globs& exclude) {
  return find_files(border, folder, prefix, exclude, kind_of_name);
}

MessageTests find_message_tests(const Border& border, const std::string& root,
                                const Globs& exclude) {
  const std::string folder = root + "/tests";
  Discovered found = find_files(border, folder, "tests/", exclude, kind_of_test);
  MessageTests tests{{}, std::move(found.errors)};
  for (const std::string& path : found.paths) tests.paths.push_back(folder + "/" + path);
  return tests;
}

std::string_view why_passed_over(const Border& border, const std::string& folder,
                                 std::string_view path, std::string_view prefix,
                                 const Globs& exclude) {
  if (exclude.match(std::string(prefix) + std::string(path))) return kIsExcluded;
  if (is_hidden(path)) return "its name, or a folder's on the way, begins with a dot";
  for (std::size_t end = path.find('/'); end != std::string_view::npos;
       end = path.find('/', end + 1)) {
    const std::string inner = folder + "/" + std::string(path.substr(0, end));
    if (border.kind_of(inner + "/" + std::string(kConfigName), Border::By::kPerson))
      return kIsOtherBase;
  }
  return kind_of_name(path) == NameKind::kEntry ? "" : kIsNoJson;
}

}  // namespace kbc
