// The pages of entries: for a terminal, in Markdown, and the short one.

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "show/prose.h"
#include "show/selected_text.h"
#include "show/sheet.h"
#include "show/show.h"

namespace kbc {
namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string without_indent(const std::string& line) {
  return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

using Show = void (*)(const IndexEntry&, const ShowOptions&, Printer&);

std::string page(Show show, const IndexEntry& entry, const ShowOptions& options) {
  std::ostringstream out;
  {
    Printer printer(out);
    show(entry, options, printer);
  }
  return out.str();
}

// An index and its first entry.
class OneEntry {
 public:
  explicit OneEntry(const std::string& members)
      : bytes_(index_of({R"({"id": "a/b", "signature": "it failed", "root_cause": "Because.", )" +
                         members + '}'})) {
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
  }

  std::string text(ShowOptions options = {}) const {
    return page(show_text, *index_->find("a/b"), options);
  }
  std::string markdown(ShowOptions options = {}) const {
    return page(show_markdown, *index_->find("a/b"), options);
  }

 private:
  std::string bytes_;
  std::optional<kbx::Index> index_;
};

const Language& chinese() {
  return *std::ranges::find(kLanguages, std::string_view("zh"), &Language::code);
}

template <typename See>
void each_own_entry(const See& see) {
  const std::string bytes = index_of(own_entries());
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  for (const IndexEntry& entry : index->entries()) {
    CAPTURE(entry.id());
    see(entry);
  }
}

std::vector<std::string> commands_of(const IndexEntry& entry) {
  std::vector<std::string> commands;
  const auto take = [&](std::string_view text) {
    for (const Block& block : blocks_of(text)) {
      if (block.is_command && !holds(block.text, "\n")) commands.push_back(block.text);
    }
  };
  for (const auto& way : entry.workarounds()) take(way.action), take(way.how);
  for (const auto& way : entry.dead_ends()) take(way.action), take(way.why_fails);
  return commands;
}

}  // namespace

TEST_CASE("every command of every entry is whole, on a line of its own, at any width", "[show]") {
  std::size_t commands = 0;
  each_own_entry([&](const IndexEntry& entry) {
    for (const std::size_t width : {40, 80, 100}) {
      ShowOptions options;
      options.width = width;
      for (const Show show : {show_text, show_markdown}) {
        std::vector<std::string> lines = lines_of(page(show, entry, options));
        std::ranges::transform(lines, lines.begin(), without_indent);
        for (const std::string& command : commands_of(entry)) {
          CAPTURE(width, command);
          CHECK(std::ranges::count(lines, command) > 0);
          ++commands;
        }
      }
    }
  });
  CHECK(commands > 3000);
}

TEST_CASE("the short page of every entry fits a screen, in each language", "[show]") {
  each_own_entry([&](const IndexEntry& entry) {
    for (const Language& language : kLanguages) {
      ShowOptions options;
      options.language = &language;
      options.most_lines = kBriefLines;
      std::size_t rows = 0;
      const std::string text = page(show_text, entry, options);
      for (const std::string& line : lines_of(text)) {
        rows += (std::max<std::size_t>(columns_of(line), 1) + 79) / 80;
      }
      CHECK(rows <= kBriefLines);
      CHECK(holds(text, std::string("kbc show ").append(entry.id())));
      CHECK(holds(text, language.labels->workarounds));
    }
  });
}

TEST_CASE("the cause comes first, then what helps, then what does not", "[show]") {
  const OneEntry entry(
      R"("dead_ends": [{"action": "Wait", "why_fails": "No.", "fail_rate": 0.5}],
         "workarounds": [{"action": "Restart", "success_rate": 0.8}])");
  for (const std::string& text : {entry.text(), entry.markdown()}) {
    const std::size_t cause = text.find("Because."), good = text.find("What helps"),
                      bad = text.find("What does not help");
    REQUIRE(bad != std::string::npos);
    CHECK(cause < good);
    CHECK(good < bad);
  }
}

TEST_CASE("a long cause is told in three lines, and in full further down", "[show]") {
  std::string cause;
  for (int sentence = 0; sentence < 9; ++sentence) {
    cause += "This is sentence number " + std::to_string(sentence) + " of the cause. ";
  }
  const SplitCause split = split_cause(cause, 228);
  CHECK(split.first.ends_with("of the cause."));
  CHECK(split.first.size() <= 228);
  CHECK(std::string(split.first).append(split.rest) == cause);
  CHECK(split_cause("Short.", 228).rest.empty());
  CHECK(split_cause("one two three", 8).first == "one two");
  CHECK(split_cause("See `a. b c d e f`. Then more.", 22).first == "See `a. b c d e f`.");
  CHECK(split_cause("一二三。四五六。", 10).first == "一二三。");
  CHECK(split_cause(std::string(500, 'x'), 100).rest.empty());
}

TEST_CASE("what helps is under its condition, and what finds the cause before all", "[show]") {
  const OneEntry entry(
      R"("workarounds": [
          {"action": "Close them", "success_rate": 0.8, "condition": "clients leak"},
          {"action": "Restart", "success_rate": 0.5, "condition": ""},
          {"action": "Find out which it is", "success_rate": 0.9, "how": "Run `ss -ltn`."},
          {"action": "Pool them", "success_rate": 0.2, "condition": "clients leak"}])");
  const std::string text = entry.text();
  CHECK(holds(text, "What helps\n    Find out which it is\n      Run\n          ss -ltn\n"));
  CHECK(holds(text,
              "  When: clients leak\n    ███ usually helps: Close them\n"
              "    █░░ sometimes helps: Pool them\n"));
  CHECK(holds(text, "  In any case\n    ██░ often helps: Restart\n"));
  const std::string markdown = entry.markdown();
  CHECK(holds(markdown,
              "## What helps\n\n- **Find out which it is**\n\n  Run\n\n  ```\n"
              "  ss -ltn\n  ```\n"));
  CHECK(holds(markdown, "### When: clients leak\n\n- **Close them** (usually helps)\n"));
}

TEST_CASE("rates are estimates in three steps", "[show]") {
  CHECK(step_of(0.75, kEnglishLabels) == "usually");
  CHECK(step_of(0.74, kEnglishLabels) == "often");
  CHECK(step_of(0.4, kEnglishLabels) == "often");
  CHECK(step_of(0.39, kEnglishLabels) == "sometimes");
  CHECK(step_of(0.8, kChineseLabels) == "多数情况");
  CHECK(step_of(0.5, kChineseLabels) == "常常");
  CHECK(step_of(0, kChineseLabels) == "有时");
  CHECK(step_of(kbx::kNoRate, kEnglishLabels).empty());
  CHECK(step_of(2, kEnglishLabels).empty());
}

TEST_CASE("the page says who wrote it, and where each workaround is from", "[show]") {
  const auto text = [](const std::string& tier) {
    return OneEntry(R"("verification_tier": ")" + tier +
                    R"(", "workarounds": [{"action": "A", "sources": ["https://a.example/x"]}])")
        .text();
  };
  CHECK(holds(text("ai_generated"), "written by AI"));
  CHECK(holds(text("human_reviewed"), "read by a person"));
  CHECK(holds(text("community_verified"), "confirmed by users"));
  CHECK(holds(text("other"), " · other · "));
  CHECK(holds(text("other"), "Source: https://a.example/x\n"));
}

TEST_CASE("what cannot be undone is marked", "[show]") {
  const OneEntry entry(R"("workarounds": [{"action": "Run `git reset --hard`, or `git log -1`"}])");
  CHECK(holds(entry.text(), "! discards changes\n      "));
  CHECK(holds(entry.markdown(), "**! discards changes**\n\n  ```\n  git reset --hard\n  ```\n"));
  ShowOptions options;
  options.language = &chinese();
  CHECK(holds(entry.text(options), "! 会丢弃修改\n"));
}

TEST_CASE("a text without translation is said to be the original", "[show]") {
  const std::string label = "未翻译（英文原文）";
  const OneEntry entry(
      R"("signature_zh": "失败了", "root_cause_zh": "因为。",
         "dead_ends": [{"action": "Wait", "why_fails": "It stays.", "fail_rate": 0.9}],
         "workarounds": [{"action": "Run `x`", "how": "Slowly.", "success_rate": 0.9,
                          "condition": "it hangs"}],
         "workarounds_zh": ["【卡住时】运行 `x：y`：要慢。"])");
  ShowOptions options;
  options.language = &chinese();
  for (const std::string& text : {entry.text(options), entry.markdown(options)}) {
    CAPTURE(text);
    CHECK(holds(text, "条件：卡住时"));
    CHECK(holds(text, "运行 `x：y`"));
    CHECK(holds(text, "要慢。"));
    CHECK_FALSE(holds(text, "it hangs"));
    CHECK(text.find(label) < text.find("Wait"));
    CHECK(text.find("有效的做法") < text.find(label));
    CHECK(text.find(label, text.find(label) + 1) == std::string::npos);
    CHECK(holds(text, "It stays."));
    CHECK(holds(text, "多数情况有效"));
  }
  CHECK_FALSE(holds(entry.text(), label));
}

TEST_CASE("a dead end in Chinese has its condition, action and reason", "[show]") {
  const OneEntry entry(
      R"("signature_zh": "失败了", "root_cause_zh": "因为。",
         "dead_ends": [{"action": "Wait", "why_fails": "It stays.", "fail_rate": 0.9,
                        "condition": "it hangs"},
                       {"action": "Retry", "why_fails": "It fails again.", "condition": "it is slow"}],
         "dead_ends_zh": ["【卡住时】等待：`a：b` 不变。", "重试"])");
  ShowOptions options;
  options.language = &chinese();
  for (const std::string& text : {entry.text(options), entry.markdown(options)}) {
    CAPTURE(text);
    for (const char* part : {"条件：卡住时", "等待", "`a：b` 不变。", "重试", "it is slow"}) {
      CHECK(holds(text, part));
    }
    for (const char* part : {"it hangs", "It stays.", "Retry", "It fails again."}) {
      CHECK_FALSE(holds(text, part));
    }
  }
  CHECK(holds(entry.text(), "It stays."));
}

TEST_CASE("a page of any size costs in proportion to it", "[show]") {
  std::string ways;
  for (int way = 0; way < 3000; ++way) {
    ways += std::string(way == 0 ? "" : ",") + R"({"action": "Run `a b`", "condition": "c)" +
            std::to_string(way) + "\"}";
  }
  const OneEntry entry("\"workarounds\": [" + ways + "], \"dead_ends\": [{\"action\": \"" +
                       std::string(200000, '`') + " x\"}]");
  CHECK(lines_of(entry.text()).size() > 9000);
  CHECK(lines_of(entry.markdown()).size() > 9000);
}

}  // namespace kbc
