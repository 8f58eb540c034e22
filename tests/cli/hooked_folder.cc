#include "cli/hooked_folder.h"

#include <cstdlib>
#include <filesystem>

#include "catch.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

}  // namespace

HookSource::HookSource(const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    fs::copy(kSource + "/" + part, path(part), fs::copy_options::recursive);
  }
  must_git(path(), {"init", "--quiet"});
  must_git(path(), {"add", "--all"});
  must_git(path(), {"commit", "--quiet", "--message", "all"});
}

std::string HookSource::revision() const {
  const std::string line = must_git(path(), {"rev-parse", "HEAD"});
  return line.substr(0, line.find('\n'));
}

const HookSource& hooks_alone() {
  static const HookSource source({".pre-commit-hooks.yaml"});
  return source;
}

HookedFolder::HookedFolder(const HookSource& source, const std::string& suffix,
                           const std::string& arguments) {
  write(".pre-commit-config.yaml",
        "repos:\n- repo: " + source.path() + "\n  rev: " + source.revision() +
            "\n  hooks:\n  - id: kbc-fmt" + suffix + "\n  - id: kbc-validate" + suffix +
            "\n    args: [--today, '2026-01-15'" + arguments + "]\n");
  clean("push-rejected");
  entry("git/a", linked("a", "git/b"));
  std::string back = replaced(linked("b", "git/a"), "\"preceded_by\": []", "\"preceded_by\": 0");
  back = replaced(std::move(back), "leads_to", "preceded_by");
  entry("git/b", replaced(std::move(back), "\"preceded_by\": 0", "\"leads_to\": []"));
  REQUIRE(run({"fmt"}, path()).exit == 0);
  REQUIRE(pre_commit({"install"}).exit == 0);
  commit_all();
}

Outcome HookedFolder::commit(const std::vector<std::string>& more) const {
  std::vector<std::string> all = {"commit", "--message", "more"};
  all.insert(all.end(), more.begin(), more.end());
  return kbc::git(path(), all, environment());
}

Outcome HookedFolder::pre_commit(const std::vector<std::string>& arguments) const {
  return run_program("pre-commit", arguments, path(), {}, environment());
}

// All of the hooks' own, and no way to the net.
std::vector<std::string> HookedFolder::environment() const {
  const std::string programs = fs::path(kbc_binary()).parent_path().string();
  const char* path = std::getenv("PATH");
  return plain_environment({"PRE_COMMIT_HOME=" + home_.path(), "XDG_CACHE_HOME=" + home_.path(),
                            "PATH=" + programs + ":" + (path == nullptr ? "" : path),
                            // Nothing is tested here that an optimiser changes.
                            "CMAKE_BUILD_TYPE=None", "PIP_INDEX_URL=http://127.0.0.1:9/",
                            "http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9",
                            // Where scripts/install unpacks headers.
                            "CMAKE_PREFIX_PATH=" + kSource + "/build/packages/usr",
                            "PRE_COMMIT_COLOR=never"});
}

}  // namespace kbc
