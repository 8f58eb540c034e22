#include <string>
#include <vector>

#include "catch.h"
#include "check/checks.h"
#include "diagnostic/rule_id.h"
#include "lower/lower.h"
#include "parse/literal.h"
#include "unit/parsed.h"

namespace kbc {
namespace {

// What translation-drift says of an entry.
std::vector<std::string> drifts(const std::string& text) {
  const Parsed parsed(text);
  const Entry entry = lower(parsed.document, {}, parsed.text, "", CaseRule::kIgnoreCase);
  std::vector<Diagnostic> diagnostics;
  Pointers pointers(parsed.document);
  Report report(RuleId::translation_drift, 0, &pointers, diagnostics);
  translation_drift(entry, Context{}, report);
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : diagnostics) messages.emplace_back(diagnostic.message);
  return messages;
}

// The same of an entry with one workaround.
std::vector<std::string> drifts(const std::string& action, const std::string& how,
                                const std::string& translation) {
  return drifts("{\"workarounds\": [{\"action\": " + quote(action) + ", \"how\": " + quote(how) +
                "}], \"workarounds_zh\": [" + quote(translation) + "]}");
}

using Messages = std::vector<std::string>;

TEST_CASE("a translation that shows something of how is held against it", "[translation]") {
  const std::string action = "Remove the lock";
  const std::string how = "Run `rm .git/index.lock`, then `git gc`.";
  CHECK(drifts(action, how, "删除锁：运行 `rm .git/index.lock`，再 `git gc`。").empty());
  CHECK(drifts(action, how, "删除锁：运行 `rm .git/index`，再 `git gc`。") ==
        Messages{"`rm .git/index` in the translation of `rm .git/index.lock`"});
  CHECK(drifts(action, how, "删除锁：运行 `rm .git/index.lock`。") ==
        Messages{"`git gc` is not in the translation"});
  CHECK(drifts(action, how, "删除锁：运行 `unlock`。") ==
        Messages{"`rm .git/index.lock` is not in the translation",
                 "`git gc` is not in the translation"});
  CHECK(drifts(action, "Wait 30 seconds.", "删除锁：等待 60 秒。") ==
        Messages{"`60 秒` in the translation of `30 seconds`"});
}

TEST_CASE("numbers written in Chinese are those of the original", "[translation]") {
  CHECK(drifts("Wait 10 days.", "", "等待十天。").empty());
  CHECK(drifts("Wait 15 days.", "", "等待十五天。").empty());
  CHECK(drifts("Wait 20 days.", "", "等待二十天。").empty());
  CHECK(drifts("Wait 110 days.", "", "等待一百一十天。").empty());
  CHECK_FALSE(drifts("Wait 10 days.", "", "等待二十天。").empty());
  CHECK_FALSE(drifts("Wait 15 days.", "", "等待十天。").empty());
}

TEST_CASE("a translation of a dead end is held against its action or why it fails",
          "[translation]") {
  const auto dead_end = [](const std::string& action, const std::string& translation) {
    return drifts("{\"dead_ends\": [{\"action\": " + quote(action) +
                  R"(, "why_fails": "`git gc` runs for 30 seconds"}], "dead_ends_zh": [)" +
                  quote(translation) + "]}");
  };
  CHECK(dead_end("Run `git push -f`", "【急用时】运行 `git push -f`：`git gc` 要运行 30 秒。")
            .empty());
  CHECK(dead_end("Run `git push -f`", "运行 `git push -f`").empty());
  CHECK(dead_end("Wait", "等待：`git gc` 要运行 60 秒。") ==
        Messages{"`60 秒` in the translation of `30 seconds`"});
  CHECK_FALSE(dead_end("Run `git push -f`", "运行 `git push`").empty());
}

TEST_CASE("a translation of the action alone is not held against how", "[translation]") {
  CHECK(drifts("Remove the lock", "Run `rm .git/index.lock`.", "删除锁").empty());
  CHECK(drifts("Use `git pull`", "Run `git pull`, then `git push`.", "使用 `git pull`").empty());
  CHECK(drifts("Use `git pull`", "Run it, then `git push`.", "使用 `git pul`") ==
        Messages{"`git pul` in the translation of `git pull`"});
}

}  // namespace
}  // namespace kbc
