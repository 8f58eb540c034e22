#include "load/discover.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "core/re2.h"
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

Discovered find_entry_files(const Border& border, const std::string& folder,
                            std::string_view prefix, const Globs& exclude) {
  Discovered found;
  std::vector<std::string> folders = {""};  // relative, each with its final slash
  while (!folders.empty()) {
    const std::string below = std::move(folders.back());
    folders.pop_back();
    const std::string path = below.empty() ? folder : folder + "/" + below;
    const Result<std::vector<FolderItem>> items = border.list(path, Border::By::kPerson);
    if (!items) {
      found.errors.push_back(items.error());
      continue;
    }
    for (const FolderItem& item : *items) {
      if (item.name.starts_with('.')) continue;
      const std::string relative = below + item.name;
      if (exclude.match(std::string(prefix) + relative)) continue;
      if (item.kind == FileKind::kFolder) folders.push_back(relative + "/");
      if (item.kind == FileKind::kFolder || !item.name.ends_with(".json")) continue;
      // A link that leads nowhere, or out, is a file that cannot be read, which the reader will
      // say.
      const bool is_folder =
          item.kind == FileKind::kLink &&
          leads_to_folder(border.kind_of(folder + "/" + relative, Border::By::kPerson));
      if (!is_folder) found.add(folder, relative);
    }
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

}  // namespace kbc
