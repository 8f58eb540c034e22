// A stranger's branch in a maintainer's clone, whose hooks real pre-commit runs.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/hooked_folder.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

constexpr std::string_view kSecret = "{\"token\":\"hunter2\"}\n";
const std::string kPush = "entries/git/push-rejected.json";

// What lies outside of the clone, and must stay as it is.
class Outside : public TemporaryFolder {
 public:
  Outside() { write("secret.json", kSecret); }

  bool is_untouched() const {
    return read("secret.json") == kSecret && std::distance(fs::directory_iterator(path()), {}) == 1;
  }
};

struct Attack {
  std::string name;
  std::function<void(const HookedFolder& clone, const Outside& outside)> make;
  std::string told;  // by the hook
};

std::vector<Attack> attacks() {
  const auto bad = [] {
    return replaced(replaced(clean_entry(), "git/push-rejected", "git/bad"), "\"confidence\": 0.8",
                    "\"confidence\": 80");
  };
  return {
      {"an entry that is a link out",
       [](const HookedFolder& clone, const Outside& outside) {
         fs::create_symlink(outside.path("secret.json"), clone.path("entries/git/out.json"));
       },
       "entries/git/out.json"},
      {"a folder of entries that is a link out",
       [](const HookedFolder& clone, const Outside& outside) {
         fs::rename(clone.path("entries"), clone.path("elsewhere"));
         fs::create_directory_symlink(outside.path(), clone.path("entries"));
       },
       "entries"},
      {"a kbc.json that is a link out",
       [](const HookedFolder& clone, const Outside& outside) {
         fs::remove(clone.path("kbc.json"));
         fs::create_symlink(outside.path("secret.json"), clone.path("kbc.json"));
       },
       "kbc.json"},
      {"a schema that lies outside",
       [](const HookedFolder& clone, const Outside& outside) {
         clone.write("kbc.json", "{\"schema\": \"" + outside.path("secret.json") + "\"}");
       },
       "kbc.json"},
      {"entries that lie outside",
       [](const HookedFolder& clone, const Outside&) {
         clone.write("kbc.json", "{\"entries\": \"..\"}");
       },
       "kbc.json"},
      {"a kbc.json that turns the rules off",
       [bad](const HookedFolder& clone, const Outside&) {
         clone.entry("git/bad", bad());
         clone.write("kbc.json", "{\"rules\": {\"rate-percent\": \"off\"}, \"exclude\": [\"**\"]}");
       },
       "[rate-percent]"},
      {"a name that steers a terminal",
       [](const HookedFolder& clone, const Outside&) {
         clone.entry("git/\x1b]0;pwned\x07\x1b[31m", clean_entry());
       },
       "<U+001B>]0;pwned<U+0007>"},
      {"a name that begins a line",
       [](const HookedFolder& clone, const Outside&) {
         clone.entry("git/x\n::error::injected", clean_entry());
       },
       "<U+000A>"},
      {"a text that steers a terminal",
       [bad](const HookedFolder& clone, const Outside&) {
         clone.entry("git/bad", replaced(bad(), "\"domain\": \"git\"",
                                         "\"domain\": \"\x1b]0;pwned\x07 \\u001b[31m\""));
       },
       "error["},
      {"a text that commands a runner",
       [bad](const HookedFolder& clone, const Outside&) {
         clone.entry("git/bad",
                     replaced(bad(), "\"domain\": \"git\"", "\"domain\": \"##[stop-commands]x\""));
       },
       "error["},
  };
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7f; });
}

std::string files_of(const std::string& folder) {
  std::string names;
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    const std::string path = item.path().string();
    if (path.find("/.git/") == std::string::npos) names += path + '\n';
  }
  return names;
}

}  // namespace

TEST_CASE("pre-commit on a stranger's branch reads and writes nothing outside, and steers nobody",
          "[hostile][hook][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder clone(hooks_alone(), "-system", ", --config-from, main");
  for (const Attack& attack : attacks()) {
    CAPTURE(attack.name);
    const Outside outside;
    clone.must({"checkout", "--quiet", "-b", "stranger", "main"});
    attack.make(clone, outside);
    clone.commit_all();
    const std::string files = files_of(clone.path());
    for (const bool is_commit : {false, true}) {
      const Outcome outcome =
          is_commit ? clone.commit({"--allow-empty"}) : clone.pre_commit({"run", "--all-files"});
      const std::string told = outcome.out + outcome.err;
      CAPTURE(is_commit, told);
      CHECK(outcome.exit != 0);
      CHECK_THAT(told, ContainsSubstring(attack.told));
      CHECK(told.find("hunter2") == std::string::npos);
      CHECK(told.find("\n::") == std::string::npos);
      CHECK_FALSE(has_control(told));
      CHECK(outside.is_untouched());
      CHECK(files_of(clone.path()) == files);
      CHECK(clone.must({"status", "--porcelain"}).empty());
    }
    clone.must({"checkout", "--quiet", "--force", "main"});
    clone.must({"clean", "--quiet", "-dfx"});
    clone.must({"branch", "--quiet", "-D", "stranger"});
  }
}

}  // namespace kbc
