#include "git/repository.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "os/real_path.h"
#include "os/run_program.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// Of an empty text: what is in the index for a file that is only announced.
constexpr std::string_view kEmptyBlobs[] = {
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"};

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

std::vector<std::string> question(const std::string& folder) {
  std::vector<std::string> command = {"git"};
  if (!is_set("GIT_DIR") && !is_set("GIT_INDEX_FILE")) {
    command.insert(command.end(), {"-C", folder.empty() ? "." : folder});
  } else if (is_set("GIT_DIR") && !is_set("GIT_WORK_TREE")) {
    // Git would take the working directory for the top of the working tree. In the hook of a linked
    // working tree that holds only until it changes the folder.
    const std::string top = working_tree_around(".");
    if (!top.empty()) command.push_back("--work-tree=" + top);
  }
  command.insert(command.end(), {"rev-parse", "--absolute-git-dir", "--show-toplevel"});
  return command;
}

// Whether it stands in a command line, and in a pathspec, for nothing but itself.
bool is_plain(std::string_view text) {
  return !text.empty() && text[0] != '-' &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
             "._/-") == std::string_view::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::optional<std::string> path_in(const Repository& repository, const std::string& path) {
  return path_below(repository.top(), path);
}

std::optional<std::string> path_below(const std::string& top, const std::string& path) {
  const fs::path full = fs::absolute(path).lexically_normal();
  const fs::path place =
      full.has_filename() ? real_path(full.parent_path()) / full.filename() : real_path(full);
  std::string below = place.lexically_relative(top).generic_string();
  if (below.empty() || below == ".." || below.starts_with("../")) return {};
  if (below.ends_with('/')) below.pop_back();
  return below == "." ? "" : below;
}

Result<Repository> Repository::around(const std::string& folder) {
  const Result<std::string> answer = run_program(question(folder));
  if (!answer) return answer.error();
  const std::size_t end = answer->find('\n');
  if (end == std::string::npos) return Error{"git: the folder has no working tree"};
  std::string top = answer->substr(end + 1);
  while (top.ends_with('\n')) top.pop_back();
  Repository repository(answer->substr(0, end), top);
  const std::string place = real_path(folder).string();
  const bool is_inside = place == top || place.starts_with(top == "/" ? top : top + "/");
  const std::string nearest = working_tree_around(place);
  if (!is_inside || (nearest != top && nearest.size() > top.size())) {
    return Error{folder + ": not in the repository at " + top +
                 " but in another, whose own hook can check it"};
  }
  return repository;
}

Repository Repository::at(const std::string& top) { return {top + "/.git", top}; }

std::vector<std::string> Repository::command(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all = {"git",
                                  "-C",
                                  top_,
                                  "--git-dir=" + git_folder_,
                                  "--work-tree=" + top_,
                                  "--literal-pathspecs",
                                  "--no-optional-locks"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return all;
}

// gitrepository-layout(5): the file is there in a linked working tree alone.
std::string Repository::common_folder() const {
  std::ifstream file(git_folder_ + "/commondir");
  std::string folder;
  if (!std::getline(file, folder) || folder.empty()) return git_folder_;
  std::string common = (fs::path(git_folder_) / folder).lexically_normal().string();
  if (common.size() > 1 && common.ends_with('/')) common.pop_back();
  return common;
}

// Git before 2.44 does not know the first, and fetches by no protocol that the second leaves out.
const std::vector<std::string>& Repository::settings() {
  static const std::vector<std::string> settings = {"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL="};
  return settings;
}

Result<std::string> Repository::ask(const std::vector<std::string>& arguments) const {
  return run_program(command(arguments), settings());
}

std::string Repository::fetch_line(const std::string& object) const {
  const Result<std::string> names =
      ask({"config", "--name-only", "-z", "--get-regexp", "^remote[.].*[.]promisor$"});
  const std::string_view name = names ? promisor_of(*names) : std::string_view();
  if (name.empty()) return {};
  return "git fetch --no-write-fetch-head --filter=blob:none " + std::string(name) + " " + object;
}

Result<std::vector<TrackedFile>> Repository::staged() const {
  const Result<std::string> listed = ask({"ls-files", "-t", "--stage", "-z"});
  if (!listed) return listed.error();
  std::vector<TrackedFile> files = staged_files(*listed);
  if (Status failed = drop_announced(files)) return *failed;
  return files;
}

Status Repository::drop_announced(std::vector<TrackedFile>& files) const {
  const auto is_empty = [](const TrackedFile& file) {
    return std::find(std::begin(kEmptyBlobs), std::end(kEmptyBlobs), file.object) !=
           std::end(kEmptyBlobs);
  };
  if (std::none_of(files.begin(), files.end(), is_empty)) return {};
  const Result<std::string> added =
      ask({"diff-files", "-z", "--name-only", "--diff-filter=A", "--ita-invisible-in-index"});
  if (!added) return added.error();
  const std::vector<std::string_view> records = records_of(*added);
  const std::set<std::string_view> announced(records.begin(), records.end());
  std::erase_if(files, [&](const TrackedFile& file) {
    return is_empty(file) && announced.contains(file.path);
  });
  return {};
}

Result<std::vector<TrackedFile>> Repository::committed(const std::string& commit) const {
  const Result<std::string> listed = ask({"ls-tree", "-r", "-z", "--full-tree", commit});
  if (!listed) return listed.error();
  return committed_files(*listed);
}

std::set<std::string, std::less<>> Repository::filtered() const {
  // `filter.<name>.clean`; a name in .gitattributes that is not configured has no effect.
  const Result<std::string> drivers =
      ask({"config", "--name-only", "-z", "--get-regexp", "^filter[.].*[.](clean|process)$"});
  if (!drivers) return {};
  std::vector<std::string> question = {"ls-files", "-z", "--"};
  const std::size_t bare = question.size();
  for (std::string_view key : records_of(*drivers)) {
    key.remove_prefix(std::min(key.size(), std::string_view("filter.").size()));
    const std::string name(key.substr(0, key.rfind('.')));
    if (name != "lfs" && is_plain(name)) question.push_back(":(top,attr:filter=" + name + ")");
  }
  if (question.size() == bare) return {};
  std::vector<std::string> all = command(question);
  std::erase(all, "--literal-pathspecs");
  const Result<std::string> listed = run_program(all, settings());
  if (!listed) return {};
  const std::vector<std::string_view> paths = records_of(*listed);
  return {paths.begin(), paths.end()};
}

bool Repository::is_sparse() const {
  const Result<std::string> setting =
      ask({"config", "--type=bool", "--get", "core.sparseCheckout"});
  return setting && setting->starts_with("true");
}

Error Repository::missing_commit(const std::string& reference) const {
  const std::string what = "`" + reference + "`: this clone has no such commit";
  const Result<std::string> listed = ask({"remote"});
  const std::vector<std::string> remotes = lines_of(listed ? *listed : std::string());
  if (remotes.empty() || !is_plain(reference)) return {what};
  for (const std::string& remote : remotes) {
    if (!reference.starts_with(remote + "/") || !is_plain(remote)) continue;
    const std::string branch = reference.substr(remote.size() + 1);
    return {what + "; `git fetch " + remote + " +refs/heads/" + branch + ":refs/remotes/" +
            reference + "` brings it"};
  }
  const Result<std::string> shallow = ask({"rev-parse", "--is-shallow-repository"});
  if (shallow && shallow->starts_with("true")) {
    return {what + ", which is shallow; `git fetch --unshallow` brings its whole history"};
  }
  if (!is_plain(remotes.front())) return {what};
  return {what + "; `git fetch " + remotes.front() + " " + reference +
          "` brings it, if it is there"};
}

Result<std::string> Repository::commit_of(const std::string& reference) const {
  // Git would take it for an option.
  if (reference.empty() || reference.starts_with('-')) {
    return Error{"`" + reference + "` is not a commit"};
  }
  Result<std::string> commit = ask({"rev-parse", "--verify", reference + "^{commit}"});
  if (!commit && commit.error().message.find("Needed a single revision") != std::string::npos) {
    return missing_commit(reference);
  }
  if (!commit) return Error{"`" + reference + "`: " + commit.error().message};
  while (commit->ends_with('\n')) commit->pop_back();
  return commit;
}

}  // namespace kbc
